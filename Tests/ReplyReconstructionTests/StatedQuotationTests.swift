import DiscussionModel
import Testing

@testable import ReplyReconstruction

@Suite("Words that the source marks as quoted")
struct StatedQuotationTests {
    /// Comments of a board: who, what, and the marked words with whom they are said to be of.
    private func board(
        _ comments: [(name: String, text: String, quoted: String?, of: String?, source: String?)]
    ) -> Discussion {
        var discussion = Talk.about(in: .forum, body: "", comments.map { ($0.name, $0.text) })
        for (at, comment) in comments.enumerated() {
            guard let quoted = comment.quoted,
                let range = comment.text.firstRange(of: quoted)
            else { continue }
            let start = comment.text.unicodeScalars.distance(
                from: comment.text.startIndex, to: range.lowerBound)
            discussion.comments[at].statedQuotations = [
                StatedQuotation(
                    span: TextSpan(start: start, end: start + quoted.unicodeScalars.count),
                    author: comment.of, source: comment.source)
            ]
        }
        return discussion
    }

    private var twoHolders: Discussion {
        board([
            ("Ines", "The ferry leaves at nine on Sundays and nobody told us.", nil, nil, nil),
            ("Olaf", "The ferry leaves at nine on Sundays, I asked.", nil, nil, nil),
            ("Uma", "We walked instead.", nil, nil, nil),
            (
                "Per", "Olaf wrote:\nThe ferry leaves at nine on Sundays\n\nThank you.",
                "The ferry leaves at nine on Sundays", "Olaf", nil
            ),
        ])
    }

    @Test("They come from whom the source names, though somebody else said them first")
    func named() throws {
        let graph = Talk.graph(twoHolders, .auto)
        let quotation = try #require(graph.quotations.first { $0.comment == 4 })
        #expect(quotation.source == 2)
        #expect(graph.reply(of: 4)?.to == 2)
        #expect(graph.kinds(of: 4).contains(.quotation))
        #expect(graph.mentioned(in: 4) == ["Olaf"])
    }

    @Test("When everything is to be recovered, the marks are not looked at")
    func recover() throws {
        var discussion = twoHolders
        discussion.comments[3].text = "The ferry leaves at nine on Sundays\n\nThank you."
        discussion.comments[3].statedQuotations[0].span = TextSpan(start: 0, end: 35)
        let marked = Talk.graph(discussion, .recover)
        var unmarked = discussion
        unmarked.comments[3].statedQuotations = []
        #expect(marked == Talk.graph(unmarked, .recover))
        #expect(Talk.graph(discussion, .auto).quotations.map(\.source) == [2])
    }

    @Test("A marked word or two is found, which no passage would cover")
    func short() throws {
        let graph = Talk.graph(
            board([
                ("Ines", "Shall we paint it green? Or leave it alone?", nil, nil, nil),
                ("Olaf", "Somebody has to buy brushes first.", nil, nil, nil),
                ("Uma", "> green\nNever again.", "green", nil, "1"),
            ]), .auto)
        let quotation = try #require(graph.quotations.first)
        #expect(quotation.comment == 3 && quotation.source == 1)
        #expect(quotation.similarity == 1)
        #expect(graph.reply(of: 3)?.to == 1)
    }

    @Test("Marked words without a name come from the only comment that has them")
    func shortUnnamed() throws {
        let talk = board([
            ("Ines", "The pump fails after the update.", nil, nil, nil),
            ("Olaf", "Which version?", nil, nil, nil),
            ("Ines", "I have no idea at all.", nil, nil, nil),
            ("Uma", "> Which version?\n\nThe newest.", "Which version?", nil, nil),
        ])
        let graph = Talk.graph(talk, .auto)
        #expect(graph.quotations.map(\.source) == [2])
        #expect(graph.reply(of: 4)?.to == 2)
    }

    @Test("The id that the source gives decides among one person's comments")
    func byID() throws {
        let graph = Talk.graph(
            board([
                ("Ines", "The boiler in the cellar is cold again.", nil, nil, nil),
                ("Ines", "Again: the boiler in the cellar is cold.", nil, nil, nil),
                ("Olaf", "I rang the plumber.", nil, nil, nil),
                (
                    "Uma", "the boiler in the cellar is cold\n\nMine too.",
                    "the boiler in the cellar is cold", "Ines", "1"
                ),
            ]), .auto)
        #expect(graph.quotations.filter { $0.comment == 4 }.map(\.source) == [1])
    }

    @Test("Marked words of somebody who is not there are nobody's quotation and not the quoter's")
    func outside() {
        let graph = Talk.graph(
            board([
                ("Ines", "The mayor spoke yesterday.", nil, nil, nil),
                (
                    "Olaf", "Every lamp shall burn until midnight, he said. Fine words.",
                    "Every lamp shall burn until midnight", "The mayor", nil
                ),
                ("Uma", "Every lamp shall burn until midnight? Ours is broken.", nil, nil, nil),
            ]), .auto)
        #expect(graph.quotations.isEmpty)
    }

    @Test("Any spans at all, also outside of the text, do no harm")
    func anySpans() {
        var discussion = twoHolders
        discussion.comments[2].statedQuotations = [
            StatedQuotation(span: TextSpan(start: 5, end: 4_000), author: "", source: "nowhere"),
            StatedQuotation(span: TextSpan(start: 900, end: 901), author: "Uma", source: "3"),
            StatedQuotation(span: TextSpan(start: 0, end: 0)),
            StatedQuotation(span: TextSpan(start: 3, end: 9), author: "Olaf", source: "0"),
        ]
        #expect(Talk.graph(discussion, .auto).replies.count == 4)
    }

    @Test("A comment that the site marks as the author's makes its commenter the article's author")
    func articleAuthor() throws {
        var discussion = Talk.about(
            author: "Mira Holm", [("Jon", "Late again."), ("Mira", "Sorry.")])
        discussion.comments[1].isByArticleAuthor = true
        let graph = Talk.graph(discussion, .auto)
        #expect(graph.commenters.filter(\.isArticleAuthor).map(\.name) == ["Mira"])
        #expect(graph.commenters.count == 2)
    }
}

import DiscussionModel
import DiscussionPrivacy
import DiscussionReading
import DiscussionReporting
import Foundation
import TestSupport
import Testing

/// What was written and read again is what it was.
@Suite("Exports that are read again")
struct RoundTripTests {
    /// Random discussions as a reader gives them: parents that are there, nothing that is `""`
    /// but texts, times that do not ask for another order.
    private func discussion(seed: UInt64) -> Discussion {
        var random = SeededGenerator(seed: seed &* 31 &+ 5)
        var discussion = RandomAnalysis.make(seed: seed).discussion
        func said(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }
        func maybe<Value>(_ values: [Value]) -> Value? {
            Bool.random(using: &random) ? values.randomElement(using: &random) : nil
        }
        discussion.findings = []
        discussion.site = said(discussion.site)
        discussion.article.title = said(discussion.article.title)
        discussion.article.author = said(discussion.article.author)
        discussion.article.url = said(discussion.article.url)
        discussion.article.accountID = maybe(["7", "=1+1", "'@x"])
        discussion.article.score = maybe([-3, 0, 12])
        for place in discussion.comments.indices {
            var comment = discussion.comments[place]
            let earlier = discussion.comments[..<place].map(\.id)
            comment.statedParent = maybe(["0"] + earlier)
            comment.nameAsWritten = said(comment.nameAsWritten)
            comment.accountID = said(comment.accountID)
            comment.url = maybe(["https://example.org/?a=1,2", "-x"])
            comment.isByArticleAuthor = Bool.random(using: &random)
            comment.removal = maybe(Comment.Removal.allCases)
            comment.approval = maybe(Comment.Approval.allCases)
            if Int.random(in: 0..<4, using: &random) == 0 { comment.text = "=1+\(place)" }
            let length = comment.text.unicodeScalars.count
            // Those of the random model may lie outside their text.
            comment.statedQuotations = []
            if Bool.random(using: &random), length > 1 {
                comment.statedQuotations = [
                    StatedQuotation(
                        span: TextSpan(start: 0, end: length - 1), author: maybe(["Ann \"B\""]),
                        source: maybe(["0"] + earlier))
                ]
            }
            // Without a time on one of them the order is that of the source.
            if place == 0 { comment.posted = nil }
            if comment.isGhost {
                comment = Comment(id: comment.id, text: "", isGhost: true)
            }
            discussion.comments[place] = comment
        }
        discussion.pingbacks = []
        if let first = discussion.comments.first, !first.isGhost {
            var pingback = first
            pingback.statedParent = nil
            discussion.pingbacks = [pingback]
        }
        return discussion
    }

    private func read(
        _ text: String, as format: String, name: String = "out"
    ) throws -> [Discussion] {
        let format = try #require(FormatRegistry.format(named: format))
        let input = OpenInput(bytes: Array(text.utf8), name: name)
        var stream = try format.discussions(in: input, options: ReadingOptions())
        var all: [Discussion] = []
        while let discussion = try stream.next() { all.append(discussion) }
        return all
    }

    /// A discussion without what says only where it was read from.
    private func content(_ discussion: Discussion) -> Discussion {
        var discussion = discussion
        discussion.source = ""
        discussion.format = ""
        discussion.findings = []
        return discussion
    }

    /// Where two discussions begin to differ.
    private func difference(_ got: Discussion, _ want: Discussion) -> String {
        let (got, want) = ("\(got)", "\(want)")
        let same = zip(got.unicodeScalars, want.unicodeScalars).prefix { $0 == $1 }.count
        func around(_ text: String) -> String {
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.dropFirst(max(0, same - 60)).prefix(120)))
        }
        return "\(around(got)) instead of \(around(want))"
    }

    private func recognised(_ text: String) -> String? {
        let bytes = Array(text.utf8.prefix(InputHead.maximumBytes))
        return FormatRegistry.format(recognizing: InputHead(bytes: bytes, fileName: ""))?.name
    }

    private static let seeds: [UInt64] = Array(1...150)

    @Test("The filter form carries the whole model")
    func lines() throws {
        let all = Self.seeds.map { discussion(seed: $0) }
        let text = all.map { DiscussionLine.text(of: $0) + "\n" }.joined()
        let again = try read(text, as: "discussions")
        try #require(again.count == all.count)
        for (got, want) in zip(again, all) {
            #expect(got.findings.isEmpty)
            let isSame = content(got) == content(want)
            #expect(isSame, "\(difference(content(got), content(want)))")
        }
        #expect(recognised(text) == "discussions")
    }

    @Test("A ConvoKit corpus carries the whole model")
    func corpus() throws {
        let all = Self.seeds.map { discussion(seed: $0) }
        var corpus = ConvoKitCorpus()
        var text = ""
        var conversations = ConvoKitCorpus.conversationsFrame.begin
        for discussion in all {
            let part = corpus.add(discussion)
            text += part.utterances
            conversations += part.conversations
        }
        conversations += ConvoKitCorpus.conversationsFrame.end
        let again = try read(text, as: "convokit")
        try #require(again.count == all.count)
        for (got, want) in zip(again, all) {
            let isSame = content(got) == content(want)
            #expect(isSame, "\(difference(content(got), content(want)))")
        }
        #expect(recognised(text) == "convokit")
        let object = try JSONSerialization.jsonObject(with: Data(conversations.utf8))
        #expect((object as? [String: Any])?.count == all.count)
        for file in corpus.files() {
            _ = try JSONSerialization.jsonObject(with: Data(file.text.utf8))
        }
        let ids = text.split(separator: "\n").compactMap { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"]
                as? String
        }
        #expect(Set(ids.map { Array($0.utf8) }).count == ids.count)
    }

    @Test("A table carries the comments and what is known of the article")
    func table() throws {
        let all = Self.seeds.map { discussion(seed: $0) }.filter { !$0.comments.isEmpty }
        let text = CommentTable.header + all.map(CommentTable.rows).joined()
        let again = try read(text, as: "csv")
        try #require(again.count == all.count)
        func carried(_ discussion: Discussion) -> Discussion {
            var discussion = content(discussion)
            discussion.article.body = ""
            discussion.article.published?.isApproximate = false
            discussion.pingbacks = []
            for place in discussion.comments.indices {
                discussion.comments[place].statedQuotations = []
            }
            return discussion
        }
        for (got, want) in zip(again, all) {
            #expect(got.findings.isEmpty)
            let isSame = carried(got) == carried(want)
            #expect(isSame, "\(difference(carried(got), carried(want)))")
        }
        #expect(recognised(text) == "csv")
    }

    @Test("No cell of a table begins as a formula does")
    func formulas() {
        for name in HostileText.names + ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "'=1", "''-"] {
            var discussion = Discussion(id: name, source: "s", format: "text")
            discussion.comments = [Comment(id: "1", nameAsWritten: name, text: name, score: -5)]
            let row = CommentTable.rows(of: discussion)
            for cell in row.split(separator: ",") {
                let inner = cell.first == "\"" ? cell.dropFirst() : cell
                let first = inner.unicodeScalars.first.map(String.init) ?? ""
                // A comma within a cell may stand before anything.
                if name.contains(",") { continue }
                #expect(!["=", "+", "-", "@", "\t", "\r"].contains(first), "\(cell)")
            }
        }
    }

    @Test("Recovered replies become parents, and texts can be left out")
    func changes() {
        let analysis = SampleAnalysis.footbridge
        let stating = analysis.discussion.stating(analysis.graph.replies)
        for reply in analysis.graph.replies {
            #expect(
                stating.comments[reply.from - 1].statedParent
                    == analysis.discussion.id(at: reply.to))
        }
        let bare = analysis.discussion.withoutTexts()
        #expect(bare.comments.allSatisfy { $0.text.isEmpty && $0.statedQuotations.isEmpty })
        #expect(bare.comments.map(\.id) == analysis.discussion.comments.map(\.id))
    }
}

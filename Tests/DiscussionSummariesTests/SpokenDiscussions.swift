import DiscussionMeasurement
import DiscussionModel
import DiscussionSummaries

/// One comment of a small discussion.
struct Spoken {
    let name: String
    let answers: Int
    let text: String

    init(_ name: String, _ text: String, answers: Int = 0) {
        self.name = name
        self.answers = answers
        self.text = text
    }
}

/// A discussion of a few comments with its reply graph and measures.
struct SpokenDiscussion {
    var discussion: Discussion
    var graph: ReplyGraph

    init(_ spoken: [Spoken], body: String = "") {
        discussion = Discussion(
            id: "spoken", source: "spoken", format: "test", article: Article(body: body),
            comments: spoken.enumerated().map {
                Comment(
                    id: "\($0.offset + 1)", nameAsWritten: $0.element.name, text: $0.element.text)
            })
        var names: [String] = []
        for one in spoken where !names.contains(one.name) { names.append(one.name) }
        graph = ReplyGraph(
            commenters: names.map { Commenter(id: $0, name: $0) },
            authorships: spoken.map {
                Authorship(commenter: names.firstIndex(of: $0.name) ?? 0)
            },
            replies: spoken.enumerated().map {
                Reply(
                    from: $0.offset + 1, to: $0.element.answers, confidence: 1,
                    evidence: [Evidence(kind: .stated, detail: "", weight: 1)])
            })
    }

    /// Says that words of a comment are repeated from another place.
    mutating func quote(_ words: String, in comment: Int, from source: Int) {
        guard let span = place(of: words, in: discussion.text(at: comment)),
            let sourceSpan = place(of: words, in: discussion.text(at: source))
        else { return }
        graph.quotations.append(
            Quotation(
                comment: comment, span: span, source: source, sourceSpan: sourceSpan,
                similarity: 1))
    }

    /// Says that words of a comment name a commenter.
    mutating func mention(_ written: String, in comment: Int, of commenter: Int) {
        guard let span = place(of: written, in: discussion.text(at: comment)) else { return }
        graph.mentions.append(
            Mention(comment: comment, commenter: commenter, span: span, written: written))
    }

    func summary(_ summarizer: Summarizer = Summarizer()) -> DiscussionSummary {
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        return summarizer.summary(of: discussion, graph: graph, measures: measures)
    }

    private func place(of words: String, in text: String) -> TextSpan? {
        let text = Array(text.unicodeScalars)
        let words = Array(words.unicodeScalars)
        guard text.count >= words.count else { return nil }
        for start in 0...text.count - words.count
        where Array(text[start..<start + words.count]) == words {
            return TextSpan(start: start, end: start + words.count)
        }
        return nil
    }
}

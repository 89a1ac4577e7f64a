package import DiscussionModel

/// Analyses of many comments, for what holds at size.
package enum LargeAnalysis {
    private static let words = [
        "harbour", "ferry", "coins", "board", "queue", "rain", "card", "morning", "bridge", "gate",
    ]

    /// A discussion of so many comments by a fifth as many commenters, three in four of which answer
    /// one of the twenty before, and every third of these disagrees.
    package static func make(comments count: Int) -> Analysis {
        var random = SeededGenerator(seed: UInt64(count))
        let people = max(2, count / 5)
        var comments: [Comment] = []
        var (authors, replies) = ([Int](), [Reply]())
        for ordinal in 1...max(1, count) {
            let author = Int.random(in: 0..<people, using: &random)
            let text = (0..<Int.random(in: 8...80, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined(separator: " ")
            comments.append(
                Comment(
                    id: "\(ordinal)", nameAsWritten: "person \(author)",
                    posted: Timestamp(seconds: 1_700_000_000 + 60 * Int64(ordinal)), text: text))
            authors.append(author)
            let isAnswer = ordinal > 1 && Int.random(in: 0..<4, using: &random) > 0
            let target =
                isAnswer ? Int.random(in: max(1, ordinal - 20)..<ordinal, using: &random) : 0
            let stance =
                ordinal % 3 == 0
                ? Stance(agree: 0.1, neutral: 0.2, disagree: 0.7)
                : Stance(agree: 0.25, neutral: 0.5, disagree: 0.25)
            replies.append(
                Reply(
                    from: ordinal, to: target, confidence: 0.8,
                    evidence: [Evidence(kind: .adjacency, detail: "close by", weight: 1)],
                    stance: stance))
        }
        return Analysis(
            discussion: Discussion(
                id: "large", source: "large.jsonl", format: "discussions",
                article: Article(title: "A long talk"), comments: comments),
            graph: ReplyGraph(
                commenters: (0..<people).map { Commenter(id: "p\($0)", name: "person \($0)") },
                authorships: authors.map { Authorship(commenter: $0) }, replies: replies),
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []), threads: []),
            summary: DiscussionSummary())
    }
}

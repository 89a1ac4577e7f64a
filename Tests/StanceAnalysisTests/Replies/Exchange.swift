import DiscussionModel

@testable import StanceAnalysis

/// Exchanges made by hand and judged.
enum Exchange {
    static let claim = "The town should close the market street to cars on every Saturday."

    /// The graph of comments of which each answers the one before, the first the article.
    static func graph(
        _ texts: [String], by names: [String] = [], setting: Discussion.Setting = .page
    ) -> (Discussion, ReplyGraph) {
        let people = texts.indices.map { $0 < names.count ? names[$0] : "Person \($0)" }
        let discussion = Discussion(
            id: "talk", source: "talk.json", format: "discussions", setting: setting,
            comments: texts.enumerated().map { at, text in
                Comment(
                    id: String(at + 1), nameAsWritten: people[at], text: text,
                    statedParent: String(at))
            })
        let all = people.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return (
            discussion,
            ReplyGraph(
                commenters: all.map { Commenter(id: $0, name: $0) },
                authorships: people.map { Authorship(commenter: all.firstIndex(of: $0) ?? 0) },
                replies: texts.indices.map {
                    Reply(from: $0 + 1, to: $0, confidence: 1, evidence: [])
                })
        )
    }

    /// The stance of a reply to a parent, in a discussion of the two.
    static func stance(of reply: String, to parent: String = claim) -> Stance {
        let (discussion, unjudged) = graph([parent, reply])
        var graph = unjudged
        var judge = StanceJudge(discussion: discussion, graph: graph)
        _ = judge.judge(&graph)
        return graph.replies[1].stance ?? Stance(agree: 0, neutral: 1, disagree: 0)
    }
}

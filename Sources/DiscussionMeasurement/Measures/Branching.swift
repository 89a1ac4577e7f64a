/// How many replies an answered contribution draws.
struct Branching: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "branching",
        meaning: "How many direct replies a contribution draws on average where it draws any.",
        formula: "b = n / q",
        symbols:
            "n: the number of comments; q: the number of nodes (article, comments, ghosts) that have"
            + " a reply",
        range: "1...n; 1 in a single chain, n where all answer the article",
        undefined: "without comments",
        cost: "O(n)",
        source: "the mean number of children of the nodes that are no leaves")

    func value(of talk: MeasuredTalk) -> Double? {
        guard talk.commentCount > 0 else { return nil }
        let answered = talk.tree.directReplies.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
        return Double(talk.commentCount) / Double(answered)
    }
}

import GraphAlgorithms

/// How far the replies all go to one commenter.
struct Centralization: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "centralization",
        meaning: "How far the replies all go to one commenter.",
        formula: "C = (sum over i of (d_max - d_i)) / (u - 1)^2",
        symbols:
            "u: the number of nodes of the commenter graph, that is of all commenters listed; d_i:"
            + " the number of different commenters who reply to i; d_max: the greatest of them",
        range:
            "0 (all are answered by as many) to 1 (all the others reply to one, and to no other)",
        undefined: "with fewer than two commenters",
        cost: "O(m + u)",
        source:
            "Freeman 1979 (Social Networks 1, doi:10.1016/0378-8733(78)90021-7), for the in-degree of"
            + " directed graphs. Pairs count once; mentions and quotations do not count")

    func value(of talk: MeasuredTalk) -> Double? {
        let nodes = talk.commenterCount
        guard nodes >= 2 else { return nil }
        let degrees = talk.commenterGraph.inDegrees
        let most = degrees.max() ?? 0
        let missing = degrees.reduce(0.0) { $0 + Double(most - $1) }
        return missing / (Double(nodes - 1) * Double(nodes - 1))
    }
}

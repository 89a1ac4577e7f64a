import GraphAlgorithms

/// How badly two sides explain who agrees and who disagrees.
struct Frustration: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "frustration",
        meaning:
            "How badly two sides explain who agrees with whom: low where everybody sides with"
            + " some against the rest.",
        formula: "F = 2 / W * min over x of (sum over i, j of the w_ij that contradict x)",
        symbols:
            "w_ij: the sum of P(agree) - P(disagree) of the judged replies between commenters i and"
            + " j; x: a division into two sides; a w_ij above 0 between sides contradicts it, and one"
            + " below 0 within a side, by its size; W: the sum of the sizes of all w_ij",
        range:
            "0 (two sides explain everything) to 1 (as badly as the signs allow); 1 - F is called"
            + " the normalised line index",
        undefined:
            "where the graph of the w_ij that are not 0 has no way round: then two sides explain"
            + " any signs",
        cost: "O(m log m)",
        source:
            "Aref, Wilson 2018 (J. Complex Networks 6, doi:10.1093/comnet/cnx044), with weights."
            + " Finding the least is NP-hard: up to 14 commenters with a w_ij all divisions are tried;"
            + " beyond, one changes sides at a time, from nine starts at most (eight spanning trees"
            + " and, where there are two, the camps), so that the value may be a little high. More"
            + " than two camps do not enter, so that values can be compared")

    func value(of talk: MeasuredTalk) -> Double? {
        let graph = talk.signedGraph
        guard !graph.isForest else { return nil }
        let division = graph.division(startingFrom: talk.camps.isEmpty ? [] : [talk.camps])
        return min(1, 2 * division.frustration / graph.totalWeight)
    }
}

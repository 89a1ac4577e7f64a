import GraphAlgorithms

/// How much of the disagreement is answered in kind.
struct MutualDisagreement: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "mutualDisagreement",
        meaning: "How much of the disagreement is between two who disagree with each other.",
        formula: "M = (sum over mutual pairs i, j of d_ij) / (sum over all pairs i, j of d_ij)",
        symbols:
            "d_ij: the number of disagreeing replies of commenter i to j, as for `disagreement`; a"
            + " pair is mutual where d_ij and d_ji are both above 0",
        range: "0...1",
        undefined: "where no reply disagrees",
        cost: "O(m log m)",
        source:
            "after the mutual reverts of Yasseri, Sumi, Rung, Kornai, Kertész 2012 (PLoS ONE 7,"
            + " doi:10.1371/journal.pone.0038869), as a share, so that size does not tell")

    func value(of talk: MeasuredTalk) -> Double? {
        let edges = talk.disagreementGraph.edges
        guard !edges.isEmpty else { return nil }
        let pairs = Set(edges.map { SIMD2($0.from, $0.to) })
        var (mutual, all) = (0.0, 0.0)
        for edge in edges {
            all += edge.weight
            if pairs.contains(SIMD2(edge.to, edge.from)) { mutual += edge.weight }
        }
        return mutual / all
    }
}

import GraphAlgorithms

/// How often those who are answered answer back.
struct Reciprocity: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "reciprocity",
        meaning: "How often those who are answered answer back.",
        formula: "r = L_m / L",
        symbols:
            "L: the number of ordered pairs of commenters of whom the first replies to the second;"
            + " L_m: the number of those whose second also replies to the first",
        range: "0...1",
        undefined: "where no commenter replies to another",
        cost: "O(m)",
        source:
            "the plain reciprocity of directed graphs; Garlaschelli, Loffredo 2004 (Phys. Rev. Lett."
            + " 93, doi:10.1103/PhysRevLett.93.268701) discuss it. Pairs count once however many"
            + " replies they exchange; mentions and quotations do not count")

    func value(of talk: MeasuredTalk) -> Double? {
        let graph = talk.commenterGraph
        guard !graph.edges.isEmpty else { return nil }
        return Double(graph.mutualDegrees.reduce(0, +)) / Double(graph.edges.count)
    }
}

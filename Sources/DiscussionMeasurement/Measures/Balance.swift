import GraphAlgorithms

/// How many triangles of commenters hold together.
struct Balance: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "balance",
        meaning:
            "How often three who talk to each other fit together: friends of friends agree, and"
            + " two against a third do.",
        formula: "T = t_b / t",
        symbols:
            "t: the number of triangles in the graph of the w_ij that are not 0, as for"
            + " `frustration`; t_b: those in which none or two of the three w_ij are below 0",
        range: "0...1; 1/2 where signs fall by chance, half of them below 0",
        undefined: "without triangles",
        cost: "O(m sqrt(m))",
        source:
            "the triangle index of Cartwright, Harary 1956 (Psychological Review 63,"
            + " doi:10.1037/h0046049)")

    func value(of talk: MeasuredTalk) -> Double? {
        let triangles = talk.signedGraph.triangles
        guard triangles.all > 0 else { return nil }
        return Double(triangles.balanced) / Double(triangles.all)
    }
}

import DiscussionModel

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

    func value(of measured: MeasuredDiscussion) -> Double? {
        var pairs: Set<SIMD2<Int>> = []
        for edge in measured.commenterGraph.edges where edge.replies > 0 {
            pairs.insert(SIMD2(edge.from, edge.to))
        }
        guard !pairs.isEmpty else { return nil }
        let mutual = pairs.reduce(0) { $0 + (pairs.contains(SIMD2($1.y, $1.x)) ? 1 : 0) }
        return Double(mutual) / Double(pairs.count)
    }
}

/// How far the discussion is both deep and wide.
struct HIndex: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "hIndex",
        meaning: "How far the discussion is both deep and wide, a sign of controversy.",
        formula: "h, where h + 1 = min { l >= 1 : W(l) < l }",
        symbols: "W(l): the number of comments whose depth is l",
        range: "0 or more; 1 where all comments are top-level; 0 only where all answer ghosts",
        undefined: "without comments",
        cost: "O(n)",
        source:
            "Gómez, Kaltenbrunner, López 2008 (WWW); the form that stops at the first level that"
            + " fails, without their tie-break by the number of comments")

    func value(of talk: MeasuredTalk) -> Double? {
        guard !talk.levels.isEmpty else { return nil }
        let failing = talk.levels.indices.first { talk.levels[$0] < $0 + 1 }
        return Double(failing ?? talk.levels.count)
    }
}

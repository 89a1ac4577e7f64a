/// How many replies deep the discussion goes.
struct Depth: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "depth",
        meaning: "How many replies deep the discussion goes.",
        formula: "max over v of d_v",
        symbols: "d_v: the number of replies on the path from comment v to the article",
        range: "1 or more; a discussion of top-level comments alone has 1",
        undefined: "without comments",
        cost: "O(n)",
        source: "the height of the reply tree; Gómez, Kaltenbrunner, López 2008 (WWW)")

    func value(of talk: MeasuredTalk) -> Double? {
        talk.levels.isEmpty ? nil : Double(talk.levels.count)
    }
}

/// How many comments stand at the fullest depth.
struct Width: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "width",
        meaning: "How many comments stand at the fullest depth.",
        formula: "max over l of W(l)",
        symbols: "W(l): the number of comments whose depth is l",
        range: "1...n",
        undefined: "without comments",
        cost: "O(n)",
        source: "the width of the reply tree; Gómez, Kaltenbrunner, López 2008 (WWW)")

    func value(of talk: MeasuredTalk) -> Double? {
        talk.levels.max().map(Double.init)
    }
}

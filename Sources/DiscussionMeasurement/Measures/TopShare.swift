/// How much of the talk the busiest tenth holds.
struct TopShare: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "topShare",
        meaning: "The share of comments by the busiest tenth of those who comment.",
        formula: "T = (sum of the k greatest x_i) / (sum over i of x_i), where k = ceil(u / 10)",
        symbols: "x_i: the numbers of comments of those who commented; u: how many they are",
        range: "k/u (all wrote as many) to 1; up to ten commenters it is the share of the busiest",
        undefined: "without comments",
        cost: "O(u log u)",
        source: "the usual concentration ratio")

    func value(of talk: MeasuredTalk) -> Double? {
        let counts = talk.participation
        guard !counts.isEmpty else { return nil }
        let top = counts.suffix((counts.count + 9) / 10).reduce(0, +)
        return Double(top) / Double(counts.reduce(0, +))
    }
}

/// How much of the talk falls into its busiest hour.
struct BusiestHourShare: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "busiestHourShare",
        meaning: "The share of comments that came within the busiest hour.",
        formula: "max over i of #{ j : t_i <= t_j < t_i + 3600 } / q",
        symbols: "t_i: when comment i was posted; q: the number of comments whose moment is known",
        range: "1/q to 1; the hour begins with any comment, not on the clock",
        undefined: "with fewer than two comments whose moments are known",
        cost: "O(n log n)",
        source:
            "our own: the height of the greatest burst. Moments are known as for `burstiness`")

    func value(of talk: MeasuredTalk) -> Double? {
        let moments = talk.moments
        guard moments.count >= 2 else { return nil }
        var (most, end) = (0, 0)
        for (start, moment) in moments.enumerated() {
            while end < moments.count, moments[end] - moment < 3_600 { end += 1 }
            most = max(most, end - start)
        }
        return Double(most) / Double(moments.count)
    }
}

/// How unevenly the comments are spread over those who comment.
struct Gini: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "gini",
        meaning: "How unevenly the comments are spread over those who comment.",
        formula: "G = 2 * (sum over i of i x_i) / (u * sum over i of x_i) - (u + 1) / u",
        symbols: "x_1 <= ... <= x_u: the numbers of comments of those who commented; u: how many",
        range: "0 (all wrote as many) to below 1 (one wrote nearly all)",
        undefined: "without comments",
        cost: "O(u log u)",
        source:
            "Gini 1912, in the form for sorted values. Without the correction u / (u - 1) for small"
            + " groups; who never comments is not counted")

    func value(of talk: MeasuredTalk) -> Double? {
        let counts = talk.participation
        guard !counts.isEmpty else { return nil }
        let commenters = Double(counts.count)
        var total = 0.0
        var ranked = 0.0
        for (index, count) in counts.enumerated() {
            total += Double(count)
            ranked += Double(index + 1) * Double(count)
        }
        return max(0, 2 * ranked / (commenters * total) - (commenters + 1) / commenters)
    }
}

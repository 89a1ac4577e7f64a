import LanguageTools

/// How evenly the comments are spread over those who comment.
struct Entropy: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "entropy",
        meaning: "How evenly the comments are spread over those who comment.",
        formula: "H = -(sum over i of p_i ln p_i) / ln u",
        symbols:
            "p_i: the share of comments by commenter i; u: the number of those who commented",
        range: "0 (nearly all are of one) to 1 (all wrote as many)",
        undefined: "with fewer than two who commented",
        cost: "O(u log u)",
        source:
            "Shannon 1948 (Bell System Technical Journal 27), divided by its greatest value (Pielou"
            + " 1966, doi:10.1016/0022-5193(66)90013-0)")

    func value(of talk: MeasuredTalk) -> Double? {
        let counts = talk.participation
        guard counts.count >= 2 else { return nil }
        let total = Double(counts.reduce(0, +))
        let sum = counts.reduce(0.0) { sum, count in
            let share = Double(count) / total
            return sum - share * FloatMath.log(share)
        }
        return min(1, sum / FloatMath.log(Double(counts.count)))
    }
}

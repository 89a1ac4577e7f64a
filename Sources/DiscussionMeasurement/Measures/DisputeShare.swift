import GraphAlgorithms

/// How many of the commenters are drawn into disagreement.
struct DisputeShare: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "disputeShare",
        meaning: "The share of commenters who disagree with another or are disagreed with.",
        formula: "E / u",
        symbols:
            "E: the number of those who send or receive a disagreeing reply, counted as for"
            + " `disagreement`; u: the number of those who commented",
        range: "0...1",
        undefined: "where `disagreement` is",
        cost: "O(m + u)",
        source:
            "the number of editors at odds in Yasseri et al. 2012, cited for `mutualDisagreement`,"
            + " as a share")

    func value(of talk: MeasuredTalk) -> Double? {
        guard talk.disagreement != nil else { return nil }
        var isAtOdds = [Bool](repeating: false, count: talk.commenterCount)
        for edge in talk.disagreementGraph.edges {
            isAtOdds[edge.from] = true
            isAtOdds[edge.to] = true
        }
        let commenters = talk.commentsPerCommenter.count { $0 > 0 }
        return Double(isAtOdds.count { $0 }) / Double(commenters)
    }
}

/// How long the slow replies take.
struct P90ReplySeconds: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "p90ReplySeconds",
        meaning: "The time within which nine in ten replies to comments come.",
        formula: "g_(k) where k = ceil(0.9 q)",
        symbols:
            "g_(1) <= ... <= g_(q): the seconds from a comment to its reply, as for"
            + " `medianReplySeconds`",
        range: "seconds, 0 or more; never below `medianReplySeconds`",
        undefined: "where no reply to a comment has both moments known",
        cost: "O(n log n)",
        source: "the 90th percentile by nearest rank")

    func value(of talk: MeasuredTalk) -> Double? {
        let gaps = talk.replyGaps.map(\.seconds).sorted()
        guard !gaps.isEmpty else { return nil }
        return gaps[(9 * gaps.count + 9) / 10 - 1]
    }
}

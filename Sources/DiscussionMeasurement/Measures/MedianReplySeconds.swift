/// How fast comments are answered.
struct MedianReplySeconds: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "medianReplySeconds",
        meaning: "How fast comments are answered: the median time from a comment to its reply.",
        formula: "median over replies i of t_i - t_p(i)",
        symbols:
            "i: the replies to comments; t_i: when the reply was posted; t_p(i): when the comment"
            + " that it answers was posted. Of an even number, the mean of the two in the middle",
        range: "seconds, 0 or more",
        undefined: "where no reply to a comment has both moments known",
        cost: "O(n log n)",
        source:
            "the usual response time. Replies to the article are left out, since they tell when"
            + " readers came. A moment is known when stated to the second, not in words such as"
            + " \"3 years ago\"; both have a zone or neither; replies posted before what they answer"
            + " are left out")

    func value(of talk: MeasuredTalk) -> Double? {
        talk.replyGaps.map(\.seconds).median
    }
}

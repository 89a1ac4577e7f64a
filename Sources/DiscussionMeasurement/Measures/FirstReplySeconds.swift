import DiscussionModel

/// How long the opening waited for its first answer.
struct FirstReplySeconds: EngagementMeasure {
    let definition = MeasureDefinition(
        name: "firstReplySeconds",
        meaning: "How long the opening waited for the first comment after it.",
        formula: "min over i of t_i - t_0",
        symbols:
            "t_i: when comment i was posted; t_0: when the article was published or, in a forum or"
            + " chat without a dated article, when the first comment was posted, which then is no i",
        range: "seconds, 0 or more",
        undefined: "where t_0 or all t_i are not known to the second, or all t_i lie before t_0",
        cost: "O(n)",
        source: "the usual time to first response. Moments are known as for `medianReplySeconds`")

    func value(of talk: MeasuredTalk) -> Double? {
        let comments = talk.tree.isThere.indices.dropFirst()
        var opening = talk.posted[0]
        var rest = comments
        if opening == nil, talk.setting != .page {
            opening = comments.first.flatMap { talk.posted[$0] }
            rest = comments.dropFirst()
        }
        guard let opening else { return nil }
        return rest.lazy.filter { talk.tree.isThere[$0] }
            .compactMap { talk.posted[$0]?.seconds(after: opening) }
            .filter { $0 >= 0 }
            .min()
    }
}

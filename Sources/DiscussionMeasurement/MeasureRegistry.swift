import DiscussionModel

/// The measures in their documented order.
package enum MeasureRegistry {
    /// Of a discussion: one line for each measure. All but the depth, which a thread has anyway, are
    /// measured of each thread too.
    package static let measures: [any EngagementMeasure] = [
        Depth(),
        Width(),
        HIndex(),
        StructuralVirality(),
        Branching(),
        Reciprocity(),
        Gini(),
        TopShare(),
        Entropy(),
        Focus(),
        Centralization(),
        MedianReplySeconds(),
        P90ReplySeconds(),
        FirstReplySeconds(),
        Burstiness(),
        BusiestHourShare(),
        LongestExchange(),
        Disagreement(),
        DisagreementLow(),
        DisagreementHigh(),
        MutualDisagreement(),
        DisputeShare(),
        Frustration(),
        Balance(),
        Controversy(),
    ]

    /// Of each thread.
    package static let threadMeasures: [any EngagementMeasure] = measures.filter { !($0 is Depth) }

    /// Of each thread too, counted beside the measures.
    package static let threadCounts = ThreadCounts.definitions

    /// Of each comment, counted beside the measures.
    package static let commentCounts = CommentCounts.definitions

    /// Of each commenter, counted beside the measures.
    package static let commenterCounts = CommenterCounts.definitions

    /// Of each comment, beside those in `CommentMeasures`.
    package static let commentMeasures: [any CommentMeasure] = [
        DistinctRepliers(),
        TimesQuoted(),
        CommentFirstReplySeconds(),
    ]

    /// Of each commenter, beside those in `CommenterMeasures`.
    package static let commenterMeasures: [any CommenterMeasure] = [
        CommenterShare(),
        InDegree(),
        OutDegree(),
        PageRank(),
        Betweenness(),
        CoreNumber(),
        CommenterReciprocity(),
        CommenterReplySeconds(),
        StanceCount(.agree, isSent: true),
        StanceCount(.disagree, isSent: true),
        AgreementGiven(),
        StanceCount(.agree, isSent: false),
        StanceCount(.disagree, isSent: false),
        AgreementReceived(),
    ]
}

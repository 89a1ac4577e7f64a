public import DiscussionModel

/// Counts and measures a discussion whose replies are known.
public struct DiscussionMeter: Sendable {
    /// Creates a meter.
    public init() {}

    /// The measures of a discussion with its reply graph.
    public func measures(of discussion: Discussion, graph: ReplyGraph) -> DiscussionMeasures {
        DiscussionMeasures(
            comments: [], commenters: [], engagement: Engagement(measures: []), threads: [])
    }
}

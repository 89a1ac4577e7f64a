public import DiscussionModel

/// Chooses the sentences that say what a discussion is about.
public struct Summarizer: Sendable {
    /// Creates a summarizer.
    public init() {}

    /// The summary of a discussion.
    public func summary(
        of discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures
    ) -> DiscussionSummary {
        DiscussionSummary()
    }
}

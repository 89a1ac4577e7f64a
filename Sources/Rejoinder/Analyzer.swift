public import DiscussionModel
import DiscussionMeasurement
import DiscussionReading
import DiscussionReporting
import DiscussionStorage
import DiscussionSummaries
public import ReplyReconstruction

/// Runs the stages over a discussion.
public struct Analyzer: Sendable {
    private let reconstructor: ReplyReconstructor

    /// Creates an analyzer.
    public init(replies mode: ReplyMode = .auto) {
        reconstructor = ReplyReconstructor(mode: mode)
    }

    /// The analysis of one discussion.
    public func analysis(of discussion: Discussion) -> Analysis {
        let graph = reconstructor.replyGraph(of: discussion)
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        let summary = Summarizer().summary(of: discussion, graph: graph, measures: measures)
        return Analysis(
            discussion: discussion, graph: graph, measures: measures, summary: summary)
    }
}

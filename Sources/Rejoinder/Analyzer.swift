public import DiscussionModel
import DiscussionMeasurement
public import DiscussionSummaries
public import ReplyReconstruction

/// Runs the stages over discussions: who answers whom, what that amounts to, what was said.
///
/// The same discussion gives the same analysis whatever runs beside it.
public struct Analyzer: Sendable {
    private let reconstructor: ReplyReconstructor
    private let summarizer: Summarizer

    /// Creates an analyzer.
    ///
    /// - Parameters:
    ///   - mode: which replies are believed.
    ///   - summarizer: how summaries are made, above all how long they are.
    public init(replies mode: ReplyMode = .auto, summarizer: Summarizer = Summarizer()) {
        reconstructor = ReplyReconstructor(mode: mode)
        self.summarizer = summarizer
    }

    /// The analysis of one discussion.
    public func analysis(of discussion: Discussion) -> Analysis {
        let graph = reconstructor.replyGraph(of: discussion)
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        let summary = summarizer.summary(of: discussion, graph: graph, measures: measures)
        return Analysis(
            discussion: discussion, graph: graph, measures: measures, summary: summary)
    }
}

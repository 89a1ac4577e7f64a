public import DiscussionModel
import DiscussionMeasurement
public import DiscussionSummaries
public import ReplyReconstruction
public import StanceAnalysis

/// Runs the stages over discussions: who answers whom, who sides with whom, what that amounts to,
/// what was said.
///
/// The same discussion gives the same analysis whatever runs beside it.
public struct Analyzer: Sendable {
    private let reconstructor: ReplyReconstructor
    private let stanceAnalyzer: StanceAnalyzer
    private let summarizer: Summarizer

    /// Creates an analyzer.
    ///
    /// - Parameters:
    ///   - mode: which replies are believed.
    ///   - camps: how many stance clusters are looked for.
    ///   - summarizer: how summaries are made, above all how long they are.
    public init(
        replies mode: ReplyMode = .auto, camps: CampCount = .auto,
        summarizer: Summarizer = Summarizer()
    ) {
        reconstructor = ReplyReconstructor(mode: mode)
        stanceAnalyzer = StanceAnalyzer(camps: camps)
        self.summarizer = summarizer
    }

    /// The analysis of one discussion.
    public func analysis(of discussion: Discussion) -> Analysis {
        var graph = reconstructor.replyGraph(of: discussion)
        let stances = stanceAnalyzer.stances(of: discussion, graph: &graph)
        let measures = DiscussionMeter().measures(
            of: discussion, graph: graph, stances: stances)
        let summary = summarizer.summary(
            of: discussion, graph: graph, stances: stances, measures: measures)
        return Analysis(
            discussion: discussion, graph: graph, stances: stances, measures: measures,
            summary: summary)
    }
}

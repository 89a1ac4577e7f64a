public import DiscussionModel
import DiscussionMeasurement
public import DiscussionPrivacy
public import DiscussionStorage
public import DiscussionSummaries
import ReplyReconstruction
public import StanceAnalysis

/// Runs the stages over discussions: who answers whom, who sides with whom, what that amounts to,
/// what was said.
///
/// The same discussion gives the same analysis whatever runs beside it.
public struct Analyzer: Sendable {
    private let mode: ReplyMode
    private let settings: String
    private let reconstructor: ReplyReconstructor
    private let stanceAnalyzer: StanceAnalyzer
    private let summarizer: Summarizer
    private let privacy: Privacy

    /// Creates an analyzer.
    ///
    /// - Parameters:
    ///   - mode: which replies are believed.
    ///   - camps: how many stance clusters are looked for.
    ///   - summarizer: how summaries are made, above all how long they are.
    ///   - privacy: what is taken out of an analysis once it is finished.
    public init(
        replies mode: ReplyMode = .auto, camps: CampCount = .auto,
        summarizer: Summarizer = Summarizer(), privacy: Privacy = Privacy()
    ) {
        self.mode = mode
        settings = Self.settings(mode, camps, summarizer, privacy)
        reconstructor = ReplyReconstructor(mode: mode)
        stanceAnalyzer = StanceAnalyzer(camps: camps)
        self.summarizer = summarizer
        self.privacy = privacy
    }

    /// The fingerprint of all that the analysis of a discussion depends on: its own, that of what
    /// people have set in it, of the analyzer's options and of this version of the program.
    ///
    /// With pseudonyms it is made with their key, so that it does not tell whether a guess at who
    /// stands behind them is right.
    ///
    /// - Complexity: O(n) in the bytes of the discussion.
    public func hash(
        of discussion: Discussion, corrections: Corrections = Corrections()
    ) -> ContentHash {
        let hash = ContentHash(of: discussion, corrections: corrections, settings: settings)
        return privacy.pseudonymizer.map { ContentHash(value: $0.sealed(hash.value)) } ?? hash
    }

    /// The options in words, every one that can change a result.
    private static func settings(
        _ mode: ReplyMode, _ camps: CampCount, _ summarizer: Summarizer, _ privacy: Privacy
    ) -> String {
        let camps =
            switch camps {
            case .auto: "auto"
            case .exactly(let count): "\(count)"
            }
        let length =
            switch summarizer.length {
            case .sentences(let count): "\(count) sentences"
            case .share(let share): "share \(share)"
            }
        return [
            "\(Release.version) \(Release.analysis)", "replies \(mode.rawValue)", "camps \(camps)",
            "summary \(length)", "threads \(summarizer.sentencesPerThread) sentences",
            "pseudonyms \(privacy.pseudonymizer != nil)", "texts \(!privacy.dropsText)",
        ].joined(separator: ", ")
    }

    /// The analysis of one discussion, with what people who know better have set in the place of
    /// what was inferred: everything that follows from it follows from what they set.
    ///
    /// A correction that cannot be applied, since its comment is gone or it would make a ring of
    /// replies, is told in the findings.
    public func analysis(
        of discussion: Discussion, corrections: Corrections = Corrections()
    ) -> Analysis {
        var problems: [CorrectionProblem] = []
        return analysis(of: discussion, corrections: corrections, problems: &problems)
    }

    /// The same.
    ///
    /// - Parameters:
    ///   - discussion: the article and the comments.
    ///   - corrections: what is set in the place of what would be inferred.
    ///   - problems: the corrections that could not be applied are added here.
    public func analysis(
        of discussion: Discussion, corrections: Corrections, problems: inout [CorrectionProblem]
    ) -> Analysis {
        var graph = reconstructor.replyGraph(
            of: discussion, corrections: corrections, problems: &problems)
        let stances = stanceAnalyzer.stances(
            of: discussion, graph: &graph, corrections: corrections)
        let measures = DiscussionMeter().measures(
            of: discussion, graph: graph, stances: stances)
        let summary = summarizer.summary(
            of: discussion, graph: graph, stances: stances, measures: measures)
        let analysis = Analysis(
            discussion: discussion, graph: graph, stances: stances, measures: measures,
            summary: summary, replyMode: mode)
        return privacy.applied(to: analysis)
    }

    /// An analysis with more that people have set, whose texts are not those that were written: of a
    /// discussion with pseudonyms, or without texts. Nothing is inferred anew of comments that nothing
    /// is set of; what follows from the replies, such as chains, camps and measures, is.
    ///
    /// - Parameters:
    ///   - analysis: the analysis as it is known.
    ///   - corrections: what is set besides what was set in it before.
    ///   - all: both.
    ///   - problems: the corrections that could not be applied are added here.
    public func analysis(
        _ analysis: Analysis, with corrections: Corrections, among all: Corrections,
        problems: inout [CorrectionProblem]
    ) -> Analysis {
        guard !corrections.isEmpty else { return analysis }
        let discussion = analysis.discussion
        var graph = reconstructor.corrected(
            analysis.graph, of: discussion, corrections: corrections, problems: &problems)
        var stances = stanceAnalyzer.stances(
            of: discussion, graph: &graph, corrections: all, keeping: analysis.graph)
        stances.findings = analysis.stances.findings
        var measures = DiscussionMeter().measures(of: discussion, graph: graph, stances: stances)
        for (place, comment) in analysis.measures.comments.enumerated()
        where measures.comments.indices.contains(place) {
            measures.comments[place].words = comment.words
        }
        let summary = summarizer.summary(
            of: discussion, graph: graph, stances: stances, measures: measures)
        return Analysis(
            discussion: discussion, graph: graph, stances: stances, measures: measures,
            summary: summary, replyMode: analysis.replyMode)
    }

    /// What a discussion is called in its analysis.
    func outline(of discussion: Discussion) -> Discussion {
        privacy.pseudonymizer?.outline(of: discussion) ?? discussion
    }
}

public import DiscussionModel
import LanguageTools

/// Works out who answers whom in a discussion.
///
/// The work goes in four steps: people and names, quotations, missing authors, and the choice of
/// one reply for each comment among the candidates that the clues propose.
public struct ReplyReconstructor: Sendable {
    /// Which replies are believed.
    public var mode: ReplyMode

    private let model: ReconstructionModel

    /// Creates a reconstructor.
    public init(mode: ReplyMode = .auto) {
        self.init(mode: mode, model: .shared)
    }

    /// Creates a reconstructor with a model of its own.
    package init(mode: ReplyMode, model: ReconstructionModel) {
        self.mode = mode
        self.model = model
    }

    /// The reply graph of a discussion, with what people who know better have set.
    ///
    /// A correction concerns its comment alone: what is inferred of others stays as it is.
    ///
    /// - Parameters:
    ///   - discussion: the article and the comments.
    ///   - corrections: what is set in the place of what is inferred.
    ///   - problems: the corrections that cannot be applied are added here, and told in the findings
    ///     of the graph.
    /// - Complexity: that of `replyGraph(of:)`.
    public func replyGraph(
        of discussion: Discussion, corrections: Corrections, problems: inout [CorrectionProblem]
    ) -> ReplyGraph {
        corrected(
            replyGraph(of: discussion), of: discussion, corrections: corrections,
            problems: &problems)
    }

    /// A reply graph with what people who know better have set, and nothing else inferred anew.
    ///
    /// - Parameters:
    ///   - graph: the graph of the discussion, without these corrections.
    ///   - discussion: the article and the comments.
    ///   - corrections: what is set in the place of what was inferred.
    ///   - problems: as of `replyGraph(of:corrections:problems:)`.
    /// - Complexity: O(n) in comments and corrections, but for corrections that would make rings.
    public func corrected(
        _ graph: ReplyGraph, of discussion: Discussion, corrections: Corrections,
        problems: inout [CorrectionProblem]
    ) -> ReplyGraph {
        guard !corrections.isEmpty else { return graph }
        var corrector = GraphCorrector(discussion, graph)
        corrector.apply(corrections)
        problems += corrector.problems
        return corrector.graph
    }

    /// The reply graph of a discussion.
    ///
    /// Every comment that is there gets exactly one reply, to an earlier comment or the article;
    /// a stated parent may also stand later in the source. The same discussion gives the same graph.
    /// - Complexity: near O(w) in the words of the discussion.
    public func replyGraph(of discussion: Discussion) -> ReplyGraph {
        var people = People(discussion)
        let text = DiscussionText(discussion)
        let marked =
            mode == .recover
            ? StatedZones(none: text) : StatedZones(discussion, text: text, people: people)
        let quotations = QuotationFinder(
            text, authors: people.authors, judge: model.quotations, setting: discussion.setting,
            stated: marked
        ).quotations()
        var traces = Traces(
            discussion, text: text, people: people, quotations: quotations, stated: marked)
        var situation: Situation?
        var inferred: [Int: InferredAuthor] = [:]
        if AuthorFinder.isHopeful(discussion, authors: traces.authors) {
            let finder = AuthorFinder(
                Situation(traces), weights: model.authors,
                replies: model.weights(discussion.setting, .first))
            inferred = finder.authors()
            situation = finder.situation
        }
        if !inferred.isEmpty {
            people = traces.people
            for (ordinal, author) in inferred { people.setAuthor(author.person, of: ordinal) }
            traces = Traces(
                discussion, text: text, people: people, quotations: quotations, stated: marked)
            situation = nil
        }
        return graph(traces, situation, inferred: inferred)
    }

    /// The graph with the replies that the source states, and those chosen where it states none.
    ///
    /// - Parameter situation: What `traces` come to, where that is known already.
    private func graph(
        _ traces: Traces, _ situation: Situation?, inferred: [Int: InferredAuthor]
    ) -> ReplyGraph {
        let discussion = traces.discussion
        var stated = StatedParents(discussion, mode: mode)
        var assembly = GraphAssembly(traces, inferred: inferred)
        var choice: ReplyChoice?
        for comment in discussion.comments.indices.map({ $0 + 1 })
        where !discussion.comments[comment - 1].isGhost {
            if let parent = stated.parent(of: comment) {
                assembly.add(
                    Reply(from: comment, to: parent, confidence: 1, evidence: Self.statedParent))
            } else if mode == .stated {
                assembly.add(
                    Reply(from: comment, to: 0, confidence: 0.5, evidence: Self.noStatedParent))
            } else {
                // What nobody asks for is not weighed: most dumps state every parent.
                let weighing = choice ?? ReplyChoice(situation ?? Situation(traces), model: model)
                choice = weighing
                var (reply, also) = weighing.replies(of: comment)
                if !stated.accept(reply) {
                    // A parent that stands later in the source can lead back here.
                    reply = Reply(
                        from: comment, to: 0, confidence: 0.5, evidence: Self.answeredByParent)
                    also.removeAll { $0.to == 0 }
                }
                assembly.add(reply)
                also.forEach { assembly.addFurther($0) }
            }
        }
        return assembly.graph()
    }

    private static let statedParent = [
        Evidence(kind: .stated, detail: "the source gives the parent", weight: 10)
    ]
    private static let noStatedParent = [
        Evidence(kind: .default, detail: "the source gives no parent", weight: 0)
    ]
    private static let answeredByParent = [
        Evidence(
            kind: .default,
            detail: "the source says that the nearest comment answers this one", weight: 0)
    ]
}

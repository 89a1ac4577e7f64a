public import DiscussionModel

/// Says how each reply takes what it answers, where disagreement goes on, and which camps there are.
public struct StanceAnalyzer: Sendable {
    /// How many camps are looked for.
    public var camps: CampCount

    private let model: StanceModel
    private let weights: CampWeights

    /// Creates an analyzer.
    public init(camps: CampCount = .auto) {
        self.init(camps: camps, model: .shared, weights: .shared)
    }

    /// Creates an analyzer with a model and weights of its own.
    package init(camps: CampCount, model: StanceModel, weights: CampWeights) {
        self.camps = camps
        self.model = model
        self.weights = weights
    }

    /// The stances of a discussion; those of its replies are written into the graph.
    ///
    /// The same discussion and graph give the same stances.
    ///
    /// - Parameters:
    ///   - discussion: the article and the comments.
    ///   - graph: who answers whom in it; each of its replies gets a stance.
    ///   - corrections: what people who know better say; what they say of stances counts as certain
    ///     wherever the comment has a reply.
    ///   - known: the graph as it was judged before, whose stances stay wherever a comment answers
    ///     what it answered there.
    /// - Complexity: O(w + n log n) in the words and comments, and what `ClusterFinder` says of camps.
    public func stances(
        of discussion: Discussion, graph: inout ReplyGraph,
        corrections: Corrections = Corrections(),
        keeping known: ReplyGraph? = nil
    ) -> DiscussionStances {
        var judge = StanceJudge(discussion: discussion, graph: graph, model: model)
        var findings = judge.judge(&graph)
        if let known { Self.keep(known, in: &graph) }
        Self.apply(corrections, to: &graph, of: discussion)
        let chains = ChainFinder().chains(of: discussion, graph: graph, findings: &findings)
        var clustering = ClusterFinder(camps: camps, weights: weights)
            .clustering(of: discussion, graph: graph)
        ClusterLabeller(discussion: discussion, graph: graph).label(&clustering)
        return DiscussionStances(chains: chains, clustering: clustering, findings: findings)
    }

    private static func keep(_ known: ReplyGraph, in graph: inout ReplyGraph) {
        struct Edge: Hashable {
            var from: Int
            var to: Int
        }
        var stances: [Edge: Stance?] = [:]
        for reply in known.alsoAnswers + known.replies {
            stances[Edge(from: reply.from, to: reply.to)] = .some(reply.stance)
        }
        for at in graph.replies.indices {
            let reply = graph.replies[at]
            guard let stance = stances[Edge(from: reply.from, to: reply.to)] else { continue }
            graph.replies[at].stance = stance
        }
        for at in graph.alsoAnswers.indices {
            let reply = graph.alsoAnswers[at]
            guard let stance = stances[Edge(from: reply.from, to: reply.to)] else { continue }
            graph.alsoAnswers[at].stance = stance
        }
    }

    private static func apply(
        _ corrections: Corrections, to graph: inout ReplyGraph, of discussion: Discussion
    ) {
        guard !corrections.isEmpty else { return }
        for at in graph.replies.indices {
            let id = discussion.id(at: graph.replies[at].from)
            guard let correction = corrections.correction(of: id, .stance),
                case .stance(let label) = correction.value
            else { continue }
            graph.replies[at].stance = Stance(label, correctedBy: correction)
        }
    }
}

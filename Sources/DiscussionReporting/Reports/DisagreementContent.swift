import DiscussionModel

/// What is told of the disagreement in a discussion, before it is laid out.
struct DisagreementContent {
    /// A chain with those that share its beginning.
    struct Strand {
        /// The one that is told: the most important.
        var chain: DisagreementChain
        /// How many others there are.
        var branches: Int
        /// How many comments they hold that it does not.
        var furtherComments: Int
    }

    let analysis: Analysis
    /// The strands, the most important first.
    let strands: [Strand]
    /// By comment: how it takes what it answers.
    private let stances: [Stance?]

    /// - Complexity: O(n log n) in the number of chains and comments.
    init(_ analysis: Analysis) {
        self.analysis = analysis
        strands = Self.strands(of: analysis.stances.chains)
        var stances = [Stance?](repeating: nil, count: analysis.discussion.comments.count)
        for reply in analysis.graph.replies where stances.indices.contains(reply.from - 1) {
            stances[reply.from - 1] = reply.stance
        }
        self.stances = stances
    }

    private static func strands(of chains: [DisagreementChain]) -> [Strand] {
        // By chain: the first one of its strand. A branch stands behind what it branches from.
        var firsts: [Int] = []
        for (index, chain) in chains.enumerated() {
            let earlier = chain.branchOf.flatMap { firsts.element(at: $0) }
            firsts.append(earlier ?? index)
        }
        var best = firsts.map { _ in 0 }
        var (counts, comments) = (best, best)
        for (index, chain) in chains.enumerated() {
            let first = firsts[index]
            if first == index { best[first] = index }
            if isMoreImportant(chain, than: chains[best[first]]) { best[first] = index }
            counts[first] += 1
            comments[first] += max(0, chain.comments.count - chain.sharedComments)
        }
        let roots = chains.indices.filter { firsts[$0] == $0 }
            .sorted { left, right in
                let (a, b) = (chains[best[left]], chains[best[right]])
                return isMoreImportant(a, than: b)
                    || (!isMoreImportant(b, than: a) && left < right)
            }
        return roots.map { root in
            let chain = chains[best[root]]
            return Strand(
                chain: chain, branches: counts[root] - 1,
                furtherComments: max(0, comments[root] - chain.comments.count))
        }
    }

    /// The longer one is; of equal length what is between two, then what is surer.
    private static func isMoreImportant(
        _ left: DisagreementChain, than right: DisagreementChain
    ) -> Bool {
        func rank(_ chain: DisagreementChain) -> (Int, Int, Double) {
            let kind =
                switch chain.kind {
                case .chain: 0
                case .exchange: 1
                case .quarrel: 2
                }
            return (chain.comments.count, kind, chain.mean)
        }
        return rank(left) > rank(right)
    }

    /// The reply of a chain that most probably disagrees, the first of equals.
    func sharpestReply(of chain: DisagreementChain) -> (comment: Int, stance: Stance)? {
        var sharpest: (comment: Int, stance: Stance)?
        for ordinal in chain.comments.dropFirst() {
            guard let stance = stances.element(at: ordinal - 1) ?? nil else { continue }
            if let best = sharpest, best.stance.disagree >= stance.disagree { continue }
            sharpest = (ordinal, stance)
        }
        return sharpest
    }

    /// How many replies have each stance, how many were not judged, and how many of the judged ones
    /// are more likely than not something else.
    var replies: (labels: [Stance.Label: Int], unjudged: Int, unsure: Int) {
        var labels: [Stance.Label: Int] = [:]
        var (unjudged, unsure) = (0, 0)
        for reply in analysis.graph.replies {
            guard let stance = reply.stance else {
                unjudged += 1
                continue
            }
            labels[stance.label, default: 0] += 1
            if stance.probability < 0.5 { unsure += 1 }
        }
        return (labels, unjudged, unsure)
    }

    /// Whether anybody has looked for stances, chains and camps.
    var isJudged: Bool {
        !analysis.stances.chains.isEmpty || !analysis.stances.clustering.clusters.isEmpty
            || analysis.graph.replies.contains { $0.stance != nil }
    }
}

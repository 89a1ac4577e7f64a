import DiscussionModel

/// What is told of the disagreement in a discussion, before it is laid out.
struct DisagreementContent {
    /// A chain with those that share its beginning.
    struct Strand {
        /// The one that is told: the most important.
        var chain: DisagreementChain
        /// The exchanges and quarrels beside it, the most important first.
        var within: [DisagreementChain] = []
        /// How many other chains there are.
        var branches = 0
        /// How many comments those hold that the chain does not.
        var furtherComments = 0

        /// All its chains, by kind.
        var kinds: [DisagreementChain.Kind: Int] {
            var kinds = [chain.kind: 1]
            for chain in within { kinds[chain.kind, default: 0] += 1 }
            kinds[.chain, default: 0] += branches
            return kinds
        }
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
        let groups = Dictionary(grouping: chains.indices) { firsts[$0] }
        let strands = chains.indices.compactMap { groups[$0] }.map { group in
            Self.strand(of: group.map { chains[$0] })
        }
        return strands.enumerated().sorted { left, right in
            if let isFirst = isMoreImportant(left.element, than: right.element) { return isFirst }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// The chains of a strand, of which the first one begins it.
    private static func strand(of chains: [DisagreementChain]) -> Strand {
        let ranked = chains.enumerated().sorted { left, right in
            isMoreImportant(left.element, than: right.element)
                || (!isMoreImportant(right.element, than: left.element)
                    && left.offset < right.offset)
        }.map(\.element)
        var strand = Strand(chain: ranked[0])
        let told = Set(strand.chain.comments)
        var further: Set<Int> = []
        for chain in ranked.dropFirst() {
            if chain.kind == .chain {
                strand.branches += 1
                further.formUnion(chain.comments.filter { !told.contains($0) })
            } else {
                strand.within.append(chain)
            }
        }
        strand.furtherComments = further.count
        return strand
    }

    /// Strands with a quarrel come first, then go by their chains; `nil` where they are equal.
    private static func isMoreImportant(_ left: Strand, than right: Strand) -> Bool? {
        let quarrels = [left, right].map { ($0.kinds[.quarrel] ?? 0) > 0 }
        if quarrels[0] != quarrels[1] { return quarrels[0] }
        if isMoreImportant(left.chain, than: right.chain) { return true }
        return isMoreImportant(right.chain, than: left.chain) ? false : nil
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

    /// Chains by kind in words: "1 quarrel, 2 chains".
    static func words(for kinds: [DisagreementChain.Kind: Int]) -> String {
        let names: [(DisagreementChain.Kind, String)] = [
            (.quarrel, "quarrel"), (.exchange, "exchange"), (.chain, "chain"),
        ]
        return names.compactMap { kind, name in
            kinds[kind].flatMap { $0 > 0 ? counted($0, name) : nil }
        }.joined(separator: ", ")
    }

    /// How many comments are not in English, as the finding tells; 0 where all are.
    var foreignComments: Int {
        let finding = analysis.stances.findings.first { $0.id == "stance-language" }
        return finding.flatMap { Int($0.message.prefix { $0.isNumber }) } ?? 0
    }

    /// Whether more than half of the comments are not in English.
    var isMostlyForeign: Bool { foreignComments * 2 > analysis.presentComments }

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

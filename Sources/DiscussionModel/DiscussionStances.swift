/// Who agrees, who fights and which camps there are in one discussion: what follows from the
/// stances of its replies, which stand in `ReplyGraph`.
public struct DiscussionStances: Hashable, Sendable {
    /// The chains of disagreement, by their first reply in the order of the comments.
    public var chains: [DisagreementChain]
    /// The camps.
    public var clustering: StanceClustering
    /// Remarks of the stance analysis.
    public var findings: [Finding]

    /// Creates the stances of a discussion.
    public init(
        chains: [DisagreementChain] = [],
        clustering: StanceClustering = StanceClustering(verdict: .tooLittleEvidence),
        findings: [Finding] = []
    ) {
        self.chains = chains
        self.clustering = clustering
        self.findings = findings
    }
}

extension DiscussionStances {
    /// The chains as a reader wants them: each that branches from no other one with all that hang
    /// on it behind it in their order, and of these groups the one whose first chain holds the most
    /// disagreement (`mean` times its replies) first; equal ones by index.
    ///
    /// - Returns: Groups of indices of `chains`; every chain is in one of them.
    /// - Complexity: O(c log c) in the chains.
    public var chainsByWeight: [[Int]] {
        var groups: [[Int]] = []
        var groupOfChain: [Int] = []
        for (index, chain) in chains.enumerated() {
            if let trunk = chain.branchOf, trunk >= 0, trunk < index {
                groupOfChain.append(groupOfChain[trunk])
                groups[groupOfChain[trunk]].append(index)
            } else {
                groupOfChain.append(groups.count)
                groups.append([index])
            }
        }
        let weights = groups.map { group in
            chains[group[0]].mean * Double(chains[group[0]].comments.count - 1)
        }
        return groups.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }.map { groups[$0] }
    }
}

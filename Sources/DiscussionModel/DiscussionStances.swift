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

package import DiscussionModel

/// Says of each cluster what it says and whom it argues with: its terms, its representative
/// comments and its opponents.
///
/// The order of the comments changes nothing but their ordinals: what is equal otherwise goes by
/// its words, then by the id of who wrote it.
package struct ClusterLabeller {
    private let discussion: Discussion
    private let graph: ReplyGraph

    /// Creates a labeller of the clusters of a discussion.
    ///
    /// - Parameter graph: its replies, with their stances.
    package init(discussion: Discussion, graph: ReplyGraph) {
        self.discussion = discussion
        self.graph = graph
    }

    /// Fills `terms`, `representative` and `opponents` of each cluster, from its members.
    ///
    /// - Complexity: O(b + r log r + u · c) in the bytes b of the comments, the replies r, and c
    ///   clusters of the u words that two commenters use; nothing is read where there is no
    ///   cluster.
    package func label(_ clustering: inout StanceClustering) {
        guard !clustering.clusters.isEmpty else { return }
        let membership = ClusterMembership(clustering, graph: graph)
        var reader = OwnWordReader(discussion: discussion, graph: graph)
        let terms = ClusterTerms(reader: &reader, membership: membership)
        let opponents = membership.opponents(graph.replies)
        let choice = RepresentativeChoice(
            discussion: discussion, graph: graph, membership: membership)
        for index in clustering.clusters.indices {
            let found = terms.terms(of: index + 1, reader: &reader)
            clustering.clusters[index].terms = found.map(\.term)
            clustering.clusters[index].representative = choice.representatives(
                of: index + 1, terms: found, reader: &reader)
            clustering.clusters[index].opponents = opponents[index]
        }
    }
}

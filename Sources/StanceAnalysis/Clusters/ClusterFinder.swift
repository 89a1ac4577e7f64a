public import DiscussionModel

/// Finds the camps of a discussion from the stances of its replies, or that there are none.
///
/// People and what they said to each other make a signed graph: above 0 what speaks for one side,
/// below 0 what speaks for two. Its weights are learnt on debates of known sides so that they
/// predict each person's side from those of the others (pseudo-likelihood, Besag, The Statistician
/// 24, 1975), and the camps are the division with the largest weight within them (correlation
/// clustering). The same input gives the same camps, in whatever order the comments stand.
public struct ClusterFinder: Sendable {
    /// How many camps are looked for.
    public var camps: CampCount
    /// How much the signs of taking sides count.
    package var weights: CampWeights

    /// Creates a finder.
    public init(camps: CampCount = .auto) {
        self.init(camps: camps, weights: .shared)
    }

    package init(camps: CampCount, weights: CampWeights) {
        self.camps = camps
        self.weights = weights
    }

    /// The camps of a discussion whose replies have stances; a reply without one is no evidence.
    ///
    /// Terms, representative comments and opponents of the clusters are left empty.
    /// - Complexity: O(r · (n + m log m)) in people and pairs who answer each other, r being at most
    ///   a few hundred rounds, fewer the larger the discussion.
    public func clustering(of discussion: Discussion, graph: ReplyGraph) -> StanceClustering {
        var tally = CampTally()
        let keys = Self.keys(graph)
        tally.add(graph, keys: keys)
        let article = graph.articleAuthor ?? graph.commenters.count
        var commenters: [String: Int] = [:]
        for (index, key) in keys.dropLast().enumerated() { commenters[key] = index }
        return CampDivision(
            tally, camps: camps, weights: weights, article: keys[article],
            isPerson: { commenters[$0] != nil }
        ).clustering { commenters[$0] }
    }

    /// The key of each commenter, and of the article, which no commenter can have.
    private static func keys(_ graph: ReplyGraph) -> [String] {
        graph.commenters.map { "c" + $0.id } + ["a"]
    }
}

public import DiscussionModel

/// Says how each reply takes what it answers, where disagreement goes on, and which camps there are.
public struct StanceAnalyzer: Sendable {
    /// How many camps are looked for.
    public var camps: CampCount

    /// Creates an analyzer.
    public init(camps: CampCount = .auto) {
        self.camps = camps
    }

    /// The stances of a discussion; those of its replies are written into the graph.
    public func stances(of discussion: Discussion, graph: inout ReplyGraph) -> DiscussionStances {
        DiscussionStances()
    }
}

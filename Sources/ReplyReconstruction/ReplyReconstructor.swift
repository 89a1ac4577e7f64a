public import DiscussionModel

/// Which replies are believed.
public enum ReplyMode: String, Hashable, Sendable, CaseIterable {
    /// The source's stated parents where it has any; the rest is recovered.
    case auto
    /// Only the source's stated parents.
    case stated
    /// Nothing that the source states: everything is recovered from the text.
    case recover
}

/// Works out who answers whom in a discussion.
public struct ReplyReconstructor: Sendable {
    /// Which replies are believed.
    public var mode: ReplyMode

    /// Creates a reconstructor.
    public init(mode: ReplyMode = .auto) {
        self.mode = mode
    }

    /// The reply graph of a discussion.
    public func replyGraph(of discussion: Discussion) -> ReplyGraph {
        ReplyGraph(commenters: [], authorships: [])
    }
}

import DiscussionModel

/// What goes between two people besides a reply, wherever it stands in the file.
struct ReplyHistory {
    /// Whom the comment at an ordinal answers, by commenter; -1 for nobody else.
    private var answered: [Int32]
    /// The replies between two commenters, the lower number in the upper half of the key.
    private var counts: [UInt64: Int32] = [:]

    /// Counts the replies of a graph.
    ///
    /// - Complexity: O(n) in the replies.
    init(_ graph: ReplyGraph) {
        answered = [Int32](repeating: -1, count: graph.authorships.count + 1)
        for reply in graph.replies {
            guard let (author, other) = Self.pair(reply, graph) else { continue }
            answered[reply.from] = other
            counts[Self.key(author, other), default: 0] += 1
        }
    }

    /// Whether a reply answers an answer to its own author, and the other replies between the two.
    func around(_ reply: Reply, _ graph: ReplyGraph) -> (back: Bool, others: Int) {
        guard let (author, other) = Self.pair(reply, graph) else { return (false, 0) }
        return (
            answered[reply.to] == author, Int(counts[Self.key(author, other)] ?? 1) - 1
        )
    }

    /// Who answers and who is answered; `nil` for the article and for oneself.
    private static func pair(
        _ reply: Reply, _ graph: ReplyGraph
    ) -> (author: Int32, other: Int32)? {
        guard reply.to > 0 else { return nil }
        let author = graph.commenter(of: reply.from)
        let other = graph.commenter(of: reply.to)
        return author == other ? nil : (Int32(author), Int32(other))
    }

    private static func key(_ one: Int32, _ other: Int32) -> UInt64 {
        UInt64(UInt32(min(one, other))) << 32 | UInt64(UInt32(max(one, other)))
    }
}

import DiscussionModel

/// The parents that the source states, as ordinals, made safe: no cycles.
struct StatedParents {
    private var parents: [Int?]
    /// For each comment one that it leads up to by parents, the last of them itself.
    private var above: [Int]

    init(_ discussion: Discussion, mode: ReplyMode) {
        parents = Array(repeating: nil, count: discussion.comments.count + 1)
        above = Array(parents.indices)
        guard mode != .recover else { return }
        // A source that puts everything under the article states nothing.
        let statesReplies = discussion.comments.contains {
            $0.statedParent != nil && $0.statedParent != Article.id
        }
        guard statesReplies || mode == .stated else {
            return
        }
        let ordinals = discussion.ordinalsByID
        for (at, comment) in discussion.comments.enumerated() {
            guard let stated = comment.statedParent, let parent = ordinals[stated],
                parent != at + 1
            else { continue }
            parents[at + 1] = parent
        }
        cutCycles()
        for (ordinal, parent) in parents.enumerated() { above[ordinal] = parent ?? ordinal }
    }

    /// The stated parent of a comment, or `nil` where the source states none.
    func parent(of comment: Int) -> Int? { parents[comment] }

    /// Takes in a reply that was found; `false`, and nothing taken in, where its target leads up to
    /// the comment itself.
    ///
    /// - Complexity: near O(1) on average over all comments.
    mutating func accept(_ reply: Reply) -> Bool {
        guard top(of: reply.to) != reply.from else { return false }
        above[reply.from] = reply.to
        return true
    }

    private mutating func top(of ordinal: Int) -> Int {
        var at = ordinal
        while above[at] != at {
            above[at] = above[above[at]]
            at = above[at]
        }
        return at
    }

    /// Lets the oldest comment of every cycle answer the article.
    private mutating func cutCycles() {
        var state = [UInt8](repeating: 0, count: parents.count)
        for start in parents.indices.dropFirst() where state[start] == 0 {
            var path: [Int] = []
            var at: Int? = start
            while let ordinal = at, ordinal > 0, state[ordinal] == 0 {
                state[ordinal] = 1
                path.append(ordinal)
                at = parents[ordinal]
            }
            if let ordinal = at, ordinal > 0, state[ordinal] == 1,
                let entry = path.firstIndex(of: ordinal), let oldest = path[entry...].min()
            {
                parents[oldest] = 0
            }
            for ordinal in path { state[ordinal] = 2 }
        }
    }
}

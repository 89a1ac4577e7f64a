import DiscussionModel

/// The parents that the source states, as ordinals, made safe: no cycles.
struct StatedParents {
    private var parents: [Int?]

    init(_ discussion: Discussion, mode: ReplyMode) {
        parents = Array(repeating: nil, count: discussion.comments.count + 1)
        guard mode != .recover else { return }
        // A source that puts everything under the article states nothing.
        let statesReplies = discussion.comments.contains {
            $0.statedParent != nil && $0.statedParent != Article.id
        }
        guard statesReplies || mode == .stated else {
            return
        }
        var ordinals: [String: Int] = [Article.id: 0]
        for (at, comment) in discussion.comments.enumerated() where ordinals[comment.id] == nil {
            ordinals[comment.id] = at + 1
        }
        for (at, comment) in discussion.comments.enumerated() {
            guard let stated = comment.statedParent, let parent = ordinals[stated],
                parent != at + 1
            else { continue }
            parents[at + 1] = parent
        }
        cutCycles()
    }

    /// The stated parent of a comment, or `nil` where the source states none.
    func parent(of comment: Int) -> Int? { parents[comment] }

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

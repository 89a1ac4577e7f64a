import DiscussionModel

/// Finds the rings that changed replies would make.
enum ReplyRings {
    /// Finds every ring and takes the changes on it back, until there is none.
    ///
    /// - Parameters:
    ///   - targets: by comment what it is to answer; without the changes that made rings afterwards.
    ///   - replies: the replies without the changes, which have no ring.
    ///   - count: one more than the number of comments.
    /// - Returns: the comments on each ring, along the replies, in a fixed order.
    /// - Complexity: O(n) for each round; a further one is needed only where taking changes back
    ///   makes another ring.
    static func cut(
        _ targets: inout [Int: Int], in replies: [Reply], comments count: Int
    ) -> [[Int]] {
        guard !targets.isEmpty else { return [] }
        var parents = [Int](repeating: 0, count: count)
        for reply in replies { parents[reply.from] = reply.to }
        let original = parents
        for (from, target) in targets { parents[from] = target }
        var found: [[Int]] = []
        var suspects = targets.keys.sorted()
        while !suspects.isEmpty {
            let rings = rings(in: parents, from: suspects)
            suspects = []
            for ring in rings {
                for ordinal in ring where targets.removeValue(forKey: ordinal) != nil {
                    parents[ordinal] = original[ordinal]
                    suspects.append(ordinal)
                }
            }
            found += rings
        }
        return found
    }

    /// The rings that are reached from some comments, each once.
    private static func rings(in parents: [Int], from starts: [Int]) -> [[Int]] {
        // 0: not seen; else the number of the walk that saw it.
        var seen = [Int](repeating: 0, count: parents.count)
        var rings: [[Int]] = []
        for (walk, start) in starts.enumerated() {
            var at = start
            while at > 0, seen[at] == 0 {
                seen[at] = walk + 1
                at = parents[at]
            }
            guard at > 0, seen[at] == walk + 1 else { continue }
            var ring = [at]
            var next = parents[at]
            while next != at {
                ring.append(next)
                next = parents[next]
            }
            rings.append(ring)
        }
        return rings
    }
}

import DiscussionModel

/// The reply tree of a discussion by ordinals: 0 is the article, the root.
///
/// A ghost has no reply and stands under the article; it carries the comments that answer it but is
/// counted nowhere. So does a comment without a reply, or with one to an ordinal that does not
/// exist. Of a cycle, which a reconstruction never makes, the first comment is put under the
/// article.
struct ReplyTree {
    /// Per ordinal: what it answers; 0 for the article itself.
    let parents: [Int]
    /// Per ordinal: whether it is a comment that is there, neither the article nor a ghost.
    let isThere: [Bool]
    /// The ordinals, each after its parent; begins with 0.
    let order: [Int]
    /// Per ordinal: the distance to the article.
    let depths: [Int]
    /// Per ordinal: the number of comments that answer it.
    let directReplies: [Int]
    /// Per ordinal: the number of comments below it.
    let descendants: [Int]
    /// Per ordinal: the ordinal of the top of its thread; 0 for the article.
    let roots: [Int]

    /// - Complexity: O(comments + replies), with no recursion.
    init(_ discussion: Discussion, _ graph: ReplyGraph) {
        let count = discussion.comments.count
        var parents = [Int](repeating: 0, count: count + 1)
        for reply in graph.replies
        where (1...max(1, count)).contains(reply.from) && (0...count).contains(reply.to)
            && reply.from <= count && !discussion.comments[reply.from - 1].isGhost
        {
            parents[reply.from] = reply.to
        }
        Self.cutCycles(&parents)
        self.init(parents: parents, isThere: [false] + discussion.comments.map { !$0.isGhost })
    }

    /// - Precondition: from every ordinal the parents lead to 0, whose own parent is 0.
    /// - Complexity: O(parents), with no recursion.
    init(parents: [Int], isThere: [Bool]) {
        let count = parents.count - 1
        // Children as one array, each comment's in rising order.
        var starts = [Int](repeating: 0, count: count + 2)
        for ordinal in parents.indices.dropFirst() { starts[parents[ordinal] + 1] += 1 }
        for ordinal in 0...count { starts[ordinal + 1] += starts[ordinal] }
        var children = [Int](repeating: 0, count: count)
        var next = starts
        for ordinal in parents.indices.dropFirst() {
            children[next[parents[ordinal]]] = ordinal
            next[parents[ordinal]] += 1
        }
        var order = [0]
        order.reserveCapacity(count + 1)
        var depths = [Int](repeating: 0, count: count + 1)
        var roots = depths
        var read = 0
        while read < order.count {
            let ordinal = order[read]
            for child in children[starts[ordinal]..<starts[ordinal + 1]] {
                depths[child] = depths[ordinal] + 1
                roots[child] = ordinal == 0 ? child : roots[ordinal]
                order.append(child)
            }
            read += 1
        }
        var direct = [Int](repeating: 0, count: count + 1)
        var below = direct
        for ordinal in order.dropFirst().reversed() {
            let itself = isThere[ordinal] ? 1 : 0
            direct[parents[ordinal]] += itself
            below[parents[ordinal]] += below[ordinal] + itself
        }
        self.parents = parents
        self.isThere = isThere
        self.order = order
        self.depths = depths
        directReplies = direct
        descendants = below
        self.roots = roots
    }

    /// Puts the first comment of every cycle under the article.
    private static func cutCycles(_ parents: inout [Int]) {
        // Per ordinal: the walk that first came by.
        var walks = [Int](repeating: -1, count: parents.count)
        walks[0] = 0
        for start in parents.indices.dropFirst() where walks[start] == -1 {
            var ordinal = start
            while walks[ordinal] == -1 {
                walks[ordinal] = start
                ordinal = parents[ordinal]
            }
            guard ordinal != 0, walks[ordinal] == start else { continue }
            var first = ordinal
            var other = parents[ordinal]
            while other != ordinal {
                first = min(first, other)
                other = parents[other]
            }
            parents[first] = 0
        }
    }
}

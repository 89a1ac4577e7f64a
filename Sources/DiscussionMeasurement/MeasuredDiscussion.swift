package import DiscussionModel

/// A discussion with what several measures need of it, worked out once.
package struct MeasuredDiscussion {
    /// The discussion as read.
    package let discussion: Discussion
    /// Its reply graph.
    package let graph: ReplyGraph
    /// Its commenter graph.
    package let commenterGraph: CommenterGraph
    let tree: ReplyTree
    /// The number of comments at each depth; `levels[0]` is of depth 1. Ends with the deepest level
    /// that holds a comment.
    let levels: [Int]
    /// Per commenter: the number of comments.
    let commentsPerCommenter: [Int]
    /// The number of comments that are there.
    let commentCount: Int

    /// - Complexity: O(comments + replies + mentions + quotations), but for the sorting of the
    ///   commenter graph's edges.
    package init(_ discussion: Discussion, _ graph: ReplyGraph) {
        self.discussion = discussion
        self.graph = graph
        commenterGraph = CommenterGraph(graph)
        tree = ReplyTree(discussion, graph)
        var levels: [Int] = []
        var perCommenter = [Int](repeating: 0, count: graph.commenters.count)
        var count = 0
        // Rising depth: the order of the tree is by levels.
        for ordinal in tree.order where tree.isThere[ordinal] {
            let depth = tree.depths[ordinal]
            while levels.count < depth { levels.append(0) }
            levels[depth - 1] += 1
            count += 1
            if ordinal <= graph.authorships.count {
                perCommenter[graph.commenter(of: ordinal)] += 1
            }
        }
        self.levels = levels
        commentsPerCommenter = perCommenter
        commentCount = count
    }

    /// The index of who wrote a comment that is there; `nil` for the article and for ghosts.
    func commenter(of ordinal: Int) -> Int? {
        guard tree.isThere[ordinal], ordinal <= graph.authorships.count else { return nil }
        return graph.commenter(of: ordinal)
    }

    /// The seconds from one moment to another, where both are known well enough to say: not worked
    /// out from words, not to the day only, and both with a zone or both without.
    static func seconds(from start: Timestamp?, to end: Timestamp?) -> Double? {
        guard let start, let end, !start.isApproximate, !end.isApproximate,
            start.precision != .day, start.precision == end.precision
        else { return nil }
        return Double(end.seconds) - Double(start.seconds)
    }
}

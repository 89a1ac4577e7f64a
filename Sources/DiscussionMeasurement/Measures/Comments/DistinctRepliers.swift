/// How many others answer a comment.
struct DistinctRepliers: CommentMeasure {
    let definition = MeasureDefinition(
        name: "distinctRepliers",
        meaning: "How many different others answer the comment directly.",
        formula: "#{ a_c : p(c) = v, a_c != a_v }",
        symbols: "v: the comment; c: the comments; p(c): what c answers; a: who wrote it",
        range: "0 to `directReplies`",
        undefined: "never",
        cost: "O(n) for all comments",
        source: "the usual count; who answers their own comment is not counted")

    func values(of measured: MeasuredDiscussion) -> [Double?] {
        let talk = measured.talk
        let tree = talk.tree
        var counts = [Int](repeating: 0, count: tree.parents.count)
        // Per commenter: the comment of whose repliers they were counted last. Replies to one
        // comment come together in the order of the tree.
        var seen = [Int](repeating: -1, count: talk.commenterCount)
        for ordinal in tree.order.dropFirst() {
            let parent = tree.parents[ordinal]
            guard let author = talk.authors[ordinal], author != talk.authors[parent],
                seen[author] != parent
            else { continue }
            seen[author] = parent
            counts[parent] += 1
        }
        return counts.dropFirst().map(Double.init)
    }
}

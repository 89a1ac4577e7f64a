/// How long a comment waited for an answer.
struct CommentFirstReplySeconds: CommentMeasure {
    let definition = MeasureDefinition(
        name: "firstReplySeconds",
        meaning: "How long the comment waited for the first reply of someone else.",
        formula: "min over c of t_c - t_v, where p(c) = v and a_c != a_v",
        symbols:
            "v: the comment; c: the comments; p(c): what c answers; t: when it was posted; a: who"
            + " wrote it",
        range: "seconds, 0 or more",
        undefined:
            "where no one else answers, or no such reply has both moments known; moments are known"
            + " as for `medianReplySeconds`",
        cost: "O(n) for all comments",
        source: "the usual time to first response")

    func values(of measured: MeasuredDiscussion) -> [Double?] {
        let talk = measured.talk
        var first = [Double?](repeating: nil, count: talk.tree.parents.count)
        for gap in talk.replyGaps {
            let parent = talk.tree.parents[gap.ordinal]
            guard talk.authors[gap.ordinal] != talk.authors[parent] else { continue }
            first[parent] = min(first[parent] ?? gap.seconds, gap.seconds)
        }
        return Array(first.dropFirst())
    }
}

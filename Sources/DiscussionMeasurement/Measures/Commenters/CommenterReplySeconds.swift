import DiscussionModel

/// How fast a commenter answers.
struct CommenterReplySeconds: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "medianReplySeconds",
        meaning: "How fast the commenter answers comments of others: the median time.",
        formula: "median over c of t_c - t_p(c), where a_c = i and a_p(c) != i",
        symbols:
            "i: the commenter; c: the comments; p(c): what c answers; t: when it was posted; a: who"
            + " wrote it",
        range: "seconds, 0 or more",
        undefined:
            "where no such reply has both moments known, as for the discussion's measure of this"
            + " name",
        cost: "O(n log n) for all commenters",
        source: "the usual response time")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let talk = measured.talk
        var gaps = [[Double]](repeating: [], count: talk.commenterCount)
        for gap in talk.replyGaps {
            guard let author = talk.authors[gap.ordinal],
                author != talk.authors[talk.tree.parents[gap.ordinal]]
            else { continue }
            gaps[author].append(gap.seconds)
        }
        return gaps.map(\.median)
    }
}

import DiscussionModel

/// How often others quote a comment.
struct TimesQuoted: CommentMeasure {
    let definition = MeasureDefinition(
        name: "quotedTimes",
        meaning: "How many quotations in comments of others repeat words of the comment.",
        formula: "#{ q : s(q) = v, a_q != a_v }",
        symbols:
            "v: the comment; q: the quotations; s(q): what q quotes; a: who wrote the comment, or"
            + " the one that q stands in",
        range:
            "0 or more; over the comments of a commenter they add up to that one's `quotedTimes`,"
            + " but for quotations of the article",
        undefined: "never",
        cost: "O(n + quotations) for all comments",
        source: "the usual count")

    func values(of measured: MeasuredDiscussion) -> [Double?] {
        let (talk, graph) = (measured.talk, measured.graph)
        var counts = [Int](repeating: 0, count: talk.tree.parents.count)
        for quotation in graph.quotations
        where quotation.source > 0 && counts.indices.contains(quotation.source) {
            if graph.commenter(of: quotation.comment) != graph.commenter(of: quotation.source) {
                counts[quotation.source] += 1
            }
        }
        return counts.dropFirst().map(Double.init)
    }
}

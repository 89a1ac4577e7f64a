import DiscussionModel

extension AnalysisLoader {
    /// The quote marks of the source, by ordinal.
    func statedQuotations() throws -> [Int: [StatedQuotation]] {
        var result: [Int: [StatedQuotation]] = [:]
        try forEach(
            """
            SELECT c.ordinal, q.start, q.end, q.author, q.source
            FROM comment c JOIN stated_quotation q ON q.comment_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.ordinal, q.position
            """
        ) { row in
            result[row.integer(0), default: []].append(
                StatedQuotation(
                    span: try row.span(1), author: row.textIfAny(3), source: row.textIfAny(4)))
        }
        return result
    }

    /// The notices of other sites in their order.
    func pingbacks() throws -> [Comment] {
        var result: [Comment] = []
        try forEach(
            """
            SELECT key, name, posted, posted_seconds, posted_approximate, url, approval, text
            FROM pingback WHERE discussion_id = ? ORDER BY position
            """
        ) { row in
            result.append(
                Comment(
                    id: row.text(0), nameAsWritten: row.textIfAny(1), posted: row.timestamp(2),
                    text: row.text(7), url: row.textIfAny(5),
                    approval: row.textIfAny(6).flatMap(Comment.Approval.init)))
        }
        return result
    }
}

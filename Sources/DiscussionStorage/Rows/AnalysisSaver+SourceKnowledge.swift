import DiscussionModel

extension AnalysisSaver {
    /// Saves the quote marks of the source and the notices of other sites.
    func saveSourceKnowledge(_ discussion: Discussion, _ places: Places) throws {
        var quotations = try RowWriter(
            rows, into: "stated_quotation", "comment_id", "position", "start", "end", "author",
            "source")
        for (index, comment) in discussion.comments.enumerated() {
            for (position, quotation) in comment.statedQuotations.enumerated() {
                try quotations.add(try places.comment(index + 1))
                try quotations.add(position)
                try quotations.add(quotation.span.start)
                try quotations.add(quotation.span.end)
                try quotations.add(quotation.author)
                try quotations.add(quotation.source)
                try quotations.insert()
            }
        }
        var pingbacks = try RowWriter(
            rows, into: "pingback", "discussion_id", "position", "key", "name", "posted",
            "posted_seconds", "posted_approximate", "url", "approval", "text")
        for (position, pingback) in discussion.pingbacks.enumerated() {
            try pingbacks.add(places.discussion)
            try pingbacks.add(position)
            try pingbacks.add(pingback.id)
            try pingbacks.add(pingback.nameAsWritten)
            try pingbacks.add(pingback.posted)
            try pingbacks.add(pingback.url)
            try pingbacks.add(pingback.approval?.rawValue)
            try pingbacks.add(pingback.text)
            try pingbacks.insert()
        }
    }
}

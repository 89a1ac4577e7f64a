import DiscussionModel

/// What holds of every discussion that a reader gives.
enum DiscussionCheck {
    static func check(_ discussion: Discussion) throws {
        var places: [String: Int] = [:]
        places.reserveCapacity(discussion.comments.count)
        for (place, comment) in discussion.comments.enumerated() {
            try promise(
                comment.id != Article.id && !comment.id.isEmpty,
                "comment \(place + 1) has the id \"\(comment.id)\"")
            let other = places.updateValue(place, forKey: comment.id)
            try promise(other == nil, "two comments have the id \(comment.id)")
        }
        for (place, comment) in discussion.comments.enumerated() {
            if let parent = comment.statedParent, parent != Article.id {
                guard let above = places[parent] else {
                    throw BrokenPromise(
                        description: "comment \(comment.id) answers \(parent), which is not there")
                }
                try promise(
                    above < place, "comment \(comment.id) stands before \(parent) that it answers")
            }
            try checkQuotations(of: comment)
            try check(comment.posted)
        }
        for pingback in discussion.pingbacks {
            try checkQuotations(of: pingback)
            try check(pingback.posted)
        }
        try check(discussion.article.published)
        for finding in discussion.findings {
            try promise(!finding.id.isEmpty && !finding.message.isEmpty, "a finding without words")
            try promise(finding.line ?? 1 >= 1, "\(finding.id) is of line \(finding.line ?? 1)")
        }
    }

    private static func checkQuotations(of comment: Comment) throws {
        guard !comment.statedQuotations.isEmpty else { return }
        let length = comment.text.unicodeScalars.count
        for quotation in comment.statedQuotations {
            try promise(
                quotation.span.end <= length,
                "\(quotation.span) is quoted in the \(length) characters of \(comment.id)")
        }
    }

    /// A time can be written, whatever number the source gave.
    private static func check(_ time: Timestamp?) throws {
        guard let time else { return }
        try promise(time.description.utf8.count >= 10, "a time reads \(time.description)")
    }
}

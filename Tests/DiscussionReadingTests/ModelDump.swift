import DiscussionModel

/// A discussion as text for people to check: everything that the model holds, a line each.
enum ModelDump {
    /// The discussions of one input.
    static func text(of discussions: [Discussion]) -> String {
        discussions.map(text).joined(separator: "\n")
    }

    private static func text(of discussion: Discussion) -> String {
        var lines = ["discussion \(discussion.id) (\(discussion.format), \(discussion.setting))"]
        func add(_ name: String, _ value: String?, indent: String = "  ") {
            if let value { lines.append("\(indent)\(name): \(quoted(value))") }
        }
        add("site", discussion.site)
        let article = discussion.article
        add("title", article.title)
        add("author", article.author)
        add("account", article.accountID)
        add("published", article.published?.description)
        add("url", article.url)
        add("score", article.score.map(String.init))
        if !article.body.isEmpty { add("body", article.body) }
        for comment in discussion.comments { lines += described(comment, as: "comment") }
        for pingback in discussion.pingbacks { lines += described(pingback, as: "pingback") }
        for finding in discussion.findings {
            let place = finding.line.map { " line \($0)" } ?? ""
            lines.append("  \(finding.severity) \(finding.id)\(place): \(finding.message)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func described(_ comment: Comment, as kind: String) -> [String] {
        var head = "  \(kind) \(comment.id)"
        if comment.isGhost { head += " (ghost)" }
        if let parent = comment.statedParent { head += " -> \(parent)" }
        if let name = comment.nameAsWritten { head += " by \(quoted(name))" }
        if let account = comment.accountID { head += " account \(account)" }
        if comment.isByArticleAuthor { head += " (article's author)" }
        if let posted = comment.posted {
            head += " at \(posted)\(posted.isApproximate ? " approximately" : "")"
        }
        if let score = comment.score { head += " score \(score)" }
        if let removal = comment.removal { head += " removed by \(removal)" }
        if let approval = comment.approval { head += " \(approval)" }
        if let url = comment.url { head += " url \(url)" }
        var lines = [head]
        if !comment.text.isEmpty { lines.append("    \(quoted(comment.text))") }
        for quotation in comment.statedQuotations {
            var line = "    quotes \(quoted(quotation.span.words(of: comment.text)))"
            if let author = quotation.author { line += " of \(quoted(author))" }
            if let source = quotation.source { line += " in \(source)" }
            lines.append(line)
        }
        return lines
    }

    private static func quoted(_ text: String) -> String { text.debugDescription }
}

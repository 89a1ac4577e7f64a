public import DiscussionModel

/// Writes discussions in the filter form: a JSON object each, on one line, which
/// `Documentation/Formats.md` describes and the format `discussions` reads.
///
/// What the source did not say is left out; a parent that it did not say is null.
public enum DiscussionLine {
    /// The discussion as one line, without its end.
    ///
    /// - Complexity: O(n) in the length of the texts.
    public static func text(of discussion: Discussion) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            write(discussion, to: &writer)
            if !discussion.article.body.isEmpty {
                writer.member("body", discussion.article.body)
            }
            writer.key("comments")
            writer.array(discussion.comments) { writer, comment in
                writer.object {
                    write(comment, to: &$0)
                    if !comment.isGhost || !comment.text.isEmpty { $0.member("text", comment.text) }
                }
            }
            writePingbacks(of: discussion, to: &writer)
        }
        return writer.text
    }

    /// Writes the members of a discussion but for its body and its comments.
    static func write(_ discussion: Discussion, to writer: inout JSONWriter) {
        let article = discussion.article
        writer.member("id", discussion.id)
        writer.said("title", article.title)
        writer.said("author", article.author)
        writer.said("account", article.accountID)
        writer.said("url", article.url)
        if let published = article.published {
            writer.member("published", published.description)
            if published.isApproximate { writer.member("publishedApproximately", true) }
        }
        if let score = article.score { writer.member("score", score) }
        writer.said("site", discussion.site)
        if discussion.setting != .page { writer.member("setting", discussion.setting.rawValue) }
    }

    static func writePingbacks(of discussion: Discussion, to writer: inout JSONWriter) {
        guard !discussion.pingbacks.isEmpty else { return }
        writer.key("pingbacks")
        writer.array(discussion.pingbacks) { writer, pingback in
            writer.object {
                write(pingback, to: &$0)
                $0.member("text", pingback.text)
            }
        }
    }

    /// Writes the members of a comment but for its text.
    static func write(_ comment: Comment, to writer: inout JSONWriter) {
        writer.member("id", comment.id)
        if comment.isGhost { writer.member("ghost", true) }
        writer.said("author", comment.nameAsWritten)
        writer.said("account", comment.accountID)
        if let posted = comment.posted {
            writer.member("posted", posted.description)
            if posted.isApproximate { writer.member("approximate", true) }
        }
        writer.member("parent", comment.statedParent)
        if let score = comment.score { writer.member("score", score) }
        writer.said("url", comment.url)
        if comment.isByArticleAuthor { writer.member("byArticleAuthor", true) }
        writer.said("removed", comment.removal?.rawValue)
        writer.said("approval", comment.approval?.rawValue)
        writeQuotations(of: comment, to: &writer)
    }

    /// Without the member the reader looks for quote marks, so an empty one says that there is
    /// nothing behind what looks like one.
    private static func writeQuotations(of comment: Comment, to writer: inout JSONWriter) {
        let looksQuoted = comment.text.utf8.contains { ">[;|".utf8.contains($0) }
        guard looksQuoted || !comment.statedQuotations.isEmpty else { return }
        writer.key("quotations")
        writer.array(comment.statedQuotations) { writer, quotation in
            writer.object {
                $0.member("span", quotation.span)
                $0.said("author", quotation.author)
                $0.said("source", quotation.source)
            }
        }
    }
}

extension JSONWriter {
    /// Writes a member that is a string, or nothing where there is none.
    mutating func said(_ name: String, _ text: String?) {
        if let text { member(name, text) }
    }
}

public import DiscussionModel

/// Writes discussions as a table in CSV (RFC 4180), one row a comment, that is safe to open in a
/// spreadsheet.
///
/// A cell that a spreadsheet would reckon with, because it begins with `=`, `+`, `-`, `@`, a tab or a
/// line end, gets an apostrophe before it; so does one in which that would follow apostrophes, so
/// that the reader takes away exactly what was put there. A cell that is nothing is empty; an empty
/// text is a pair of quotation marks. Bodies, quotations and pingbacks are not in the table.
public enum CommentTable {
    /// The names of the columns, by which the reader knows the table.
    public static let columns = [
        "discussion", "id", "parent", "author", "account", "posted", "approximate", "text",
        "score", "url", "by_article_author", "removed", "approval", "ghost", "title",
        "article_author", "article_account", "article_url", "published", "article_score", "site",
        "setting",
    ]

    /// The first row.
    public static let header = columns.joined(separator: ",") + "\r\n"

    /// A row for each comment, each with its end.
    public static func rows(of discussion: Discussion) -> String {
        let article = discussion.article
        let shared = [
            article.title, article.author, article.accountID, article.url,
            article.published?.description, article.score.map(String.init), discussion.site,
            discussion.setting.rawValue,
        ].map(cell).joined(separator: ",")
        var text = ""
        for comment in discussion.comments {
            let own = [
                discussion.id, comment.id, comment.statedParent, comment.nameAsWritten,
                comment.accountID, comment.posted?.description,
                comment.posted?.isApproximate == true ? "true" : nil, comment.text,
                comment.score.map(String.init), comment.url,
                comment.isByArticleAuthor ? "true" : nil, comment.removal?.rawValue,
                comment.approval?.rawValue, comment.isGhost ? "true" : nil,
            ]
            text += own.map(cell).joined(separator: ",") + "," + shared + "\r\n"
        }
        return text
    }

    /// A cell as it stands in the table.
    static func cell(_ value: String?) -> String {
        guard let value else { return "" }
        let text = defused(value)
        let needsQuotes =
            text.isEmpty || text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x09].contains($0) }
            || text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard needsQuotes else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func defused(_ text: String) -> String {
        let first = text.utf8.first { $0 != 0x27 }
        guard let first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(first) else {
            return text
        }
        return "'" + text
    }
}

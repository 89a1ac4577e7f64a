import DiscussionModel

/// Tables that `rejoinder export --as csv` wrote, which are read back to what they were made of.
///
/// They are known by their header. In them a cell without quotes is nothing and a quoted one without
/// text is an empty text, ids are taken as they stand, and the apostrophe is taken away that keeps
/// a spreadsheet from reading a cell as a formula.
struct ExportedTable {
    /// The names of the columns, which tell such a table.
    static let header = [
        "discussion", "id", "parent", "author", "account", "posted", "approximate", "text",
        "score", "url", "by_article_author", "removed", "approval", "ghost", "title",
        "article_author", "article_account", "article_url", "published", "article_score", "site",
        "setting",
    ]

    private static let column = Dictionary(uniqueKeysWithValues: zip(header, header.indices))

    private var found: [FoundComment] = []
    private var article = Article()
    private var site: String?
    private var setting = Discussion.Setting.page

    /// Adds a row.
    mutating func add(line: Int, _ cell: (Int) -> (text: String, isQuoted: Bool)) {
        func value(_ name: String) -> String? {
            guard let place = Self.column[name] else { return nil }
            let (text, isQuoted) = cell(place)
            return text.isEmpty && !isQuoted ? nil : Self.undefused(text)
        }
        if found.isEmpty {
            article = Article(
                title: value("title"), author: value("article_author"),
                published: value("published").flatMap(DateReader.isoTimestamp),
                url: value("article_url"), accountID: value("article_account"),
                score: value("article_score").flatMap { Int($0) })
            site = value("site")
            setting = value("setting").flatMap(Discussion.Setting.init) ?? .page
        }
        var posted = value("posted").flatMap(DateReader.isoTimestamp)
        posted?.isApproximate = value("approximate") == "true"
        let text = value("text") ?? ""
        let comment = Comment(
            id: value("id") ?? "", nameAsWritten: value("author"), accountID: value("account"),
            posted: posted, text: text, statedParent: value("parent"),
            score: value("score").flatMap { Int($0) }, isGhost: value("ghost") == "true",
            url: value("url"), isByArticleAuthor: value("by_article_author") == "true",
            removal: value("removed").flatMap(Comment.Removal.init),
            approval: value("approval").flatMap(Comment.Approval.init),
            statedQuotations: QuoteMarks.statedQuotations(in: text))
        found.append(FoundComment(comment, line: line))
    }

    /// The discussion that the rows were made of.
    func discussion(id: String, source: String, format: String) -> Discussion {
        let assembly = CommentAssembly(found, file: source)
        return Discussion(
            id: id, source: source, format: format, site: site, setting: setting,
            article: article, comments: assembly.comments, findings: assembly.findings)
    }

    /// A cell without the apostrophe that was put before what a spreadsheet would reckon with.
    static func undefused(_ cell: String) -> String {
        let rest = cell.utf8.drop { $0 == 0x27 }
        guard rest.count < cell.utf8.count, let first = rest.first,
            [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A].contains(first)
        else { return cell }
        return String(cell.dropFirst())
    }
}

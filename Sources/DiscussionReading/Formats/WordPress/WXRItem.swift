import DiscussionModel

/// A person who writes for a site, from `wp:author`.
struct WXRAuthor {
    var id: String?
    var login: String
    var displayName: String?

    init?(_ element: XMLElement) {
        guard let login = element.words("wp:author_login") else { return nil }
        self.login = login
        id = element.words("wp:author_id").flatMap { $0 == "0" ? nil : $0 }
        displayName = WordPressText.plain(element.words("wp:author_display_name"))
    }
}

/// A comment, pingback or trackback, from `wp:comment`.
struct WXRComment {
    var found: FoundComment
    /// Whether it is the notice of another site.
    var isPingback: Bool

    init(_ record: XMLRecord) {
        let element = record.element
        let words = HTMLText.marked(
            fragmentWithLines: element.child("wp:comment_content")?.markup ?? "")
        let account = element.words("wp:comment_user_id")
        var comment = Comment(
            id: element.words("wp:comment_id") ?? "",
            nameAsWritten: WordPressText.plain(element.words("wp:comment_author")),
            accountID: account == "0" ? nil : account,
            posted: DateReader.universalTimestamp(element.words("wp:comment_date_gmt"))
                ?? DateReader.feedTimestamp(element.words("wp:comment_date")),
            text: words.text, statedParent: element.words("wp:comment_parent"))
        comment.statedQuotations = words.quotations
        comment.approval = Self.approval(element.words("wp:comment_approved"))
        found = FoundComment(comment, line: element.line)
        let type = element.words("wp:comment_type")?.lowercased()
        isPingback = type == "pingback" || type == "trackback"
    }

    /// Whether there is nothing in it, as of one amid whose beginning the file ends.
    var isEmpty: Bool {
        found.comment.text.isEmpty && found.comment.nameAsWritten == nil
    }

    private static func approval(_ word: String?) -> Comment.Approval? {
        switch word {
        case "1", "approve", "approved": .approved
        case "0", "hold", "unapproved": .pending
        case "spam": .spam
        case "trash", "post-trashed": .trash
        default: nil
        }
    }
}

/// A post, page or the like, from `item`.
struct WXRItem {
    var id: String?
    var article: Article
    /// The post's type, such as `post` or `attachment`; `nil` where it does not say.
    var type: String?
    /// The names by which its author may sign comments.
    private var authorNames: Set<String> = []

    init(_ element: XMLElement, authors: [String: WXRAuthor]) {
        let creator = element.words("dc:creator")
        let author = creator.flatMap { authors[$0.lowercased()] }
        let name = author?.displayName ?? WordPressText.plain(creator)
        article = Article(
            title: WordPressText.plain(element.words("title")), author: name,
            published: Self.published(element),
            url: element.words("link"),
            body: WordPressText.article(element.child("content:encoded")?.markup ?? ""),
            accountID: author?.id)
        authorNames = Set([name, author?.displayName, author?.login, creator].compactMap(\.self))
        type = element.words("wp:post_type")
        id =
            element.words("wp:post_id") ?? element.words("dsq:thread_identifier")
            ?? element.words("guid") ?? element.words("link")
    }

    /// A draft's `pubDate` is the year 0 or 1970, and its date in UTC is all zeros.
    private static func published(_ element: XMLElement) -> Timestamp? {
        let universal = element.words("wp:post_date_gmt")
        return DateReader.universalTimestamp(universal)
            ?? (universal == nil ? DateReader.feedTimestamp(element.words("pubDate")) : nil)
            ?? DateReader.feedTimestamp(element.words("wp:post_date"))
    }

    /// Whether a comment is the author's own: by the account where both are known, else by name.
    func isOwn(_ comment: Comment) -> Bool {
        if let account = comment.accountID, let own = article.accountID { return account == own }
        return comment.nameAsWritten.map(authorNames.contains) ?? false
    }

    /// Whether it is a discussion even without comments.
    var isPublication: Bool { type == nil || type == "post" || type == "page" }

    /// Whether it can have no comments of its own.
    var isInternal: Bool { type == "revision" || type == "nav_menu_item" }
}

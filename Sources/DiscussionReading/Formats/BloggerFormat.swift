import DiscussionModel

/// What Blogger exports and serves as Atom: all posts and comments of a blog, or the comments on
/// one post; and Atom feeds of comments of other sites (`thr:in-reply-to`, RFC 4685).
///
/// Read are the export of Blogger's settings page (kinds in `category`), `feed.atom` of Google
/// Takeout (`blogger:type`, `blogger:parent`), and comment feeds. Posts and pages are discussions,
/// also those without comments. Entries of one post are scattered over the file, so that they are
/// set aside in a temporary file; memory is bounded by the largest discussion.
public struct BloggerFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `blogger`.
    public let name = "blogger"

    /// How people recognise it.
    public let recognition = "an Atom feed of Blogger, or one with `thr:in-reply-to`"

    /// A feed may show only the latest comments, but an export holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for an Atom feed with the words of Blogger or of threading.
    public func sniff(_ head: InputHead) -> Double {
        let text = XMLHead(head)
        guard text.has("<feed") || text.has(":feed") || text.has("<entry") else { return 0 }
        if text.has("schemas.google.com/blogger/") || text.has("tag:blogger.com,") { return 0.95 }
        return text.has("in-reply-to") ? 0.85 : 0
    }

    /// The posts in the order in which they or their comments first stand in the file.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try BloggerStream(input, format: name, options: options)
    }
}

/// The posts of one file.
private struct BloggerStream: DiscussionStream {
    private static let shape = XMLShape(
        roots: ["feed"], records: ["entry", "title"],
        leftOut: ["email", "gd:image", "source", "blogger:location"],
        prefixes: [
            ("http://www.w3.org/2005/Atom", ""),
            ("http://purl.org/syndication/thread/", "thr"),
            ("http://schemas.google.com/blogger/", "blogger"),
            ("http://schemas.google.com/g/2005", "gd"),
        ])

    private let input: OpenInput
    private let format: String
    private var groups: GroupedXMLRecords

    var share: Double { groups.share }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        groups = try GroupedXMLRecords(
            input, shape: Self.shape, options: options, missing: "<entry> of a post or comment"
        ) { element in
            if element.name == "title" { return .title(WordPressText.plain(element.words)) }
            let entry = AtomEntry(element: element)
            switch entry.kind {
            case .other: return .passOver
            case .article: return entry.id.map { .group($0) } ?? .bad("a post has no id")
            case .comment:
                return entry.articleKey.map { .group($0) } ?? .bad("a comment names no post")
            }
        }
    }

    mutating func next() throws -> Discussion? {
        guard let (id, records) = try groups.next() else { return nil }
        let entries = records.map(AtomEntry.init)
        let post = entries.first { $0.kind == .article }
        let comments = entries.filter { $0.kind == .comment }
        var article = post?.article ?? Article()
        if post == nil { article.url = comments.first?.articleAddress }
        let found = comments.map { entry in
            var found = entry.found
            found.comment.isByArticleAuthor =
                article.accountID != nil && found.comment.accountID == article.accountID
            return found
        }
        let assembly = CommentAssembly(found, file: input.name, statesTopLevel: true)
        return Discussion(
            id: id, source: input.name, format: format, site: groups.title, article: article,
            comments: assembly.comments, findings: groups.takeFindings() + assembly.findings)
    }
}

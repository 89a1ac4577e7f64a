import DiscussionModel

/// WordPress eXtended RSS, what WordPress writes under Tools → Export, versions 1.0 to 1.2, and
/// what imports into Disqus use of it.
///
/// Defined by WordPress's own exporter,
/// https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-admin/includes/export.php, and
/// https://help.disqus.com/en/articles/1717222-custom-xml-import-format. Every `item` that is a post
/// or a page or has comments is a discussion. Kept: ids, parents, times, names, account numbers,
/// approval; pingbacks and trackbacks apart from comments; e-mail and IP addresses never. The file
/// is read as a stream of any size; memory is bounded by the largest item.
public struct WXRFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `wxr`.
    public let name = "wxr"

    /// How people recognise it.
    public let recognition =
        "RSS with the namespace `http://wordpress.org/export/` or `wp:` elements"

    /// An export holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for the namespace or elements of WordPress's own.
    public func sniff(_ head: InputHead) -> Double {
        let text = XMLHead(head)
        guard text.has("<rss") || text.has("<channel") || text.has("<item") else { return 0 }
        if text.has("wordpress.org/export/") || text.has("<wp:wxr_version") { return 0.95 }
        return text.has("<wp:comment") || text.has("<wp:post_") ? 0.9 : 0
    }

    /// The discussions in the order of their items.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try WXRStream(input, format: name, options: options)
    }
}

/// The discussions of one export.
private struct WXRStream: DiscussionStream {
    private static let shape = XMLShape(
        roots: ["rss"], records: ["item", "wp:author", "title"], innerRecords: ["wp:comment"],
        // Settings, addresses of people, and lists of which nothing is used.
        leftOut: [
            "wp:postmeta", "wp:commentmeta", "wp:category", "wp:tag", "wp:term", "image",
            "wp:author_email", "wp:comment_author_email", "wp:comment_author_IP",
            "wp:comment_author_url", "wp:comment_agent", "dsq:remote", "excerpt:encoded",
        ],
        prefixes: [
            ("http://wordpress.org/export/", "wp"), ("https://wordpress.org/export/", "wp"),
            ("http://purl.org/dc/elements/1.1/", "dc"),
            ("http://purl.org/rss/1.0/modules/content/", "content"),
            ("http://www.disqus.com/", "dsq"),
        ])

    private let input: OpenInput
    private let format: String
    private let reader: XMLRecordReader
    private var remarks: XMLRemarks
    private var authors: [String: WXRAuthor] = [:]
    private var site: String?
    private var comments: [FoundComment] = []
    private var pingbacks: [FoundComment] = []
    private var discussions = 0

    var share: Double { Double(input.bytesRead) / Double(max(1, input.size)) }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        reader = try XMLRecordReader(
            input, shape: Self.shape, isStrict: options.isStrict,
            maximumTextBytes: options.maximumRecordBytes)
        remarks = XMLRemarks(file: input.name)
    }

    mutating func next() throws -> Discussion? {
        while let record = try reader.next() {
            remarks.note(record)
            switch record.element.name {
            case "title": site = site ?? WordPressText.plain(record.element.words)
            case "wp:author":
                if let author = WXRAuthor(record.element) {
                    authors[author.login.lowercased()] = author
                }
            case "wp:comment":
                let comment = WXRComment(record)
                if record.isCut && comment.isEmpty { break }
                if comment.isPingback {
                    pingbacks.append(comment.found)
                } else {
                    comments.append(comment.found)
                }
            case "item":
                if let discussion = discussion(of: record) { return discussion }
            default: break
            }
        }
        try remarks.finish(reader, discussions: discussions, missing: "<item>")
        return nil
    }

    /// The discussion of an item, or `nil` where it is none.
    private mutating func discussion(of record: XMLRecord) -> Discussion? {
        let item = WXRItem(record.element, authors: authors)
        defer {
            comments = []
            pingbacks = []
        }
        guard !item.isInternal,
            item.isPublication || !comments.isEmpty || !pingbacks.isEmpty
        else { return nil }
        discussions += 1
        for at in comments.indices {
            comments[at].comment.isByArticleAuthor = item.isOwn(comments[at].comment)
        }
        let assembly = CommentAssembly(comments, file: input.name)
        let notices = CommentAssembly(pingbacks, file: input.name)
        var discussion = Discussion(
            id: item.id ?? "\(input.stem)-\(discussions)", source: input.name, format: format,
            site: site, article: item.article, comments: assembly.comments,
            pingbacks: notices.comments.filter { !$0.isGhost },
            findings: assembly.findings)
        discussion.findings += remarks.take(reader, at: record)
        return discussion
    }
}

import DiscussionModel

/// The RSS feed of the comments on a post or a site, as WordPress serves it under
/// `/comments/feed/`.
///
/// Made by https://github.com/WordPress/WordPress/blob/master/wp-includes/feed-rss2-comments.php:
/// each `item` is a comment, its link leads to it under the post's address, and the words of an
/// answer begin with a paragraph that links to the comment that it answers.
public struct CommentFeedFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `feed`.
    public let name = "feed"

    /// How people recognise it.
    public let recognition = "RSS whose items link to `#comment-…`"

    /// Looks for items that are comments; a feed of posts counts their comments.
    public func sniff(_ head: InputHead) -> Double {
        let text = XMLHead(head)
        guard text.has("<rss") || text.has("<rdf:RDF"), text.has("<item"), text.has("#comment-"),
            !text.has("<slash:comments>"), !text.has("<wfw:commentRss>")
        else { return 0 }
        return 0.8
    }

    /// The posts in the order in which their comments first stand in the feed.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try CommentFeedStream(input, format: name, options: options)
    }
}

/// The posts of one feed.
private struct CommentFeedStream: DiscussionStream {
    private static let shape = XMLShape(
        roots: ["rss", "rdf:RDF"], records: ["item", "title"], leftOut: ["image", "textinput"],
        prefixes: [
            ("http://purl.org/dc/elements/1.1/", "dc"),
            ("http://purl.org/rss/1.0/modules/content/", "content"),
            ("http://purl.org/rss/1.0/", ""),
        ])

    private let input: OpenInput
    private let format: String
    private var groups: GroupedXMLRecords

    var share: Double { groups.share }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        groups = try GroupedXMLRecords(
            input, shape: Self.shape, options: options, missing: "<item> with a comment"
        ) { element in
            if element.name == "title" { return .title(WordPressText.plain(element.words)) }
            let address = (element.words("link") ?? element.words("guid")).flatMap(Self.post)
            return address.map { .group($0) } ?? .bad("a comment links to no post")
        }
    }

    /// The address of the post that a comment is on.
    private static func post(of link: String) -> String? {
        guard let hash = link.firstIndex(of: "#") else { return link.isEmpty ? nil : link }
        var address = link[..<hash]
        // The comments of a long talk come in pages.
        if let page = address.firstRange(of: "/comment-page-") {
            address = address[..<page.lowerBound] + "/"
        }
        return address.isEmpty ? nil : String(address)
    }

    mutating func next() throws -> Discussion? {
        guard let (address, items) = try groups.next() else { return nil }
        let assembly = CommentAssembly(items.map(Self.found), file: input.name)
        var article = Article(url: address)
        // A feed that is all of one post has the post's title.
        let opening = "Comments on: "
        if let title = groups.title, title.hasPrefix(opening) {
            article.title = String(title.dropFirst(opening.count))
        }
        return Discussion(
            id: address, source: input.name, format: format,
            site: article.title == nil ? groups.title : nil, article: article,
            comments: assembly.comments, findings: groups.takeFindings() + assembly.findings)
    }

    private static func found(_ item: XMLElement) -> FoundComment {
        let link = item.words("link")
        let body = FeedReply(
            (item.child("content:encoded") ?? item.child("description"))?.markup ?? "")
        let words = HTMLText.marked(fragment: body.words)
        let id = (item.words("guid") ?? link).map { FeedReply.number(in: $0) ?? $0 }
        var comment = Comment(
            id: id ?? "",
            nameAsWritten: WordPressText.plain(item.words("dc:creator") ?? item.words("author")),
            posted: DateReader.feedTimestamp(item.words("pubDate") ?? item.words("dc:date")),
            text: words.text, statedParent: body.parent, url: link)
        comment.statedQuotations = words.quotations
        return FoundComment(comment, line: item.line)
    }
}

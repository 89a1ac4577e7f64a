import DiscussionModel

/// The XML that Disqus exports: all threads of a forum, then all posts.
///
/// Described at https://help.disqus.com/en/articles/1717164-comments-export, with the schema
/// http://disqus.com/api/schemas/1.0/disqus.xsd. Each `thread` is a discussion, also one without
/// posts. Kept: ids, parents, times, names and user names, what is deleted or spam; e-mail and IP
/// addresses never. Posts stand behind all threads, so that they are set aside in a temporary file;
/// memory is bounded by the largest thread.
public struct DisqusFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `disqus`.
    public let name = "disqus"

    /// How people recognise it.
    public let recognition = "XML with a `disqus` element around `thread` and `post` elements"

    /// An export holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for the root element.
    public func sniff(_ head: InputHead) -> Double {
        let text = XMLHead(head)
        guard text.has("<disqus") else { return 0 }
        return text.has("disqus.com") || text.has("dsq:id") ? 0.95 : 0.8
    }

    /// The threads in their order; posts of a thread that is not there come as one of their own.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try DisqusStream(input, format: name, options: options)
    }
}

/// The threads of one export.
private struct DisqusStream: DiscussionStream {
    private static let shape = XMLShape(
        roots: ["disqus"], records: ["thread", "post"], leftOut: ["email", "ipAddress"],
        prefixes: [
            ("http://disqus.com/disqus-internals", "dsq"),
            ("https://disqus.com/disqus-internals", "dsq"),
            ("http://disqus.com", ""), ("https://disqus.com", ""),
        ])

    private let input: OpenInput
    private let format: String
    private var groups: GroupedXMLRecords

    var share: Double { groups.share }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        groups = try GroupedXMLRecords(
            input, shape: Self.shape, options: options, missing: "<thread> or <post>"
        ) { element in
            if element.name == "thread" {
                return element.dsqID.map { .group($0) } ?? .bad("a thread has no id")
            }
            return element.child("thread")?.dsqID.map { .group($0) }
                ?? .bad("a post names no thread")
        }
    }

    mutating func next() throws -> Discussion? {
        guard let (id, records) = try groups.next() else { return nil }
        let thread = records.first { $0.name == "thread" }
        let account = thread.flatMap { DisqusAuthor($0).account }
        let posts = records.filter { $0.name == "post" }.map { post in
            var found = Self.found(post)
            found.comment.isByArticleAuthor =
                account != nil && found.comment.accountID == account
            return found
        }
        let assembly = CommentAssembly(posts, file: input.name, statesTopLevel: true)
        var discussion = Discussion(
            id: id, source: input.name, format: format, site: thread?.words("forum"),
            article: thread.map(Self.article) ?? Article(), comments: assembly.comments,
            findings: assembly.findings)
        if thread == nil {
            discussion.findings.append(
                Finding(
                    id: "missing-thread", severity: .note,
                    message: "The thread \(id) of these posts is not in the file.",
                    file: input.name, line: posts.first?.line))
        } else if thread?.words("isDeleted") == "true" {
            discussion.findings.append(
                Finding(
                    id: "deleted-thread", severity: .note,
                    message: "The thread was deleted.", file: input.name, line: thread?.line))
        }
        discussion.findings = groups.takeFindings() + discussion.findings
        return discussion
    }

    private static func article(_ thread: XMLElement) -> Article {
        let author = DisqusAuthor(thread)
        return Article(
            title: WordPressText.plain(thread.words("title")), author: author.name,
            published: DateReader.feedTimestamp(thread.words("createdAt")),
            url: thread.words("link"),
            body: HTMLText.marked(fragment: thread.child("message")?.markup ?? "").text,
            accountID: author.account)
    }

    private static func found(_ post: XMLElement) -> FoundComment {
        let words = HTMLText.marked(fragment: post.child("message")?.markup ?? "")
        let author = DisqusAuthor(post)
        var comment = Comment(
            id: post.dsqID ?? post.words("id") ?? "", nameAsWritten: author.name,
            accountID: author.account,
            posted: DateReader.feedTimestamp(post.words("createdAt")), text: words.text,
            statedParent: post.child("parent")?.dsqID)
        comment.statedQuotations = words.quotations
        if post.words("isDeleted") == "true" { comment.removal = .unknown }
        if post.words("isSpam") == "true" {
            comment.approval = .spam
        } else if let isApproved = post.words("isApproved") {
            comment.approval = isApproved == "true" ? .approved : .pending
        }
        return FoundComment(comment, line: post.line)
    }
}

/// Who wrote a thread or post.
private struct DisqusAuthor {
    var name: String?
    /// The user name; `nil` for guests, who sign with any name.
    var account: String?

    init(_ element: XMLElement) {
        let author = element.child("author")
        name = WordPressText.plain(author?.words("name"))
        guard author?.words("isAnonymous") != "true" else { return }
        account = author?.words("username")
        name = name ?? account
    }
}

extension XMLElement {
    /// The id that Disqus gives to a thread or post.
    fileprivate var dsqID: String? {
        attribute("dsq:id").flatMap { $0.isEmpty ? nil : $0 }
    }
}

public import DiscussionModel

/// Posts of Bluesky: a thread (`app.bsky.feed.getPostThread` and the flat
/// `app.bsky.unspecced.getPostThreadV2`), posts (`getPosts`, searches, feeds), and the records of a
/// repository.
///
/// Every post is like all others, so that the first of a thread is its first comment. Posts that
/// were deleted or are blocked are ghosts.
///
/// - SeeAlso: <https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread>
public struct BlueskyFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `bluesky`.
    public let name = "bluesky"

    /// How people recognise it.
    public let recognition =
        "JSON with `thread`, `posts` or `feed` whose posts have a `uri` that begins with `at://`"

    /// Looks for types of Bluesky and for posts with their addresses.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["", "[]."] {
            for path in ["$type", "thread.$type", "post.$type"]
            where outline.string(prefix + path)?.hasPrefix("app.bsky.feed.") == true {
                return 0.95
            }
            for path in [
                "", "thread.", "thread.post.", "thread.parent.post.", "thread.replies[].post.",
                "thread[].", "posts[].", "feed[].post.", "post.", "records[].",
            ] where outline.string(prefix + path + "uri")?.hasPrefix("at://") == true {
                return 0.9
            }
        }
        return 0
    }

    /// The threads, in the order of their first posts, with the setting `.forum`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = BlueskyReading(file: input.name, isStrict: options.isStrict)
        var findings = try JSONInput(input, expecting: "posts of Bluesky as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collected().discussions(
            of: input, format: name, setting: .forum, findings: findings)
    }
}

/// The posts of one input as they are met.
private struct BlueskyReading {
    private(set) var warnings: RecordWarnings
    private let file: String
    private var posts: [(found: FoundComment, root: String?)] = []
    private var ghosts: [Comment] = []
    private var threads = PostThreads()
    /// How many answers the source counts of the posts in a thread, by their addresses.
    private var answersCounted: [(id: String, count: Int)] = []

    init(file: String, isStrict: Bool) {
        self.file = file
        warnings = RecordWarnings(file: file, isStrict: isStrict)
    }

    /// Reads a document: a thread, a list of posts, or an array of such.
    mutating func add(_ root: JSONValue) throws {
        // A value with the address of the post that it stands under.
        var waiting: [(value: JSONValue, parent: String?)] = [(root, nil)]
        while let (value, parent) = waiting.popLast() {
            guard value.isObject else {
                waiting += value.elements.reversed().map { ($0, nil) }
                continue
            }
            if let thread = value["thread"] {
                if thread.isObject {
                    waiting.append((thread, nil))
                } else {
                    try addFlat(thread.elements)
                }
            } else if let list = value["posts"] ?? value["feed"] ?? value["records"] {
                waiting += list.elements.reversed().map { ($0, nil) }
            } else if let post = value["post"], post.isObject {
                let isInThread = value["replies"] != nil || value["parent"] != nil
                let id = try addPost(post, isInThread: isInThread || parent != nil)
                waiting += (value["replies"]?.elements ?? []).reversed().map { ($0, id) }
                if let above = value["parent"], above["post"] != nil {
                    waiting.append((above, nil))
                }
            } else if value["notFound"] != nil || value["blocked"] != nil {
                addMissing(value, under: parent)
            } else {
                _ = try addPost(value, isInThread: false)
            }
        }
    }

    /// A thread as a list of posts with their depths, the ancestors' below 0.
    private mutating func addFlat(_ items: [JSONValue]) throws {
        var above: [(depth: Int, id: String)] = []
        for item in items {
            guard let id = item["uri"]?.id else {
                try warnings.add("an item of a thread has no `uri`", line: nil)
                continue
            }
            let depth = item["depth"]?.count ?? 0
            while let last = above.last, last.depth >= depth { above.removeLast() }
            if let post = item["value"]?["post"] {
                _ = try addPost(post, isInThread: true)
            } else {
                addMissing(item, under: above.last?.id)
            }
            above.append((depth, id))
        }
    }

    /// A post that was deleted, or that whoever asked may not see.
    private mutating func addMissing(_ value: JSONValue, under parent: String?) {
        // One that is answered becomes a ghost by itself.
        guard let id = value["uri"]?.id, let parent else { return }
        let author = (value["author"] ?? value["value"]?["author"])?["did"]?.id
        threads.join(id, parent)
        ghosts.append(
            Comment(id: id, accountID: author, text: "", statedParent: parent, isGhost: true))
    }

    /// The address of the post.
    private mutating func addPost(_ value: JSONValue, isInThread: Bool) throws -> String? {
        guard let post = BlueskyPost(value) else {
            try warnings.add("an object is no post: it has no `record` with `text`", line: nil)
            return nil
        }
        let id = post.comment.id
        if !id.isEmpty {
            for other in [post.comment.statedParent, post.root] {
                if let other { threads.join(id, other) }
            }
            if isInThread, let count = value["replyCount"]?.count, count > 0 {
                answersCounted.append((id, count))
            }
        }
        posts.append((FoundComment(post.comment), post.root))
        return id.isEmpty ? nil : id
    }

    /// The discussions, with what is missing in them.
    func collected() -> DiscussionCollector {
        var threads = threads
        var collector = DiscussionCollector()
        var present: [String: Int] = [:]
        var seen: Set<String> = []
        for (found, root) in posts {
            let id = found.comment.id
            let key = id.isEmpty ? "" : String(threads.thread(of: id))
            let group = collector.index(key)
            if collector[group].id == nil {
                let first = root ?? found.comment.statedParent ?? id
                collector[group].id = first.isEmpty ? nil : first
                collector[group].site = "bsky.app"
            }
            collector[group].found.append(found)
            if let parent = found.comment.statedParent, seen.insert(id).inserted {
                present[parent, default: 0] += 1
            }
        }
        for ghost in ghosts {
            let group = collector.index(String(threads.thread(of: ghost.id)))
            collector[group].ghosts.append(ghost)
            if let parent = ghost.statedParent { present[parent, default: 0] += 1 }
        }
        var missing: [Int: Int] = [:]
        var counted: Set<String> = []
        for (id, count) in answersCounted where counted.insert(id).inserted {
            let group = collector.index(String(threads.thread(of: id)))
            missing[group, default: 0] += max(0, count - (present[id] ?? 0))
        }
        for group in missing.keys.sorted() {
            guard let finding = Finding(missingComments: missing[group] ?? 0, file: file) else {
                continue
            }
            collector[group].findings.append(finding)
        }
        return collector
    }
}

/// One post as a comment.
private struct BlueskyPost {
    var comment: Comment
    /// The address of the thread's first post; `nil` for that post itself.
    var root: String?

    init?(_ value: JSONValue) {
        // A view holds the record, a listing of a repository has it as value, or it stands alone.
        guard let record = value["record"] ?? value["value"] ?? Self.bare(value),
            let text = record["text"]?.string
        else { return nil }
        let uri = value["uri"]?.id
        let author = value["author"]
        let handle = author?["handle"]?.words
        root = record["reply"]?["root"]?["uri"]?.id
        var quotations: [StatedQuotation] = []
        if let (source, author) = Self.quoted(value["embed"]) ?? Self.quoted(record["embed"]) {
            // Nothing of the quoted words stands in the text.
            let end = text.unicodeScalars.count
            quotations.append(
                StatedQuotation(
                    span: TextSpan(start: end, end: end), author: author, source: source))
        }
        comment = Comment(
            id: uri ?? "",
            // The name that stands for every account whose own no longer leads to it.
            nameAsWritten: handle == "handle.invalid" ? nil : handle,
            accountID: author?["did"]?.id ?? uri.flatMap { Self.account(in: $0) },
            posted: record["createdAt"]?.isoMoment ?? value["indexedAt"]?.isoMoment, text: text,
            statedParent: record["reply"]?["parent"]?["uri"]?.id,
            score: value["likeCount"]?.count, statedQuotations: quotations)
    }

    private static func bare(_ value: JSONValue) -> JSONValue? {
        value["$type"]?.string == "app.bsky.feed.post" ? value : nil
    }

    /// The account in whose repository a record lies.
    private static func account(in uri: String) -> String? {
        guard uri.hasPrefix("at://did:") else { return nil }
        return String(uri.dropFirst(5).prefix { $0 != "/" })
    }

    /// The post that an embed shows, alone or beside pictures, and its author.
    private static func quoted(_ embed: JSONValue?) -> (source: String, author: String?)? {
        guard let outer = embed?["record"] else { return nil }
        let record = outer["uri"] == nil ? outer["record"] ?? outer : outer
        guard let uri = record["uri"]?.id, uri.contains("/app.bsky.feed.post/") else { return nil }
        return (uri, record["author"]?["handle"]?.words)
    }
}

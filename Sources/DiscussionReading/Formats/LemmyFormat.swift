public import DiscussionModel

/// Comments of Lemmy, as its interface gives them: the answers of `comment/list`, `post`, `post/list`
/// and those about a user or a search, alone, several of them in an array or an object, or one
/// after the other.
///
/// The post is the article; comments of several posts in one input are one discussion each.
///
/// - SeeAlso: <https://join-lemmy.org/api/classes/LemmyHttp.html>
public struct LemmyFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `lemmy`.
    public let name = "lemmy"

    /// How people recognise it.
    public let recognition =
        "JSON with `comments` that have `comment.path` and `creator`, or with `post_view`"

    /// Looks for the keys of comments and posts.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["", "[].", "comments.", "post."] {
            for path in ["comments[].", "comment_view.", "items[].", ""]
            where outline.has(prefix + path, all: "comment.path", "creator.name") { return 0.95 }
            if outline.has(prefix + "post_view.post.name") { return 0.95 }
        }
        if outline.has(all: "posts[].post.ap_id", "posts[].creator.name") { return 0.9 }
        return outline.has(all: "post.ap_id", "creator.actor_id", "community.name") ? 0.9 : 0
    }

    /// The discussion of each post, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = LemmyReading(
            warnings: RecordWarnings(file: input.name, isStrict: options.isStrict))
        var findings = try JSONInput(input, expecting: "answers of Lemmy as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collected(file: input.name).discussions(
            of: input, format: name, findings: findings)
    }
}

/// The posts and comments of one input as they are met.
private struct LemmyReading {
    /// The members in which answers hold posts and comments.
    private static let containers: Set<String> = [
        "comments", "posts", "items", "post", "post_view", "comment_view", "replies", "mentions",
        "results", "saved",
    ]

    var warnings: RecordWarnings
    private var collector = DiscussionCollector()
    /// How many comments each post has, as the source counts them.
    private var counted: [Int: Int] = [:]
    /// The number under which a post's server knows its author.
    private var authorOfGroup: [Int: String] = [:]

    init(warnings: RecordWarnings) {
        self.warnings = warnings
    }

    /// Reads a document: an answer, or arrays and objects around answers.
    mutating func add(_ root: JSONValue) throws {
        var waiting = [root]
        while let value = waiting.popLast() {
            if value.isArray {
                waiting += value.elements.reversed()
            } else if let comment = value["comment"], comment["content"] != nil {
                addComment(value, comment)
            } else if let post = value["post"], post["name"] != nil {
                addPost(value, post)
            } else if value.isObject {
                var inner: [JSONValue] = []
                value.forEachChild { key, child in
                    if let key, Self.containers.contains(key) { inner.append(child) }
                }
                if inner.isEmpty {
                    try warnings.add("an object is neither a comment nor a post", line: nil)
                }
                waiting += inner.reversed()
            } else {
                try warnings.add("a value is neither a comment nor a post", line: nil)
            }
        }
    }

    private mutating func addPost(_ view: JSONValue, _ post: JSONValue) {
        let group = note(post, view)
        let creator = view["creator"]
        collector[group].article.author = creator?["name"]?.words
        collector[group].article.accountID = Self.account(creator)
        collector[group].article.score = (view["counts"] ?? post)["score"]?.count
        if let count = (view["counts"] ?? post)["comments"]?.count { counted[group] = count }
    }

    private mutating func addComment(_ view: JSONValue, _ comment: JSONValue) {
        let group: Int
        if let post = view["post"] {
            group = note(post, view)
        } else {
            let id = comment["post_id"]?.id
            group = collector.index(id ?? "", id: id)
        }
        let creator = view["creator"]
        let creatorID = comment["creator_id"]?.id ?? creator?["id"]?.id
        let post = view["post"]?["creator_id"]?.id ?? authorOfGroup[group]
        let isByAuthor = creatorID != nil && creatorID == post
        if isByAuthor, collector[group].article.author == nil {
            collector[group].article.author = creator?["name"]?.words
            collector[group].article.accountID = Self.account(creator)
        }
        let isRemoved = comment["removed"]?.flag ?? false
        let isDeleted = comment["deleted"]?.flag ?? false
        let marked = MarkedText(plain: comment["content"]?.string ?? "")
        collector[group].found.append(
            FoundComment(
                Comment(
                    id: comment["id"]?.id ?? "", nameAsWritten: creator?["name"]?.words,
                    accountID: Self.account(creator) ?? creatorID,
                    posted: (comment["published"] ?? comment["published_at"])?.isoMoment,
                    text: marked.text, statedParent: Self.parent(of: comment),
                    score: (view["counts"] ?? comment)["score"]?.count,
                    url: comment["ap_id"]?.words, isByArticleAuthor: isByAuthor,
                    removal: isRemoved ? .moderator : isDeleted ? .author : nil,
                    statedQuotations: marked.quotations)))
    }

    /// The place of a post's discussion, with what is known of the post.
    private mutating func note(_ post: JSONValue, _ view: JSONValue) -> Int {
        let id = post["id"]?.id
        let group = collector.index(id ?? "", id: id)
        authorOfGroup[group] = post["creator_id"]?.id ?? authorOfGroup[group]
        var article = collector[group].article
        article.title = post["name"]?.words ?? article.title
        article.body = post["body"]?.string ?? article.body
        article.url = post["ap_id"]?.words ?? article.url
        article.published =
            (post["published"] ?? post["published_at"])?.isoMoment ?? article.published
        collector[group].article = article
        if collector[group].site == nil, let community = view["community"] {
            let host = community["actor_id"]?.words?.hostOfAddress
            collector[group].site = community["name"]?.words.map { name in
                host.map { "\(name)@\($0)" } ?? name
            }
        }
        return group
    }

    /// The address of an account, which is the same on every server.
    private static func account(_ creator: JSONValue?) -> String? {
        (creator?["actor_id"] ?? creator?["ap_id"])?.id ?? creator?["id"]?.id
    }

    /// The comment that stands before the last one in a path such as `0.12.34`.
    private static func parent(of comment: JSONValue) -> String? {
        if let path = comment["path"]?.string {
            let steps = path.split(separator: ".")
            guard steps.count > 1 else { return nil }
            return steps[steps.count - 2] == "0" ? nil : String(steps[steps.count - 2])
        }
        return comment["parent_id"]?.id
    }

    /// The discussions, with what is missing in them.
    func collected(file: String) -> DiscussionCollector {
        var collector = collector
        for group in counted.keys.sorted() where !collector[group].found.isEmpty {
            let present = Set(collector[group].found.map(\.comment.id)).count
            let missing = (counted[group] ?? 0) - present
            if let finding = Finding(missingComments: missing, file: file) {
                collector[group].findings.append(finding)
            }
        }
        return collector
    }
}

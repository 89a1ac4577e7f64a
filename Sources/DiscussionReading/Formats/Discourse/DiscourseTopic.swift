import DiscussionModel

/// A topic and those of its posts that were read.
struct DiscourseTopic {
    /// The topic's own number; `nil` where nothing says it.
    let id: String?
    private var title: String?
    private var created: Timestamp?
    private var author: String?
    private var authorAccount: String?
    private var postsCount = 0
    private var stream: [String] = []
    private var posts: [(found: FoundComment, number: String?, parent: String?)] = []
    private var idOfNumber: [String: String] = [:]
    private var ids: Set<String> = []
    private var accounts: [String: String] = [:]
    /// What moderators did, which is no comment.
    private var acts = 0

    init(id: String?) {
        self.id = id
    }

    /// Takes what a page says of the topic.
    mutating func add(topic value: JSONValue) {
        title = title ?? (value["title"] ?? value["fancy_title"])?.words
        created = created ?? value["created_at"]?.moment
        let creator = value["details"]?["created_by"] ?? value["created_by"]
        author = author ?? creator?["username"]?.words
        authorAccount = authorAccount ?? (creator?["id"] ?? value["user_id"])?.id
        postsCount = max(postsCount, value["posts_count"]?.count ?? 0)
        let all = value["post_stream"]?["stream"]?.elements.compactMap(\.id) ?? []
        if all.count > stream.count { stream = all }
    }

    /// Takes a post.
    mutating func add(post value: JSONValue, line: Int?) {
        title = title ?? value["topic_title"]?.words
        let id = value["id"]?.id ?? ""
        let number = value["post_number"]?.id
        if !id.isEmpty { ids.insert(id) }
        // Closing, pinning and the like stand among the posts.
        if value["post_type"]?.count == 3 || value["action_code"]?.words != nil {
            acts += 1
            return
        }
        let name = value["username"]?.words
        let account = value["user_id"]?.id
        if let name, let account { accounts[name] = account }
        let text =
            value["cooked"]?.string.map { DiscourseText.cooked($0, topic: self.id) }
            ?? value["raw"]?.string.map { DiscourseText.raw($0, topic: self.id) } ?? MarkedText()
        var comment = Comment(
            id: id, nameAsWritten: name, accountID: name == nil ? nil : account,
            posted: value["created_at"]?.moment, text: text.text, score: Self.likes(value),
            url: value["post_url"]?.words ?? value["url"]?.words)
        comment.statedQuotations = text.quotations
        Self.judge(&comment, value)
        if let number, !id.isEmpty, idOfNumber[number] == nil { idOfNumber[number] = id }
        posts.append((FoundComment(comment, line: line), number, value["reply_to_post_number"]?.id))
    }

    /// Whether a post still stands.
    private static func judge(_ comment: inout Comment, _ value: JSONValue) {
        var isNotice = false
        if value["user_deleted"]?.flag == true {
            comment.removal = .author
            isNotice = true
        } else if value["hidden"]?.flag == true {
            // Whoever may not see a hidden post gets a short notice in its place.
            isNotice =
                value["cooked_hidden"]?.flag == true || comment.text.unicodeScalars.count <= 160
            if isNotice { comment.removal = .moderator } else { comment.approval = .pending }
        } else if value["deleted_at"].map({ !$0.isNull }) == true {
            if comment.text.isEmpty {
                comment.removal = .moderator
            } else {
                comment.approval = .trash
            }
        }
        if isNotice {
            comment.text = ""
            comment.statedQuotations = []
        }
    }

    /// How many like a post: kinds of acts without any are left out of the summary.
    private static func likes(_ value: JSONValue) -> Int? {
        if let count = value["like_count"]?.count { return count }
        guard let acts = value["actions_summary"], acts.isArray else {
            return value["reaction_users_count"]?.count
        }
        return acts.elements.first { $0["id"]?.count == 2 }?["count"]?.count ?? 0
    }

    /// The discussion.
    func discussion(source: String, format: String, stem: String) -> Discussion {
        var article = Article(title: title, author: author, published: created)
        article.accountID = authorAccount ?? author.flatMap { accounts[$0] }
        let found = posts.map { post -> FoundComment in
            var found = post.found
            // Answers are to numbers; one that is not there still gets a name of its own.
            found.comment.statedParent =
                post.parent.map { idOfNumber[$0] ?? "post-\($0)" }
                ?? (post.number == "1" ? Article.id : nil)
            for at in found.comment.statedQuotations.indices {
                let number = found.comment.statedQuotations[at].source
                found.comment.statedQuotations[at].source = number.flatMap { idOfNumber[$0] }
            }
            if let name = found.comment.nameAsWritten {
                found.comment.accountID = found.comment.accountID ?? accounts[name] ?? name
                found.comment.isByArticleAuthor = name == author
            }
            return found
        }
        let assembly = CommentAssembly(found, file: source)
        var findings = assembly.findings
        if acts > 0 {
            findings.append(
                Finding(
                    id: "system-lines", severity: .note,
                    message: acts == 1
                        ? "1 act of moderation stands among the posts and is no comment."
                        : "\(acts) acts of moderation stand among the posts and are no comments.",
                    file: source))
        }
        if missing > 0 {
            findings.append(
                Finding(
                    id: "missing-comments", severity: .warning,
                    message: missing == 1
                        ? "1 post of the topic is missing; it is on another page."
                        : "\(missing) posts of the topic are missing; they are on other pages.",
                    file: source))
        }
        return Discussion(
            id: id ?? stem, source: source, format: format, setting: .forum, article: article,
            comments: assembly.comments, findings: findings)
    }

    /// How many posts the topic names or counts that were not read.
    private var missing: Int {
        let unread = stream.lazy.filter { !ids.contains($0) }.count
        // Some copies number the stream anew.
        let named = unread == stream.count ? stream.count - ids.count : unread
        return stream.isEmpty ? max(0, postsCount - posts.count) : max(0, named)
    }
}

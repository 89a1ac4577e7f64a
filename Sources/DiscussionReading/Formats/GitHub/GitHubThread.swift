import DiscussionModel

/// An issue, pull request or discussion, and those of its comments that were read.
struct GitHubThread {
    /// The kinds of comments, whose ids are counted apart.
    enum Kind: String {
        case comment, review, line
    }

    private var place: GitHubPlace?
    private var id: String?
    private var article = Article()
    private(set) var hasArticle = false
    private var comments: [FoundComment] = []
    private var kindOfID: [String: Kind] = [:]
    private var accounts: [String: String] = [:]
    /// The comments that the source counts, without those on lines of code.
    private var declared = 0
    private var plain = 0
    /// Comments that lists say they have more.
    private var unlisted = 0
    /// Whether comments say what they answer; those of an issue stand in one row.
    private var isDiscussion = false
    /// What is no comment: labels, closing, approval without words.
    private(set) var acts = 0

    init(place: GitHubPlace?) {
        self.place = place
    }

    /// Takes the issue or discussion itself; of several the first counts.
    mutating func add(article value: JSONValue, mayBeHTML: Bool) {
        declared = max(declared, (value["comments"]?.count ?? 0))
        let found = GitHubContribution(value, mayBeHTML: mayBeHTML)
        note(found)
        noteKind(value, found)
        guard !hasArticle else { return }
        hasArticle = true
        id = value["number"]?.id ?? place?.number ?? found.id
        article = Article(
            title: value["title"]?.words, author: found.author, published: found.posted,
            url: found.url, body: found.text.text, score: found.score)
    }

    /// Takes a comment.
    ///
    /// - Parameter parent: the comment that it answers by its place, where it does not say.
    /// - Returns: its id.
    mutating func add(
        _ kind: Kind, _ value: JSONValue, under parent: String?, mayBeHTML: Bool, line: Int?
    ) -> String {
        let found = GitHubContribution(value, mayBeHTML: mayBeHTML)
        note(found)
        noteKind(value, found)
        // An issue written without its address has comments with theirs.
        place = place ?? found.place
        if kind != .line { plain += 1 }
        var comment = Comment(
            id: id(of: found, kind), nameAsWritten: found.author, accountID: found.account,
            posted: found.posted, text: found.text.text, score: found.score, url: found.url,
            statedQuotations: found.text.quotations)
        let stated =
            value["in_reply_to_id"]?.id ?? value["parent_id"]?.id ?? value["replyTo"]?["id"]?.id
        comment.statedParent =
            stated.map { name(of: $0, kind) } ?? parent ?? (kind == .line ? Article.id : nil)
        if value["isMinimized"]?.flag == true,
            value["minimizedReason"]?.words?.lowercased() == "spam"
        {
            comment.approval = .spam
        }
        let isDeleted = value["deletedAt"].map { !$0.isNull } == true
        if isDeleted, comment.text.isEmpty { comment.removal = .unknown }
        comments.append(FoundComment(comment, line: line))
        return comment.id
    }

    /// Takes acts without words.
    mutating func add(acts more: Int = 1) { acts += more }

    /// Whether there are only such acts.
    var isEmpty: Bool { !hasArticle && comments.isEmpty }

    /// Takes what a list says of its length.
    mutating func add(unlisted count: Int) { unlisted += max(0, count) }

    /// The id of a comment, or its ordinal where it has none.
    private mutating func id(of found: GitHubContribution, _ kind: Kind) -> String {
        guard let own = found.id else {
            var ordinal = String(comments.count + 1)
            while kindOfID[ordinal] != nil { ordinal += "-1" }
            kindOfID[ordinal] = kind
            return ordinal
        }
        let id = name(of: own, kind)
        kindOfID[id] = kind
        return id
    }

    /// What an id is called here: the same, but where a comment of another kind has it.
    private func name(of id: String, _ kind: Kind) -> String {
        guard let taken = kindOfID[id], taken != kind else { return id }
        return "\(kind.rawValue)-\(id)"
    }

    private mutating func noteKind(_ value: JSONValue, _ found: GitHubContribution) {
        if value["replies"] != nil || value["upvoteCount"] != nil
            || found.url?.contains("/discussions/") == true
        {
            isDiscussion = true
        }
    }

    private mutating func note(_ found: GitHubContribution) {
        if let author = found.author, let account = found.account, accounts[author] == nil {
            accounts[author] = account
        }
    }

    /// The discussion.
    func discussion(source: String, format: String, stem: String) -> Discussion {
        var article = article
        article.accountID = article.author.map { accounts[$0] ?? $0 }
        let found = comments.map { found -> FoundComment in
            var found = found
            guard let name = found.comment.nameAsWritten else { return found }
            found.comment.accountID = accounts[name] ?? name
            found.comment.isByArticleAuthor = name == article.author
            return found
        }
        let assembly = CommentAssembly(
            found, file: source, statesTopLevel: isDiscussion)
        var findings = assembly.findings
        let missing = max(declared - plain, unlisted)
        if let finding = Finding(missingComments: missing, file: source) {
            findings.append(finding)
        }
        if acts > 0 {
            findings.append(
                Finding(
                    id: "system-lines", severity: .note,
                    message: acts == 1
                        ? "1 act without words, such as a label, is no comment."
                        : "\(acts) acts without words, such as labels, are no comments.",
                    file: source))
        }
        return Discussion(
            id: id ?? place?.number ?? stem, source: source, format: format,
            site: place?.repository, setting: .page, article: article,
            comments: assembly.comments, findings: findings)
    }
}

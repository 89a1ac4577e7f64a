import DiscussionModel

/// A submission and its comments, as far as they were read.
struct RedditThread {
    /// The id of the submission without `t3_`; `nil` where nothing says it.
    var id: String?
    private var article = Article()
    private var hasSubmission = false
    private var isArticleRemoved = false
    private var site: String?
    private var comments: [FoundComment] = []
    /// The comments that `more` stubs stand for, and how many there are of these.
    private var unshown = 0
    private var stubs = 0
    /// Whether a comment does not say the account of its author.
    private var lacksAccounts = false

    /// - Parameter count: how many comments and submissions are to come, as far as it is known.
    init(id: String?, expecting count: Int = 0) {
        self.id = id
        comments.reserveCapacity(count)
    }

    /// Whether nothing was found of it.
    var isEmpty: Bool { !hasSubmission && comments.isEmpty && stubs == 0 }

    /// Takes the submission; of several the first counts.
    mutating func add(submission data: some RedditData) {
        noteSite(data)
        guard !hasSubmission else { return }
        hasSubmission = true
        let name = RedditText.name(data[.author])
        let text = RedditText.unescaped(data[.selftext]?.string ?? "")
        isArticleRemoved = RedditText.removal(text) != nil
        article = Article(
            title: data[.title]?.words.map(RedditText.unescaped), author: name,
            published: (data[.createdUTC] ?? data[.created])?.moment,
            url: data[.url]?.words.map(RedditText.unescaped)
                ?? data[.permalink].flatMap { RedditText.address($0) },
            body: isArticleRemoved ? "" : text,
            accountID: name == nil ? nil : data[.authorFullname]?.id, score: RedditText.score(data))
    }

    /// Takes a comment.
    ///
    /// - Parameter parent: the comment in whose answers it lies, where its own row does
    ///   not say what it answers.
    mutating func add(comment data: some RedditData, under parent: RedditThing?, line: Int?) {
        noteSite(data)
        if !hasSubmission { noteSubmission(of: data) }
        let name = RedditText.name(data[.author])
        let account = name == nil ? nil : data[.authorFullname]?.id
        if name != nil, account == nil { lacksAccounts = true }
        let text = data[.body]?.withBytes { RedditText.unescaped($0) } ?? ""
        let removal = RedditText.removal(text)
        let stated = data[.parentID].flatMap { RedditText.thing($0) } ?? parent
        var comment = Comment(
            id: (data[.id] ?? data[.name]).flatMap { RedditText.thing($0) }?.bareID ?? "",
            nameAsWritten: name, accountID: account, posted: data[.createdUTC]?.moment,
            text: removal == nil ? text : "",
            statedParent: stated.flatMap { $0.isSubmission ? Article.id : $0.bareID },
            score: RedditText.score(data), url: data[.permalink].flatMap { RedditText.address($0) })
        comment.removal = removal
        comment.statedQuotations = QuoteMarks.statedQuotations(in: comment.text)
        comment.isByArticleAuthor = name != nil && data[.isSubmitter]?.boolean == true
        comments.append(FoundComment(comment, line: line))
    }

    /// Takes a stub for comments that are not there.
    mutating func add(more data: JSONValue) {
        stubs += 1
        unshown += max(data["count"]?.count ?? 0, data["children"]?.elements.count ?? 0, 0)
    }

    /// The discussion, which empties the thread.
    mutating func discussion(source: String, format: String, stem: String) -> Discussion {
        if lacksAccounts || article.accountID == nil { shareAccounts() }
        if let author = article.author {
            for at in comments.indices where comments[at].comment.nameAsWritten == author {
                comments[at].comment.isByArticleAuthor = true
            }
        }
        let assembly = CommentAssembly(comments, file: source, statesTopLevel: true)
        comments = []
        var findings = assembly.findings
        func remark(_ id: String, _ severity: Finding.Severity, _ message: String) {
            findings.append(Finding(id: id, severity: severity, message: message, file: source))
        }
        if stubs > 0 {
            let number = unshown == 1 ? "1 comment is" : "\(unshown) comments are"
            let places = stubs == 1 ? "1 stub" : "\(stubs) stubs"
            remark(
                "missing-comments", .warning,
                unshown == 0
                    ? "Comments are missing; \(places) of `more` \(stubs == 1 ? "does" : "do") not say how many."
                    : "\(number) missing, for which \(places) of `more` \(stubs == 1 ? "stands" : "stand")."
            )
        }
        if isArticleRemoved {
            remark("removed-article", .note, "The text of the submission was deleted or removed.")
        }
        return Discussion(
            id: id ?? stem, source: source, format: format, site: site, setting: .page,
            article: article, comments: assembly.comments, findings: findings)
    }

    /// What a comment tells of a submission that is not there itself.
    private mutating func noteSubmission(of data: some RedditData) {
        if article.title == nil {
            article.title = data[.linkTitle]?.words.map(RedditText.unescaped)
        }
        if article.author == nil { article.author = RedditText.name(data[.linkAuthor]) }
        guard article.url == nil else { return }
        article.url =
            (data[.linkURL] ?? data[.linkPermalink]).flatMap { RedditText.address($0) }
            ?? data[.permalink]?.words.flatMap(RedditText.threadAddress)
    }

    private mutating func noteSite(_ data: some RedditData) {
        guard site == nil else { return }
        site = data[.subredditNamePrefixed]?.words ?? data[.subreddit]?.words.map { "r/" + $0 }
    }

    /// Gives everybody the account that other rows tell of the same name: a name is one account for
    /// ever, but not every row says which.
    private mutating func shareAccounts() {
        var accounts: [String: String] = [:]
        if let name = article.author { accounts[name] = article.accountID }
        for found in comments {
            guard let name = found.comment.nameAsWritten, let account = found.comment.accountID
            else { continue }
            accounts[name] = account
        }
        guard !accounts.isEmpty else { return }
        article.accountID = article.author.flatMap { accounts[$0] }
        for at in comments.indices where comments[at].comment.accountID == nil {
            comments[at].comment.accountID = comments[at].comment.nameAsWritten.flatMap {
                accounts[$0]
            }
        }
    }
}

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
    /// Accounts by name: a name is one account for ever, but not every row says which.
    private var accounts: [String: String] = [:]

    init(id: String?) {
        self.id = id
    }

    /// Whether nothing was found of it.
    var isEmpty: Bool { !hasSubmission && comments.isEmpty && stubs == 0 }

    /// Takes the submission; of several the first counts.
    mutating func add(submission data: JSONValue) {
        noteSite(data)
        guard !hasSubmission else { return }
        hasSubmission = true
        let name = noteAuthor(data, of: "author")
        let text = RedditText.unescaped(data["selftext"]?.string ?? "")
        isArticleRemoved = RedditText.removal(text) != nil
        article = Article(
            title: data["title"]?.words.map(RedditText.unescaped), author: name,
            published: (data["created_utc"] ?? data["created"])?.moment,
            url: data["url"]?.words.map(RedditText.unescaped)
                ?? data["permalink"]?.words.map(RedditText.address),
            body: isArticleRemoved ? "" : text, score: RedditText.score(data))
    }

    /// Takes a comment.
    ///
    /// - Parameter parent: the comment in whose answers it lies, where its own row does
    ///   not say what it answers.
    mutating func add(comment data: JSONValue, under parent: RedditThing?, line: Int?) {
        noteSite(data)
        if !hasSubmission { noteSubmission(of: data) }
        let name = noteAuthor(data, of: "author")
        let text = RedditText.unescaped(data["body"]?.string ?? "")
        let removal = RedditText.removal(text)
        let stated = data["parent_id"].flatMap(RedditText.thing) ?? parent
        var comment = Comment(
            id: (data["id"] ?? data["name"]).flatMap(RedditText.thing)?.bareID ?? "",
            nameAsWritten: name, posted: data["created_utc"]?.moment,
            text: removal == nil ? text : "",
            statedParent: stated.flatMap { $0.isSubmission ? Article.id : $0.bareID },
            score: RedditText.score(data), url: data["permalink"]?.words.map(RedditText.address))
        comment.removal = removal
        comment.statedQuotations = QuoteMarks.statedQuotations(in: comment.text)
        comment.isByArticleAuthor = name != nil && data["is_submitter"]?.boolean == true
        comments.append(FoundComment(comment, line: line))
    }

    /// Takes a stub for comments that are not there.
    mutating func add(more data: JSONValue) {
        stubs += 1
        unshown += max(data["count"]?.count ?? 0, data["children"]?.elements.count ?? 0, 0)
    }

    /// The discussion.
    func discussion(source: String, format: String, stem: String) -> Discussion {
        var article = article
        article.accountID = article.author.flatMap { accounts[$0] }
        let named = comments.map { found -> FoundComment in
            var found = found
            found.comment.accountID = found.comment.nameAsWritten.flatMap { accounts[$0] }
            if let author = article.author, found.comment.nameAsWritten == author {
                found.comment.isByArticleAuthor = true
            }
            return found
        }
        let assembly = CommentAssembly(named, file: source, statesTopLevel: true)
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
    private mutating func noteSubmission(of data: JSONValue) {
        if article.title == nil {
            article.title = data["link_title"]?.words.map(RedditText.unescaped)
        }
        if article.author == nil { article.author = RedditText.name(data["link_author"]) }
        guard article.url == nil else { return }
        article.url =
            (data["link_url"] ?? data["link_permalink"])?.words.map(RedditText.address)
            ?? data["permalink"]?.words.flatMap(RedditText.threadAddress)
    }

    private mutating func noteSite(_ data: JSONValue) {
        guard site == nil else { return }
        site = data["subreddit_name_prefixed"]?.words ?? data["subreddit"]?.words.map { "r/" + $0 }
    }

    private mutating func noteAuthor(_ data: JSONValue, of key: StaticString) -> String? {
        guard let name = RedditText.name(data[key]) else { return nil }
        if let account = data["author_fullname"]?.id { accounts[name] = account }
        return name
    }
}

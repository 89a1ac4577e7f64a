import DiscussionModel

/// A discussion as an object of the filter form.
struct DiscussionRecord {
    /// The members that the form has.
    static let members: Set<String> = [
        "id", "title", "author", "account", "url", "published", "publishedApproximately", "score",
        "site", "setting", "body", "comments", "pingbacks",
    ]

    private let value: JSONValue

    /// - Throws: `JSONParser.Failure` where the value is no discussion.
    init(_ value: JSONValue) throws {
        guard value.isObject else { throw JSONParser.Failure(problem: "it is not a JSON object") }
        guard value["comments"]?.isArray == true else {
            throw JSONParser.Failure(problem: "it has no array `comments`")
        }
        self.value = value
    }

    /// The discussion.
    ///
    /// - Parameter id: what it is called where it has no id.
    /// - Throws: `JSONParser.Failure` where an element of `comments` is no comment.
    func discussion(
        source: String, format: String, line: Int, otherwise id: String
    ) throws -> Discussion {
        let comments = try Self.comments(in: value["comments"], line: line)
        // Where replies are stated, a comment that says nothing of it answers the article.
        let statesTopLevel = comments.contains { $0.comment.statedParent != nil }
        let placed = comments.map { found in
            var found = found
            if statesTopLevel, found.comment.statedParent == nil, !found.leavesParentOpen,
                !found.comment.isGhost
            {
                found.comment.statedParent = Article.id
            }
            return FoundComment(found.comment, line: line)
        }
        let assembly = CommentAssembly(placed, file: source)
        let pingbacks = CommentAssembly(
            try Self.comments(in: value["pingbacks"], line: line).map {
                FoundComment($0.comment, line: line)
            }, file: source)
        var discussion = Discussion(
            id: value["id"]?.id ?? id, source: source, format: format)
        Self.describe(&discussion, by: value)
        discussion.comments = assembly.comments
        discussion.pingbacks = pingbacks.comments
        discussion.findings = assembly.findings + pingbacks.findings
        return discussion
    }

    /// Takes from an object what it says of a discussion besides its id and its comments.
    static func describe(_ discussion: inout Discussion, by value: JSONValue) {
        var published = value["published"].flatMap(moment)
        published?.isApproximate = value["publishedApproximately"]?.boolean ?? false
        discussion.site = value["site"]?.id
        discussion.setting =
            value["setting"]?.string.flatMap(Discussion.Setting.init) ?? .page
        discussion.article = Article(
            title: value["title"]?.id, author: value["author"]?.id, published: published,
            url: value["url"]?.id, body: value["body"]?.string ?? "",
            accountID: value["account"]?.id, score: value["score"]?.count)
    }

    private static func comments(in value: JSONValue?, line: Int) throws -> [CommentRecord] {
        var comments: [CommentRecord] = []
        try value?.forEachChild { key, element in
            guard key == nil else { return }
            comments.append(try CommentRecord(element, number: comments.count + 1))
        }
        return comments
    }

    /// An ISO date, or a number as tables have them.
    static func moment(_ value: JSONValue) -> Timestamp? {
        if let text = value.string { return TableTime().timestamp(text) }
        return value.number.flatMap(TableTime.moment)
    }
}

/// A comment as an object of the filter form.
struct CommentRecord {
    var comment: Comment
    /// Whether the object says that it does not know what the comment answers.
    var leavesParentOpen: Bool

    /// - Parameters:
    ///   - number: the place of the comment from 1, for the message.
    ///   - text: the text where it stands elsewhere.
    /// - Throws: `JSONParser.Failure` where the value is no comment.
    init(_ value: JSONValue, number: Int, text given: String? = nil) throws {
        guard value.isObject else {
            throw JSONParser.Failure(problem: "comment \(number) is not a JSON object")
        }
        let isGhost = value["ghost"]?.boolean ?? false
        guard let text = given ?? value["text"]?.string ?? (isGhost ? "" : nil) else {
            throw JSONParser.Failure(problem: "comment \(number) has no `text`")
        }
        var posted = value["posted"].flatMap(DiscussionRecord.moment)
        posted?.isApproximate = value["approximate"]?.boolean ?? false
        leavesParentOpen = value["parent"]?.isNull ?? false
        comment = Comment(
            id: value["id"]?.identifier ?? "", nameAsWritten: value["author"]?.id,
            accountID: value["account"]?.id, posted: posted, text: text,
            statedParent: value["parent"]?.id, score: value["score"]?.count, isGhost: isGhost,
            url: value["url"]?.id, isByArticleAuthor: value["byArticleAuthor"]?.boolean ?? false,
            removal: value["removed"]?.string.flatMap(Comment.Removal.init),
            approval: value["approval"]?.string.flatMap(Comment.Approval.init))
        comment.statedQuotations =
            value["quotations"].map { Self.quotations(in: $0, of: text) }
            ?? QuoteMarks.statedQuotations(in: text)
    }

    /// The quotations whose spans lie within the text.
    private static func quotations(in value: JSONValue, of text: String) -> [StatedQuotation] {
        let elements = value.elements
        guard !elements.isEmpty else { return [] }
        let length = text.unicodeScalars.count
        return elements.compactMap { element in
            let span = (element["span"]?.elements ?? []).compactMap { $0.count }
            guard span.count == 2, span[0] >= 0, span[0] <= span[1], span[1] <= length else {
                return nil
            }
            return StatedQuotation(
                span: TextSpan(start: span[0], end: span[1]), author: element["author"]?.id,
                source: element["source"]?.id)
        }
    }
}

public import DiscussionModel

/// Questions of Stack Exchange sites with their answers and comments, as the interface gives them:
/// `items` of questions, answers, comments or posts, in one answer or in an array.
///
/// The question is the article, answers answer it, and comments answer the question or answer under
/// which they stand, or the comment of whom they name in `reply_to_user`.
///
/// - SeeAlso: <https://api.stackexchange.com/docs>
public struct StackExchangeFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `stackexchange`.
    public let name = "stackexchange"

    /// How people recognise it.
    public let recognition =
        "JSON with `question_id`, `answer_id`, or `comment_id` and `post_id`, and `owner`"

    /// Looks for the ids of questions, answers and comments.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["items[].", "[].", "[].items[].", ""] {
            let isDated = outline.has(prefix + "creation_date")
            if outline.has(prefix + "question_id"), isDated || outline.has(prefix + "title") {
                return 0.9
            }
            if outline.has(prefix, all: "comment_id", "post_id"), isDated { return 0.9 }
            if outline.has(prefix, all: "post_id", "post_type", "owner.user_type") { return 0.85 }
        }
        // A long question may come before its own id.
        for prefix in ["items[].", "[].", ""]
        where outline.has(prefix + "answers[].answer_id")
            || outline.has(prefix, all: "comments[].comment_id", "comments[].post_id")
        {
            return 0.85
        }
        return 0
    }

    /// The discussion of each question, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = StackExchangeReading(file: input.name, isStrict: options.isStrict)
        var findings = try JSONInput(input, expecting: "answers of Stack Exchange as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collected().discussions(of: input, format: name, findings: findings)
    }
}

/// The questions, answers and comments of one input as they are met.
private struct StackExchangeReading {
    private(set) var warnings: RecordWarnings
    private let file: String
    private var collector = DiscussionCollector()
    /// The discussion of each answer, by its id.
    private var groupOfAnswer: [String: Int] = [:]
    /// The discussion of each question, by its id.
    private var groupOfQuestion: [String: Int] = [:]
    private var answers: Set<String> = []
    private var comments: [StackExchangeComment] = []
    private var withoutText = 0

    init(file: String, isStrict: Bool) {
        self.file = file
        warnings = RecordWarnings(file: file, isStrict: isStrict)
    }

    /// Reads a document: an answer of the interface, or an array of answers or items.
    mutating func add(_ root: JSONValue) throws {
        // A value with the post under which it stands.
        var waiting: [(value: JSONValue, post: String?, isQuestion: Bool?)] = [(root, nil, nil)]
        while let (value, post, isQuestion) = waiting.popLast() {
            if let items = value.isArray ? value : value["items"] {
                waiting += items.elements.reversed().map { ($0, nil, nil) }
                continue
            }
            let nested = { (key: StaticString, id: String?, isQuestion: Bool) in
                (value[key]?.elements ?? []).reversed().map { ($0, id, Optional(isQuestion)) }
            }
            let type = value["post_type"]?.string
            if let id = value["comment_id"]?.id {
                addComment(value, id: id, post: post, isQuestion: isQuestion)
            } else if let id = value["answer_id"]?.id
                ?? (type == "answer" ? value["post_id"]?.id : nil)
            {
                addAnswer(value, id: id, question: post ?? value["question_id"]?.id)
                waiting += nested("comments", id, false)
            } else if let id = value["question_id"]?.id
                ?? (type == "question" ? value["post_id"]?.id : nil)
            {
                addQuestion(value, id: id)
                waiting += nested("comments", id, true)
                waiting += nested("answers", id, true)
            } else {
                try warnings.add("an item is no question, answer or comment", line: nil)
            }
        }
    }

    private mutating func group(ofQuestion id: String?) -> Int {
        let group = collector.index("question " + (id ?? ""), id: id)
        if let id { groupOfQuestion[id] = group }
        return group
    }

    private mutating func addQuestion(_ value: JSONValue, id: String) {
        let group = group(ofQuestion: id)
        let owner = StackExchangeOwner(value["owner"])
        let marked = StackExchangeComment.text(of: value)
        collector[group].article = Article(
            title: value["title"]?.words.map { HTMLText.marked(fragment: $0).text },
            author: owner.name, published: value["creation_date"]?.epochMoment,
            url: value["link"]?.words, body: marked?.text ?? "", accountID: owner.account,
            score: value["score"]?.count)
        collector[group].site = value["link"]?.words?.hostOfAddress
    }

    private mutating func addAnswer(_ value: JSONValue, id: String, question: String?) {
        let group = group(ofQuestion: question)
        groupOfAnswer[id] = group
        answers.insert(id)
        collector[group].site = collector[group].site ?? value["link"]?.words?.hostOfAddress
        collector[group].found.append(
            FoundComment(comment(value, id: id, parent: nil)))
    }

    private mutating func addComment(
        _ value: JSONValue, id: String, post: String?, isQuestion: Bool?
    ) {
        let type = value["post_type"]?.string
        comments.append(
            StackExchangeComment(
                comment: comment(value, id: id, parent: nil),
                post: value["post_id"]?.id ?? post,
                isOnQuestion: type.map { $0 == "question" } ?? isQuestion,
                question: StackExchangeComment.question(in: value["link"]?.words),
                answered: StackExchangeOwner(value["reply_to_user"]).account))
    }

    private mutating func comment(_ value: JSONValue, id: String, parent: String?) -> Comment {
        let owner = StackExchangeOwner(value["owner"])
        let marked = StackExchangeComment.text(of: value)
        if marked == nil { withoutText += 1 }
        return Comment(
            id: id, nameAsWritten: owner.name, accountID: owner.account,
            posted: value["creation_date"]?.epochMoment, text: marked?.text ?? "",
            statedParent: parent, score: value["score"]?.count, url: value["link"]?.words,
            statedQuotations: marked?.quotations ?? [])
    }

    /// The discussions, with each comment under its post.
    func collected() -> DiscussionCollector {
        var result = self
        for index in comments.indices { result.place(comments[index]) }
        for index in result.collector.groups.indices {
            let author = result.collector[index].article.accountID
            for at in result.collector[index].found.indices where author != nil {
                if result.collector[index].found[at].comment.accountID == author {
                    result.collector[index].found[at].comment.isByArticleAuthor = true
                }
            }
        }
        if withoutText > 0, !result.collector.groups.isEmpty {
            result.collector[0].findings.append(
                Finding(
                    id: "no-texts", severity: .warning,
                    message: (withoutText == 1
                        ? "1 answer or comment has no text"
                        : "\(withoutText) answers and comments have no text")
                        + ": the interface gives texts when asked with a filter such as"
                        + " `withbody`.", file: file))
        }
        return result.collector
    }

    /// The comments placed so far under each post, by who wrote them.
    private var lastByAccount: [String: String] = [:]

    private mutating func place(_ found: StackExchangeComment) {
        var comment = found.comment
        let group: Int
        var parent: String?
        if let post = found.post, found.isOnQuestion != true, let known = groupOfAnswer[post] {
            (group, parent) = (known, post)
        } else if let post = found.post, found.isOnQuestion != false,
            found.isOnQuestion == true || groupOfQuestion[post] != nil
        {
            group = self.group(ofQuestion: post)
        } else {
            // An answer that is not there, or nothing says what the post is.
            group =
                found.question.map { self.group(ofQuestion: $0) }
                ?? collector.index("post " + (found.post ?? ""), id: found.post)
            parent = found.question == found.post ? nil : found.post
        }
        // Posts and comments are counted apart, so that both may have a number.
        if answers.contains(comment.id) || comment.id == parent {
            comment.id = "comment-" + comment.id
        }
        let post = (found.post ?? "") + " "
        comment.statedParent = found.answered.flatMap { lastByAccount[post + $0] } ?? parent
        if let account = comment.accountID { lastByAccount[post + account] = comment.id }
        collector[group].found.append(FoundComment(comment))
    }
}

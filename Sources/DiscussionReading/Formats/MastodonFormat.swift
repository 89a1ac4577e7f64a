public import DiscussionModel

/// Statuses of Mastodon, and of servers that speak its language (Pleroma, GoToSocial and others):
/// a context (`ancestors` and `descendants`) alone or beside its status, one status, or many.
///
/// Every status is a post like all others, so that the first one of a thread is its first comment.
/// A context is one discussion; of statuses in an array those are one that lead up to one another.
///
/// - SeeAlso: <https://docs.joinmastodon.org/entities/Status/>,
///   <https://docs.joinmastodon.org/entities/Context/>
public struct MastodonFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `mastodon`.
    public let name = "mastodon"

    /// How people recognise it.
    public let recognition =
        "JSON with `ancestors` and `descendants`, or statuses with `content` and `account.acct`"

    /// Looks for a context or for the keys of a status.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["", "context.", "[].context.", "[]."]
        where outline.has(prefix, all: "ancestors", "descendants") {
            return outline.has(prefix + "ancestors[].account.acct")
                || outline.has(prefix + "descendants[].account.acct") ? 0.95 : 0.85
        }
        for prefix in [
            "", "[].", "status.", "[].status.", "statuses[].", "last_status.", "[].last_status.",
            // One of the two lists may be longer than what is shown.
            "ancestors[].", "descendants[].", "context.ancestors[].", "context.descendants[].",
        ] where outline.has(prefix, all: "account.acct", "created_at") {
            // A status that was deleted comes once more with what its author typed.
            if outline.has(prefix + "content") { return 0.9 }
            if outline.has(prefix, all: "text", "in_reply_to_id") { return 0.85 }
        }
        return 0
    }

    /// The threads, in the order of their first statuses, with the setting `.forum`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = MastodonReading(
            warnings: RecordWarnings(file: input.name, isStrict: options.isStrict))
        var findings = try JSONInput(input, expecting: "statuses of Mastodon as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collected().discussions(
            of: input, format: name, setting: .forum, findings: findings)
    }
}

/// The statuses of one input as they are met.
private struct MastodonReading {
    var warnings: RecordWarnings
    private var statuses: [(found: FoundComment, host: String?)] = []
    /// What an answer says of the status that it answers, by the answer's id.
    private var answered: [String: Comment] = [:]
    private var threads = PostThreads()
    /// The last ancestor of each context, with the ids of its descendants.
    private var contexts: [(last: String?, descendants: [(id: String, parent: String?)])] = []

    init(warnings: RecordWarnings) {
        self.warnings = warnings
    }

    /// Reads a document: a context, a status, or objects and arrays around them.
    mutating func add(_ root: JSONValue) throws {
        var waiting = [root]
        while let value = waiting.popLast() {
            if !value.isObject {
                waiting += value.elements.reversed()
            } else if value["ancestors"] != nil || value["descendants"] != nil {
                try addContext(value, status: value["status"])
            } else if let context = value["context"], context.isObject {
                try addContext(context, status: value["status"])
            } else if let inner = value["status"] ?? value["last_status"], inner.isObject {
                waiting.append(inner)
            } else if let inner = value["statuses"] {
                waiting += inner.elements.reversed()
            } else {
                _ = try addStatus(value)
            }
        }
    }

    /// A status and the statuses around it, which are one thread whatever is missing of it.
    private mutating func addContext(_ context: JSONValue, status: JSONValue?) throws {
        var ids: [String] = []
        for value in context["ancestors"]?.elements ?? [] {
            if let id = try addStatus(value)?.id { ids.append(id) }
        }
        let last = ids.last
        if let status, status.isObject, let id = try addStatus(status)?.id { ids.append(id) }
        var descendants: [(id: String, parent: String?)] = []
        for value in context["descendants"]?.elements ?? [] {
            if let comment = try addStatus(value) {
                ids.append(comment.id)
                descendants.append((comment.id, comment.statedParent))
            }
        }
        for id in ids.dropFirst() { threads.join(ids[0], id) }
        if status?.isObject != true { contexts.append((last, descendants)) }
    }

    private mutating func addStatus(_ value: JSONValue) throws -> Comment? {
        var value = value
        // A boost repeats another's status and says nothing itself.
        if let inner = value["reblog"], inner.isObject { value = inner }
        guard value["id"]?.id != nil, value["content"] != nil || value["text"] != nil else {
            try warnings.add("an object is no status: it has no `id` and `content`", line: nil)
            return nil
        }
        let status = MastodonStatus(value)
        if let parent = status.comment.statedParent { threads.join(status.comment.id, parent) }
        if let answered = status.answered { self.answered[status.comment.id] = answered }
        statuses.append((FoundComment(status.comment), status.host))
        return status.comment
    }

    /// The discussions.
    func collected() -> DiscussionCollector {
        var threads = threads
        let roots = statuses.filter { $0.found.comment.statedParent == nil }
        // Statuses that lead up to one that is not there are of the only thread that begins here.
        let isOneThread = Set(roots.map(\.found.comment.id)).count == 1
        var collector = DiscussionCollector()
        for (found, host) in statuses {
            let key = isOneThread ? "" : String(threads.thread(of: found.comment.id))
            let group = collector.index(key)
            collector[group].site = collector[group].site ?? host
            collector[group].found.append(found)
        }
        for index in collector.groups.indices {
            let comments = collector[index].found.lazy.map(\.comment)
            collector[index].id =
                comments.first { $0.statedParent == nil }?.id ?? comments.first?.statedParent
            collector[index].ghosts = comments.compactMap { answered[$0.id] }
        }
        let present = Set(statuses.map(\.found.comment.id))
        for (last, descendants) in contexts {
            // The status that was asked for is not in its own context, and answers the last of
            // those before it.
            let asked = descendants.first { $0.parent.map { !present.contains($0) } ?? false }
            guard let last, let asked = asked?.parent else { continue }
            let group = collector.index(isOneThread ? "" : String(threads.thread(of: last)))
            collector[group].ghosts.append(
                Comment(id: asked, text: "", statedParent: last, isGhost: true))
        }
        return collector
    }
}

/// One status as a comment.
private struct MastodonStatus {
    var comment: Comment
    /// The status that it answers as a ghost, with its author.
    var answered: Comment?
    /// The server that the answer came from, where its address tells.
    var host: String?

    init(_ value: JSONValue) {
        let account = value["account"]
        var marked = MarkedText()
        if let content = value["content"]?.string {
            marked = HTMLText.marked(fragment: content)
        } else if let text = value["text"]?.string {
            marked.text = text
        }
        let quote = value["quote"]
        let quoted = quote?["quoted_status"].flatMap { $0.isObject ? $0 : nil } ?? quote
        let source =
            quote?["quoted_status"]?["id"]?.id ?? quote?["quoted_status_id"]?.id
            ?? quote?["id"]?.id ?? value["quote_id"]?.id
        if let source {
            marked.quotations.insert(
                StatedQuotation(
                    span: Self.reference(in: marked.text),
                    author: quoted?["account"]?["acct"]?.words, source: source), at: 0)
        }
        if let warning = value["spoiler_text"]?.words { marked = marked.behind(warning) }
        comment = Comment(
            id: value["id"]?.id ?? "", nameAsWritten: account?["acct"]?.words,
            accountID: account?["id"]?.id, posted: value["created_at"]?.isoMoment,
            text: marked.text, statedParent: value["in_reply_to_id"]?.id,
            score: value["favourites_count"]?.count,
            url: value["url"]?.words ?? value["uri"]?.words,
            statedQuotations: marked.quotations)
        if let parent = comment.statedParent, let author = value["in_reply_to_account_id"]?.id {
            let isOwn = author == comment.accountID
            let mention = value["mentions"]?.elements.first { $0["id"]?.id == author }
            answered = Comment(
                id: parent,
                nameAsWritten: isOwn ? comment.nameAsWritten : mention?["acct"]?.words,
                accountID: author, text: "", isGhost: true)
        }
        host = value["url"]?.words?.hostOfAddress
    }

    /// The line "RE: address" for readers that show no quotations, else the place behind the text:
    /// nothing of the quoted words stands in the status itself.
    private static func reference(in text: String) -> TextSpan {
        let count = text.unicodeScalars.count
        guard text.hasPrefix("RE: http") else { return TextSpan(start: count, end: count) }
        return TextSpan(
            start: 0, end: text.unicodeScalars.prefix { $0 != "\n" }.count)
    }
}

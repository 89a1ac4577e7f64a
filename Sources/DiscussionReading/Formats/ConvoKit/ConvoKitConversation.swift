import DiscussionModel

/// The utterances of one conversation on their way to a discussion.
struct ConvoKitConversation {
    private let id: String
    private let details: ConvoKitDetails
    private var found: [FoundComment] = []
    /// What `rejoinder export` wrote of the discussion besides its comments.
    private var exported: Discussion?

    init(id: String, _ details: ConvoKitDetails) {
        self.id = id
        self.details = details
    }

    /// The conversation that an utterance says it belongs to; empty where it says none.
    ///
    /// - Throws: `JSONParser.Failure` where the object is no utterance.
    static func id(of root: some ConvoKitData) throws -> String {
        guard root[.text] != nil || root[.id] != nil else {
            throw JSONParser.Failure(problem: "it has neither `id` nor `text`")
        }
        return root[.conversationID]?.identifier ?? root[.root]?.identifier ?? ""
    }

    /// Adds an utterance.
    mutating func add(_ root: some ConvoKitData, line: Int) {
        let isOwn = root[.meta]?.withValue { meta in
            guard let own = meta["rejoinder"], own.isObject else { return false }
            add(own, text: root[.text]?.string ?? "", line: line)
            return true
        }
        guard isOwn != true else { return }
        var utterance = ConvoKitUtterance(root, line: line)
        utterance.name = utterance.speaker.flatMap { details.names[$0] }
        found.append(utterance.found)
    }

    /// Adds what `rejoinder export` wrote.
    private mutating func add(_ own: JSONValue, text: String, line: Int) {
        if let described = own["discussion"] { describe(by: described, line: line) }
        if own["article"]?.boolean == true {
            exported?.article.body = text
        } else if let record = try? CommentRecord(own, number: 0, text: text) {
            found.append(FoundComment(record.comment, line: line))
        }
    }

    private mutating func describe(by value: JSONValue, line: Int) {
        var discussion = Discussion(id: value["id"]?.id ?? id, source: "", format: "")
        DiscussionRecord.describe(&discussion, by: value)
        var pingbacks: [FoundComment] = []
        value["pingbacks"]?.forEachChild { _, value in
            if let record = try? CommentRecord(value, number: 0) {
                pingbacks.append(FoundComment(record.comment, line: line))
            }
        }
        discussion.pingbacks = CommentAssembly(pingbacks, file: "").comments
        exported = discussion
    }

    /// The discussion of the utterances.
    func discussion(of input: OpenInput, format: String) -> Discussion {
        if var discussion = exported {
            let assembly = CommentAssembly(found, file: input.name)
            discussion.source = input.name
            discussion.format = format
            discussion.comments = assembly.comments
            discussion.findings = assembly.findings
            return discussion
        }
        let assembly = CommentAssembly(found, file: input.name, statesTopLevel: true)
        let told = details.conversations[id]
        return Discussion(
            id: id.isEmpty ? input.stem : id, source: input.name, format: format, setting: .forum,
            article: Article(title: told?.title, url: told?.url), comments: assembly.comments,
            findings: assembly.findings)
    }
}

/// What the files beside the utterances say of speakers and conversations.
final class ConvoKitDetails {
    /// What a conversation is called.
    struct Conversation {
        var title: String?
        var url: String?
    }

    /// The names of speakers that have one besides their ids.
    private(set) var names: [String: String] = [:]
    /// The conversations that have a title or an address.
    private(set) var conversations: [String: Conversation] = [:]
    /// What could not be read.
    private(set) var findings: [Finding] = []

    /// Reads the companions of an input.
    ///
    /// - Parameter limit: the most bytes of one; a larger one is left aside, with a remark.
    init(of input: OpenInput, limit: Int) {
        for companion in input.companions {
            switch companion.fileName {
            case "speakers.json", "users.json":
                read(companion, limit) { id, meta in
                    names[id] =
                        meta["name"]?.words ?? meta["username"]?.words
                        ?? meta["screen_name"]?.words ?? meta["display_name"]?.words
                }
            case "conversations.json":
                read(companion, limit) { id, meta in
                    let title =
                        meta["title"]?.words ?? meta["article_title"]?.words
                        ?? meta["page_title"]?.words ?? meta["topic"]?.words
                    let url = meta["url"]?.words ?? meta["permalink"]?.words
                    if title != nil || url != nil {
                        conversations[id] = Conversation(title: title, url: url)
                    }
                }
            default: continue
            }
        }
    }

    /// Calls `body` with each id and its metadata, which older corpora have in place of `meta`.
    private func read(
        _ companion: OpenInput, _ limit: Int, _ body: (String, JSONValue) -> Void
    ) {
        do {
            let bytes = try companion.contents(limit: limit)
            try bytes.withUnsafeBufferPointer { bytes in
                try JSONParser().withDocument(bytes) { root in
                    root.forEachChild { id, value in
                        if let id { body(id, value["meta"] ?? value) }
                    }
                }
            }
        } catch {
            let problem =
                (error as? JSONParser.Failure)?.problem
                ?? (error as? ReadingError).map { "\($0.problem); \($0.advice)" }
                ?? "it cannot be read"
            findings.append(
                Finding(
                    id: "companion-unread", severity: .warning,
                    message: "The file beside the corpus was left aside: \(problem).",
                    file: companion.name))
        }
    }
}

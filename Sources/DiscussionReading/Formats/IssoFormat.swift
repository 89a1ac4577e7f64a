public import DiscussionModel
import Foundation

/// Comments of Isso: its generic form for imports (an array of threads with `comments`), and the
/// answers of its interface (`replies` with answers in them, or the latest comments).
///
/// Kept are ids, parents, times, likes less dislikes, the state of moderation and deletions; e-mail
/// and network addresses are not. Each thread is a discussion.
///
/// - SeeAlso: <https://isso-comments.de/docs/guides/advanced-migration/>,
///   <https://isso-comments.de/docs/reference/server-api/>
public struct IssoFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `isso`.
    public let name = "isso"

    /// How people recognise it.
    public let recognition =
        "JSON threads with `id`, `title` and `comments`, or `replies` with `mode` and `hidden_replies`"

    /// Looks for the keys of threads and of answers.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        if outline.has("[].", all: "id", "title", "comments"),
            outline.has("[].comments[].", all: "author", "created", "text")
        {
            let isSure =
                outline.has("[].comments[].remote_addr") || outline.has("[].comments[].website")
            return isSure ? 0.9 : 0.6
        }
        if outline.has(all: "replies", "total_replies", "hidden_replies") { return 0.9 }
        for prefix in ["", "[]."] where outline.has(prefix, all: "mode", "hash", "text", "likes") {
            return 0.85
        }
        return 0
    }

    /// The discussion of each thread, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var reading = IssoReading(file: input.name, isStrict: options.isStrict)
        var findings = try JSONInput(input, expecting: "comments of Isso as JSON")
            .read(options) { root, _ in try reading.add(root) }
        findings += reading.warnings.findings
        return reading.collector.discussions(of: input, format: name, findings: findings)
    }
}

/// The comments of one input as they are met.
private struct IssoReading {
    private(set) var warnings: RecordWarnings
    private(set) var collector = DiscussionCollector()
    private let file: String

    init(file: String, isStrict: Bool) {
        self.file = file
        warnings = RecordWarnings(file: file, isStrict: isStrict)
    }

    /// Reads a document: an array of threads or comments, or the answer for one thread.
    mutating func add(_ root: JSONValue) throws {
        for value in root.isObject ? [root] : root.elements {
            if let comments = value["comments"] {
                let uri = value["id"]?.id
                let group = collector.index(uri ?? "", id: uri)
                collector[group].article.url = uri
                collector[group].article.title = value["title"]?.words.map { Self.title($0) }
                for comment in comments.elements { try addComment(comment, to: group) }
            } else {
                let uri = value["uri"]?.id
                let group = collector.index(uri ?? "", id: uri)
                collector[group].article.url = uri
                try addComment(value, to: group)
            }
        }
    }

    /// A comment with the answers in it, or the thread around comments.
    private mutating func addComment(_ root: JSONValue, to group: Int) throws {
        var waiting: [(value: JSONValue, parent: String?)] = [(root, nil)]
        var hidden = 0
        while let (value, parent) = waiting.popLast() {
            let id = value["id"]?.id
            hidden += max(0, value["hidden_replies"]?.count ?? 0)
            if value["text"] != nil {
                collector[group].found.append(Self.comment(value, under: parent))
            } else if value["replies"] == nil {
                try warnings.add("a comment has no `text`", line: nil)
            }
            waiting += (value["replies"]?.elements ?? []).reversed().map { ($0, id) }
        }
        if let finding = Finding(missingComments: hidden, file: file) {
            collector[group].findings.append(finding)
        }
    }

    private static func comment(_ value: JSONValue, under parent: String?) -> FoundComment {
        let marked = MarkedText(markup: value["text"]?.string ?? "")
        var score: Int?
        if let likes = value["likes"]?.count {
            score = likes - (value["dislikes"]?.count ?? 0)
        }
        var removal: Comment.Removal?
        var approval: Comment.Approval?
        switch value["mode"]?.count {
        case 1: approval = .approved
        case 2: approval = .pending
        case 4: removal = .unknown
        default: break
        }
        return FoundComment(
            Comment(
                id: value["id"]?.id ?? "", nameAsWritten: value["author"]?.words,
                posted: value["created"]?.moment, text: marked.text,
                statedParent: value["parent"]?.id ?? parent, score: score, removal: removal,
                approval: approval, statedQuotations: marked.quotations))
    }

    /// A title, some of which are written as in addresses: `Salt+%26+pepper`.
    private static func title(_ written: String) -> String {
        // "C++" is no such title.
        let isEncoded =
            !written.contains(" ") && !written.contains("++")
            && (written.contains("%") || written.dropFirst().dropLast().contains("+"))
        guard isEncoded else { return written }
        return written.replacing("+", with: " ").removingPercentEncoding ?? written
    }
}

public import DiscussionModel

/// Comments of Artalk: its form for moving (`.artrans`, an array of comments), into which other
/// systems can be turned too, and the answers of its interface.
///
/// Kept are ids, parents, times, votes, accounts where there are any, the state of moderation;
/// e-mail and network addresses are not. Each page of a site is a discussion.
///
/// - SeeAlso: <https://artalk.js.org/guide/transfer.html>
public struct ArtalkFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `artalk`.
    public let name = "artalk"

    /// How people recognise it.
    public let recognition = "JSON comments with `page_key`, `content` and `rid` or `nick`"

    /// An export holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for the keys of comments.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["[].", "comments[].", "data.comments[].", "data.", ""]
        where outline.has(prefix, all: "page_key", "content") {
            if outline.has(prefix + "rid") || outline.has(prefix + "nick") { return 0.95 }
        }
        return 0
    }

    /// The discussion of each page, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var collector = DiscussionCollector()
        var findings = try JSONInput(input, expecting: "comments of Artalk as JSON")
            .read(options) { root, line in
                let answer = root["data"] ?? root
                let isList = answer.isArray || answer["comments"] != nil
                let page = answer["page"]
                for value in isList ? (answer["comments"] ?? answer).elements : [answer] {
                    guard value["content"] != nil || value["nick"] != nil else {
                        try warnings.add("a comment has neither `content` nor `nick`", line: line)
                        continue
                    }
                    let key = value["page_key"]?.words
                    let group = collector.index(ofPage: key, of: value["site_name"]?.words)
                    collector[group].article.url = value["page_url"]?.words ?? key
                    if let title = value["page_title"]?.words ?? page?["title"]?.words {
                        collector[group].article.title = title
                    }
                    collector[group].found.append(Self.comment(value, line: line))
                }
            }
        findings += warnings.findings
        return collector.discussions(of: input, format: name, findings: findings)
    }

    private static func comment(_ value: JSONValue, line: Int?) -> FoundComment {
        let id = value["id"]?.id ?? ""
        var parent = value["rid"]?.id
        // An older interface gives a comment at the top its own id.
        if parent == "0" || parent == id { parent = nil }
        let marked = MarkedText(markup: value["content"]?.string ?? "")
        var score: Int?
        if let up = value["vote_up"]?.count { score = up - (value["vote_down"]?.count ?? 0) }
        let user = value["user_id"]?.id
        return FoundComment(
            Comment(
                id: id, nameAsWritten: value["nick"]?.words, accountID: user == "0" ? nil : user,
                posted: (value["created_at"] ?? value["date"])?.moment, text: marked.text,
                statedParent: parent, score: score,
                approval: value["is_pending"]?.flag.map { $0 ? .pending : .approved },
                statedQuotations: marked.quotations),
            line: line)
    }
}

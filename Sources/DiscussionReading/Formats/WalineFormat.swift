public import DiscussionModel

/// Comments of Valine, and of Waline and Twikoo, which took over its fields: the export of Waline
/// (`data.Comment`), the table `Comment` of Valine from LeanCloud, and the export of Twikoo.
///
/// Kept are ids, parents, times, likes, accounts, the state of moderation; e-mail and network
/// addresses are not. Each page of a site is a discussion.
///
/// - SeeAlso: <https://waline.js.org/en/migration/tool.html>,
///   <https://twikoo.js.org/en/quick-start.html>
public struct WalineFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `waline`.
    public let name = "waline"

    /// How people recognise it.
    public let recognition =
        "JSON comments of Waline, Valine or Twikoo: `nick` and `comment` with `url`"

    /// An export holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for the keys of comments.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        for prefix in ["data.Comment[].", "results[].", "data[].", "[].", ""]
        where outline.has(prefix, all: "nick", "comment", "url") {
            if outline.has(prefix + "objectId") || outline.has(prefix + "_id")
                || outline.has(prefix + "mail") || outline.has(prefix + "ua")
            {
                return 0.9
            }
        }
        return outline.string("type") == "waline" ? 0.9 : 0
    }

    /// The discussion of each page, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var collector = DiscussionCollector()
        var findings = try JSONInput(input, expecting: "comments of Waline, Valine or Twikoo")
            .read(options) { root, line in
                let list = root["data"]?["Comment"] ?? root["results"] ?? root["data"] ?? root
                for value in list.isArray ? list.elements : [list] {
                    guard value["comment"] != nil else {
                        // Comments, counters and users may lie in one file.
                        if value["nick"] != nil || !value.isObject {
                            try warnings.add("a record has no `comment`", line: line)
                        }
                        continue
                    }
                    let url = value["url"]?.words
                    let group = collector.index(url ?? "", id: url)
                    collector[group].article.url = value["href"]?.words ?? url
                    collector[group].found.append(Self.comment(value, line: line))
                }
            }
        findings += warnings.findings
        return collector.discussions(of: input, format: name, findings: findings)
    }

    private static func comment(_ value: JSONValue, line: Int?) -> FoundComment {
        let marked = MarkedText(markup: value["comment"]?.string ?? "")
        let id = identifier(value["objectId"] ?? value["_id"] ?? value["id"])
        // `rid` names the first comment of the thread, `pid` the one that is answered.
        let parent = identifier(value["pid"]) ?? identifier(value["rid"])
        let user = value["user_id"]?.id ?? value["uid"]?.id
        let time = value["insertedAt"] ?? value["createdAt"] ?? value["created"]
        var likes = value["like"]?.count
        if let given = value["like"], given.isArray { likes = given.elements.count }
        return FoundComment(
            Comment(
                id: id ?? "", nameAsWritten: value["nick"]?.words, accountID: user,
                posted: (time?["iso"] ?? time?["$date"] ?? time)?.moment, text: marked.text,
                statedParent: parent == "0" ? nil : parent, score: likes,
                approval: approval(value), statedQuotations: marked.quotations),
            line: line)
    }

    /// An id, also as MongoDB exports it.
    private static func identifier(_ value: JSONValue?) -> String? {
        value?.id ?? value?["$oid"]?.id
    }

    private static func approval(_ value: JSONValue) -> Comment.Approval? {
        switch value["status"]?.string {
        case "approved": return .approved
        case "waiting": return .pending
        case "spam": return .spam
        default: return value["isSpam"]?.flag.map { $0 ? .spam : .approved }
        }
    }
}

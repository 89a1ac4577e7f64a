public import DiscussionModel

/// Comments of Remark42: answers of its interface, as a tree or as a list, and its own backup, one
/// JSON object a line behind a line with the version.
///
/// Kept are ids, parents, times, scores, users as accounts and deletions; network addresses are
/// not. Each page of a site is a discussion.
///
/// - SeeAlso: <https://remark42.com/docs/contributing/api/>,
///   <https://remark42.com/docs/backup/backup/>
public struct RemarkFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `remark42`.
    public let name = "remark42"

    /// How people recognise it.
    public let recognition = "JSON comments with `pid` and `locator`, in a tree, a list or lines"

    /// Looks for the keys of comments, behind the first line too.
    public func sniff(_ head: InputHead) -> Double {
        var outline = head.outline
        if outline.has("version"), outline.has("users") || outline.has("posts") {
            outline = JSONOutline(outline.rest)
        }
        for prefix in ["comments[].comment.", "comments[].", "[].", ""]
        where outline.has(prefix, all: "pid", "locator.url") { return 0.95 }
        return 0
    }

    /// The discussion of each page, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var collector = DiscussionCollector()
        var findings = try JSONInput(input, expecting: "comments of Remark42 as JSON")
            .read(options) { root, line in
                // The line before the comments, which names users and pages that are blocked.
                if root["version"] != nil, root["id"] == nil { return }
                var waiting: [(value: JSONValue, parent: String?)] = [(root, nil)]
                while let (value, parent) = waiting.popLast() {
                    let comment = value["comment"].flatMap { $0.isObject ? $0 : nil } ?? value
                    if let list = value["comments"] {
                        waiting += list.elements.reversed().map { ($0, nil) }
                        continue
                    } else if value.isArray {
                        waiting += value.elements.reversed().map { ($0, nil) }
                        continue
                    }
                    guard let id = comment["id"]?.id, comment["text"] != nil else {
                        try warnings.add("a comment has no `id` and `text`", line: line)
                        continue
                    }
                    let locator = comment["locator"]
                    let url = locator?["url"]?.words
                    let group = collector.index(ofPage: url, of: locator?["site"]?.words)
                    collector[group].article.url = url
                    if let title = comment["title"]?.words {
                        collector[group].article.title = title
                    }
                    collector[group].found.append(
                        Self.comment(comment, under: parent, line: line))
                    waiting += (value["replies"]?.elements ?? []).reversed().map { ($0, id) }
                }
            }
        findings += warnings.findings
        return collector.discussions(of: input, format: name, findings: findings)
    }

    private static func comment(
        _ value: JSONValue, under parent: String?, line: Int?
    ) -> FoundComment {
        let isDeleted = value["delete"]?.flag ?? false
        var marked = HTMLText.marked(fragment: value["text"]?.string ?? "")
        if marked.text.isEmpty, let original = value["orig"]?.words {
            marked = MarkedText(plain: original)
        }
        let user = value["user"]
        // Comments that were deleted for good share one user.
        let isUnknown = user?["id"]?.string == "deleted"
        return FoundComment(
            Comment(
                id: value["id"]?.id ?? "",
                nameAsWritten: isUnknown ? nil : user?["name"]?.words,
                accountID: isUnknown ? nil : user?["id"]?.id, posted: value["time"]?.goMoment,
                text: marked.text, statedParent: value["pid"]?.id ?? parent,
                score: value["score"]?.count, removal: isDeleted ? .unknown : nil,
                statedQuotations: marked.quotations),
            line: line)
    }
}

public import DiscussionModel

/// Comments of Commento and Commento++: the export (`comments` beside `commenters`) and the answer
/// of `/api/comment/list`.
///
/// Kept are ids, parents, times, scores, commenters as accounts, the state of moderation and
/// deletions; e-mail addresses are not. Each page of a site is a discussion.
///
/// - SeeAlso: <https://docs.commento.io/installation/self-hosting/>,
///   <https://gitlab.com/commento/commento/-/blob/master/api/comment.go>
public struct CommentoFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `commento`.
    public let name = "commento"

    /// How people recognise it.
    public let recognition = "JSON with `comments` that have `commentHex` and `parentHex`"

    /// An export holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for the key that nothing else has.
    public func sniff(_ head: InputHead) -> Double {
        let outline = head.outline
        return outline.has("comments[].commentHex") || outline.has("[].commentHex")
            || outline.has("commenters[].commenterHex") ? 0.95 : 0
    }

    /// The discussion of each page, in the order in which they appear.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var collector = DiscussionCollector()
        var findings = try JSONInput(input, expecting: "an export of Commento")
            .read(options) { root, _ in
                var names: [String: String] = [:]
                root["commenters"]?.forEachChild { key, commenter in
                    guard let id = commenter["commenterHex"]?.id ?? key else { return }
                    names[id] = commenter["name"]?.words
                }
                for value in (root["comments"] ?? root).elements {
                    guard value["commentHex"]?.id != nil else {
                        try warnings.add("a comment has no `commentHex`", line: nil)
                        continue
                    }
                    let url = value["url"]?.words ?? value["path"]?.words
                    let group = collector.index(ofPage: url, of: value["domain"]?.words)
                    collector[group].article.url = url
                    collector[group].found.append(Self.comment(value, names: names))
                }
            }
        findings += warnings.findings
        return collector.discussions(of: input, format: name, findings: findings)
    }

    private static func comment(_ value: JSONValue, names: [String: String]) -> FoundComment {
        var account = value["commenterHex"]?.id
        // Everybody who gave no name shares this one.
        if account == "anonymous" { account = nil }
        let isDeleted = value["deleted"]?.flag ?? false
        var marked = MarkedText()
        if let text = value["markdown"]?.words, !(isDeleted && text == "[deleted]") {
            marked = MarkedText(plain: text)
        } else if let html = value["html"]?.words, !isDeleted {
            marked = HTMLText.marked(fragment: html)
        }
        var removal: Comment.Removal?
        if isDeleted {
            let deleter = value["deleterHex"]?.id
            removal =
                deleter == nil || deleter == "anonymous"
                ? .unknown : deleter == account ? .author : .moderator
        }
        let parent = value["parentHex"]?.id
        let name = account.flatMap { names[$0] }
        return FoundComment(
            Comment(
                id: value["commentHex"]?.id ?? "",
                nameAsWritten: name == "[deleted]" ? nil : name,
                accountID: account == "[deleted]" || name == "[deleted]" ? nil : account,
                posted: value["creationDate"]?.goMoment, text: marked.text,
                statedParent: parent == "root" ? nil : parent, score: value["score"]?.count,
                removal: removal, approval: approval(value["state"]?.string),
                statedQuotations: marked.quotations))
    }

    private static func approval(_ state: String?) -> Comment.Approval? {
        switch state {
        case "approved": .approved
        case "unapproved": .pending
        case "flagged": .spam
        default: nil
        }
    }
}

import DiscussionModel

/// Stories of Lobsters and of sites with the same software, as their `.json` gives them:
/// <https://github.com/lobsters/lobsters> (`as_json` of stories and comments).
///
/// The story is the article. A comment answers `parent_comment`; where that is not written, the
/// indentation tells. Of the two forms of a text the plain one, as written, is kept.
public struct LobstersFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `lobsters`.
    public let name = "lobsters"

    /// How people recognise it.
    public let recognition =
        "JSON with `short_id` and `submitter_user`, `commenting_user` or `comments_url`"

    /// Looks for the keys of stories and comments.
    public func sniff(_ head: InputHead) -> Double {
        guard let head = head.json, head.has("short_id") else { return 0 }
        return head.has(any: "submitter_user", "commenting_user", "comments_url", "short_id_url")
            ? 0.95 : 0
    }

    /// The stories, each with the setting `.page`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try JSONDiscussionStream(
            input, options: options, discussions: LobstersDiscussions(input, format: name))
    }
}

/// Makes stories of the documents of one input.
final class LobstersDiscussions: JSONDiscussions {
    let expectation = "a story with `short_id`, `title` and `comments`"
    var problems: [String] = []

    private let input: OpenInput
    private let format: String
    /// Comments without their story, by its address.
    private var scattered: [(story: String, comments: [JSONComment])] = []
    private var places: [String: Int] = [:]

    private struct JSONComment {
        var found: FoundComment
        /// From 0; `nil` where the parent is written.
        var depth: Int?
    }

    init(_ input: OpenInput, format: String) {
        self.input = input
        self.format = format
    }

    func read(_ root: JSONValue, line: Int?) throws -> [Discussion] {
        var isAnything = false
        var discussions: [Discussion] = []
        for value in root.isArray ? root.elements : [root] where value.isObject {
            if value["title"] != nil || value["comments"]?.isArray == true {
                discussions.append(story(value, line: line))
            } else if value["comment"] != nil || value["comment_plain"] != nil {
                scatter(comment(value, line: line), of: value)
            } else {
                problems.append("it is neither a story nor a comment")
                continue
            }
            isAnything = true
        }
        guard isAnything else { throw JSONParser.Failure(problem: "there is no story in it") }
        return discussions
    }

    func finish() -> [Discussion] {
        defer { scattered = [] }
        return scattered.map { group in
            let assembly = CommentAssembly(
                placed(group.comments), file: input.name, statesTopLevel: true)
            let address = group.story.isEmpty ? nil : group.story
            let id = address?.split(separator: "/").drop { $0 != "s" }.dropFirst().first
            return Discussion(
                id: id.map(String.init) ?? input.stem, source: input.name, format: format,
                site: address?.hostOfAddress, setting: .page, article: Article(url: address),
                comments: assembly.comments, findings: assembly.findings)
        }
    }

    private func story(_ value: JSONValue, line: Int?) -> Discussion {
        let author = Self.name(value["submitter_user"])
        let address = (value["comments_url"] ?? value["short_id_url"])?.words
        let body =
            value["description_plain"]?.words
            ?? value["description"]?.words.map { HTMLText.marked(fragment: $0).text }
        let article = Article(
            title: value["title"]?.words, author: author, published: value["created_at"]?.moment,
            url: value["url"]?.words ?? address, body: body ?? "", accountID: author,
            score: value["score"]?.count)
        let comments = value["comments"]?.elements.filter(\.isObject) ?? []
        let found = placed(comments.map { comment($0, line: line) }).map { found in
            var found = found
            let name = found.comment.nameAsWritten
            found.comment.isByArticleAuthor = name != nil && name == author
            return found
        }
        let assembly = CommentAssembly(found, file: input.name, statesTopLevel: true)
        var findings = assembly.findings
        let missing = (value["comment_count"]?.count ?? 0) - found.count
        if let finding = Finding(missingComments: missing, file: input.name) {
            findings.append(finding)
        }
        return Discussion(
            id: value["short_id"]?.id ?? input.stem, source: input.name, format: format,
            site: address?.hostOfAddress, setting: .page, article: article,
            comments: assembly.comments, findings: findings)
    }

    private func comment(_ value: JSONValue, line: Int?) -> JSONComment {
        let author = Self.name(value["commenting_user"])
        let html = value["comment"]?.words.map { HTMLText.marked(fragment: $0) }
        let plain = value["comment_plain"]?.words
        var comment = Comment(
            id: value["short_id"]?.id ?? "", nameAsWritten: author, accountID: author,
            posted: value["created_at"]?.moment, text: plain ?? html?.text ?? "",
            statedParent: value["parent_comment"]?.id, score: value["score"]?.count,
            url: (value["short_id_url"] ?? value["url"])?.words)
        comment.statedQuotations =
            plain.map { QuoteMarks.statedQuotations(in: $0) } ?? html?.quotations ?? []
        if value["is_deleted"]?.flag == true || value["is_moderated"]?.flag == true {
            comment.removal = value["is_moderated"]?.flag == true ? .moderator : .author
            comment.text = ""
            comment.statedQuotations = []
        }
        var depth: Int?
        if value["parent_comment"] == nil {
            // Old versions count from 1, new ones from 0.
            depth = value["indent_level"]?.count.map { $0 - 1 } ?? value["depth"]?.count
        }
        return JSONComment(found: FoundComment(comment, line: line), depth: depth)
    }

    /// The comments with the parents that their indentation tells.
    private func placed(_ comments: [JSONComment]) -> [FoundComment] {
        var path: [(depth: Int, id: String)] = []
        return comments.map { comment in
            var found = comment.found
            guard let depth = comment.depth else { return found }
            while let last = path.last, last.depth >= depth { path.removeLast() }
            if found.comment.statedParent == nil { found.comment.statedParent = path.last?.id }
            if !found.comment.id.isEmpty { path.append((depth, found.comment.id)) }
            return found
        }
    }

    private func scatter(_ comment: JSONComment, of value: JSONValue) {
        // https://lobste.rs/s/STORY/TITLE#c_COMMENT
        let address = value["url"]?.words ?? ""
        let story = String(address.prefix { $0 != "#" })
        let place = places[story] ?? scattered.count
        if place == scattered.count {
            places[story] = place
            scattered.append((story, []))
        }
        scattered[place].comments.append(comment)
    }

    /// A name, alone or in the description of a person.
    private static func name(_ value: JSONValue?) -> String? {
        value?.words ?? value?["username"]?.words
    }
}

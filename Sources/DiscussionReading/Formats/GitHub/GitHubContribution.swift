import DiscussionModel

/// What an issue, a discussion and their comments have in common, in the words of either
/// interface.
struct GitHubContribution {
    var id: String?
    var author: String?
    var account: String?
    var posted: Timestamp?
    var text: MarkedText
    var score: Int?
    var url: String?
    var place: GitHubPlace?

    /// - Parameter mayBeHTML: whether a body that begins and ends with an element is taken for
    ///   rendered HTML even without the marks of it.
    init(_ value: JSONValue, mayBeHTML: Bool) {
        id = (value["id"] ?? value["databaseId"] ?? value["node_id"])?.id
        let person = value["user"] ?? value["author"] ?? value["actor"]
        // Who left is shown as the account `ghost`.
        author = (person?["login"] ?? person?["name"] ?? person)?.words
            .flatMap { $0 == "ghost" ? nil : $0 }
        account = author == nil ? nil : (person?["id"] ?? person?["databaseId"])?.id
        posted = Self.times(value).lazy.compactMap { $0?.moment }.first
        text = Self.text(value, mayBeHTML: mayBeHTML)
        score = Self.score(value)
        url = (value["html_url"] ?? value["url"])?.words
        place = Self.places(value).lazy.compactMap { $0?.string.flatMap { GitHubPlace($0) } }.first
    }

    /// Whether an object has words of its own.
    static func hasBody(_ value: JSONValue) -> Bool {
        [
            value["body"], value["bodyText"], value["bodyHTML"], value["body_html"],
            value["body_text"],
        ]
        .contains { $0 != nil }
    }

    private static func times(_ value: JSONValue) -> [JSONValue?] {
        [
            value["created_at"], value["createdAt"], value["submitted_at"], value["submittedAt"],
            value["publishedAt"],
        ]
    }

    private static func places(_ value: JSONValue) -> [JSONValue?] {
        [
            value["issue_url"], value["pull_request_url"], value["html_url"], value["url"],
            value["issue"]?["url"], value["pullRequest"]?["url"], value["discussion"]?["url"],
        ]
    }

    private static func text(_ value: JSONValue, mayBeHTML: Bool) -> MarkedText {
        if let body = (value["body"] ?? value["bodyText"] ?? value["body_text"])?.string {
            let ends = body.trimmingWhiteSpace
            let isHTML =
                ends.hasPrefix("<") && ends.hasSuffix(">")
                && (mayBeHTML || ends.contains(" dir=\"auto\""))
            if isHTML { return HTMLText.marked(fragment: body) }
            return MarkedText(text: body, quotations: QuoteMarks.statedQuotations(in: body))
        }
        let html = (value["bodyHTML"] ?? value["body_html"])?.string
        return html.map { HTMLText.marked(fragment: $0) } ?? MarkedText()
    }

    /// Votes for a discussion; else how many more raise a thumb than lower it.
    private static func score(_ value: JSONValue) -> Int? {
        if let votes = (value["upvoteCount"] ?? value["upvotes"])?.count { return votes }
        if let reactions = value["reactions"], let up = reactions["+1"]?.count {
            return up - (reactions["-1"]?.count ?? 0)
        }
        if let groups = value["reactionGroups"], groups.isArray {
            return groups.elements.reduce(0) { sum, group in
                let users = group["users"] ?? group["reactors"]
                return sum + sign(group["content"]) * (users?["totalCount"]?.count ?? 0)
            }
        }
        let list = value["reactions_data"] ?? value["reactions"]?["nodes"]
        guard let list, list.isArray else { return nil }
        return list.elements.reduce(0) { $0 + sign($1["content"]) }
    }

    private static func sign(_ content: JSONValue?) -> Int {
        switch content?.string {
        case "+1", "THUMBS_UP": 1
        case "-1", "THUMBS_DOWN": -1
        default: 0
        }
    }
}

import DiscussionModel

/// A story, a comment, or another thing with a number, in whichever interface's words.
struct HackerNewsItem {
    var id: String
    /// What it answers.
    var parent: String?
    /// The story that it is said to belong to.
    var story: String?
    var isComment: Bool
    /// Whether it is one of the answers of a poll.
    var isOption: Bool
    var author: String?
    var posted: Timestamp?
    var title: String?
    var url: String?
    /// What a comment found by a search tells of its story.
    var storyTitle: String?
    var storyURL: String?
    /// HTML.
    var text: String?
    var score: Int?
    var isDeleted: Bool
    var isDead: Bool
    /// The numbers of its answers, where these are not there themselves.
    var kids: [String]
    /// How many comments the source says there are under it.
    var descendants: Int?
    var line: Int?

    /// - Parameter parent: the item around it.
    /// - Returns: `nil` where there is no number, or nothing else.
    init?(_ value: JSONValue, under parent: HackerNewsItem?, line: Int?) {
        guard value.isObject, let id = (value["id"] ?? value["objectID"])?.id else { return nil }
        self.id = id
        let type = value["type"]?.string
        let tags = value["_tags"]?.elements.compactMap(\.string) ?? []
        let hasParent = value["parent"]?.id != nil || value["parent_id"]?.id != nil
        isComment =
            type.map { $0 == "comment" }
            ?? (tags.contains("comment") || value["comment_text"]?.string != nil || hasParent
                || parent != nil)
        isOption = type == "pollopt" || tags.contains("pollopt")
        self.parent =
            (value["parent_id"] ?? value["parent"])?.id ?? value["poll"]?.id ?? parent?.id
        story =
            value["story_id"]?.id ?? (parent.map { $0.isComment ? $0.story : $0.id } ?? nil)
        author = (value["author"] ?? value["by"] ?? value["user"])?.words
        posted =
            (value["created_at_i"] ?? value["time"])?.moment
            ?? (value["created_at"] ?? value["timestamp"])?.moment
        title = value["title"]?.words.map(Self.unescaped)
        storyTitle = value["story_title"]?.words.map(Self.unescaped)
        storyURL = value["story_url"]?.words
        url = value["url"]?.words
        text =
            [value["text"], value["comment_text"], value["story_text"], value["content"]]
            .lazy.compactMap { $0?.words }.first
        score = (value["points"] ?? value["score"])?.count
        isDeleted = value["deleted"]?.flag == true
        isDead = value["dead"]?.flag == true
        let answers = [value["kids"], value["children"]].lazy.compactMap { $0 }
        kids = answers.flatMap { $0.elements.compactMap(\.id) }
        descendants =
            (value["descendants"] ?? value["num_comments"] ?? value["comments_count"])?.count
        self.line = line
        guard type != nil || title != nil || text != nil || author != nil || isDeleted else {
            return nil
        }
    }

    /// The items inside an item or a page of them.
    static func items(in value: JSONValue) -> [JSONValue] {
        for part in [value["children"], value["comments"], value["kids"]] {
            let items = part?.elements.filter(\.isObject) ?? []
            if !items.isEmpty { return items }
        }
        return []
    }

    /// The comment, with the account that its author's name is.
    var found: FoundComment {
        let marked = text.map { HTMLText.marked(fragment: $0) } ?? MarkedText()
        let placeholder = ["[deleted]", "[dead]", "[flagged]", "[delayed]"].contains(marked.text)
        let isEmpty = marked.text.isEmpty || placeholder
        var comment = Comment(
            id: id, nameAsWritten: author, accountID: author, posted: posted,
            text: isEmpty ? "" : marked.text, statedParent: parent, score: score)
        if isEmpty {
            comment.removal =
                isDeleted || marked.text == "[deleted]"
                ? .author : isDead || placeholder ? .moderator : .unknown
        } else {
            // The site's HTML has no quotations; people write `>` before them.
            comment.statedQuotations = QuoteMarks.statedQuotations(in: marked.text)
            if isDead { comment.approval = .trash }
        }
        return FoundComment(comment, line: line)
    }

    /// A title, in which entities may stand but no elements.
    private static func unescaped(_ title: String) -> String {
        guard title.utf8.contains(UInt8(ascii: "&")), !title.utf8.contains(UInt8(ascii: "<"))
        else { return title }
        return HTMLText.marked(fragment: title).text
    }
}

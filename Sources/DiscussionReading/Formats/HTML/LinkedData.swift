import DiscussionModel

/// What a page says of itself in `<script type="application/ld+json">`, in the words of schema.org
/// (https://schema.org/Comment, https://schema.org/Article).
struct LinkedData {
    /// What was found.
    private(set) var discussion = EmbeddedDiscussion()
    private let page: HTMLPage

    /// Reads all such scripts of a page.
    ///
    /// - Complexity: O(bytes); nothing recurses.
    init(_ page: HTMLPage) {
        self.page = page
        guard let query = Self.scripts else { return }
        let parser = JSONParser()
        for script in page.document.nodes(query, from: page.root).prefix(64) {
            let bytes = Array(script.content.trimmingWhiteSpace.utf8)
            bytes.withUnsafeBufferPointer { bytes in
                // What is no JSON says nothing.
                try? parser.withDocument(bytes) { read($0) }
            }
        }
    }

    private static let scripts = XPathQuery("//script[contains(@type, 'ld+json')]")

    /// A value that is still to be looked at.
    private struct Waiting {
        var value: JSONValue
        /// Whether it stands where a comment is expected.
        var isComment: Bool
        /// The comment that it stands in.
        var parent: String?
    }

    private mutating func read(_ root: JSONValue) {
        var waiting = [Waiting(value: root, isComment: false)]
        while let next = waiting.popLast() {
            var found: [Waiting] = []
            var parent = next.parent
            var isArray = true
            if next.value.isObject {
                isArray = false
                let types = Self.types(of: next.value)
                if next.isComment || types.contains(where: Self.commentTypes.contains) {
                    if let comment = comment(next.value, in: next.parent) {
                        parent = comment.id
                        discussion.comments.append(FoundComment(comment))
                    }
                } else if types.contains(where: Self.isArticle), discussion.article == nil {
                    discussion.article = read(article: next.value)
                    if let id = Self.id(of: next.value) { discussion.articleIDs.insert(id) }
                }
            }
            next.value.forEachChild { key, child in
                if isArray {
                    found.append(
                        Waiting(value: child, isComment: next.isComment, parent: next.parent))
                } else if let key, key != "parentItem", key != "about" {
                    let isComment = Self.commentKeys.contains(key)
                    found.append(
                        Waiting(
                            value: child, isComment: isComment, parent: isComment ? parent : nil))
                }
            }
            waiting += found.reversed()
        }
    }

    private static let commentTypes: Set<String> = ["Comment", "UserComments", "Answer"]
    private static let commentKeys: Set<String> = [
        "comment", "comments", "suggestedAnswer", "acceptedAnswer",
    ]

    private static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Question"
            || type == "Recipe" || type == "VideoObject"
    }

    private static func types(of value: JSONValue) -> [String] {
        guard let type = value["@type"] else { return [] }
        if let name = type.string { return [name] }
        var types: [String] = []
        type.forEachChild { _, child in if let name = child.string { types.append(name) } }
        return types
    }

    private func comment(_ value: JSONValue, in parent: String?) -> Comment? {
        let words =
            value["text"]?.string ?? value["commentText"]?.string ?? value["description"]?.string
        let removed = value["creativeWorkStatus"]?.string?.lowercased() == "deleted"
        guard words?.isEmpty == false || removed else { return nil }
        let text = HTMLText.marked(fragmentWithLines: words ?? "")
        var comment = Comment(id: Self.id(of: value) ?? "", text: text.text)
        comment.statedQuotations = text.quotations
        comment.nameAsWritten = name(value["author"] ?? value["creator"])
        comment.posted = time(
            value["dateCreated"] ?? value["datePublished"] ?? value["commentTime"])
        comment.url = value["url"]?.string ?? value["replyToUrl"]?.string
        comment.score = Self.score(of: value)
        comment.statedParent = value["parentItem"].flatMap(Self.id) ?? parent
        if removed { comment.removal = .unknown }
        return comment
    }

    private func read(article value: JSONValue) -> Article {
        var article = Article()
        article.title = (value["headline"] ?? value["name"])?.string.map(Self.plain)
        article.author = name(value["author"] ?? value["creator"])
        article.published = time(value["datePublished"] ?? value["dateCreated"])
        article.url =
            value["url"]?.string ?? value["mainEntityOfPage"]?["@id"]?.string
            ?? value["mainEntityOfPage"]?.string
        let body = value["articleBody"]?.string ?? value["text"]?.string ?? ""
        article.body = HTMLText.marked(fragmentWithLines: body).text
        article.score = Self.score(of: value)
        return article
    }

    private static func plain(_ words: String) -> String {
        HTMLPage.line(HTMLText.marked(fragment: words).text) ?? words
    }

    private func name(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        var name = value.string ?? value["name"]?.string
        if name == nil {
            value.forEachChild { key, child in
                if key == nil, name == nil { name = child.string ?? child["name"]?.string }
            }
        }
        return name.map(Self.plain).flatMap(AuthorName.cleaned)
    }

    private func time(_ value: JSONValue?) -> Timestamp? {
        value?.identifier.flatMap { page.time(in: $0) }
    }

    /// An id by itself or the end of an address that names one place in a page.
    private static func id(of value: JSONValue) -> String? {
        guard
            let id = value["identifier"]?.identifier ?? value["@id"]?.string
                ?? value["url"]?.string ?? value.string
        else { return nil }
        guard let hash = id.lastIndex(of: "#") else { return id.isEmpty ? nil : id }
        let place = id[id.index(after: hash)...]
        let digits = place.reversed().prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? String(place) : String(digits.reversed())
    }

    private static func score(of value: JSONValue) -> Int? {
        if let up = value["upvoteCount"]?.count {
            return up - (value["downvoteCount"]?.count ?? 0)
        }
        var score: Int?
        func look(_ statistic: JSONValue) {
            let kind =
                statistic["interactionType"]?.string
                ?? statistic["interactionType"]?["@type"]?.string ?? ""
            guard kind.hasSuffix("LikeAction") || kind.hasSuffix("VoteAction") else { return }
            score = score ?? statistic["userInteractionCount"]?.count
        }
        guard let statistics = value["interactionStatistic"] else { return nil }
        if statistics.isObject {
            look(statistics)
        } else {
            statistics.forEachChild { _, child in look(child) }
        }
        return score
    }
}

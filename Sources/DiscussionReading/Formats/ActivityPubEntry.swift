import DiscussionModel

/// One post in any of the three vocabularies.
struct ActivityPubEntry {
    /// The types of ActivityStreams 2 that are read, with those around them.
    static let types: Set<String> = [
        "Note", "Page", "Article", "Question", "Video", "Audio", "Event", "Document", "Image",
        "Tombstone", "ChatMessage", "Create", "Update", "Announce", "Collection",
        "OrderedCollection", "CollectionPage", "OrderedCollectionPage",
    ]

    /// Types that are not discussed and discuss nothing.
    private static let others: Set<String> = [
        "Person", "Service", "Group", "Organization", "Application", "Place", "Like", "Follow",
        "Delete", "Undo", "person", "place", "organization", "h-card", "Link", "Mention",
    ]

    /// The post as a comment, with no parent yet; its id is empty where it has none.
    var comment: Comment
    var title: String?
    /// The addresses under which others may answer it.
    var addresses: Set<String> = []
    /// The addresses that it answers.
    var answered: [String] = []
    /// The place of the post in whose answers it stands.
    var container: Int?
    /// Whether it can be what others discuss, rather than the first of many notes.
    var isArticle: Bool

    /// `nil` where the object is no post.
    init?(_ value: JSONValue, type: String?, container: Int?) {
        let isEntry = value["properties"] != nil && type?.hasPrefix("h-") == true
        guard let fields = isEntry ? value["properties"] : value,
            type.map({ !Self.others.contains($0) }) ?? true
        else { return nil }
        let isTombstone = type == "Tombstone"
        title = Self.first(fields["name"] ?? fields["title"] ?? fields["displayName"])?.words
        guard fields["content"] != nil || fields["contentMap"] != nil || title != nil || isTombstone
        else { return nil }
        answered = Self.addresses(fields["inReplyTo"] ?? fields["in-reply-to"])
        let urls = Self.addresses(fields["url"])
        let id = (fields["id"] ?? Self.first(fields["uid"]))?.id ?? urls.first
        addresses = Set(urls + [id].compactMap { $0 })
        self.container = container
        var marked = Self.text(of: fields)
        if !isEntry, title == nil, let warning = fields["summary"]?.words {
            marked = marked.behind(HTMLText.marked(fragment: warning).text)
        }
        let quoted = fields["quoteUrl"] ?? fields["quote"] ?? fields["_misskey_quote"]
        if let source = (quoted ?? fields["quoteUri"])?.id {
            // Nothing of the quoted words stands in the text.
            let end = marked.text.unicodeScalars.count
            marked.quotations.append(
                StatedQuotation(span: TextSpan(start: end, end: end), source: source))
        }
        let author = Self.first(fields["attributedTo"] ?? fields["author"] ?? fields["actor"])
        let card = author?["properties"] ?? author
        // An author may be no more than a name.
        let bare = author?.words.flatMap { $0.contains(":") ? nil : $0 }
        let name =
            bare
            ?? (card?["preferredUsername"] ?? card?["username"]
            ?? Self.first(card?["name"]) ?? card?["displayName"])?.words
        let account = [author?.id, card?["id"]?.id, Self.addresses(card?["url"]).first]
            .compactMap { $0 }.first { $0.contains(":") }
        comment = Comment(
            id: id ?? "", nameAsWritten: name ?? account.flatMap { Self.name(in: $0) },
            accountID: account,
            posted: Self.first(fields["published"])?.isoMoment, text: marked.text,
            score: fields["likes"]?["totalItems"]?.count, url: urls.first,
            removal: isTombstone ? .unknown : nil, statedQuotations: marked.quotations)
        let isNote = type == "Note" || type == "note" || type == "comment"
        isArticle =
            answered.isEmpty && !isTombstone && (!isNote || title != nil)
            && (!isEntry || title != nil)
    }

    /// The post as what is discussed.
    func article(named name: String?) -> Article {
        Article(
            title: title, author: name, published: comment.posted,
            url: comment.url ?? (comment.id.isEmpty ? nil : comment.id), body: comment.text,
            accountID: comment.accountID, score: comment.score)
    }

    /// The type of an object, the first where it has several.
    static func type(of value: JSONValue) -> String? {
        (first(value["type"]) ?? value["objectType"] ?? first(value["@type"]))?.string
    }

    /// The first element of an array, or the value itself.
    private static func first(_ value: JSONValue?) -> JSONValue? {
        guard let value, value.isArray else { return value }
        return value.elements.first
    }

    /// The addresses that a member holds as strings, links or whole objects.
    private static func addresses(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return (value.isArray ? value.elements : [value]).compactMap { one in
            one.id ?? one["id"]?.id ?? one["href"]?.id ?? one["url"]?.id
                ?? first(one["properties"]?["url"])?.id
        }
    }

    /// The name in the address of an account, where servers put it there: `…/users/ana`, `…/@ana`.
    private static func name(in account: String) -> String? {
        let parts = account.split(separator: "/")
        guard parts.count >= 3, let last = parts.last else { return nil }
        let isNamed =
            last.hasPrefix("@")
            || ["u", "users", "accounts", "profile", "author"].contains(parts[parts.count - 2])
        let name = last.drop { $0 == "@" }
        // Other servers have a number there.
        return isNamed && name.contains { !$0.isHexDigit } ? String(name) : nil
    }

    private static func text(of fields: JSONValue) -> MarkedText {
        var content = first(fields["content"])
        if content?.isNull ?? true {
            fields["contentMap"]?.forEachChild { _, text in
                if content?.string == nil { content = text }
            }
        }
        // An entry has HTML beside its text, or the text alone.
        if let html = content?["html"]?.string { return HTMLText.marked(fragment: html) }
        if let plain = content?["value"]?.string { return MarkedText(plain: plain) }
        guard let text = content?.string else { return MarkedText() }
        let medium = fields["mediaType"]?.string ?? "text/html"
        return medium == "text/html"
            ? HTMLText.marked(fragment: text) : MarkedText(plain: text)
    }
}

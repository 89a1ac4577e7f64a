import DiscussionModel

/// An entry of an Atom feed: an article, or a comment on one.
///
/// Atom is RFC 4287; `thr:in-reply-to` is RFC 4685; what Blogger adds is described at
/// https://developers.google.com/blogger/docs/2.0/developers_guide_protocol.
struct AtomEntry {
    /// What an entry is.
    enum Kind {
        case article, comment, other
    }

    let element: XMLElement

    /// Told by Blogger's own words, else by whether it answers something.
    var kind: Kind {
        let category = element.children.first {
            $0.name == "category" && $0.attribute("scheme")?.hasSuffix("#kind") == true
        }
        let word =
            category?.attribute("term")?.split(separator: "#").last.map(String.init)
            ?? element.words("blogger:type")?.lowercased()
        switch word {
        case "post", "page": return .article
        case "comment": return .comment
        case .some: return .other
        case nil where reply != nil: return .comment
        // One amid whose beginning the file ends tells nothing.
        case nil: return element.child("title") == nil ? .other : .article
        }
    }

    /// The id, of Blogger without what is the same for the whole blog.
    var id: String? { element.words("id").map(Self.short) }

    /// `tag:blogger.com,1999:blog-7.post-42` as `42`, as links and feeds call it too.
    static func short(_ id: String) -> String {
        guard id.hasPrefix("tag:blogger.com"), let last = id.split(separator: ".").last else {
            return id
        }
        for kind in ["post-", "page-"] where last.hasPrefix(kind) {
            return String(last.dropFirst(kind.count))
        }
        return String(last)
    }

    private var reply: XMLElement? { element.child("thr:in-reply-to") }

    /// The name of the article that a comment belongs to; the same for all comments on it.
    var articleKey: String? {
        if let parent = element.words("blogger:parent") { return Self.short(parent) }
        let reference = reply?.attribute("ref")?.trimmingWhiteSpace
        if let reference, reference.hasPrefix("tag:blogger.com") || isBlogger {
            return Self.short(reference)
        }
        // Elsewhere it is the comment that is answered, but the address is the article's.
        let address = reply?.attribute("href")?.split(separator: "#").first.map(String.init)
        return address ?? reference
    }

    private var isBlogger: Bool {
        element.children.contains {
            $0.name == "category" && $0.attribute("scheme")?.hasSuffix("#kind") == true
        }
    }

    /// The address of the article that a comment is on.
    var articleAddress: String? {
        reply?.attribute("href")?.split(separator: "#").first.map(String.init)
    }

    /// The comment that this one answers; `"0"` for the article.
    private var parent: String {
        if let answered = element.words("blogger:inReplyTo") { return Self.short(answered) }
        for link in element.children where link.name == "link" && link.attribute("rel") == "related"
        {
            // …/feeds/BLOG/POST/comments/default/COMMENT
            let path = link.attribute("href")?.split(separator: "/") ?? []
            if path.contains("comments"), let last = path.last { return String(last) }
        }
        let reference = reply?.attribute("ref")?.trimmingWhiteSpace ?? ""
        if element.child("blogger:parent") == nil, !isBlogger,
            !reference.hasPrefix("tag:blogger.com"),
            reference.contains("#comment") || reply?.attribute("href")?.contains("#comment") == true
        {
            return reference
        }
        return Article.id
    }

    /// The address for readers.
    private var address: String? {
        let link = element.children.first {
            $0.name == "link" && ($0.attribute("rel") ?? "alternate") == "alternate"
        }
        return link?.attribute("href")
    }

    private var words: MarkedText {
        guard let content = element.child("content") ?? element.child("summary") else {
            return MarkedText()
        }
        let type = content.attribute("type")?.lowercased()
        if type == "text" || type == "text/plain" {
            return MarkedText(text: content.text.trimmingWhiteSpace)
        }
        let markup = content.markup
        // WordPress begins an answer with whom it answers.
        let isAnswer = reply?.attribute("ref")?.contains("#comment") == true
        return HTMLText.marked(fragment: isAnswer ? FeedReply(markup).words : markup)
    }

    private var published: Timestamp? {
        DateReader.feedTimestamp(element.words("published") ?? element.words("blogger:created"))
            ?? DateReader.feedTimestamp(element.words("updated"))
    }

    /// The entry as an article.
    var article: Article {
        let author = FeedAuthor(element.child("author"))
        return Article(
            title: WordPressText.plain(element.words("title")), author: author.name,
            published: published, url: address ?? element.words("blogger:filename"),
            body: words.text, accountID: author.account)
    }

    /// The entry as a comment.
    var found: FoundComment {
        let author = FeedAuthor(element.child("author"))
        let words = words
        var comment = Comment(
            id: id ?? "", nameAsWritten: author.name, accountID: author.account,
            posted: published, text: words.text, statedParent: parent, url: address)
        comment.statedQuotations = words.quotations
        let isRemoved = element.children.contains {
            $0.name == "gd:extendedProperty" && $0.attribute("name") == "blogger.contentRemoved"
        }
        switch element.words("blogger:status")?.uppercased() {
        case "LIVE": comment.approval = .approved
        case "PENDING", "DRAFT": comment.approval = .pending
        case "SPAM": comment.approval = .spam
        case "SOFT_TRASHED": comment.approval = .trash
        case "EMPTIED": comment.removal = .unknown
        default: break
        }
        if element.words("blogger:trashed") != nil { comment.approval = .trash }
        if isRemoved { comment.removal = .unknown }
        if comment.removal != nil {
            // What stands there are the words of the system.
            if words.text.contains("by the author") { comment.removal = .author }
            if words.text.contains("administrator") { comment.removal = .moderator }
            comment.text = ""
            comment.statedQuotations = []
        }
        return FoundComment(comment, line: element.line)
    }
}

/// Who wrote an entry.
struct FeedAuthor {
    var name: String?
    /// The address of the profile; `nil` for a guest, whose address is a page of his choice.
    var account: String?

    init(_ author: XMLElement?) {
        name = WordPressText.plain(author?.words("name"))
        let address = author?.words("uri")
        if let address,
            address.contains("blogger.com/profile/") || address.contains("plus.google.com/")
        {
            account = address
        }
        // Nobody is called so: each of them is someone else.
        if let known = name?.lowercased(), Self.nobody.contains(known) { name = nil }
    }

    private static let nobody: Set<String> = [
        "anonymous", "unknown", "anonym", "anonyme", "anónimo", "anônimo", "anonimo", "anoniem",
        "anonymní", "anonimowy", "anonim", "anonyymi", "névtelen", "ανώνυμος", "анонимный",
        "анонімний", "аноним", "匿名", "익명", "غير معرف", "אנונימי", "adsız", "unbekannt",
        "noreply", "inconnu", "desconocido", "desconhecido", "sconosciuto", "onbekend",
    ]
}

import DiscussionModel

/// What tells which comment section a page belongs to.
struct PageIdentity {
    /// The name of the format; pages of different formats are never joined.
    let format: String
    /// Where the article stands.
    let address: PageAddress?
    /// The source's own id; `nil` where it has none.
    let id: String?
    /// The site, in lower case.
    let site: String?
    /// The title, folded; `nil` where many pages may have it.
    let title: String?
    /// The title, folded, however little it tells; `nil` where there is none.
    let anyTitle: String?
    /// The article's author and day, and how its text begins, where the page has them.
    let author: String?
    let day: Int64?
    let opening: String?
    /// Whether there is any comment on the page.
    let hasComments: Bool

    /// Words that stand in titles which say nothing of the article.
    private static let emptyTitles: Set<String> = [
        "comments", "comment", "home", "untitled", "discussion", "index", "page", "open", "thread",
        "kommentare", "commentaires", "comentarios", "commenti", "reacties", "forum", "forums",
        "topic", "view", "post", "posts", "reply", "replies", "login", "error", "not", "found",
        "search", "results", "welcome", "blog", "news", "article", "articles", "the", "a", "an",
        "of", "on", "to", "for", "and", "in", "by", "all", "your", "letters", "editor", "daily",
        "weekly", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "latest", "recent", "new", "story", "stories", "general", "chat", "roundup", "links",
    ]

    /// - Parameter stem: the id that a page without one of its own gets.
    init(_ page: Discussion, stem: String) {
        format = page.format
        site = page.site?.lowercased()
        let ownID = page.id == stem ? nil : page.id
        let ownAddress = ownID.flatMap { PageAddress($0) }
        address = page.article.url.flatMap { PageAddress($0) } ?? ownAddress
        id = ownAddress?.article ?? ownID
        title = page.article.title.flatMap { Self.tellingTitle($0) }
        anyTitle = page.article.title.flatMap { title in
            let words = Self.words(of: title).joined(separator: " ")
            return words.isEmpty ? nil : words
        }
        author = page.article.author?.lowercased()
        day = page.article.published.map { $0.seconds / 86_400 }
        let words = Self.words(of: String(page.article.body.prefix(400)))
        hasComments = !page.comments.isEmpty
        opening = words.count < 12 ? nil : words.prefix(12).joined(separator: " ")
    }

    /// The title as words in lower case, without the number of a page; `nil` for an answer's, or
    /// one of fewer than three telling words.
    private static func tellingTitle(_ title: String) -> String? {
        var words = Self.words(of: title)
        guard let first = words.first, !["re", "aw", "fwd", "fw", "sv", "antw"].contains(first)
        else { return nil }
        for (place, word) in words.enumerated().dropLast().reversed()
        where ["page", "seite", "pagina", "página"].contains(word)
            && words[place + 1].allSatisfy(\.isNumber)
        {
            // "Page 2 of 7" too.
            let isOfAll =
                place + 3 < words.count
                && ["of", "von", "sur", "de", "di"].contains(words[place + 2])
                && words[place + 3].allSatisfy(\.isNumber)
            words.removeSubrange(place..<(place + (isOfAll ? 4 : 2)))
        }
        let telling = Set(
            words.filter { word in
                !emptyTitles.contains(word) && !word.allSatisfy(\.isNumber)
            })
        // Scripts that do not part words with spaces have few of them.
        let isLong = words.joined().count >= 12 || words.joined().utf8.count >= 24
        guard telling.count >= 3 && isLong || telling.joined().utf8.count >= 30 else { return nil }
        return words.joined(separator: " ")
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension PageIdentity {
    /// How two values agree where both are known.
    enum Agreement {
        case same
        case different
        case unknown

        init<Value: Equatable>(_ first: Value?, _ second: Value?) {
            guard let first, let second else {
                self = .unknown
                return
            }
            self = first == second ? .same : .different
        }
    }

    /// How much two pages have in common beside their names.
    struct Overlap {
        /// Comments with the same id of the source and the same words.
        var sameIDs = 0
        /// Comments of the same author with the same words, long enough to be no phrase.
        var sameWords = 0
        /// The authors of those.
        var authors: Set<Int> = []
    }

    /// Why two pages are of one comment section.
    enum Reason: Int {
        case address
        case id
        case comments
        case title

        /// Whether it leaves no doubt.
        var isSure: Bool { self == .address || self == .id }
    }

    /// Why a page belongs to another, or `nil` where it does not or nobody can tell.
    ///
    /// What contradicts weighs more than what agrees: a wrong join makes one of two articles.
    func reason(toJoin other: PageIdentity, overlap: Overlap) -> Reason? {
        guard format == other.format, Agreement(site, other.site) != .different else { return nil }
        let ids = Agreement(id, other.id)
        let addresses = Agreement(address?.article, other.address?.article)
        let titles = Agreement(title, other.title)
        if addresses == .same && ids != .different { return .address }
        if ids == .same && addresses != .different && titles != .different {
            // Numbers are given anew by every site.
            let isSpecific = (id?.utf8.count ?? 0) >= 5 && id?.allSatisfy(\.isNumber) == false
            if isSpecific || site != nil && site == other.site || titles == .same { return .id }
        }
        // An id of a comment stands in one place of a site.
        if overlap.sameIDs >= 2, Agreement(address?.host, other.address?.host) != .different,
            ids != .different || overlap.sameIDs >= 3
        {
            return .comments
        }
        guard addresses != .different, ids != .different else { return nil }
        if overlap.sameIDs >= 1 && titles != .different { return .comments }
        if overlap.sameWords >= 2, overlap.authors.count >= 2, titles != .different {
            return .comments
        }
        let openings = Agreement(opening, other.opening)
        let hasSameTitle = Agreement(anyTitle, other.anyTitle) == .same
        if hasSameTitle, overlap.sameWords >= 1, openings != .different { return .comments }
        // A title that tells little needs the beginning of the article beside it.
        guard titles == .same || hasSameTitle && openings == .same,
            hasComments || other.hasComments,
            Agreement(author, other.author) != .different,
            Agreement(day, other.day) != .different, openings != .different
        else { return nil }
        return .title
    }
}

/// An element in which a site shows another's words, with who is quoted as far as it says.
struct QuoteBox {
    /// The element that names who is quoted; `nil` where there is none.
    private(set) var header: HTMLNode?
    /// The element that names who is quoted below the words; `nil` where there is none.
    private(set) var footer: HTMLNode?
    /// The element that holds the words where it is not the box itself.
    private(set) var words: HTMLNode?
    /// The name of who is quoted.
    private(set) var author: String?
    /// The id of the comment that is quoted.
    private(set) var source: String?

    /// Reads an element; `nil` where it is no quote box.
    ///
    /// Known everywhere: `blockquote`; Discourse's `aside.quote`; XenForo's `.bbCodeBlock--quote`;
    /// vBulletin's `.bbcode_quote`, and its older table under "Quote:"; SMF's `.quoteheader`;
    /// Invision's `.ipsQuote`; MyBB's `cite`.
    /// - Parameter isKnown: whether a site description says that it is one.
    init?(_ node: HTMLNode, isKnown: Bool = false) {
        let name = node.name
        let classes = Set(node.classes.map(String.init))
        if name == "aside", classes.contains("quote") {
            words = node.elements.first { $0.name == "blockquote" }
            guard words != nil else { return nil }
            header = node.elements.first { $0.classes.contains("title") }
            author = node.attribute("data-username")
            source = node.attribute("data-post")
        } else if name == "blockquote" || isKnown || !classes.isDisjoint(with: Self.boxes) {
            let parts = Self.near(node)
            header = parts.first { part in
                part.name == "cite" || part.classes.contains { Self.headers.contains(String($0)) }
            }
            words = parts.first { part in
                part.classes.contains { Self.contents.contains(String($0)) }
            }
            if isKnown, header == nil, let first = parts.first, Self.author(in: first) != nil {
                header = first
            }
            author =
                node.attribute("data-quote") ?? node.attribute("data-author")
                ?? node.attribute("data-ipsquote-username")
            source =
                node.attribute("data-source").flatMap { Self.number($0) }
                ?? node.attribute("data-ipsquote-contentcommentid")
            if source == nil, let cite = node.attribute("cite") {
                source = Self.number(after: cite)
            }
        } else {
            return nil
        }
        if let header {
            author = author ?? Self.author(in: header)
            source = source ?? Self.source(in: header)
            if words == nil, Self.hasText(node, before: header) {
                author = author ?? Self.line(header)
                footer = header
                self.header = nil
            }
        }
        if header == nil, footer == nil, author == nil, let before = node.previousElement,
            before.classes.contains(where: { Self.headers.contains(String($0)) })
        {
            // The line that names who is quoted stands before the box, as SMF 2.0 writes it.
            author = Self.author(in: before)
            source = source ?? Self.source(in: before)
        }
        if let named = author?.trimmingWhiteSpace { author = named.isEmpty ? nil : named }
    }

    private static let boxes: Set<String> = [
        "bbcode_quote", "bbCodeBlock--quote", "bbCodeQuote", "quotebox", "ipsQuote",
        "quotecontent",
    ]

    private static let headers: Set<String> = [
        "bbcode_postedby", "bbCodeBlock-title", "attribution", "quote-header", "quoteheader",
        "ipsQuote_citation", "quotetitle", "quote_author",
    ]

    private static let contents: Set<String> = [
        "message", "bbCodeBlock-content", "quote", "ipsQuote_contents", "quote-content",
        "quoteContainer",
    ]

    /// The elements under a box, two levels down, where its header and words stand.
    private static func near(_ node: HTMLNode) -> [HTMLNode] {
        node.elements.prefix(12).flatMap { [$0] + $0.elements.prefix(12) }
    }

    /// The name in a header such as "Ana wrote: ↑" or "Originally posted by Ana".
    private static func author(in header: HTMLNode) -> String? {
        let inner = near(header).first {
            $0.name == "strong" || $0.name == "b" || $0.attribute("class")?.contains("user") == true
        }
        if let inner { return inner.content }
        let text = withoutDate(line(header))
        for opening in openings {
            guard let range = text.firstRange(of: opening), range.lowerBound == text.startIndex
            else { continue }
            let rest = String(text[range.upperBound...])
            return AuthorName.cleaned(rest) ?? rest
        }
        let lower = text.lowercased()
        for verb in Self.verbs {
            guard let range = lower.firstRange(of: verb) else { continue }
            // Letters keep their number but for a few that no verb follows.
            let length = lower.distance(from: lower.startIndex, to: range.lowerBound)
            return String(text.prefix(length))
        }
        guard text.hasSuffix(":") else { return nil }
        return String(text.dropLast())
    }

    /// A header without the date in parentheses that MyBB puts first.
    private static func withoutDate(_ text: String) -> String {
        guard text.hasPrefix("("), let end = text.firstIndex(of: ")"),
            text[..<end].contains(where: \.isNumber)
        else { return text }
        return text[text.index(after: end)...].drop(while: \.isWhitespace).description
    }

    /// What stands before the name in some languages of SMF and vBulletin.
    private static let openings = [
        "Originally posted by ", "Originally Posted by ", "Quote from: ", "Quote from ",
        "Zitat von: ", "Zitat von ", "Citation de: ", "Citation de : ", "Cita de: ",
        "Citazione di: ", "Citat från: ", "Citaat van: ", "Citação de: ", "Цитата: ", "Cytat: ",
    ]

    /// Whether an element has words before one in it, within a bounded look.
    private static func hasText(_ node: HTMLNode, before inner: HTMLNode) -> Bool {
        var isFound = false
        var count = 0
        node.visit { at in
            count += 1
            guard at != inner else { return false }
            _ = at.withText { text in isFound = isFound || text.contains { $0 > 0x20 } }
            return !isFound && count < 200
        }
        return isFound || count >= 200
    }

    private static func line(_ node: HTMLNode) -> String {
        node.content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .drop { "—–- ".contains($0) }.description
    }

    private static let verbs = [
        " wrote:", " wrote", " said:", " said", " schrieb:", " schrieb", " hat geschrieben:",
        " a écrit:", " a écrit :", " escribió:", " ha scritto:", " escreveu:", " schreef:",
        " написал", " writes:",
    ]

    /// The id of the quoted post in the header's own marks or links.
    private static func source(in header: HTMLNode) -> String? {
        var found: String?
        header.walk { at in
            guard found == nil, at.isElement else { return false }
            if let id = at.attribute("data-post-id") {
                found = id
            } else if let target = at.attribute("href") {
                found = number(after: target)
            }
            return found == nil
        }
        return found
    }

    /// The digits at the end of `post: 123`.
    private static func number(_ text: String) -> String? {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits.reversed())
    }

    /// The number of the post that a link leads to: `#p123`, `#post-123`,
    /// `#comment-123`, `?msg=123`.
    private static func number(after link: String) -> String? {
        if let hash = link.lastIndex(of: "#") { return number(String(link[hash...])) }
        guard let mark = link.firstRange(of: "msg=") else { return nil }
        let digits = link[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }
}

import DiscussionModel

/// A page as it was saved: its tree, and what reading times and links in it takes.
struct HTMLPage {
    let document: HTMLDocument
    let root: HTMLNode
    /// When the page was saved, against which "3 years ago" is told.
    let saved: Timestamp
    /// Whether `03/12/2019` on it is the third of December.
    let isDayFirst: Bool

    /// Reads the tree of a page; `nil` where there is no element in it.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - isDayFirst: as found out before, or `nil` to find it out.
    init?(utf8 bytes: [UInt8], saved: Timestamp, isDayFirst: Bool? = nil) {
        guard let document = HTMLDocument(utf8: bytes), let root = document.root else {
            return nil
        }
        self.document = document
        self.root = root
        self.saved = saved
        let language = root.attribute("lang")?.lowercased() ?? "en"
        self.isDayFirst = isDayFirst ?? !["en", "en-us", "en_us"].contains(language)
    }

    /// The first of some expressions that finds something, as one line of text.
    func text(_ queries: SiteDescription.Queries, of node: HTMLNode) -> String? {
        for query in queries {
            guard let text = value(query, of: node).flatMap(Self.line) else { continue }
            return text
        }
        return nil
    }

    /// The name that the first of some expressions to find one finds: of several lines the first,
    /// as what stands below a name is a title or a badge ("Author").
    func name(_ queries: SiteDescription.Queries, of node: HTMLNode) -> String? {
        for query in queries {
            guard let text = value(query, of: node), let whole = Self.line(text) else { continue }
            let first = text.split(whereSeparator: \.isNewline).lazy.compactMap {
                Self.line(String($0))
            }
            .first
            if let first, first.count(where: \.isNumber) < 4, let name = AuthorName.cleaned(first),
                !AuthorName.isOpening(first)
            {
                return name
            }
            if let name = AuthorName.cleaned(whole) { return name }
        }
        return nil
    }

    /// The first node that one of some expressions finds.
    func node(_ queries: SiteDescription.Queries, of node: HTMLNode) -> HTMLNode? {
        for query in queries {
            if let first = document.nodes(query, from: node).first { return first }
        }
        return nil
    }

    /// The nodes that the first of some expressions that finds any finds.
    func nodes(_ queries: SiteDescription.Queries, of node: HTMLNode) -> [HTMLNode] {
        for query in queries {
            let found = document.nodes(query, from: node)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whether one of some expressions is true of a node.
    func holds(_ queries: SiteDescription.Queries, of node: HTMLNode) -> Bool {
        queries.contains { document.holds($0, from: node) }
    }

    private func value(_ query: XPathQuery, of node: HTMLNode) -> String? {
        switch document.value(query, from: node) {
        case .nodes(let nodes):
            for node in nodes {
                let text = node.isElement ? Self.content(of: node) : node.content
                if text.utf8.contains(where: { $0 > 0x20 }) { return text }
            }
            return nil
        case .string(let text): return text
        case .number(let number):
            guard number.isFinite, abs(number) < 1e15 else { return nil }
            return number == number.rounded() ? String(Int64(number)) : String(number)
        case .boolean, nil: return nil
        }
    }

    /// The text of an element, of which `content` and `datetime` are the values that are meant for
    /// machines only where there is no text.
    private static func content(of node: HTMLNode) -> String {
        if node.name == "meta" { return node.attribute("content") ?? "" }
        let text = HTMLText().marked(node).text
        return text.isEmpty ? node.attribute("content") ?? node.attribute("value") ?? "" : text
    }

    /// Words with single spaces between them; `nil` where there are none.
    static func line(_ text: String) -> String? {
        let words = text.split { $0.isWhitespace || $0 == "\u{200B}" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The moment that the first of some expressions to find one finds.
    func time(_ queries: SiteDescription.Queries, of node: HTMLNode) -> Timestamp? {
        timeAndPlace(queries, of: node)?.time
    }

    /// The moment that the first of some expressions to find one finds, and the node that tells it.
    func timeAndPlace(
        _ queries: SiteDescription.Queries, of node: HTMLNode
    ) -> (time: Timestamp, place: HTMLNode?)? {
        var approximate: (time: Timestamp, place: HTMLNode?)?
        for query in queries {
            switch document.value(query, from: node) {
            case .nodes(let nodes):
                for node in nodes.prefix(8) {
                    guard let time = time(of: node) else { continue }
                    if !time.isApproximate { return (time, node) }
                    approximate = approximate ?? (time, node)
                }
            case .string(let text):
                guard let time = time(in: text) else { continue }
                if !time.isApproximate { return (time, nil) }
                approximate = approximate ?? (time, nil)
            case .number(let number):
                if number > 0, number < 1e13, let time = time(in: String(Int64(number))) {
                    return (time, nil)
                }
            case .boolean, nil: continue
            }
        }
        return approximate
    }

    /// The moment that a node tells: what it says for machines, else what it says for people.
    private func time(of node: HTMLNode) -> Timestamp? {
        guard node.isElement else { return time(in: node.content) }
        for name in ["datetime", "data-time", "data-utime", "content", "title"] {
            if let value = node.attribute(name), let time = time(in: value), !time.isApproximate {
                return time
            }
        }
        return time(in: HTMLText().marked(node).text)
    }

    /// The moment in a text of a site: ISO 8601, seconds since 1970, or words in any language.
    func time(in text: String) -> Timestamp? {
        guard let text = Self.line(text), text.utf8.count <= 400 else { return nil }
        return PageTime.timestamp(text, saved: saved, isDayFirst: isDayFirst)
    }
}

/// Moments as pages write them.
enum PageTime {
    /// - Parameter text: one line.
    static func timestamp(_ text: String, saved: Timestamp, isDayFirst: Bool) -> Timestamp? {
        if let time = DateReader.isoTimestamp(text) { return time }
        // Such as `2024-02-02T19:22:59 1706901779`: without a zone and with the seconds of UTC.
        let words = text.split(separator: " ")
        if words.count == 2, DateReader.isoTimestamp(String(words[0])) != nil,
            let time = seconds(words[1])
        {
            return time
        }
        if words.count == 1, let time = seconds(words[0]) { return time }
        let bytes = Array(text.utf8)
        var matcher = DateMatcher(bytes: bytes)
        matcher.isDayFirst = isDayFirst
        guard let found = matcher.first(in: 0..<bytes.count) else {
            if let plain = withoutComma(bytes) {
                return timestamp(plain, saved: saved, isDayFirst: isDayFirst)
            }
            // In a sentence any number and any short word would do.
            guard text.split(separator: " ").count <= 7 else { return nil }
            return RelativeTime.timestamp(text, before: saved)
        }
        if let time = found.timestamp { return time }
        return RelativeTime.timestamp(in: bytes, found.range, before: saved)
    }

    /// `17.07, 2011` without the comma; `nil` where there is none such.
    private static func withoutComma(_ bytes: [UInt8]) -> String? {
        func isDigit(_ at: Int) -> Bool {
            bytes.indices.contains(at) && (0x30...0x39).contains(bytes[at])
        }
        let comma = bytes.indices.first { at in
            bytes[at] == 0x2C && isDigit(at - 1) && bytes.indices.contains(at + 5)
                && bytes[at + 1] == 0x20 && (2...5).allSatisfy { isDigit(at + $0) }
        }
        guard let comma else { return nil }
        return String(decoding: bytes[..<comma] + [0x2E] + bytes[(comma + 2)...], as: UTF8.self)
    }

    /// Seconds or milliseconds since 1970, from 1990 on.
    private static func seconds(_ word: Substring) -> Timestamp? {
        let digits = word.split(separator: ".").first ?? word
        guard (9...13).contains(digits.utf8.count), let number = Int64(digits) else { return nil }
        switch number {
        case 631_152_000..<4_102_444_800: return Timestamp(seconds: number)
        case 631_152_000_000..<4_102_444_800_000: return Timestamp(seconds: number / 1_000)
        default: return nil
        }
    }
}

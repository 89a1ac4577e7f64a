import DiscussionModel

/// Cuts what is absurdly long in a discussion, so that one record cannot take all memory and time.
///
/// Of a text the beginning is kept. A name, id, title or address keeps its beginning and gets a hash
/// of the whole behind it, the same wherever it stands: what differed still differs, and replies still
/// lead to what they answer.
struct LengthLimits {
    private let maximumTextBytes: Int
    private let maximumNameBytes: Int
    private var longTexts = 0
    private var longNames = 0

    init(_ options: ReadingOptions) {
        maximumTextBytes = max(1, options.maximumTextBytes)
        maximumNameBytes = max(64, options.maximumNameBytes)
    }

    /// The discussion within the limits, with findings where anything had to be cut.
    ///
    /// - Complexity: O(n) in the number of comments, and in the length of what is cut.
    static func applied(_ options: ReadingOptions, to discussion: Discussion) -> Discussion {
        var limits = LengthLimits(options)
        var discussion = discussion
        limits.cut(&discussion)
        return discussion
    }

    private mutating func cut(_ discussion: inout Discussion) {
        shorten(&discussion.id)
        shorten(&discussion.site)
        shorten(&discussion.article.title)
        shorten(&discussion.article.author)
        shorten(&discussion.article.accountID)
        shorten(&discussion.article.url)
        cutText(&discussion.article.body)
        for index in discussion.comments.indices { cut(&discussion.comments[index]) }
        for index in discussion.pingbacks.indices { cut(&discussion.pingbacks[index]) }
        if longTexts > 0 {
            let texts = longTexts == 1 ? "1 text is" : "\(longTexts) texts are"
            discussion.findings.append(
                Finding(
                    id: "long-text", severity: .error,
                    message:
                        "\(texts) longer than \(maximumTextBytes) bytes, of which that many were"
                        + " read; --max-comment SIZE raises the limit.", file: discussion.source))
        }
        if longNames > 0 {
            let names =
                longNames == 1
                ? "1 name, id or address is" : "\(longNames) names, ids or addresses are"
            discussion.findings.append(
                Finding(
                    id: "long-name", severity: .warning,
                    message:
                        "\(names) longer than \(maximumNameBytes) bytes; the beginning was kept;"
                        + " --max-name SIZE raises the limit.", file: discussion.source))
        }
    }

    private mutating func cut(_ comment: inout Comment) {
        shorten(&comment.id)
        shorten(&comment.nameAsWritten)
        shorten(&comment.accountID)
        shorten(&comment.statedParent)
        shorten(&comment.url)
        let isCut = cutText(&comment.text)
        guard isCut || !comment.statedQuotations.isEmpty else { return }
        let length = isCut ? comment.text.unicodeScalars.count : .max
        comment.statedQuotations.removeAll { $0.span.start >= length }
        for index in comment.statedQuotations.indices {
            let span = comment.statedQuotations[index].span
            comment.statedQuotations[index].span.end = min(span.end, length)
            shorten(&comment.statedQuotations[index].author)
            shorten(&comment.statedQuotations[index].source)
        }
    }

    /// Keeps the beginning of a text, to the last whole character; says whether it was longer.
    @discardableResult
    private mutating func cutText(_ text: inout String) -> Bool {
        guard text.utf8.count > maximumTextBytes else { return false }
        longTexts += 1
        text = Self.beginning(of: text, maximumTextBytes)
        return true
    }

    private mutating func shorten(_ name: inout String?) {
        guard var long = name, long.utf8.count > maximumNameBytes else { return }
        shorten(&long)
        name = long
    }

    private mutating func shorten(_ name: inout String) {
        guard name.utf8.count > maximumNameBytes else { return }
        longNames += 1
        let hash = String(StableHash.adding(name), radix: 16)
        name = "\(Self.beginning(of: name, maximumNameBytes - 20))…\(hash)"
    }

    private static func beginning(of text: String, _ bytes: Int) -> String {
        let utf8 = text.utf8
        var end = utf8.index(utf8.startIndex, offsetBy: bytes)
        // Never within a character's bytes.
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return String(text[..<end])
    }
}

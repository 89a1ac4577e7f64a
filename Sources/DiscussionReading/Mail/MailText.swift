import DiscussionModel

/// The words of a mail: without signature and the list's footer, with what it quotes.
struct MailText {
    private(set) var marked = MarkedText()
    /// What was set apart.
    private(set) var signatures = 0
    private(set) var footers = 0
    /// Whether the charset had to be guessed.
    private(set) var isGuessed = false

    /// - Complexity: O(n) in the text.
    init(_ message: MailMessage) {
        var scalars = 0
        for piece in message.pieces {
            isGuessed = isGuessed || piece.isGuessed
            let found = piece.isHTML ? html(piece.text) : plain(piece.text)
            guard !found.text.isEmpty else { continue }
            if scalars > 0 {
                marked.text += "\n\n"
                scalars += 2
            }
            marked.text += found.text
            for var quotation in found.quotations {
                quotation.span = TextSpan(
                    start: quotation.span.start + scalars, end: quotation.span.end + scalars)
                marked.quotations.append(quotation)
            }
            scalars += found.text.unicodeScalars.count
        }
    }

    private mutating func plain(_ text: String) -> MarkedText {
        var endings = MailEndings(text)
        endings.cut()
        signatures += endings.signatures
        footers += endings.footers
        let words = endings.text
        let quotations =
            QuoteMarks.statedQuotations(in: words, continuesAuthors: true)
            + OriginalMessage.quotations(in: words)
        return MarkedText(text: words, quotations: Self.nested(quotations))
    }

    private mutating func html(_ source: String) -> MarkedText {
        var found = HTMLText.marked(fragment: source)
        var endings = MailEndings(found.text)
        endings.cut(onlyAtEnd: true)
        signatures += endings.signatures
        footers += endings.footers
        found.text = endings.text
        let count = found.text.unicodeScalars.count
        found.quotations = found.quotations.compactMap { quotation in
            guard quotation.span.start < count else { return nil }
            var quotation = quotation
            quotation.span = TextSpan(
                start: quotation.span.start, end: min(quotation.span.end, count))
            return quotation
        }
        nameAuthors(in: &found)
        if found.quotations.isEmpty {
            found.quotations = QuoteMarks.statedQuotations(in: found.text, continuesAuthors: true)
        }
        found.quotations = Self.nested(
            found.quotations + OriginalMessage.quotations(in: found.text))
        return found
    }

    /// Reads who is quoted from the line before a block.
    private func nameAuthors(in found: inout MarkedText) {
        guard found.quotations.contains(where: { $0.author == nil }) else { return }
        var text = found.text
        let authors = text.withUTF8 { bytes -> [Int: String] in
            let lines = QuoteLines(bytes)
            var authors: [Int: String] = [:]
            for (index, line) in lines.lines.enumerated() where !line.isBlank {
                if let author = lines.attribution(before: index, depth: 0)?.author {
                    authors[line.start] = author
                }
            }
            return authors
        }
        for at in found.quotations.indices where found.quotations[at].author == nil {
            found.quotations[at].author = authors[found.quotations[at].span.start]
        }
    }

    /// Sorted by place, the outer before the inner, without those that cross another's end.
    private static func nested(_ found: [StatedQuotation]) -> [StatedQuotation] {
        QuoteMarks.nested(found)
    }

    /// Line ends as `\n`, without other control characters.
    static func withoutControls(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
            return text
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A || byte == 0x0D {
                if !(byte == 0x0A && last == 0x0D) { bytes.append(0x0A) }
            } else if byte >= 0x20 || byte == 0x09 {
                bytes.append(byte)
            } else if byte == 0x0C {
                bytes.append(0x0A)
            }
            last = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

import DiscussionModel

/// A text with the places in it that the source marks as quoted.
struct MarkedText: Hashable {
    var text = ""
    var quotations: [StatedQuotation] = []
}

/// Puts a text together from words, breaks and quotations, counting scalars on the way.
///
/// White space is collapsed as a browser does it, but in preformatted parts.
struct MarkedTextBuilder {
    /// How far apart two pieces stand.
    enum Break: Int, Comparable {
        case none, line, paragraph

        static func < (first: Break, second: Break) -> Bool { first.rawValue < second.rawValue }
    }

    private struct OpenQuotation {
        var start: Int?
        var author: String?
        var source: String?
        /// Where it stands among the quotations, the outer ones first.
        var place: Int
    }

    private var bytes: [UInt8] = []
    private var scalars = 0
    private var pendingBreak = Break.none
    private var pendingSpace = false
    private var pendingBullet = false
    private var open: [OpenQuotation] = []
    private var quotations: [StatedQuotation?] = []

    /// Whether nothing was written yet.
    var isEmpty: Bool { bytes.isEmpty }

    /// Sets what follows apart from what is there.
    mutating func add(_ wanted: Break) {
        pendingBreak = max(pendingBreak, wanted)
        pendingSpace = false
    }

    /// Adds a line end that stays, as of `<br>`: two of them make an empty line.
    mutating func addLineBreak() {
        pendingBreak = pendingBreak == .none ? .line : .paragraph
        pendingSpace = false
    }

    /// Begins an item of a list, which has a mark where words follow.
    mutating func addBullet() {
        pendingBullet = true
    }

    /// Ends an item of a list; one without words has no mark.
    mutating func dropBullet() {
        pendingBullet = false
    }

    /// Adds words; UTF-8, of which what is no character is replaced.
    mutating func add(_ words: UnsafeBufferPointer<UInt8>, isPreformatted: Bool) {
        for byte in words {
            if !isPreformatted, byte == 0x20 || (0x09...0x0D).contains(byte) {
                pendingSpace = true
                continue
            }
            if isPreformatted && byte == 0x0D { continue }
            // Other control characters would only do harm; none of them is text.
            if byte < 0x20 && byte != 0x0A && byte != 0x09 { continue }
            append(byte)
        }
    }

    /// Adds words.
    mutating func add(_ words: String) {
        var words = words
        words.withUTF8 { add($0, isPreformatted: false) }
    }

    /// Begins a quotation; it ends with `endQuotation`.
    mutating func beginQuotation(author: String?, source: String?) {
        open.append(OpenQuotation(author: author, source: source, place: quotations.count))
        quotations.append(nil)
    }

    /// Ends the quotation begun last; one without words is none.
    mutating func endQuotation() {
        guard let last = open.popLast(), let start = last.start else { return }
        quotations[last.place] = StatedQuotation(
            span: TextSpan(start: start, end: scalars), author: last.author, source: last.source)
    }

    /// The text without white space at its end.
    func marked() -> MarkedText {
        MarkedText(
            text: String(decoding: bytes, as: UTF8.self), quotations: quotations.compactMap { $0 })
    }

    private mutating func append(_ byte: UInt8) {
        if pendingBreak != .none {
            if !bytes.isEmpty {
                for _ in 0..<pendingBreak.rawValue { write(0x0A) }
            }
        } else if pendingSpace, let last = bytes.last, last != 0x0A {
            write(0x20)
        }
        pendingBreak = .none
        pendingSpace = false
        for at in open.indices.reversed() {
            if open[at].start != nil { break }
            open[at].start = scalars
        }
        if pendingBullet {
            pendingBullet = false
            for mark in "- ".utf8 { write(mark) }
        }
        write(byte)
    }

    private mutating func write(_ byte: UInt8) {
        bytes.append(byte)
        if byte & 0xC0 != 0x80 { scalars += 1 }
    }
}

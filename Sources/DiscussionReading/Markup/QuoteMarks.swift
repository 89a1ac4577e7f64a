import DiscussionModel

/// The quotations that plain text and Markdown mark: lines behind `>` and `[quote]` blocks.
///
/// Lines behind `>` (or `&gt;`, as some dumps keep it) may be nested (`>>`, `> >`), and the line
/// before them may say whose words they are ("Ana wrote:", see `QuoteAttribution`). Lines behind
/// `|` or initials (`AB>`) count only below such a line. What stands in a fence of ``` is code.
/// Tags are those of phpBB, vBulletin, Discourse, XenForo, SMF, MyBB (see `QuoteTags`).
///
/// - `>` marks: <https://www.rfc-editor.org/rfc/rfc3676#section-4.5>,
///   <https://spec.commonmark.org/0.31.2/#block-quotes>
enum QuoteMarks {
    /// Nothing is taken to be nested deeper than this.
    static let maximumDepth = 64

    /// The quotations in a text by place, nested ones behind the one around them; their spans hold
    /// the quoted words with the marks of later lines, without those before the first word.
    ///
    /// - Parameter continuesAuthors: whether words of a depth are by who was named last at that
    ///   depth, as in mails, where one line at the top says who is answered all the way down.
    /// - Complexity: O(bytes), whatever the nesting.
    static func statedQuotations(
        in text: String, continuesAuthors: Bool = false
    ) -> [StatedQuotation] {
        var text = text
        let found = text.withUTF8 { bytes -> [StatedQuotation] in
            // No text without one of these has a quotation; `;` is that of `&gt;`.
            guard ">[;|".utf8.contains(where: bytes.hasByte) else { return [] }
            let lines = QuoteLines(bytes)
            var blocks = QuoteBlocks(lines, continuesAuthors: continuesAuthors)
            return blocks.quotations() + QuoteTags.quotations(in: lines)
        }
        return nested(found)
    }

    /// Sorted by place, the outer before the inner, without those that cross another's end; of equal
    /// ones the first stays the first.
    static func nested(_ found: [StatedQuotation]) -> [StatedQuotation] {
        let sorted = found.enumerated().sorted { first, second in
            let (one, other) = (first.element.span, second.element.span)
            return (one.start, other.end, first.offset) < (other.start, one.end, second.offset)
        }.map(\.element)
        var open: [Int] = []
        return sorted.filter { quotation in
            while let end = open.last, end <= quotation.span.start { open.removeLast() }
            if let end = open.last, end < quotation.span.end { return false }
            open.append(quotation.span.end)
            return true
        }
    }
}

/// The lines of a text with their quote marks, as far as they look like such.
struct QuoteLines {
    struct Line {
        /// The bytes behind the marks, without white space at both ends.
        var content: Range<Int>
        /// The scalars before the content, and one past it.
        var start: Int
        var end: Int
        /// How many marks stand before the content.
        var depth = 0
        /// What kind of marks they are.
        var mark = Mark.none
        /// Whether a line of this kind is a quotation only beside others.
        var isWeak = false
        var isCode = false

        var isBlank: Bool { content.isEmpty }
    }

    enum Mark { case none, angle, bar, initials }

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var lines: [Line] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var at = 0
        var scalars = 0
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var line = Line(content: at..<at, start: scalars, end: scalars)
            let marksEnd = readMarks(from: at, to: end, into: &line)
            var first = marksEnd
            while first < end, isSpace(bytes[first]) { first += 1 }
            var last = end
            while last > first, isSpace(bytes[last - 1]) { last -= 1 }
            line.content = first..<last
            // Marks and white space are ASCII but for what stands in the content.
            line.start = scalars + first - at
            line.end = line.start + scalarCount(first..<last)
            scalars = line.end + (end - last) + 1
            at = end + 1
            lines.append(line)
        }
        markCode()
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    func scalarCount(_ range: Range<Int>) -> Int {
        var count = 0
        for at in range where bytes[at] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The words of a line.
    func words(_ line: Line, limit: Int = 400) -> String {
        String(decoding: bytes[line.content].prefix(limit), as: UTF8.self)
    }

    /// The bytes of a `>` at a place, or 0.
    private func angle(at place: Int, to end: Int) -> Int {
        guard place < end else { return 0 }
        if bytes[place] == UInt8(ascii: ">") { return 1 }
        guard place + 4 <= end, bytes[place] == UInt8(ascii: "&") else { return 0 }
        return bytes[place..<place + 4].elementsEqual("&gt;".utf8) ? 4 : 0
    }

    /// Reads the marks of a line; returns where they end.
    private func readMarks(from start: Int, to end: Int, into line: inout Line) -> Int {
        var at = start
        while at < end, at - start < 4, bytes[at] == 0x20 { at += 1 }
        guard at < end, at - start < 4 else { return start }
        if bytes[at] == UInt8(ascii: "|") { return readBars(from: at, to: end, into: &line) }
        if let after = initials(from: at, to: end) {
            line.mark = .initials
            line.depth = 1
            return after
        }
        guard angle(at: at, to: end) > 0 else { return start }
        var glued = 0
        while true {
            let mark = angle(at: at, to: end)
            if mark > 0 {
                line.depth = min(line.depth + 1, QuoteMarks.maximumDepth)
                glued += 1
                at += mark
            } else if at < end, bytes[at] == 0x20, angle(at: at + 1, to: end) > 0 {
                glued = 0
                at += 1
            } else {
                break
            }
        }
        let rest = at..<end
        // Supercite names who is quoted so: `>>>>> "AB" == Ana Berg <ana@…> writes:`.
        if glued == 5, bytes[rest].starts(with: " \"".utf8) {
            line.depth = 0
            return start
        }
        if at < end, !isSpace(bytes[at]), !mayFollowAtOnce(rest, glued: glued) {
            line.depth = 0
            return start
        }
        line.mark = .angle
        line.isWeak = at < end && !isSpace(bytes[at]) && !hasLetter(rest)
        return at
    }

    /// Whether what stands right behind a `>` may be quoted words, and no face (`>:(`, `>_<`), no
    /// comparison (`>=`), no reference (`>>1234`).
    private func mayFollowAtOnce(_ rest: Range<Int>, glued: Int) -> Bool {
        let first = bytes[rest.lowerBound]
        if (0x30...0x39).contains(first) { return glued < 2 }
        if first == UInt8(ascii: "=") || first == UInt8(ascii: "<") { return false }
        let word = bytes[rest].prefix { !isSpace($0) }
        if word.count <= 3, let last = word.last {
            if last == UInt8(ascii: "<") || last == UInt8(ascii: ">") { return false }
            if ":;".utf8.contains(first) { return word.count == 1 }
        }
        // Reddit hides words behind `>!…!<`.
        return !bytes[rest].starts(with: "/dev/".utf8) && first != UInt8(ascii: "!")
    }

    private func hasLetter(_ range: Range<Int>) -> Bool {
        bytes[range].contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
    }

    /// Reads `| ` before words that hold no further bar, which would be a table.
    private func readBars(from start: Int, to end: Int, into line: inout Line) -> Int {
        var at = start
        var depth = 0
        while at < end, bytes[at] == UInt8(ascii: "|") {
            depth += 1
            at += 1
            if at < end, bytes[at] == 0x20 { at += 1 }
        }
        guard at == end || bytes[at - 1] == 0x20, !bytes[at..<end].contains(UInt8(ascii: "|"))
        else { return start }
        line.depth = min(depth, QuoteMarks.maximumDepth)
        line.mark = .bar
        return at
    }

    /// The end of `AB> `, or `nil`.
    private func initials(from start: Int, to end: Int) -> Int? {
        let letters = bytes[start..<end].prefix(5).prefix { (0x41...0x5A).contains($0) }.count
        let after = start + letters
        guard (2...4).contains(letters), after + 1 < end, bytes[after] == UInt8(ascii: ">"),
            bytes[after + 1] == 0x20
        else { return nil }
        return after + 1
    }

    /// Marks what stands in fences; one that is never closed is none.
    private mutating func markCode() {
        var opened: (line: Int, sign: UInt8)?
        for index in lines.indices where lines[index].depth == 0 {
            let content = bytes[lines[index].content]
            guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
            else { continue }
            let count = content.prefix { $0 == sign }.count
            guard count >= 3 else { continue }
            if let start = opened, start.sign != sign { continue }
            if let start = opened, count == content.count {
                for inside in start.line...index { lines[inside].isCode = true }
                opened = nil
            } else {
                // A fence with a language opens, so that one before it was never closed.
                opened = (index, sign)
            }
        }
    }
}

import DiscussionModel

/// A page as lines of UTF-8 bytes with `\n` ends.
struct Page {
    /// One line: where its text stands, without the white space around it.
    struct Line {
        /// The first byte of the text.
        var start: Int
        /// One past the last byte of the text; `start` for a blank line.
        var end: Int
        /// The white space before it in columns, a tab reaching to the next multiple of 4.
        var indent: Int
        /// The first byte of the line itself.
        var first: Int

        /// Whether there is nothing but white space.
        var isBlank: Bool { start == end }
        /// The bytes of the text.
        var range: Range<Int> { start..<end }
        /// The number of bytes of the text.
        var count: Int { end - start }
    }

    /// The text.
    let bytes: [UInt8]
    /// Its lines; never empty.
    let lines: [Line]
    /// For each line the next one that is not blank behind it, or the number of lines.
    let nextText: [Int]
    /// When the page was saved, against which "3 years ago" is told; `nil` where nobody knows.
    var saved: Timestamp?

    /// Splits text at `\n`, `\r\n` and `\r`; NULs become U+FFFD.
    ///
    /// - Complexity: O(bytes).
    init(_ text: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 1)
        var index = 0
        while index < text.count {
            switch text[index] {
            case 0x0D:
                bytes.append(0x0A)
                if index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
            case 0x00:
                bytes += [0xEF, 0xBF, 0xBD]
            default:
                bytes.append(text[index])
            }
            index += 1
        }
        var lines: [Line] = []
        var first = 0
        while first <= bytes.count {
            var end = first
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            lines.append(Self.line(bytes, first, end))
            first = end + 1
        }
        if let last = lines.last, last.isBlank, lines.count > 1 { lines.removeLast() }
        var nextText = [Int](repeating: lines.count, count: lines.count)
        var next = lines.count
        for place in lines.indices.reversed() {
            nextText[place] = next
            if !lines[place].isBlank { next = place }
        }
        self.bytes = bytes
        self.lines = lines
        self.nextText = nextText
    }

    private static func line(_ bytes: [UInt8], _ first: Int, _ lineEnd: Int) -> Line {
        var start = first
        var indent = 0
        while start < lineEnd {
            let byte = bytes[start]
            if byte == 0x20 || byte == 0x0B || byte == 0x0C {
                indent += 1
                start += 1
            } else if byte == 0x09 {
                indent += 4 - indent % 4
                start += 1
            } else if byte == 0xC2, start + 1 < lineEnd, bytes[start + 1] == 0xA0 {
                indent += 1
                start += 2
            } else {
                break
            }
        }
        var end = lineEnd
        while end > start {
            let byte = bytes[end - 1]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                end -= 1
            } else if byte == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return Line(start: start, end: end, indent: start == end ? 0 : indent, first: first)
    }

    /// A hash of some bytes, the same on every run; 64 bits, so that equal hashes mean equal bytes.
    func hash(_ range: Range<Int>) -> UInt64 {
        var hash = StableHash.empty
        for place in range { hash = StableHash.adding(bytes[place], to: hash) }
        return hash
    }

    /// The text of some bytes.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The text of a line without the white space around it.
    func text(ofLine line: Int) -> String { text(lines[line].range) }

    /// The lines of a range as one text: the indentation that all of them share removed, `\n`
    /// between them, white space at their ends removed, no blank lines at either end.
    ///
    /// - Parameter head: bytes of an earlier line that come first, with no indentation of theirs.
    func block(
        _ range: Range<Int>, skipping: (Int) -> Bool = { _ in false }, head: Range<Int>? = nil
    )
        -> String
    {
        var rows = range.filter { !skipping($0) }
        let first = rows.firstIndex { !lines[$0].isBlank } ?? rows.count
        if head == nil { rows.removeFirst(first) }
        while let last = rows.last, lines[last].isBlank { rows.removeLast() }
        let common = rows.lazy.filter { !lines[$0].isBlank }.map { lines[$0].indent }.min() ?? 0
        var text: [UInt8] = []
        if let head { text += bytes[head] }
        for row in rows {
            let line = lines[row]
            if !text.isEmpty || row != rows.first { text.append(0x0A) }
            if line.isBlank { continue }
            if line.indent > common {
                text += repeatElement(0x20, count: min(line.indent - common, 1_024))
            }
            text += bytes[line.range]
        }
        return String(decoding: text, as: UTF8.self)
    }
}

import DiscussionModel

/// `[quote]` blocks as forums write them.
enum QuoteTags {
    /// A tag longer than this is none.
    private static let maximumTagBytes = 400

    /// The quotations between `[quote…]` and `[/quote]`, in no order; a tag without its other is
    /// plain text.
    static func quotations(in lines: QuoteLines) -> [StatedQuotation] {
        let bytes = lines.bytes
        var found: [StatedQuotation] = []
        var open: [(at: Int, tag: QuoteTag)] = []
        var counted = (byte: 0, scalars: 0)
        func scalars(to byte: Int) -> Int {
            counted.scalars += lines.scalarCount(counted.byte..<byte)
            counted.byte = byte
            return counted.scalars
        }
        for line in lines.lines where !line.isCode {
            var at = line.content.lowerBound
            while at < line.content.upperBound {
                guard bytes[at] == UInt8(ascii: "[") else {
                    at += 1
                    continue
                }
                let rest = bytes[at..<line.content.upperBound]
                if isWord("[/quote", at: rest), let end = closing(rest.prefix(40)) {
                    if let last = open.popLast() {
                        let words = trimmed(last.at..<at, of: bytes)
                        if !words.isEmpty { found.append(last.tag.quotation(words)) }
                    }
                    at = end
                } else if isWord("[quote", at: rest), let (tag, end) = opening(rest) {
                    open.append((end, tag))
                    at = end
                } else {
                    at += 1
                }
            }
        }
        // Spans were kept as bytes until here; ends count in one go through the text.
        let places = Set(found.flatMap { [$0.span.start, $0.span.end] }).sorted()
        var scalarOf: [Int: Int] = [:]
        for place in places { scalarOf[place] = scalars(to: place) }
        return found.map { quotation in
            var quotation = quotation
            quotation.span = TextSpan(
                start: scalarOf[quotation.span.start] ?? 0, end: scalarOf[quotation.span.end] ?? 0)
            return quotation
        }
    }

    private static func isWord(_ word: String, at bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool
    {
        bytes.count > word.utf8.count
            && zip(bytes, word.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 > 0x60 }
    }

    /// Behind the `]` of a closing tag such as `[/quote]` or `[/quote:1a2b3c]`.
    private static func closing(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let next = bytes[bytes.startIndex + 7]
        guard next == UInt8(ascii: "]") || next == UInt8(ascii: ":") else { return nil }
        return bytes.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    }

    /// An opening tag and the place behind it.
    private static func opening(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (tag: QuoteTag, end: Int)? {
        let start = bytes.startIndex + 6
        let sign = bytes[start]
        guard [UInt8(ascii: "]"), UInt8(ascii: "="), UInt8(ascii: ":"), 0x20].contains(sign) else {
            return nil
        }
        var quote: UInt8?
        var depth = 0
        for at in start..<min(bytes.endIndex, start + maximumTagBytes) {
            let byte = bytes[at]
            if let open = quote {
                // A name may hold a quotation mark; the one that ends it stands before an end.
                let next = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
                if byte == open, [UInt8(ascii: "]"), UInt8(ascii: ":"), 0x20].contains(next) {
                    quote = nil
                }
            } else if byte == 0x22 || byte == 0x27,
                bytes[at - 1] == UInt8(ascii: "=")
            {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                depth += 1
                if depth > 3 { return nil }
            } else if byte == UInt8(ascii: "]") {
                if depth == 0 {
                    let words = String(decoding: bytes[start..<at], as: UTF8.self)
                    return (QuoteTag(words), at + 1)
                }
                depth -= 1
            }
        }
        return nil
    }

    private static func trimmed(
        _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}

/// What an opening tag says about whose words follow and where they stand.
///
/// `=Name`, `="Name"`, `=Name;123` (vBulletin), `="Name, post:3, topic:11"` (Discourse),
/// `="Name, post: 3, member: 5"` (XenForo), `=Name post_id=3 time=… user_id=5` (phpBB),
/// ` author=Name link=topic=1.msg3#msg3 date=…` (SMF), ` name='Name' post='3'` (Invision).
struct QuoteTag {
    private(set) var author: String?
    private(set) var source: String?

    /// - Parameter words: what stands between `[quote` and `]`.
    init(_ words: String) {
        let words =
            words.utf8.contains(UInt8(ascii: "&"))
            ? words.replacing("&quot;", with: "\"") : words
        var named: Substring?
        if words.hasPrefix("=") {
            let value = words.dropFirst()
            if let quoted = Self.quoted(value) {
                named = quoted.value
                readSource(quoted.rest)
            } else {
                // Without quotation marks a name goes on to the first `key=`.
                let end = Self.firstKey(in: value) ?? value.endIndex
                named = value[..<end]
                readSource(value[end...])
            }
        } else {
            for key in [" author=", " name="] {
                guard let start = words.firstRange(of: key)?.upperBound else { continue }
                let value = words[start...]
                named =
                    Self.quoted(value)?.value
                    ?? value[..<(Self.firstKey(in: value) ?? value.endIndex)]
                break
            }
            readSource(words[...])
        }
        if let value = named { readName(value) }
    }

    func quotation(_ bytes: Range<Int>) -> StatedQuotation {
        StatedQuotation(
            span: TextSpan(start: bytes.lowerBound, end: bytes.upperBound), author: author,
            source: source)
    }

    private mutating func readName(_ value: Substring) {
        let fields = value.split(separator: ",", omittingEmptySubsequences: false)
        let firstField = fields.indices.dropFirst().first { index in
            let field = fields[index].drop { $0 == " " }
            return ["post:", "topic:", "member:", "username:", "full:"].contains {
                field.hasPrefix($0)
            }
        }
        var name = firstField.map { fields[..<$0].joined(separator: ",") } ?? String(value)
        if let firstField {
            for field in fields[firstField...] {
                let field = field.drop { $0 == " " }
                if field.hasPrefix("post:") { source = Self.digits(field.dropFirst(5)) }
            }
        } else if let semicolon = value.lastIndex(of: ";") {
            let after = value[value.index(after: semicolon)...]
            if let number = Self.digits(after), number.count == after.count {
                source = number
                name = String(value[..<semicolon])
            }
        }
        name = name.trimmingWhiteSpace
        if name.count > 1, name.hasPrefix("@") { name.removeFirst() }
        author = name.isEmpty ? nil : name
    }

    /// `post_id=3`, `post='3'`, `pid='3'` (MyBB), `link=topic=1.msg3#msg3`.
    private mutating func readSource(_ rest: Substring) {
        for key in [" post_id=", " post=", " pid=", ".msg"] {
            guard let start = rest.firstRange(of: key)?.upperBound else { continue }
            let value = rest[start...].drop { $0 == "'" || $0 == "\"" }
            if let number = Self.digits(value) {
                source = number
                return
            }
        }
    }

    private static func quoted(_ value: Substring) -> (value: Substring, rest: Substring)? {
        guard let mark = value.first, mark == "\"" || mark == "'" else { return nil }
        let inner = value.dropFirst()
        var end: Substring.Index?
        var at = inner.startIndex
        while at < inner.endIndex {
            let next = inner.index(after: at)
            if inner[at] == mark, next == inner.endIndex || " :".contains(inner[next]) {
                end = at
                break
            }
            at = next
        }
        guard let end else { return nil }
        return (inner[..<end], inner[inner.index(after: end)...])
    }

    /// Where ` key=` begins.
    private static func firstKey(in value: Substring) -> Substring.Index? {
        var space: Substring.Index?
        for at in value.indices {
            let character = value[at]
            if character == " " {
                space = at
            } else if character == "=" {
                if let space { return space }
            } else if !(character.isASCII && character.isLetter || character == "_") {
                space = nil
            }
        }
        return nil
    }

    private static func digits(_ text: Substring) -> String? {
        let digits = text.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty || digits.count > 20 ? nil : String(digits)
    }
}

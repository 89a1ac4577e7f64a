/// Takes attributes away from tags that have more than any page's: libxml2 compares each with all
/// before it, so that a tag of a hundred thousand would hold it up for minutes.
enum AttributeLimit {
    /// More than elements of real pages have.
    static let maximumAttributes = 300

    /// The bytes of a page, with blanks in the place of attributes beyond the limit.
    ///
    /// - Complexity: O(bytes).
    static func applied(to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var at = 0
        while at + 1 < bytes.count {
            guard bytes[at] == UInt8(ascii: "<"), isLetter(bytes[at + 1]) else {
                at += 1
                continue
            }
            at = blankTail(of: &result, from: at + 1)
        }
        return result
    }

    /// Goes through a tag and blanks what is too much of it.
    ///
    /// - Returns: the place behind the tag.
    private static func blankTail(of bytes: inout [UInt8], from start: Int) -> Int {
        var at = start
        var attributes = -1
        var isInWord = false
        var quote: UInt8?
        while at < bytes.count {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return at + 1
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isInWord = false
            } else {
                if !isInWord {
                    attributes += 1
                    isInWord = true
                }
                let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
                if isQuote, bytes[at - 1] == UInt8(ascii: "=") { quote = byte }
            }
            if attributes > maximumAttributes { bytes[at] = 0x20 }
            at += 1
        }
        return at
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

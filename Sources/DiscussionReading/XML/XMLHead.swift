/// The beginning of what may be an XML file, to tell what kind it is.
struct XMLHead {
    private let bytes: [UInt8]

    /// - Parameter head: the first bytes; UTF-16 is read as well.
    init(_ head: InputHead) {
        let start = Array(head.bytes.prefix(16_384))
        let isWide =
            start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
            || TextDecoder.looksLikeUTF16(start.prefix(4_096)) != nil
        bytes = isWide ? start.filter { $0 != 0 } : Array(head.bytes)
        self.isMarkup = Self.firstElement(in: bytes)
    }

    /// Whether an element stands before any words, but for a stray character or two.
    let isMarkup: Bool

    /// Whether a word stands in it; never where there are words before the first element.
    func has(_ word: String) -> Bool { isMarkup && bytes.holds(Array(word.utf8)) }

    private static func firstElement(in bytes: [UInt8]) -> Bool {
        let words = bytes.prefix(1_024).prefix { $0 != UInt8(ascii: "<") }
        guard words.count < bytes.count, words.count < 1_024 else { return false }
        return words.count { $0 > 0x20 && $0 < 0x80 } <= 4
    }
}

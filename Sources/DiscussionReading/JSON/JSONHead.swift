/// The beginning of an input that may be JSON, without the white space between its parts, so that
/// a format can look for its keys.
struct JSONHead {
    private let bytes: [UInt8]

    /// `nil` where the input begins with neither an object nor an array.
    init?(_ head: InputHead) {
        let start = head.bytes.trimmedStart
        guard let first = start.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return nil }
        var compact: [UInt8] = []
        compact.reserveCapacity(start.count)
        var isInString = false
        var isEscaped = false
        for byte in start {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
                continue
            }
            compact.append(byte)
        }
        bytes = compact
    }

    /// Whether an object has a key.
    func has(_ key: String) -> Bool { bytes.holds(Array("\"\(key)\":".utf8)) }

    /// Whether an object has all of some keys.
    func has(all keys: String...) -> Bool { keys.allSatisfy { has($0) } }

    /// Whether an object has one of some keys.
    func has(any keys: String...) -> Bool { keys.contains { has($0) } }

    /// Whether a key has a value that begins as given, such as `"t3_`.
    func has(_ key: String, _ value: String) -> Bool {
        bytes.holds(Array("\"\(key)\":\(value)".utf8))
    }

    /// The digits behind the first of a key that has a number.
    func number(_ key: String) -> String? {
        let word = Array("\"\(key)\":".utf8)
        var rest = bytes[...]
        while let at = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest[at...]
            if rest.starts(with: word) {
                let digits = rest.dropFirst(word.count).prefix { (0x30...0x39).contains($0) }
                if !digits.isEmpty { return String(decoding: digits, as: UTF8.self) }
            }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Whether it begins with the given characters, white space aside.
    func begins(_ words: String) -> Bool { bytes.starts(with: words.utf8) }
}

/// The beginning of an input that may be JSON, without the white space between its parts, so that
/// a format can look for its keys however deep they lie; `JSONOutline` tells where they lie.
struct JSONHead {
    private let bytes: [UInt8]

    /// `nil` where the input begins with neither an object nor an array.
    init?(_ head: [UInt8]) {
        let start = head.trimmedStart
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
        first(key) { rest in
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
        }
    }

    /// The first string of a key, as it is written, without those that hold escapes.
    func string(_ key: String) -> String? {
        first(key) { rest in
            guard rest.first == UInt8(ascii: "\"") else { return nil }
            let words = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
            guard words.endIndex < bytes.endIndex, !words.contains(UInt8(ascii: "\\")) else {
                return nil
            }
            return String(decoding: words, as: UTF8.self)
        }
    }

    /// What stands behind the first place of a key of which something can be made.
    private func first(_ key: String, _ made: (ArraySlice<UInt8>) -> String?) -> String? {
        let word = Array("\"\(key)\":".utf8)
        var rest = bytes[...]
        while let at = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest[at...]
            if rest.starts(with: word), let made = made(rest.dropFirst(word.count)) { return made }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Whether some words stand anywhere.
    func mentions(_ words: String) -> Bool { bytes.holds(Array(words.utf8)) }

    /// Whether it begins with the given characters, white space aside.
    func begins(_ words: String) -> Bool { bytes.starts(with: words.utf8) }
}

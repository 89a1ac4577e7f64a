/// Words compared without case, by a hash of their folded bytes.
///
/// A letter is an ASCII letter or a byte of a character beyond ASCII that is no punctuation;
/// apostrophes inside a word are skipped. Upper case is folded in ASCII, Latin-1 and Cyrillic.
enum FoldedWords {
    /// The length in bytes of the letter at a place; 0 when there is none.
    @inline(__always)
    static func letterLength(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x80 {
            return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A ? 1 : 0
        }
        if byte < 0xC3 { return 0 }  // C2 leads to signs such as © « » and the hard space
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard place + length <= end else { return 0 }
        // E2 leads to typographic marks, E3 80 to those of East Asia, EF BC to wide ones.
        if byte == 0xE2 || byte == 0xF0 || byte == 0xEF { return 0 }
        if byte == 0xE3 && bytes[place + 1] == 0x80 { return 0 }
        return length
    }

    /// Hashes the word at a place; returns its hash and its end, which is `place` without a word.
    @inline(__always)
    static func word(
        _ bytes: [UInt8], from place: Int, to end: Int, after start: UInt64 = StableHash.empty
    ) -> (hash: UInt64, end: Int) {
        var hash = start
        var at = place
        while at < end {
            let length = letterLength(bytes, at, end)
            if length == 0 {
                let isApostrophe =
                    bytes[at] == 0x27 && at > place && at + 1 < end
                    && letterLength(bytes, at + 1, end) > 0
                if isApostrophe {
                    at += 1
                    continue
                }
                let isTypographic =
                    bytes[at] == 0xE2 && at + 3 < end && bytes[at + 1] == 0x80
                    && bytes[at + 2] == 0x99 && at > place && letterLength(bytes, at + 3, end) > 0
                guard isTypographic else { break }
                at += 3
                continue
            }
            hash = fold(hash, bytes, at, length)
            at += length
        }
        return (hash, at)
    }

    @inline(__always)
    private static func fold(
        _ hash: UInt64, _ bytes: [UInt8], _ at: Int, _ length: Int
    ) -> UInt64 {
        let lead = bytes[at]
        if length == 1 { return StableHash.adding(lead | 0x20, to: hash) }
        var second = bytes[at + 1]
        var first = lead
        if length == 2 {
            if lead == 0xC3, second >= 0x80, second <= 0x9E { second |= 0x20 }
            if lead == 0xD0, second >= 0x90, second <= 0x9F {
                second += 0x20
            } else if lead == 0xD0, second >= 0xA0, second <= 0xAF {
                first = 0xD1
                second -= 0x20
            }
        }
        var hash = StableHash.adding(second, to: StableHash.adding(first, to: hash))
        for more in 2..<max(2, length) { hash = StableHash.adding(bytes[at + more], to: hash) }
        return hash
    }

    /// The hash of all words of a phrase, a space between them.
    static func phrase(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        var hash = StableHash.empty
        var at = 0
        var words = 0
        while at < bytes.count {
            let (next, end) = word(bytes, from: at, to: bytes.count, after: separated(hash, words))
            if end > at {
                hash = next
                words += 1
                at = end
            } else {
                at += 1
            }
        }
        return hash
    }

    /// The hash with the space before the word that comes behind `words` others.
    @inline(__always)
    static func separated(_ hash: UInt64, _ words: Int) -> UInt64 {
        words == 0 ? hash : StableHash.adding(0x20, to: hash)
    }
}

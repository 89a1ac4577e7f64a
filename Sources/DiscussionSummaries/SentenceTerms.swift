import LanguageTools

/// The words of a sentence as hashes: all of them, and those that carry its content.
struct SentenceTerms {
    /// The words, where three letters of a script without spaces stand for one.
    private(set) var words = 0
    /// Every word in lower case, in order; none of scripts without spaces.
    private(set) var all: [UInt64] = []
    /// The terms: words that are no function words, without a plural's `s`, and pairs of
    /// neighbouring letters of scripts without spaces. In order, perhaps repeated.
    private(set) var hashes: [UInt64] = []
    /// How each of the terms is written.
    private(set) var shapes: [TermShape] = []
    /// Every word without a plural's `s`, in order; none of scripts without spaces.
    private(set) var stems: [UInt64] = []

    /// The words of nothing, for `read`.
    init() {}

    /// - Complexity: O(`range.count`).
    init(in bytes: [UInt8], _ range: Range<Int>) { read(bytes, range) }

    /// Reads the words of another part of a text in the place of those that are there.
    ///
    /// - Complexity: O(`range.count`).
    mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
        var unspaced = 0
        var spaced = 0
        var before: (end: Int, hash: UInt64)?
        all.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
        stems.removeAll(keepingCapacity: true)
        forEachWord(in: bytes, range) { word, isUnspaced in
            if isUnspaced {
                unspaced += 1
                let hash = Self.hash(bytes[word])
                if let before, before.end == word.lowerBound {
                    hashes.append(before.hash &* 0x9E37_79B9_7F4A_7C15 ^ hash)
                    shapes.append(TermShape(isCapital: false, hasDigit: false, letters: 6))
                }
                before = (word.upperBound, hash)
                return
            }
            spaced += 1
            let (hash, stem) = Self.hashes(of: word, in: bytes)
            all.append(hash)
            stems.append(stem)
            if !SummaryLexicons.functionWords.contains(hash), word.count > 1 {
                hashes.append(stem)
                shapes.append(
                    TermShape(
                        isCapital: spaced > 1 && (0x41...0x5A).contains(bytes[word.lowerBound]),
                        hasDigit: bytes[word].contains { (0x30...0x39).contains($0) },
                        letters: word.count))
            }
        }
        words = spaced + (unspaced + 2) / 3
    }

    /// The hash of a word as it is found in a sentence.
    static func hash(of word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return hashes(of: bytes.indices, in: bytes).whole
    }

    /// The hashes of a word in lower case with plain apostrophes, and of it without `'s` or `s`.
    private static func hashes(
        of word: Range<Int>, in bytes: [UInt8]
    ) -> (whole: UInt64, stem: UInt64) {
        var hash = WordHash()
        var at = word.lowerBound
        while at < word.upperBound {
            let byte = bytes[at]
            if byte < 0x80 {
                hash.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                at += 1
                continue
            }
            let (value, length) = decodedScalar(in: bytes, at: at)
            if value == 0x2019 {
                hash.add(0x27)
            } else if let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased {
                for byte in scalar.properties.lowercaseMapping.utf8 { hash.add(byte) }
            } else {
                for byte in bytes[at..<at + length] { hash.add(byte) }
            }
            at += length
        }
        return (hash.whole, hash.stem)
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.add(byte) }
        return hash.whole
    }
}

/// How a term is written in one place.
struct TermShape {
    /// Whether it begins with a capital though no sentence begins with it.
    var isCapital: Bool
    var hasDigit: Bool
    /// Bytes of UTF-8.
    var letters: Int
}

/// FNV-1a of the bytes of a word, 64 bits, and of the word without the ending `'s` or `s`.
private struct WordHash {
    private(set) var whole: UInt64 = 0xCBF2_9CE4_8422_2325
    private var withoutLast: UInt64 = 0
    private var withoutLastTwo: UInt64 = 0
    private var last: UInt8 = 0
    private var lastButOne: UInt8 = 0
    private var count = 0

    mutating func add(_ byte: UInt8) {
        withoutLastTwo = withoutLast
        withoutLast = whole
        whole = (whole ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        lastButOne = last
        last = byte
        count += 1
    }

    var stem: UInt64 {
        guard count > 3, last == 0x73, lastButOne != 0x73 else { return whole }
        return lastButOne == 0x27 ? withoutLastTwo : withoutLast
    }
}

/// One word of a text.
public struct Token: Hashable, Sendable {
    /// The number of its normal form in the vocabulary.
    public var word: UInt32
    /// The number of its normal form without a plural or possessive ending, where it has one that
    /// is easily told: `dogs`, `dog's` and `dog` have one stem.
    public var stem: UInt32
    /// The first scalar, counted from 0.
    public var start: Int32
    /// One past the last scalar.
    public var end: Int32
    /// The first byte of its UTF-8.
    public var byteStart: Int32
    /// What stands before and around it.
    public var marks: Marks

    /// The number of every word that a vocabulary does not know.
    package static let unknown = UInt32.max

    /// What stands before and around a word.
    public struct Marks: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt8

        /// Creates marks from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The first word of a line.
        public static let startsLine = Marks(rawValue: 1)
        /// An at-sign stands directly before it.
        public static let followsAtSign = Marks(rawValue: 2)
        /// It begins with a capital letter.
        public static let isCapitalized = Marks(rawValue: 4)
        /// A full stop, question or exclamation mark, or colon stands between it and the word
        /// before.
        public static let startsSentence = Marks(rawValue: 8)
        /// It is of a script without spaces between words.
        public static let isIdeograph = Marks(rawValue: 16)
    }
}

/// A text as words with their places in it.
public struct TokenizedText: Sendable {
    /// The words in order.
    public var tokens: [Token]
    /// The text's UTF-8.
    public var bytes: [UInt8]

    /// Splits a text into words and gives them their numbers.
    ///
    /// Words are runs of letters, digits and underscores with single apostrophes inside; every
    /// ideograph, kana, Thai, Lao, Burmese and Khmer letter is a word of its own.
    /// - Complexity: O(n) in the bytes of the text.
    public init(_ text: String, vocabulary: inout Vocabulary) {
        bytes = Array(text.utf8)
        tokens = []
        tokens.reserveCapacity(bytes.count / 5)
        var builder = TokenBuilder()
        bytes.withUnsafeBufferPointer { buffer in
            builder.run(over: buffer, numbers: &vocabulary, into: &tokens)
        }
    }

    /// The words of a text, those that a vocabulary does not know with `Token.unknown` for their
    /// number.
    ///
    /// - Complexity: O(n) in the bytes of the text.
    package static func tokens(of text: [UInt8], known vocabulary: Vocabulary) -> [Token] {
        var tokens: [Token] = []
        var numbers = KnownWords(vocabulary: vocabulary)
        var builder = TokenBuilder()
        text.withUnsafeBufferPointer { builder.run(over: $0, numbers: &numbers, into: &tokens) }
        return tokens
    }

    /// Makes an empty text.
    public init() {
        tokens = []
        bytes = []
    }
}

/// What gives words their numbers.
private protocol WordNumbers {
    mutating func number(of hash: UInt64) -> UInt32
}

extension Vocabulary: WordNumbers {}

/// The numbers of the words that a vocabulary knows; it learns none.
private struct KnownWords: WordNumbers {
    let vocabulary: Vocabulary

    func number(of hash: UInt64) -> UInt32 {
        vocabulary.existingNumber(of: hash) ?? Token.unknown
    }
}

/// The state of the scan that makes tokens.
private struct TokenBuilder {
    private var hash = WordHash()
    /// The hash before the last scalar, and before the apostrophe where the word has one.
    private var shorter = WordHash()
    private var beforeApostrophe: WordHash?
    private var lastScalar: UInt32 = 0
    private var secondLastScalar: UInt32 = 0
    private var start = -1
    private var byteStart = 0
    private var end = 0
    private var marks: Token.Marks = []
    private var sawLineEnd = true
    private var sawStop = true
    private var sawAtSign = false
    private var pendingApostrophe = false

    mutating func run(
        over bytes: UnsafeBufferPointer<UInt8>, numbers: inout some WordNumbers,
        into tokens: inout [Token]
    ) {
        var at = 0
        var scalarIndex = 0
        while at < bytes.count {
            let (scalar, width) = UTF8Scan.scalar(in: bytes, at: at)
            let (kind, folded) = NormalForm.of(scalar)
            switch kind {
            case .word:
                if start < 0 {
                    begin(scalarIndex, at)
                    if scalar != folded && NormalForm.isCapital(scalar) {
                        marks.insert(.isCapitalized)
                    }
                } else if pendingApostrophe {
                    beforeApostrophe = hash
                    hash.combine(0x27)
                }
                pendingApostrophe = false
                shorter = hash
                hash.combine(folded)
                secondLastScalar = lastScalar
                lastScalar = folded
                at += width
                scalarIndex += 1
                goOn(in: bytes, &at, &scalarIndex)
                end = scalarIndex
                continue
            case .apostrophe:
                if start >= 0 && !pendingApostrophe {
                    pendingApostrophe = true
                } else {
                    finish(&numbers, &tokens)
                    sawAtSign = false
                }
            case .invisible:
                if start >= 0 && !pendingApostrophe { end = scalarIndex + 1 }
            case .ideograph, .sign:
                finish(&numbers, &tokens)
                begin(scalarIndex, at)
                marks.insert(.isIdeograph)
                hash.combine(folded)
                end = scalarIndex + 1
                // Signs that follow still belong to it; the next letter starts anew.
                extendOverSigns(bytes, &at, &scalarIndex, width)
                finish(&numbers, &tokens)
                continue
            case .separator:
                finish(&numbers, &tokens)
                note(scalar)
            }
            at += width
            scalarIndex += 1
        }
        finish(&numbers, &tokens)
    }

    /// Goes on in a word over plain letters and digits, of which most words are made.
    @inline(__always)
    private mutating func goOn(
        in bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ scalarIndex: inout Int
    ) {
        var (hash, shorter) = (hash, shorter)
        var (last, secondLast) = (lastScalar, secondLastScalar)
        let first = at
        while at < bytes.count {
            let byte = bytes[at]
            let letter = byte | 0x20
            guard (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) else { break }
            // The bit that makes a letter small is set in every digit.
            secondLast = last
            last = UInt32(letter)
            shorter = hash
            hash.combine(last)
            at += 1
        }
        scalarIndex += at - first
        (self.hash, self.shorter) = (hash, shorter)
        (lastScalar, secondLastScalar) = (last, secondLast)
    }

    private mutating func extendOverSigns(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ scalarIndex: inout Int,
        _ width: Int
    ) {
        at += width
        scalarIndex += 1
        while at < bytes.count {
            let (scalar, width) = UTF8Scan.scalar(in: bytes, at: at)
            let (kind, folded) = NormalForm.of(scalar)
            guard kind == .invisible || kind == .sign else { return }
            if kind == .sign { hash.combine(folded) }
            at += width
            scalarIndex += 1
            end = scalarIndex
        }
    }

    private mutating func note(_ scalar: UInt32) {
        sawAtSign = scalar == 0x40 || scalar == 0xFF20
        switch scalar {
        case 0x0A, 0x0D, 0x2028, 0x2029:
            sawLineEnd = true
            sawStop = true
        case 0x2E, 0x21, 0x3F, 0x3A, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF1A, 0x61F, 0x6D4:
            sawStop = true
        default: break
        }
    }

    private mutating func begin(_ scalarIndex: Int, _ at: Int) {
        start = scalarIndex
        byteStart = at
        hash = WordHash()
        beforeApostrophe = nil
        lastScalar = 0
        secondLastScalar = 0
        marks = []
        if sawLineEnd { marks.insert(.startsLine) }
        if sawStop { marks.insert(.startsSentence) }
        if sawAtSign { marks.insert(.followsAtSign) }
        sawLineEnd = false
        sawStop = false
        sawAtSign = false
    }

    private mutating func finish(_ numbers: inout some WordNumbers, _ tokens: inout [Token]) {
        pendingApostrophe = false
        guard start >= 0 else { return }
        let word = numbers.number(of: hash.value)
        var stem = word
        // s is 0x73.
        if lastScalar == 0x73, end - start >= 4 {
            if let base = beforeApostrophe {
                stem = numbers.number(of: base.value)
            } else if secondLastScalar != 0x73 && secondLastScalar != 0x75 {
                stem = numbers.number(of: shorter.value)
            }
        }
        tokens.append(
            Token(
                word: word, stem: stem, start: Int32(start), end: Int32(end),
                byteStart: Int32(byteStart), marks: marks))
        start = -1
    }
}

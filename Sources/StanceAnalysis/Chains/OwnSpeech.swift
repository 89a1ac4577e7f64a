import DiscussionModel
import LanguageTools

/// The words that a comment says itself, sentence by sentence, without what it quotes.
struct OwnSpeech {
    /// A word in normal form without apostrophes.
    struct Word {
        /// The hash of `WordHash`.
        var hash: UInt64
        /// The sentence that it stands in.
        var sentence: Int
        /// Whether a quotation mark stands before it: it may be another's.
        var isQuoted: Bool
        /// Whether it has four letters or more, all of them capitals.
        var isShouted: Bool
    }

    /// The words in order.
    private(set) var words: [Word] = []
    /// Whether each sentence ends in a question mark.
    private(set) var asks: [Bool] = []
    /// Whether two exclamation marks stand in a row.
    private(set) var exclaims = false

    /// - Complexity: O(bytes of the text).
    init(_ text: String, quotations: [TextSpan]) {
        let own = OwnWords(text, quotations: quotations, mentions: [])
        own.bytes.withUnsafeBufferPointer { bytes in
            for piece in own.pieces { read(bytes, piece.bytes) }
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>) {
        var hash = WordHash()
        var (letters, capitals) = (0, 0)
        var isQuoted = false
        var last: UInt32 = 0
        var lastMark: UInt32 = 0
        func finish(_ words: inout [Word]) {
            guard letters > 0 else { return }
            words.append(
                Word(
                    hash: hash.value, sentence: asks.count, isQuoted: isQuoted,
                    isShouted: letters >= 4 && capitals == letters))
            hash = WordHash()
            (letters, capitals, isQuoted) = (0, 0, false)
        }
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            let (scalar, width) = UTF8Scan.scalar(in: bytes, at: at)
            at += width
            let (kind, folded) = NormalForm.of(scalar)
            switch kind {
            case .word, .ideograph, .sign:
                if letters == 0 { isQuoted = last == 0x22 || last == 0x201C }
                hash.combine(folded)
                letters += 1
                if scalar != folded && NormalForm.isCapital(scalar) { capitals += 1 }
            case .apostrophe, .invisible:
                break
            case .separator:
                finish(&words)
                if scalar == 0x21 && last == 0x21 { exclaims = true }
                if scalar != 0x20 && scalar != 0x0A { lastMark = scalar }
            }
            last = scalar
            if kind == .word { lastMark = 0 }
        }
        finish(&words)
        asks.append(lastMark == 0x3F)
    }

    /// The hash by which a word of ours is found: in normal form, without apostrophes.
    static func hash(of word: Substring) -> UInt64 { WordHash(ofNormalForm: String(word)).value }

    /// The hashes of words of ours that are divided by white space.
    static func hashes(of words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map(hash))
    }
}

/// Reads what comments say, by ordinal.
struct OwnSpeechReader {
    private let discussion: Discussion
    private let graph: ReplyGraph

    init(_ discussion: Discussion, _ graph: ReplyGraph) {
        self.discussion = discussion
        self.graph = graph
    }

    /// What a comment says itself.
    ///
    /// - Complexity: O(text) and O(log q) in the quotations of the discussion.
    func speech(of comment: Int) -> OwnSpeech {
        // By bisection, since quotations stand in the order of their comments.
        var (low, high) = (0, graph.quotations.count)
        while low < high {
            let middle = (low + high) / 2
            if graph.quotations[middle].comment < comment {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let quotations = graph.quotations[low...].prefix { $0.comment == comment }
        return OwnSpeech(discussion.text(at: comment), quotations: quotations.map(\.span))
    }
}

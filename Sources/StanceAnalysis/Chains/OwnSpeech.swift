import DiscussionModel
import LanguageTools

/// The words that a comment says itself, sentence by sentence: without what it quotes and without
/// lines behind `>`.
struct OwnSpeech {
    /// A word in normal form without apostrophes.
    struct Word {
        /// The hash of `WordHash`.
        var hash: UInt64
        /// What it may do in the cues that are looked for.
        var roles: CueWords.Roles
        /// The sentence that it stands in.
        var sentence: Int32
        /// Whether a quotation mark stands directly before it: it may be another's.
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

    /// - Parameter quotations: The spans of the text that repeat other texts, by place.
    /// - Complexity: O(bytes of the text).
    init(_ text: String, quotations: [TextSpan]) {
        var text = text
        text.withUTF8 { bytes in
            words.reserveCapacity(bytes.count / 5)
            var scan = SpeechScan(quotations: quotations)
            scan.run(over: bytes, into: &self)
        }
    }

    fileprivate mutating func endSentence(asking: Bool) {
        guard let last = words.last, last.sentence == asks.count else { return }
        asks.append(asking)
    }

    /// The state of the scan.
    private struct SpeechScan {
        private let table = CueWords.table
        private var quotations: ArraySlice<TextSpan>
        private var hash = WordHash()
        private var letters = 0
        private var capitals = 0
        private var isQuoted = false
        /// The scalar before; a line end before the first.
        private var last: UInt32 = 0x0A
        /// Whether nothing but spaces stands before in the line.
        private var startsLine = true

        init(quotations: [TextSpan]) {
            self.quotations = quotations[...]
        }

        mutating func run(
            over bytes: UnsafeBufferPointer<UInt8>, into speech: inout OwnSpeech
        ) {
            var at = 0
            var place = 0
            while at < bytes.count {
                if let quotation = quotations.first, place >= quotation.start {
                    quotations.removeFirst()
                    guard place < quotation.end else { continue }
                    finishWord(&speech)
                    speech.endSentence(asking: false)
                    while at < bytes.count && place < quotation.end {
                        at += UTF8Scan.scalar(in: bytes, at: at).width
                        place += 1
                    }
                    last = 0x20
                    continue
                }
                let first = bytes[at]
                if first == 0x3E && startsLine {
                    while at < bytes.count && bytes[at] != 0x0A {
                        at += UTF8Scan.scalar(in: bytes, at: at).width
                        place += 1
                    }
                    continue
                }
                place += 1
                if first < 0x80 {
                    at += 1
                    takeASCII(UInt32(first), &speech)
                } else {
                    let (scalar, width) = UTF8Scan.scalar(in: bytes, at: at)
                    at += width
                    let (kind, folded) = NormalForm.of(scalar)
                    take(scalar, kind, folded, &speech)
                }
            }
            finishWord(&speech)
            speech.endSentence(asking: false)
        }

        /// What `NormalForm` says of ASCII, without a table: most of what is read is ASCII.
        @inline(__always)
        private mutating func takeASCII(_ scalar: UInt32, _ speech: inout OwnSpeech) {
            switch scalar {
            case 0x61...0x7A, 0x30...0x39, 0x5F: take(scalar, .word, scalar, &speech)
            case 0x41...0x5A: take(scalar, .word, scalar + 0x20, &speech)
            case 0x27: take(scalar, .apostrophe, scalar, &speech)
            default: take(scalar, .separator, scalar, &speech)
            }
        }

        @inline(__always)
        private mutating func take(
            _ scalar: UInt32, _ kind: NormalForm.Kind, _ folded: UInt32, _ speech: inout OwnSpeech
        ) {
            switch kind {
            case .word, .ideograph, .sign:
                if letters == 0 { isQuoted = last == 0x22 || last == 0x201C }
                hash.combine(folded)
                letters += 1
                if scalar != folded && NormalForm.isCapital(scalar) { capitals += 1 }
                startsLine = false
            case .apostrophe, .invisible:
                // Such marks neither divide words nor count before one.
                return
            case .separator:
                finishWord(&speech)
                if scalar == 0x0A {
                    if startsLine { speech.endSentence(asking: false) }
                    startsLine = true
                } else if scalar > 0x20 {
                    startsLine = false
                }
                switch scalar {
                case 0x3F, 0xFF1F, 0x061F: speech.endSentence(asking: true)
                case 0x21:
                    if last == 0x21 { speech.exclaims = true }
                    speech.endSentence(asking: false)
                case 0x20, 0x0A:
                    // A stop inside a number or an address is followed by no space.
                    if last == 0x2E || last == 0x2026 { speech.endSentence(asking: false) }
                default: break
                }
            }
            last = scalar
        }

        private mutating func finishWord(_ speech: inout OwnSpeech) {
            guard letters > 0 else { return }
            let value = hash.value
            speech.words.append(
                Word(
                    hash: value, roles: table.roles(of: value), sentence: Int32(speech.asks.count),
                    isQuoted: isQuoted, isShouted: letters >= 4 && capitals == letters))
            hash = WordHash()
            (letters, capitals) = (0, 0)
        }
    }
}

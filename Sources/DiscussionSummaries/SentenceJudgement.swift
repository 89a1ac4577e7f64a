import LanguageTools

/// Whether a sentence is worth reading by itself, and what its writing tells.
struct SentenceJudgement {
    /// Signs in a sentence that a linear model weighs.
    struct Marks {
        var isQuestion = false
        /// Whether it ends with a full stop or an exclamation mark.
        var hasStop = false
        var hasLink = false
        /// The shares of its bytes that are digits, and signs that are no plain punctuation.
        var digits = 0.0
        var signs = 0.0
    }

    /// Whether it has 5 to 40 words and says something: no greeting, no word to or of moderators,
    /// no mere insult, no mere lead to what follows, no address.
    let isGood: Bool
    /// What it lacks to stand alone, 0 or more, in words of a summary: small letters at its head,
    /// quotation marks around it, a word that points back, capitals throughout. The amounts are
    /// ours.
    let lack: Double
    let marks: Marks

    /// - Complexity: O(bytes and words of the sentence).
    init(_ sentence: Sentence, _ terms: SentenceTerms, in bytes: [UInt8]) {
        let text = bytes[sentence.bytes]
        marks = Self.marks(of: text)
        isGood =
            (5...40).contains(terms.words) && terms.hashes.count >= 2 && text.last != 0x3A
            && !Self.isGreeting(terms) && !Self.isModeration(terms) && !Self.isInsult(terms)
            && !Self.isAddress(terms, marks, text)
        var lack = 0.0
        let first = text.isEmpty ? 0 : decodedScalar(in: bytes, at: text.startIndex).scalar
        if (0x61...0x7A).contains(first) { lack += 0.3 }
        if first == 0x22 || first == 0x201C || first == 0x00AB { lack += 0.5 }
        if let word = terms.all.first, SummaryLexicons.backward.contains(word) { lack += 0.2 }
        if Self.isShouted(text) { lack += 1 }
        self.lack = lack
    }

    private static func marks(of text: ArraySlice<UInt8>) -> Marks {
        var marks = Marks()
        var digits = 0
        var signs = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x20...0x22, 0x27, 0x2C, 0x2E, 0x3F, 0x09...0x0D: break
            case 0x41...0x5A, 0x61...0x7A, 0x80...: break
            default: signs += 1
            }
        }
        marks.digits = Double(digits) / Double(max(1, text.count))
        marks.signs = Double(signs) / Double(max(1, text.count))
        marks.hasLink = hasLink(text)
        // Closing quotes and brackets may stand behind the stop.
        let end = text.suffix(6).last { ![0x20, 0x22, 0x27, 0x29, 0x5D, 0x0A].contains($0) }
        marks.isQuestion = end == 0x3F
        // The stops of other scripts are of several bytes.
        marks.hasStop = end.map { $0 == 0x2E || $0 == 0x21 || $0 >= 0x80 } ?? false
        return marks
    }

    private static func isGreeting(_ terms: SentenceTerms) -> Bool {
        guard let first = terms.all.first, terms.words <= 8 else { return false }
        return SummaryLexicons.greetings.contains(first)
    }

    private static func isModeration(_ terms: SentenceTerms) -> Bool {
        var hasThing = false
        var hasDeed = false
        for word in terms.all {
            guard SummaryLexicons.allOfModeration.contains(word) else { continue }
            if SummaryLexicons.moderation.contains(word) { return true }
            hasThing = hasThing || SummaryLexicons.contributions.contains(word)
            hasDeed = hasDeed || SummaryLexicons.removals.contains(word)
        }
        return hasThing && hasDeed
    }

    /// At most ten words, an insult among them, and at most two of content beside.
    private static func isInsult(_ terms: SentenceTerms) -> Bool {
        guard terms.words <= 10 else { return false }
        let insults = terms.all.count { SummaryLexicons.insults.contains($0) }
        return insults > 0 && terms.hashes.count - insults <= 2
    }

    /// A link, an address or a telephone number without a word that a sentence needs.
    private static func isAddress(
        _ terms: SentenceTerms, _ marks: Marks, _ text: ArraySlice<UInt8>
    ) -> Bool {
        guard terms.words <= 12, marks.hasLink || text.contains(0x40) || marks.digits > 0.2 else {
            return false
        }
        return !terms.all.contains { SummaryLexicons.functionWords.contains($0) }
    }

    private static func hasLink(_ text: ArraySlice<UInt8>) -> Bool {
        var at = text.startIndex
        while at + 3 <= text.endIndex {
            // "://" or "www."
            if text[at] == 0x3A, text[at + 1] == 0x2F, text[at + 2] == 0x2F { return true }
            if at + 4 <= text.endIndex, text[at] | 0x20 == 0x77, text[at + 1] | 0x20 == 0x77,
                text[at + 2] | 0x20 == 0x77, text[at + 3] == 0x2E
            {
                return true
            }
            at += 1
        }
        return false
    }

    /// More than half of ten or more Latin letters are capitals.
    private static func isShouted(_ text: ArraySlice<UInt8>) -> Bool {
        let capitals = text.count { (0x41...0x5A).contains($0) }
        let small = text.count { (0x61...0x7A).contains($0) }
        return capitals + small >= 10 && capitals > small
    }
}

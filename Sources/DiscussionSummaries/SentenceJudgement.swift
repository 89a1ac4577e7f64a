import LanguageTools

/// Whether a sentence is worth reading by itself, and how fit it is to stand alone.
struct SentenceJudgement {
    /// Whether it has 5 to 40 words and says something: no greeting, no word to or of moderators,
    /// no mere insult, no mere lead to what follows.
    let isGood: Bool
    /// A factor above 0; 1 for a plain sentence. The factors are ours; `SummarizerTests` shows the
    /// order that they are to bring about.
    let quality: Double

    /// - Complexity: O(bytes and words of the sentence).
    init(_ sentence: Sentence, _ terms: SentenceTerms, in bytes: [UInt8]) {
        let text = bytes[sentence.bytes]
        let leads = text.last == 0x3A
        isGood =
            (5...40).contains(terms.words) && terms.hashes.count >= 2 && !leads
            && !Self.isGreeting(terms) && !Self.isModeration(terms) && !Self.isInsult(terms)
        var quality = min(1, Double(terms.hashes.count) / 6)
        let first = text.isEmpty ? 0 : decodedScalar(in: bytes, at: text.startIndex).scalar
        if (0x61...0x7A).contains(first) { quality *= 0.8 }
        if first == 0x22 || first == 0x201C || first == 0x00AB { quality *= 0.7 }
        if let word = terms.all.first, SummaryLexicons.backward.contains(word) { quality *= 0.85 }
        switch text.last {
        case 0x3F: quality *= 0.8
        case 0x2E, 0x21, 0x22, 0x29: break
        case .some(let byte) where byte >= 0x80: break
        default: quality *= 0.85
        }
        if Self.hasLink(text) { quality *= 0.4 }
        if Self.isShouted(text) { quality *= 0.6 }
        self.quality = quality
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

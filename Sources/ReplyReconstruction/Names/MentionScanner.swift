package import DiscussionModel
import LanguageTools

/// A name that a comment uses of somebody.
package struct FoundMention: Sendable {
    /// How the name is used, from the weakest to the strongest.
    package enum Use: Int, Sendable, Comparable {
        /// A name, or part of one, in running words.
        case inPassing
        /// At the beginning of a sentence and followed by a comma or the like.
        case address
        /// At the head of a line and followed by a colon, or by "wrote" or "said".
        case attribution
        /// With an at-sign.
        case atSign

        package static func < (left: Use, right: Use) -> Bool { left.rawValue < right.rawValue }
    }

    package var person: Int
    package var use: Use
    /// Whether only a part of the name, such as the first name, is written.
    package var isPart: Bool
    /// The words of the name.
    package var words: Range<Int>
    /// The scalars of the name with its at-sign.
    package var span: TextSpan
    /// The name as written.
    package var written: String
}

/// Scans comments for names.
struct MentionScanner {
    /// A comment that names people more often is a list of names; the rest of it is not looked at.
    private static let mostMentions = 5_000

    private let index: NameIndex
    private let verbs: Set<UInt32>

    /// Words that follow a name where somebody's words are given.
    private static let sayingVerbs = [
        "wrote", "writes", "said", "says", "posted", "schrieb", "sagt", "sagte", "ecrit", "dit",
        "escribio", "dijo", "dice", "scrisse", "escreveu", "disse", "napisal", "skrev", "schreef",
    ]

    private static let sayingVerbHashes = sayingVerbs.map { WordHash(ofNormalForm: $0).value }

    /// Creates a scanner of texts whose words a vocabulary numbers.
    init(index: NameIndex, vocabulary: Vocabulary) {
        self.index = index
        verbs = Set(Self.sayingVerbHashes.compactMap { vocabulary.existingNumber(of: $0) })
    }

    /// The names in a text, by place; those inside quoted words are not the quoter's.
    ///
    /// - Complexity: O(w) in the words of the text.
    func mentions(
        in text: TokenizedText, outside quoted: [Range<Int>], addUnknown: (String) -> Int
    ) -> [FoundMention] {
        var result: [FoundMention] = []
        let tokens = text.tokens
        var zone = 0
        var at = 0
        while at < tokens.count, result.count < Self.mostMentions {
            while zone < quoted.count && quoted[zone].upperBound <= at { zone += 1 }
            if zone < quoted.count && quoted[zone].contains(at) {
                at = quoted[zone].upperBound
                continue
            }
            let hasAtSign =
                tokens[at].marks.contains(.followsAtSign) && !text.isInsideAddress(at)
            if let hit = index.hit(in: tokens, at: at),
                !(hasAtSign && text.isJoined(toWordAfter: at + hit.length - 1, stop: true)),
                let mention = mention(hit, at: at, in: text, hasAtSign: hasAtSign)
            {
                result.append(mention)
                at += hit.length
            } else if hasAtSign, let mention = unknownMention(at: at, in: text, add: addUnknown) {
                result.append(mention)
                at = mention.words.upperBound
            } else {
                at += 1
            }
        }
        return result
    }

    private func mention(
        _ hit: NameIndex.Hit, at start: Int, in text: TokenizedText, hasAtSign: Bool
    ) -> FoundMention? {
        let tokens = text.tokens
        let marks = tokens[start].marks
        let words = start..<(start + hit.length)
        let after = text.separator(afterWord: words.upperBound - 1)
        let headsLine = marks.contains(.startsLine)
        let saying =
            words.upperBound < tokens.count && verbs.contains(tokens[words.upperBound].word)
        let use: FoundMention.Use
        if hasAtSign {
            use = .atSign
        } else if headsLine && (after == ":" || saying) {
            use = .attribution
        } else if (marks.contains(.startsSentence) || start <= 2)
            && (after == "," || after == ":" || after == "-" || after == "!")
            || after == "\n" && headsLine
            || text.separator(afterWord: start - 1) == "," && ".?!\n".contains(after)
        {
            use = .address
        } else {
            use = .inPassing
        }
        guard use >= .attribution || looksLikeName(hit, words, use, in: text) else { return nil }
        if !hasAtSign && text.isPartOfAddress(start) { return nil }
        return found(hit.person, use, isPart: hit.form == .part, words: words, in: text)
    }

    /// Whether words without an at-sign or a colon at the head of a line are a name and not the
    /// same words of the language, or a piece of another name.
    private func looksLikeName(
        _ hit: NameIndex.Hit, _ words: Range<Int>, _ use: FoundMention.Use, in text: TokenizedText
    ) -> Bool {
        let tokens = text.tokens
        let first = tokens[words.lowerBound]
        if first.marks.contains(.isIdeograph) { return hit.length > 1 }
        if text.isJoined(toWordAfter: words.upperBound - 1, stop: false)
            || text.isJoined(toWordBefore: words.lowerBound)
        {
            return false
        }
        let isCapitalized = first.marks.contains(.isCapitalized)
        let mayBeSmall = use == .address && text.isCaseless(words.lowerBound)
        if hit.form != .whole && !isCapitalized && !mayBeSmall { return false }
        if hit.form == .commonWord {
            if use == .inPassing && first.marks.contains(.startsSentence) { return false }
            for (at, word) in words.enumerated()
            where hit.capitals >> at & 1 == 1 && !tokens[word].marks.contains(.isCapitalized) {
                return false
            }
        }
        // Prices rose, but Rose did not say so.
        if use == .inPassing && hit.length == 1 && hit.capitals == 1 && !isCapitalized {
            return false
        }
        let isShort = hit.length == 1 && first.end - first.start < 3
        return !isShort || use == .address && hit.form == .whole && isCapitalized
    }

    /// An at-sign with a name that nobody in the discussion has.
    private func unknownMention(
        at start: Int, in text: TokenizedText, add: (String) -> Int
    ) -> FoundMention? {
        let tokens = text.tokens
        guard
            tokens[start].end - tokens[start].start >= 2
                || tokens[start].marks.contains(.isIdeograph)
        else { return nil }
        // `@Several Words:` at the head of a line is one name; elsewhere one word is.
        var end = start + 1
        if tokens[start].marks.contains(.startsLine) {
            var last = start
            while last - start < 6, text.separator(afterWord: last) == " ", last + 1 < tokens.count
            {
                last += 1
            }
            if text.separator(afterWord: last) == ":" { end = last + 1 }
        }
        while end < tokens.count, end - start < 8, text.isJoined(toWordAfter: end - 1, stop: true) {
            end += 1
        }
        if tokens[start].marks.contains(.isIdeograph) {
            while end < tokens.count, end - start < 12, tokens[end].start == tokens[end - 1].end {
                end += 1
            }
        }
        let words = start..<end
        let name = text.scalars(Int(tokens[start].start)..<Int(tokens[end - 1].end))
        return found(add(name), .atSign, isPart: false, words: words, in: text)
    }

    private func found(
        _ person: Int, _ use: FoundMention.Use, isPart: Bool, words: Range<Int>,
        in text: TokenizedText
    ) -> FoundMention {
        let span = TextSpan(
            start: text.startWithAtSign(words.lowerBound),
            end: Int(text.tokens[words.upperBound - 1].end))
        return FoundMention(
            person: person, use: use, isPart: isPart, words: words, span: span,
            written: text.scalars(span.start..<span.end))
    }
}

extension [FoundMention] {
    /// Takes the name that stands before marked words, and is that of whom they are marked as, for
    /// an attribution: `[quote="Ana"]`, `Ana wrote:`.
    mutating func attribute(_ zones: [StatedZones.Zone]) {
        for zone in zones where zone.author >= 0 {
            let before = lastIndex {
                $0.person == zone.author && $0.span.end <= zone.start
                    && $0.span.end + Self.farthestAttribution >= zone.start
            }
            if let before, self[before].use < .attribution { self[before].use = .attribution }
        }
    }

    /// The scalars that may lie between a name and the words that it introduces.
    private static var farthestAttribution: Int { 120 }
}

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
    private let index: NameIndex
    private let verbs: Set<UInt32>

    /// Words that follow a name where somebody's words are given.
    private static let sayingVerbs = [
        "wrote", "writes", "said", "says", "posted", "schrieb", "sagt", "sagte", "ecrit", "dit",
        "escribio", "dijo", "dice", "scrisse", "escreveu", "disse", "napisal", "skrev", "schreef",
    ]

    init(index: NameIndex, vocabulary: inout Vocabulary) {
        self.index = index
        verbs = Set(
            Self.sayingVerbs.map { vocabulary.number(of: WordHash(ofNormalForm: $0).value) })
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
        while at < tokens.count {
            while zone < quoted.count && quoted[zone].upperBound <= at { zone += 1 }
            if zone < quoted.count && quoted[zone].contains(at) {
                at = quoted[zone].upperBound
                continue
            }
            let hasAtSign =
                tokens[at].marks.contains(.followsAtSign) && !text.isInsideAddress(at)
            if let hit = index.hit(in: tokens, at: at),
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
        } else if headsLine && (after == ":" || saying) || saying && after == " " && headsLine {
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
        if use == .inPassing || use == .address {
            // A name that is an everyday word, or half a name, must at least look like a name.
            if hit.form != .whole && !marks.contains(.isCapitalized) { return nil }
            if hit.form == .commonWord && use == .inPassing && marks.contains(.startsSentence) {
                return nil
            }
            if hit.length == 1 && tokens[start].end - tokens[start].start < 3
                && !marks.contains(.isIdeograph)
            {
                return nil
            }
            if marks.contains(.isIdeograph) && hit.length < 2 { return nil }
        }
        return found(hit.person, use, isPart: hit.form == .part, words: words, in: text)
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
        if tokens[start].marks.contains(.isIdeograph) {
            while end < tokens.count, end - start < 12, tokens[end].start == tokens[end - 1].end {
                end += 1
            }
        }
        let words = start..<end
        let span = nameSpan(words, in: text)
        let name = text.scalars((span.start + 1)..<span.end)
        return found(add(name), .atSign, isPart: false, words: words, in: text)
    }

    private func nameSpan(_ words: Range<Int>, in text: TokenizedText) -> TextSpan {
        let first = text.tokens[words.lowerBound]
        let start = Int(first.start) - (first.marks.contains(.followsAtSign) ? 1 : 0)
        return TextSpan(start: start, end: Int(text.tokens[words.upperBound - 1].end))
    }

    private func found(
        _ person: Int, _ use: FoundMention.Use, isPart: Bool, words: Range<Int>,
        in text: TokenizedText
    ) -> FoundMention {
        let span = nameSpan(words, in: text)
        return FoundMention(
            person: person, use: use, isPart: isPart, words: words, span: span,
            written: text.scalars(span.start..<span.end))
    }
}

import DiscussionModel
import LanguageTools

/// The part of a comment that tells most of what it says: a sentence of its own, or two or three
/// that follow each other where they are short. A comment often opens with its claim and goes on
/// with the grounds, so the opening goes with the sentence behind it.
struct TellingPassage {
    /// Where it stands.
    let span: TextSpan
    /// The sum of the z-scores of the cluster's terms in it, each once.
    let strength: Double

    /// How many different words of content there are in it.
    let words: Int

    /// At most so many scalars are shown.
    static let mostScalars = 280
    /// A sentence that is shorter is shown with what follows.
    private static let fewScalars = 100
    /// A sentence says something where it has two words of content, or one among so many words.
    private static let fewWords = 4

    /// The passage of a comment; `nil` where nothing of its own says anything.
    ///
    /// The first of the sentences with the strongest terms; of equal ones that with the most words
    /// of content in its first `mostScalars` scalars.
    /// - Complexity: O(words of the comment).
    init?(_ reading: OwnWordReader.Reading, terms: [TermKey: Double]) {
        let pieces = reading.own.pieces
        var best: (piece: Int, strength: Double, words: Int)?
        var opening: Int?
        var word = 0
        for (index, piece) in pieces.enumerated() {
            let limit = piece.span.start + Self.mostScalars
            var inside: [OwnWordReader.Word] = []
            while word < reading.words.count,
                reading.words[word].scalars.lowerBound < piece.span.end
            {
                if reading.words[word].scalars.lowerBound >= piece.span.start,
                    reading.words[word].scalars.upperBound <= limit
                {
                    inside.append(reading.words[word])
                }
                word += 1
            }
            var found: [TermKey: Double] = [:]
            var strength = 0.0
            inside.forEachTerm { key, _ in
                if let z = terms[key], found.updateValue(z, forKey: key) == nil { strength += z }
            }
            let words = Set(inside.map(\.unit.number)).count
            guard words >= 2 || words == 1 && Self.hasFewWords(piece, in: reading.own.bytes)
            else { continue }
            if opening == nil { opening = index }
            if let best, (best.strength, best.words) >= (strength, words) { continue }
            best = (index, strength, words)
        }
        guard let best else { return nil }
        strength = best.strength
        let claim = opening.flatMap { Self.both($0, best.piece, in: reading.own) }
        let span = claim ?? Self.extended(from: best.piece, in: reading.own)
        self.span = span
        let shown = reading.words.filter {
            $0.scalars.lowerBound >= span.start && $0.scalars.upperBound <= span.end
        }
        words = Set(shown.map(\.unit.number)).count
    }

    private static func hasFewWords(_ sentence: Sentence, in bytes: [UInt8]) -> Bool {
        var words = 0
        forEachWord(in: bytes, sentence.bytes) { _, _ in words += 1 }
        return words >= fewWords
    }

    /// The opening and the sentence directly behind it, where both can be shown.
    private static func both(_ opening: Int, _ best: Int, in own: OwnWords) -> TextSpan? {
        guard best == opening + 1 else { return nil }
        let span = TextSpan(start: own.pieces[opening].span.start, end: own.pieces[best].span.end)
        return span.length <= mostScalars && isDirectly(best, behind: opening, in: own)
            ? span : nil
    }

    /// Whether only white space stands between two pieces.
    private static func isDirectly(_ next: Int, behind last: Int, in own: OwnWords) -> Bool {
        own.bytes[own.pieces[last].bytes.upperBound..<own.pieces[next].bytes.lowerBound]
            .allSatisfy { $0 <= 0x20 }
    }

    /// A sentence, with those that follow it directly while it is short, cut where it is long.
    private static func extended(from first: Int, in own: OwnWords) -> TextSpan {
        let pieces = own.pieces
        var span = pieces[first].span
        guard span.length <= mostScalars else { return cut(pieces[first], in: own.bytes) }
        var next = first + 1
        while next < pieces.count, span.length < fewScalars,
            pieces[next].span.end - span.start <= mostScalars,
            isDirectly(next, behind: next - 1, in: own)
        {
            span.end = pieces[next].span.end
            next += 1
        }
        return span
    }

    /// The beginning of a long sentence, up to the end of a word; of scripts without spaces up to
    /// the last letter that fits.
    private static func cut(_ sentence: Sentence, in bytes: [UInt8]) -> TextSpan {
        var at = sentence.bytes.lowerBound
        var scalars = 0
        var end = 0
        while scalars < mostScalars, at < sentence.bytes.upperBound {
            if bytes[at] <= 0x20 { end = scalars }
            at += decodedScalar(in: bytes, at: at).length
            scalars += 1
        }
        // A last word that just fits is whole where white space follows.
        if at < sentence.bytes.upperBound, bytes[at] <= 0x20 { end = scalars }
        if end < mostScalars / 2 { end = scalars }
        return TextSpan(start: sentence.span.start, end: sentence.span.start + end)
    }
}

package import DiscussionModel
import LanguageTools

/// A passage that was taken for a quotation.
package struct FoundQuotation: Sendable {
    /// The words that agree.
    package var passage: Passage
    /// Where they stand in the comment, closing punctuation included.
    package var span: TextSpan
    /// Where they stand in the source.
    package var sourceSpan: TextSpan
    /// The probability that the comment repeats them on purpose from this source.
    package var probability: Float
    /// Other texts that hold most of the same words, by falling mass.
    package var otherSources: [Int]
}

/// Finds what each comment repeats of earlier comments and of the article, without any markup.
package struct QuotationFinder {
    /// The probability from which a passage counts as a quotation. It is above one half, in
    /// forums more than on pages, since posts there repeat each other's phrases and a wrong
    /// quotation costs its reader more than a missed one; `rejoinder-evaluate accuracy` shows both.
    static func threshold(_ setting: Discussion.Setting) -> Float { setting == .page ? 0.6 : 0.8 }

    /// The probability of a passage in quotation marks on a page, where people type them.
    private static let markedProbability: Float = 0.9
    /// The information of such a passage in nats: that of three or four rare words, which a phrase
    /// that everybody uses does not reach.
    private static let leastMarkedMass: Float = 10

    private let text: DiscussionText
    private let authors: [Int]
    private let judge: QuotationJudge
    private let threshold: Float
    private let isPage: Bool
    private let stated: StatedZones

    /// The probability of a passage that the source marks as quoted: from the text that it names,
    /// or from any.
    private static let statedProbability: (named: Float, any: Float) = (0.99, 0.95)

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - text: The words of the discussion.
    ///   - authors: Who wrote each text, by ordinal; a negative number where nobody knows.
    ///   - judge: Tells quotations from chance.
    ///   - setting: How people talk there.
    ///   - stated: What the source marks as quoted; nothing where it is left out.
    package init(
        _ text: DiscussionText, authors: [Int], judge: QuotationJudge,
        setting: Discussion.Setting = .forum, stated: StatedZones? = nil
    ) {
        self.stated = stated ?? StatedZones(none: text)
        threshold = Self.threshold(setting)
        isPage = setting == .page
        self.text = text
        self.authors = authors
        self.judge = judge
    }

    /// The quotations of every text, by ordinal, each list by place; the article has none.
    ///
    /// - Complexity: near O(w) in the words of the discussion; see `PassageIndex`.
    package func quotations() -> [[FoundQuotation]] {
        candidates { $0.probability >= threshold }
    }

    /// Passages that `keep` accepts. What is kept is no longer looked for as the quoter's words.
    package func candidates(keep: (FoundQuotation) -> Bool) -> [[FoundQuotation]] {
        var matcher = PassageMatcher(text)
        matcher.remember(0, without: [])
        var result: [[FoundQuotation]] = [[]]
        result.reserveCapacity(text.texts.count)
        for ordinal in text.texts.indices.dropFirst() {
            let passages = statedFirst(matcher.passages(of: ordinal), in: ordinal)
            guard !passages.isEmpty else {
                matcher.remember(ordinal, without: stated.words[ordinal])
                result.append([])
                continue
            }
            let kept = chosen(from: passages, for: ordinal).filter(keep)
            let zones = kept.filter { $0.probability >= threshold }
                .map { $0.passage.start..<$0.passage.end }
            matcher.remember(
                ordinal, without: StatedZones.merged(zones + stated.words[ordinal]))
            result.append(kept)
        }
        return result
    }

    /// The passages with those first that come from where the source says, and with the short
    /// marked quotations that no passage covers.
    private func statedFirst(_ passages: [Passage], in ordinal: Int) -> [Passage] {
        guard !stated.zones[ordinal].isEmpty else { return passages }
        let short = ShortQuotations(text: text)
        var first: [(rank: Int, passage: Passage)] = []
        var others: [Passage] = []
        for passage in passages {
            let rank = stated.zone(of: passage, in: ordinal)?.sources
                .firstIndex(of: passage.source)
            if let rank { first.append((rank, passage)) } else { others.append(passage) }
        }
        for zone in stated.zones[ordinal] {
            let isCovered = passages.contains { zone.words.overlaps($0.start..<$0.end) }
            if !isCovered, let passage = short.passage(of: zone, in: ordinal) {
                first.append((0, passage))
            }
        }
        first.sort { ($0.rank, -$0.passage.mass) < ($1.rank, -$1.passage.mass) }
        return first.map(\.passage) + others
    }

    /// The probability that the marks of the source give a passage; 0 outside of them.
    private func statedProbability(of passage: Passage, in ordinal: Int) -> Float {
        guard let zone = stated.zone(of: passage, in: ordinal),
            passage.matched * 2 >= passage.length
        else { return 0 }
        return zone.sources.contains(passage.source)
            ? Self.statedProbability.named : Self.statedProbability.any
    }

    /// The passages that do not overlap, the weightiest first; of equals the earliest source.
    private func chosen(from passages: [Passage], for ordinal: Int) -> [FoundQuotation] {
        var taken: [FoundQuotation] = []
        // What is taken, by place; no two overlap.
        var places: [Int] = []
        for passage in passages {
            var passage = passage
            var isFree = true
            let first = places.firstIndex(fromWhich: { taken[$0].passage.end > passage.start })
            let near = places[first...].prefix { taken[$0].passage.start < passage.end }
            for at in near.sorted() {
                let other = taken[at].passage
                let overlap = min(passage.end, other.end) - max(passage.start, other.start)
                guard overlap > 0 else { continue }
                if overlap * 2 > passage.length {
                    if overlap * 10 >= other.length * 7, taken[at].otherSources.count < 8 {
                        taken[at].otherSources.append(passage.source)
                    }
                    isFree = false
                    break
                }
                passage = cut(passage, where: other, of: ordinal)
            }
            guard isFree, passage.sourceStart < passage.sourceEnd else { continue }
            let isStated = statedProbability(of: passage, in: ordinal) > 0
            guard isStated || passage.length > 1 && passage.mass >= PassageMatcher.leastMass
            else { continue }
            let place = places.firstIndex(fromWhich: { taken[$0].passage.start >= passage.start })
            places.insert(taken.count, at: place)
            taken.append(
                FoundQuotation(
                    passage: passage, span: span(passage.start..<passage.end, of: ordinal),
                    sourceSpan: span(passage.sourceStart..<passage.sourceEnd, of: passage.source),
                    probability: 0, otherSources: []))
        }
        let words = taken.reduce(0) { $0 + $1.passage.length }
        for at in taken.indices {
            taken[at].probability = judge.probability(
                features(of: taken[at], ordinal: ordinal, among: taken.count, words: words))
            if isPage, isSaidToBeQuoted(taken[at].passage, of: ordinal) {
                taken[at].probability = max(taken[at].probability, Self.markedProbability)
            }
            taken[at].probability = max(
                taken[at].probability, statedProbability(of: taken[at].passage, in: ordinal))
        }
        return taken.sorted { $0.passage.start < $1.passage.start }
    }

    /// Whether the comment's author says by quotation marks that the words are another's. The judge
    /// cannot know: in the forums that it learns from, buttons made the quotations.
    private func isSaidToBeQuoted(_ passage: Passage, of ordinal: Int) -> Bool {
        passage.length >= 4 && passage.mass >= Self.leastMarkedMass
            && passage.matched * 5 >= passage.length * 4
            && text.texts[ordinal].areInQuotationMarks(passage.start..<passage.end)
    }

    /// A passage without the words that another has taken already.
    private func cut(_ passage: Passage, where other: Passage, of ordinal: Int) -> Passage {
        var result = passage
        if other.start <= passage.start {
            let words = min(other.end - passage.start, passage.length)
            result.start += words
            result.sourceStart = min(result.sourceStart + words, result.sourceEnd)
        } else {
            let words = min(passage.end - other.start, passage.length)
            result.end -= words
            result.sourceEnd = max(result.sourceEnd - words, result.sourceStart)
        }
        let share = Float(result.length) / Float(max(1, passage.length))
        result.mass *= share
        result.matched = Int((Float(result.matched) * share).rounded())
        return result
    }

    /// The scalars of a run of words with the punctuation that closes it.
    private func span(_ words: Range<Int>, of ordinal: Int) -> TextSpan {
        let tokenized = text.texts[ordinal]
        guard !words.isEmpty else { return TextSpan(start: 0, end: 0) }
        let first = tokenized.tokens[words.lowerBound]
        let last = tokenized.tokens[words.upperBound - 1]
        let limit =
            words.upperBound < tokenized.tokens.count
            ? Int(tokenized.tokens[words.upperBound].start) : Int.max
        return TextSpan(
            start: Int(first.start),
            end: Int(last.end) + tokenized.closingPunctuation(after: last, before: limit))
    }

    /// What `QuotationJudge` looks at; the order is that of `QuotationJudge.features`.
    package func features(
        of quotation: FoundQuotation, ordinal: Int, among all: [FoundQuotation]
    ) -> [Float] {
        features(
            of: quotation, ordinal: ordinal, among: all.count,
            words: all.reduce(0) { $0 + $1.passage.length })
    }

    private func features(
        of quotation: FoundQuotation, ordinal: Int, among count: Int, words quoted: Int
    ) -> [Float] {
        let passage = quotation.passage
        let tokens = text.texts[ordinal].tokens
        let source = text.texts[passage.source].tokens
        let startsLine = tokens[passage.start].marks.contains(.startsLine)
        let endsLine =
            passage.end == tokens.count || tokens[passage.end].marks.contains(.startsLine)
        let startsSentence =
            source[passage.sourceStart].marks.contains(.startsSentence)
            && tokens[passage.start].marks.contains(.startsSentence)
        let endsSentence =
            passage.sourceEnd == source.count
            || source[passage.sourceEnd].marks.contains(.startsSentence)
        let length = Float(passage.length)
        let isQuoted = text.texts[ordinal].hasQuotationMark(before: tokens[passage.start])
        let distance = Float(ordinal - passage.source)
        let ideographs = tokens[passage.start].marks.contains(.isIdeograph)
        let isSelf = authors[ordinal] >= 0 && authors[ordinal] == authors[passage.source]
        return [
            1,
            FloatMath.log(passage.mass),
            min(passage.mass, 60) / 10,
            FloatMath.log(length),
            Float(passage.matched) / length,
            startsLine ? 1 : 0,
            endsLine ? 1 : 0,
            startsLine && endsLine ? 1 : 0,
            startsSentence ? 1 : 0,
            endsSentence ? 1 : 0,
            startsSentence && endsSentence ? 1 : 0,
            isQuoted ? 1 : 0,
            passage.start == 0 ? 1 : 0,
            FloatMath.log(distance),
            distance == 1 ? 1 : 0,
            isSelf ? 1 : 0,
            passage.source == 0 ? 1 : 0,
            passage.mass / length,
            quotation.otherSources.isEmpty ? 0 : 1,
            count > 1 ? 1 : 0,
            quoted * 10 >= tokens.count * 9 ? 1 : 0,
            ideographs ? 1 : 0,
            passage.length < 5 ? 1 : 0,
            passage.sourceStart == 0 ? 1 : 0,
        ]
    }
}

extension [Int] {
    /// The first index from which on a claim holds; `count` where it holds of none.
    ///
    /// - Precondition: The claim holds of a tail of the array and of nothing before.
    fileprivate func firstIndex(fromWhich holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

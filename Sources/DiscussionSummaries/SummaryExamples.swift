package import DiscussionModel
import LanguageTools

/// A discussion and a summary of it that people wrote, as the weights are learnt from.
package struct SummaryExamples {
    /// What a run of words of the discussion is to a summary.
    private var reference: [UInt64: Int] = [:]
    private var referencePairs: [Pair: Int] = [:]
    private let pool: SentencePool
    private let indices: [Int]
    private let part: SummedPart

    private struct Pair: Hashable {
        var first: UInt64
        var second: UInt64
    }

    /// Keeps a discussion and what people wrote of it.
    package init(
        _ discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures,
        reference text: String
    ) {
        pool = SentencePool(of: discussion, graph: graph, measures: measures, keepsStems: true)
        indices = pool.candidates.indices.filter { [pool] in pool.candidates[$0].isGood }
        part = SummedPart(comments: Array(pool.comments))
        let bytes = Array(text.utf8)
        let stems = SentenceTerms(in: bytes, bytes.indices).stems
        reference = Self.counts(stems)
        referencePairs = Self.counts(Self.pairs(stems))
    }

    /// The features of each term and whether the reference has it.
    package func words() -> [(features: [Double], isTaken: Bool)] {
        var values = SentenceValues(pool, SummaryWeights(of: 0))
        _ = values.read(indices, of: part)
        return values.use.present.map {
            (values.use.features(of: $0), reference[pool.hash(of: $0)] != nil)
        }
    }

    /// The features of each sentence and what it would add to the reference: its words and pairs of
    /// words that the reference has, each as often at most, less `cost` for each of its words.
    ///
    /// A sentence with m such words of l raises the F-measure F of a summary where m > F l / 2, so
    /// that F / 2 is what a word costs.
    package func sentences(
        _ weights: SummaryWeights, cost: Double
    ) -> [(features: [Double], gain: Double)] {
        var values = SentenceValues(pool, weights)
        let features = values.features(of: indices, part)
        return zip(indices, features).map { index, features in
            let stems = pool.stems[index]
            let shared = Self.shared(Self.counts(stems), reference)
            let pairs = Self.shared(Self.counts(Self.pairs(stems)), referencePairs)
            return (features, Double(shared + pairs) - cost * Double(stems.count))
        }
    }

    private static func pairs(_ stems: [UInt64]) -> [Pair] {
        zip(stems, stems.dropFirst()).map { Pair(first: $0, second: $1) }
    }

    private static func counts<Element: Hashable>(_ elements: [Element]) -> [Element: Int] {
        Dictionary(elements.map { ($0, 1) }, uniquingKeysWith: +)
    }

    private static func shared<Element>(
        _ counts: [Element: Int], _ reference: [Element: Int]
    ) -> Int {
        counts.reduce(0) { $0 + min($1.value, reference[$1.key] ?? 0) }
    }
}

extension SummaryWeights {
    /// Weights that are all the same.
    package init(of weight: Double) {
        self.init(
            words: WordFeature.allCases.map { _ in weight }, wordBias: weight,
            sentences: SentenceFeature.allCases.map { _ in weight }, sentenceBias: weight)
    }
}

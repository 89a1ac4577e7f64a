import LanguageTools

/// What the words of some comments are worth to a summary, and their sentences by themselves.
///
/// A word's worth is the probability that a summary by people uses it: a logistic function of its
/// `WordFeature`s. A sentence's value is what it would add to such a summary, in words, less what
/// its length costs: linear in its `SentenceFeature`s. To estimate what words are worth and then to
/// cover those that are is the way of Hong and Nenkova 2014 (aclanthology.org/E14-1075).
struct SentenceValues {
    private let pool: SentencePool
    private let weights: SummaryWeights
    private var centrality: SentenceCentrality
    private(set) var use: TermUse
    /// Per term of the pool: its worth, 0...1; 0 for those that were not read.
    private(set) var worths: [Double]

    init(_ pool: SentencePool, _ weights: SummaryWeights) {
        self.pool = pool
        self.weights = weights
        centrality = SentenceCentrality(pool)
        use = TermUse(pool)
        worths = [Double](repeating: 0, count: pool.termCount)
    }

    /// The values of some candidates, in their order, when a part is summed up; the worths
    /// of their terms stay in `worths` until others are read.
    ///
    /// - Complexity: O(t) in the terms t of the sentences.
    mutating func read(_ indices: [Int], of part: SummedPart) -> [Double] {
        let weights = weights
        var values: [Double] = []
        values.reserveCapacity(indices.count)
        forEachFeatures(of: indices, part) { features in
            values.append(weights.sentenceBias + Self.product(weights.sentences, features))
        }
        return values
    }

    /// The value of each `SentenceFeature` for some candidates.
    mutating func features(of indices: [Int], _ part: SummedPart) -> [[Double]] {
        var all: [[Double]] = []
        forEachFeatures(of: indices, part) { all.append($0) }
        return all
    }

    /// Calls `body` with the features of one candidate after another.
    private mutating func forEachFeatures(
        of indices: [Int], _ part: SummedPart, _ body: ([Double]) -> Void
    ) {
        for id in use.present { worths[id] = 0 }
        use.read(indices, of: part)
        var features: [Double] = []
        for id in use.present {
            use.read(id, into: &features)
            let sum = weights.wordBias + Self.product(weights.words, features)
            worths[id] = 1 / (1 + FloatMath.exp(-sum))
        }
        let centralities = centrality.values(of: indices)
        for (place, index) in indices.enumerated() {
            read(
                index, comment: use.commentPlaces[place], centrality: centralities[place],
                into: &features)
            body(features)
        }
    }

    private func read(
        _ index: Int, comment: Int, centrality: Double, into features: inout [Double]
    ) {
        let candidate = pool.candidates[index]
        var worth = 0.0
        for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
            worth += worths[pool.termIDs[at]]
        }
        let early = 1 / Double(1 + candidate.place)
        let marks = candidate.marks
        features.removeAll(keepingCapacity: true)
        for feature in SentenceFeature.allCases {
            let value: Double =
                switch feature {
                case .words: Double(candidate.words) / 20
                case .functionShare: candidate.functionShare
                case .worth: worth
                case .centrality: centrality
                case .first: candidate.place == 0 ? 1 : 0
                case .early: early
                case .earlyInBoth: early / Double(1 + comment)
                case .openingHead: comment == 0 && candidate.place < 3 ? 1 : 0
                case .logCommentSentences: FloatMath.log(Double(1 + candidate.siblings))
                case .question: marks.isQuestion ? 1 : 0
                case .stop: marks.hasStop ? 1 : 0
                case .link: marks.hasLink ? 1 : 0
                case .digits: marks.digits
                case .signs: marks.signs
                }
            features.append(value)
        }
    }

    private static func product(_ weights: [Double], _ features: [Double]) -> Double {
        var sum = 0.0
        for place in weights.indices { sum += weights[place] * features[place] }
        return sum
    }
}

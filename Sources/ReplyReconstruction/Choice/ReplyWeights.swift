package import DiscussionModel
import LanguageTools

/// What the features of the clues are worth in one kind of place: a linear listwise ranker.
///
/// The probability of a candidate is `softmax(w · f)` over the candidates of a comment; the weights
/// minimise the log-loss of the true parents (ListNet with one relevant item, Cao et al., ICML
/// 2007).
package struct ReplyWeights: Sendable {
    /// Which of the two passes over a discussion.
    package enum Pass: String, Sendable, CaseIterable {
        /// Every comment by itself.
        case first
        /// With what the first pass found.
        case second
    }

    /// The weights in the order of `ClueRegistry.features`.
    package let values: [Float]

    /// Creates weights.
    package init(values: [Float]) {
        self.values = values
    }

    /// The weights learnt for a kind of place by `rejoinder-evaluate train-replies`.
    package init(of setting: Discussion.Setting, pass: Pass) {
        let group = Self.group(setting, pass)
        self.init(values: ClueRegistry.features.map { Self.table[group, $0] })
    }

    /// The name of the weights of a place and pass in the table.
    package static func group(_ setting: Discussion.Setting, _ pass: Pass) -> String {
        setting.rawValue + "." + pass.rawValue
    }

    private static let table = WeightTable(PackageResources.reply_weights_txt)

    /// The probabilities of all candidates of a comment; empty when there are none.
    package func probabilities(_ rows: FeatureRows) -> [Double] {
        let width = rows.width
        var scores = [Float](repeating: 0, count: rows.candidates.count)
        rows.values.withUnsafeBufferPointer { features in
            values.withUnsafeBufferPointer { weights in
                for row in scores.indices {
                    var sum: Float = 0
                    for at in 0..<width { sum += weights[at] * features[row * width + at] }
                    scores[row] = sum
                }
            }
        }
        guard let best = scores.max() else { return [] }
        let masses = scores.map { FloatMath.exp(Double($0 - best)) }
        let total = masses.reduce(0, +)
        return masses.map { $0 / total }
    }

    /// What a candidate gains in nats by some features over the other candidates, each of which
    /// counts by its probability.
    func gain(
        of row: Int, in rows: FeatureRows, features: Range<Int>, _ probabilities: [Double]
    ) -> Double {
        func worth(_ row: Int) -> Double {
            var sum: Float = 0
            for at in features { sum += values[at] * rows.values[row * rows.width + at] }
            return Double(sum)
        }
        var others = 0.0
        var total = 0.0
        for (other, probability) in probabilities.enumerated() where other != row {
            others += worth(other) * probability
            total += probability
        }
        return worth(row) - (total > 0 ? others / total : 0)
    }
}

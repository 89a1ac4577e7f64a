package import DiscussionModel
import LanguageTools

/// What the features of the clues are worth in one kind of place: a listwise ranker with one small
/// hidden layer.
///
/// The score of a candidate with the features `x` is `w · x + v · tanh(U x)`, its probability the
/// softmax of the scores over the candidates of a comment; the weights minimise the log-loss of the
/// true parents (ListNet with one relevant item, Cao et al., ICML 2007). The hidden layer sees what
/// features mean together; without it (`U` of no rows) the ranker is linear.
package struct ReplyWeights: Sendable {
    /// Which of the two passes over a discussion.
    package enum Pass: String, Sendable, CaseIterable {
        /// Every comment by itself.
        case first
        /// With what the first pass found.
        case second
    }

    /// `w`, in the order of `ClueRegistry.features`.
    package let linear: [Float]
    /// `U`, a run of `output.count` numbers for each feature.
    package let hidden: [Float]
    /// `v`.
    package let output: [Float]
    /// `U` and `v` in runs of eight units, the last filled up with 0: `output.count / 8` runs,
    /// rounded up, for each feature.
    private let hiddenRuns: [SIMD8<Float>]
    private let outputRuns: [SIMD8<Float>]

    /// Creates weights.
    ///
    /// - Precondition: `hidden.count == linear.count * output.count`.
    package init(linear: [Float], hidden: [Float] = [], output: [Float] = []) {
        precondition(hidden.count == linear.count * output.count)
        self.linear = linear
        self.hidden = hidden
        self.output = output
        let width = output.count
        hiddenRuns = linear.indices.flatMap {
            Self.runs(hidden[($0 * width)..<(($0 + 1) * width)])
        }
        outputRuns = Self.runs(output[...])
    }

    private static func runs(_ numbers: ArraySlice<Float>) -> [SIMD8<Float>] {
        stride(from: numbers.startIndex, to: numbers.endIndex, by: 8).map { start in
            var run = SIMD8<Float>(repeating: 0)
            for at in start..<min(start + 8, numbers.endIndex) { run[at - start] = numbers[at] }
            return run
        }
    }

    /// Reads the weights of a kind of place in the table that the package carries; see `carried`.
    init(of setting: Discussion.Setting, pass: Pass) {
        self.init(Self.table.group(Self.group(setting, pass)), features: ClueRegistry.features)
    }

    /// The weights of some features as a group of a table holds them.
    init(_ rows: [String: [Float]], features: [String]) {
        let output = rows[Self.outputName] ?? []
        var linear: [Float] = []
        var hidden: [Float] = []
        for feature in features {
            let row = rows[feature] ?? []
            linear.append(row.first ?? 0)
            let rest = Array(row.dropFirst())
            hidden += rest.count == output.count ? rest : output.map { _ in 0 }
        }
        self.init(linear: linear, hidden: hidden, output: output)
    }

    /// The rows of a table that `init(_:features:)` reads, the numbers to four digits.
    package func rows(group: String, features: [String]) -> [[String]] {
        func figure(_ weight: Float) -> String { FloatMath.fourDigits(weight) }
        var rows = [[group, Self.outputName] + output.map(figure)]
        for (at, feature) in features.enumerated() {
            let units = hidden[(at * output.count)..<((at + 1) * output.count)]
            rows.append([group, feature, figure(linear[at])] + units.map(figure))
        }
        return rows
    }

    /// The name of the row that holds `v`.
    package static let outputName = "output"

    /// The name of the weights of a place and pass in the table.
    package static func group(_ setting: Discussion.Setting, _ pass: Pass) -> String {
        setting.rawValue + "." + pass.rawValue
    }

    private static let table = WeightTable(PackageResources.reply_weights_txt)

    /// The probabilities of all candidates of a comment; empty when there are none.
    package func probabilities(_ rows: FeatureRows) -> [Double] {
        let scores = rows.candidates.indices.map { score(rows.row($0)) }
        guard let best = scores.max() else { return [] }
        let masses = scores.map { FloatMath.exp(Double($0 - best)) }
        let total = masses.reduce(0, +)
        return masses.map { $0 / total }
    }

    /// The score of a candidate.
    func score(of row: Int, in rows: FeatureRows) -> Float { score(rows.row(row)) }

    /// What a candidate's score would lose, in nats, if some of its features were not there.
    func gain(
        of row: Int, in rows: FeatureRows, features: Range<Int>, score whole: Float
    ) -> Double {
        var without = Array(rows.row(row))
        guard without[features].contains(where: { $0 != 0 }) else { return 0 }
        for at in features { without[at] = 0 }
        return Double(whole - score(without[...]))
    }

    /// The score of a row of features; most are 0.
    private func score(_ row: ArraySlice<Float>) -> Float {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: max(1, row.count)) { places in
            row.withUnsafeBufferPointer { row in
                // Without a branch, since nothing foretells which features are 0.
                var count = 0
                for at in row.indices {
                    places[count] = at
                    count += row[at] != 0 ? 1 : 0
                }
                return score(row, at: UnsafeBufferPointer(rebasing: places[..<count]))
            }
        }
    }

    private func score(
        _ row: UnsafeBufferPointer<Float>, at places: UnsafeBufferPointer<Int>
    ) -> Float {
        var score: Float = 0
        for at in places { score += linear[at] * row[at] }
        return hiddenRuns.withUnsafeBufferPointer { hidden in
            for (run, weights) in outputRuns.enumerated() {
                var sums = SIMD8<Float>(repeating: 0)
                for at in places { sums += hidden[at * outputRuns.count + run] * row[at] }
                let products = weights * HyperbolicTangent.of(sums)
                for unit in products.indices { score += products[unit] }
            }
            return score
        }
    }
}

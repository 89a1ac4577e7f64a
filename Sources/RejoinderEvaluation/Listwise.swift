import Foundation
import ReplyReconstruction

/// Learns the weights of a listwise ranker with one hidden layer: those that make the right
/// candidates probable, by Adam over shuffled batches with a seed of its own.
struct Listwise {
    private static let batch = 32

    private let data: RankingExamples
    private let width: Int
    private let hidden: Int
    /// What brings each feature to one scale, so that one rate suits all; that of rare features is
    /// bounded, since nothing sure can be learnt of them.
    private let scale: [Float]
    /// `w`, then `U`, then `v`.
    private var parameters: [Float]

    /// Learns weights with so many hidden units.
    static func fit(
        _ data: RankingExamples, hidden: Int = 24, epochs: Int = 10, seed: UInt64 = 1
    ) -> ReplyWeights {
        var learner = Listwise(data, hidden: hidden, seed: seed)
        learner.learn(epochs: epochs, seed: seed)
        return learner.weights()
    }

    /// One ranker whose scores are the mean of those of several: steadier than each of them where
    /// the examples are few or not quite of the kind that will be met.
    static func mean(_ rankers: [ReplyWeights]) -> ReplyWeights {
        let share = 1 / Float(max(1, rankers.count))
        let width = rankers.first?.linear.count ?? 0
        var linear = [Float](repeating: 0, count: width)
        var hidden: [Float] = []
        for feature in 0..<width {
            for ranker in rankers {
                linear[feature] += ranker.linear[feature] * share
                let units = ranker.output.count
                hidden += ranker.hidden[(feature * units)..<((feature + 1) * units)]
            }
        }
        return ReplyWeights(
            linear: linear, hidden: hidden,
            output: rankers.flatMap { $0.output.map { $0 * share } })
    }

    private init(_ data: RankingExamples, hidden: Int, seed: UInt64) {
        self.data = data
        self.hidden = hidden
        width = data.width
        var squares = [Float](repeating: 0, count: data.width)
        for (feature, value) in zip(data.features, data.values) {
            squares[Int(feature)] += value * value
        }
        let rows = Float(max(1, data.rowStarts.count - 1))
        scale = squares.map { min(6, 1 / max(0.03, ($0 / rows).squareRoot())) }
        var generator = SeededGenerator(seed: 100 + seed)
        let width = width
        parameters = (0..<(width + width * hidden + hidden)).map { at in
            at < width ? 0 : Float.random(in: -0.1...0.1, using: &generator)
        }
    }

    private mutating func learn(epochs: Int, seed: UInt64) {
        var adam = Adam(count: parameters.count, rate: 0.005, decay: 0.02)
        var order = Array(data.examples.indices)
        var generator = SeededGenerator(seed: seed)
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            let rate: Float = epoch < epochs / 2 ? 1 : epoch < epochs - 2 ? 0.3 : 0.1
            for start in stride(from: 0, to: order.count, by: Self.batch) {
                var gradient = [Float](repeating: 0, count: parameters.count)
                let end = min(order.count, start + Self.batch)
                for at in order[start..<end] {
                    addGradient(
                        of: data.examples[at], to: &gradient, factor: 1 / Float(end - start))
                }
                adam.update(&parameters, gradient: gradient, scale: rate)
            }
        }
    }

    private func weights() -> ReplyWeights {
        var linear = [Float](repeating: 0, count: width)
        var units = [Float](repeating: 0, count: width * hidden)
        for feature in 0..<width {
            linear[feature] = parameters[feature] * scale[feature]
            for unit in 0..<hidden {
                units[feature * hidden + unit] =
                    parameters[width + feature * hidden + unit] * scale[feature]
            }
        }
        return ReplyWeights(
            linear: linear, hidden: units, output: Array(parameters.suffix(hidden)))
    }

    /// Adds the gradient of one example's log-loss.
    private func addGradient(
        of example: RankingExamples.Example, to gradient: inout [Float], factor: Float
    ) {
        let rows = example.endRow - example.firstRow
        var scores = [Float](repeating: 0, count: rows)
        var units = [Float](repeating: 0, count: rows * hidden)
        score(example, &scores, &units)
        let best = scores.max() ?? 0
        var total: Float = 0
        for row in 0..<rows {
            scores[row] = expf(scores[row] - best)
            total += scores[row]
        }
        let right = example.right.reduce(0) { $0 + scores[$1 - example.firstRow] }
        let (toUnits, toOutput) = (width, width + width * hidden)
        gradient.withUnsafeMutableBufferPointer { gradient in
            var slopes = [Float](repeating: 0, count: hidden)
            for row in 0..<rows {
                var slope = scores[row] / total
                if example.right.contains(row + example.firstRow) {
                    slope -= scores[row] / max(1e-20, right)
                }
                slope *= factor * example.weight
                guard abs(slope) > 1e-6 else { continue }
                for unit in 0..<hidden {
                    let value = units[row * hidden + unit]
                    gradient[toOutput + unit] += slope * value
                    slopes[unit] = slope * parameters[toOutput + unit] * (1 - value * value)
                }
                for at in features(of: example.firstRow + row) {
                    let feature = Int(data.features[at])
                    let value = data.values[at] * scale[feature]
                    gradient[feature] += slope * value
                    for unit in 0..<hidden {
                        gradient[toUnits + feature * hidden + unit] += slopes[unit] * value
                    }
                }
            }
        }
    }

    private func score(
        _ example: RankingExamples.Example, _ scores: inout [Float], _ units: inout [Float]
    ) {
        let (toUnits, toOutput) = (width, width + width * hidden)
        parameters.withUnsafeBufferPointer { parameters in
            units.withUnsafeMutableBufferPointer { units in
                for row in scores.indices {
                    for at in features(of: example.firstRow + row) {
                        let feature = Int(data.features[at])
                        let value = data.values[at] * scale[feature]
                        scores[row] += parameters[feature] * value
                        for unit in 0..<hidden {
                            units[row * hidden + unit] +=
                                parameters[toUnits + feature * hidden + unit] * value
                        }
                    }
                    for unit in 0..<hidden {
                        let value = tanhf(units[row * hidden + unit])
                        units[row * hidden + unit] = value
                        scores[row] += parameters[toOutput + unit] * value
                    }
                }
            }
        }
    }

    private func features(of row: Int) -> Range<Int> {
        data.rowStarts[row]..<data.rowStarts[row + 1]
    }
}

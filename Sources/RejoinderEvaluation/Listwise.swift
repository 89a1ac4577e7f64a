import Foundation
import ReplyReconstruction

/// Learns the weights of a linear listwise ranker: those that make the right candidates probable
/// under `softmax(w · f)`, by Adam over shuffled batches with a seed of its own.
enum Listwise {
    private static let epochs = 12
    private static let batch = 32

    static func fit(_ data: RankingExamples, decay: Float = 3e-3) -> [Float] {
        // Features are brought to one scale so that one rate suits all.
        var squares = [Float](repeating: 0, count: data.width)
        for (feature, value) in zip(data.features, data.values) {
            squares[Int(feature)] += value * value
        }
        let rows = Float(max(1, data.rowStarts.count - 1))
        let scale = squares.map { 1 / max(0.03, ($0 / rows).squareRoot()) }
        var weights = [Float](repeating: 0, count: data.width)
        var adam = Adam(count: data.width, rate: 0.01, decay: decay)
        var order = Array(data.examples.indices)
        var generator = SeededGenerator(seed: 7)
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            let rate: Float = epoch < epochs / 2 ? 1 : epoch < epochs - 2 ? 0.3 : 0.1
            for start in stride(from: 0, to: order.count, by: batch) {
                var gradient = [Float](repeating: 0, count: data.width)
                let end = min(order.count, start + batch)
                for at in order[start..<end] {
                    add(
                        data.examples[at], of: data, weights, scale, to: &gradient,
                        factor: 1 / Float(end - start))
                }
                adam.update(&weights, gradient: gradient, scale: rate)
            }
        }
        return zip(weights, scale).map { $0 * $1 }
    }

    /// Adds the gradient of one example's log-loss.
    private static func add(
        _ example: RankingExamples.Example, of data: RankingExamples, _ weights: [Float],
        _ scale: [Float], to gradient: inout [Float], factor: Float
    ) {
        var scores = [Float](repeating: 0, count: example.endRow - example.firstRow)
        for row in scores.indices {
            let range = data.rowStarts[example.firstRow + row]..<data.rowStarts[example.firstRow + row + 1]
            for at in range {
                let feature = Int(data.features[at])
                scores[row] += weights[feature] * scale[feature] * data.values[at]
            }
        }
        let best = scores.max() ?? 0
        var total: Float = 0
        for row in scores.indices {
            scores[row] = expf(scores[row] - best)
            total += scores[row]
        }
        let rightMass = example.right.reduce(0) { $0 + scores[$1 - example.firstRow] }
        for row in scores.indices {
            var slope = scores[row] / total
            if example.right.contains(row + example.firstRow) {
                slope -= scores[row] / max(1e-20, rightMass)
            }
            slope *= factor * example.weight
            guard abs(slope) > 1e-7 else { continue }
            for at in data.rowStarts[example.firstRow + row]..<data.rowStarts[example.firstRow + row + 1] {
                let feature = Int(data.features[at])
                gradient[feature] += slope * data.values[at] * scale[feature]
            }
        }
    }
}

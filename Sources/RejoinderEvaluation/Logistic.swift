import Foundation

/// Logistic regression by Adam over shuffled batches with a seed of its own.
enum Logistic {
    /// The weights of the features, the first of which is 1 in every row.
    static func fit(_ rows: [[Float]], _ labels: [Float], epochs: Int = 6) -> [Float] {
        let count = rows.first?.count ?? 0
        guard count > 0 else { return [] }
        var mean = [Float](repeating: 0, count: count)
        var spread = [Float](repeating: 1, count: count)
        for at in 1..<count {
            mean[at] = rows.reduce(0) { $0 + $1[at] } / Float(rows.count)
            let variance = rows.reduce(0) { $0 + ($1[at] - mean[at]) * ($1[at] - mean[at]) }
            spread[at] = max(1e-4, (variance / Float(rows.count)).squareRoot())
        }
        let scaled = rows.map { row in
            (0..<count).map { $0 == 0 ? row[0] : (row[$0] - mean[$0]) / spread[$0] }
        }
        var weights = [Float](repeating: 0, count: count)
        var adam = Adam(count: count, rate: 0.02)
        var order = Array(scaled.indices)
        var generator = SeededGenerator(seed: 1)
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            for batch in stride(from: 0, to: order.count, by: 64) {
                var gradient = [Float](repeating: 0, count: count)
                let end = min(order.count, batch + 64)
                for at in order[batch..<end] {
                    var sum: Float = 0
                    for k in 0..<count { sum += weights[k] * scaled[at][k] }
                    let slope = (1 / (1 + expf(-sum)) - labels[at]) / Float(end - batch)
                    for k in 0..<count { gradient[k] += slope * scaled[at][k] }
                }
                adam.update(&weights, gradient: gradient, scale: epoch < epochs / 2 ? 1 : 0.2)
            }
        }
        for at in 1..<count {
            weights[at] /= spread[at]
            weights[0] -= weights[at] * mean[at]
        }
        return weights
    }
}

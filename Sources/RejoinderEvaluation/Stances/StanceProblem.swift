import Foundation

/// The regression behind a stance model: three weights a column for the ways to take something, and
/// a fourth that counts in forums for agreeing and against disagreeing.
///
/// The loss of a labelled pair is the log-loss of the softmax over three ways, that of a forum's
/// pair the log-loss of agreeing against disagreeing only, since nobody there is known to be
/// neutral. Half the squares of all weights are added. Solved by L-BFGS (Nocedal and Wright,
/// Numerical Optimization, algorithm 7.4) from 0, so the same input gives the same weights.
struct StanceProblem {
    private let width: Int
    private var starts = [0]
    private var columns: [Int32] = []
    private var values: [Float] = []
    private var labels: [Int] = []
    private var forum: [Bool] = []
    private var weights: [Double] = []

    init(width: Int) { self.width = width }

    mutating func add(
        _ columns: [Int32], _ values: [Float], label: Int, isForum: Bool, weight: Double
    ) {
        self.columns += columns
        self.values += values
        starts.append(self.columns.count)
        labels.append(label)
        forum.append(isForum)
        weights.append(weight)
    }

    /// The loss at some weights, and its gradient.
    func loss(_ w: [Double], gradient: inout [Double]) -> Double {
        var total = 0.0
        for at in w.indices {
            total += 0.5 * w[at] * w[at]
            gradient[at] = w[at]
        }
        w.withUnsafeBufferPointer { w in
            columns.withUnsafeBufferPointer { columns in
                values.withUnsafeBufferPointer { values in
                    gradient.withUnsafeMutableBufferPointer { gradient in
                        for row in labels.indices {
                            total += loss(row, w, columns, values, gradient)
                        }
                    }
                }
            }
        }
        return total
    }

    private func loss(
        _ row: Int, _ w: UnsafeBufferPointer<Double>, _ columns: UnsafeBufferPointer<Int32>,
        _ values: UnsafeBufferPointer<Float>, _ gradient: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        let range = starts[row]..<starts[row + 1]
        var scores = SIMD4<Double>.zero
        for at in range {
            let column = Int(columns[at])
            let value = Double(values[at])
            for k in 0..<4 { scores[k] += w[k * width + column] * value }
        }
        let label = labels[row]
        let weight = weights[row]
        var slopes = SIMD4<Double>.zero
        let result: Double
        if forum[row] {
            // Agreeing gains once from its own weight and once from the forum's, disagreeing loses.
            let margin = scores[0] - scores[2] + 2 * scores[3]
            let signed = label == 0 ? margin : -margin
            result = signed > 0 ? log1p(exp(-signed)) : -signed + log1p(exp(signed))
            let slope = (label == 0 ? -1 : 1) / (1 + exp(signed))
            slopes = SIMD4(slope, 0, -slope, 2 * slope)
        } else {
            let most = max(scores[0], scores[1], scores[2])
            let masses = SIMD4(
                exp(scores[0] - most), exp(scores[1] - most), exp(scores[2] - most), 0)
            let total = masses.sum()
            result = log(total) - (scores[label] - most)
            slopes = masses / total
            slopes[label] -= 1
        }
        slopes *= weight
        for at in range {
            let column = Int(columns[at])
            let value = Double(values[at])
            for k in 0..<4 where slopes[k] != 0 {
                gradient[k * width + column] += slopes[k] * value
            }
        }
        return result * weight
    }

    /// The weights, four runs of `width`.
    func solve(steps: Int = 80) -> [Double] {
        let count = 4 * width
        var w = [Double](repeating: 0, count: count)
        var gradient = w
        var value = loss(w, gradient: &gradient)
        var moves: [[Double]] = []
        var changes: [[Double]] = []
        for _ in 0..<steps {
            var direction = Self.direction(gradient, moves, changes)
            var slope = Self.dot(direction, gradient)
            if slope >= 0 {
                direction = gradient.map { -$0 }
                slope = -Self.dot(gradient, gradient)
            }
            guard slope < -1e-4 else { break }
            // Halving until the loss falls enough (Armijo).
            var step = moves.isEmpty ? 1 / max(1, (-slope).squareRoot()) : 1
            var next = w
            var nextGradient = gradient
            var nextValue = value
            var tries = 0
            repeat {
                for at in 0..<count { next[at] = w[at] + step * direction[at] }
                nextValue = loss(next, gradient: &nextGradient)
                step /= 2
                tries += 1
            } while nextValue > value + 1e-4 * step * 2 * slope && tries < 20
            guard nextValue < value else { break }
            let move = (0..<count).map { next[$0] - w[$0] }
            let change = (0..<count).map { nextGradient[$0] - gradient[$0] }
            if Self.dot(move, change) > 1e-12 {
                moves.append(move)
                changes.append(change)
                if moves.count > 7 {
                    moves.removeFirst()
                    changes.removeFirst()
                }
            }
            let isDone = value - nextValue < 1e-6 * value
            w = next
            gradient = nextGradient
            value = nextValue
            if isDone { break }
        }
        return w
    }

    /// Minus the inverse Hessian, as the last moves have it, times the gradient.
    private static func direction(
        _ gradient: [Double], _ moves: [[Double]], _ changes: [[Double]]
    ) -> [Double] {
        var q = gradient
        var alphas = [Double](repeating: 0, count: moves.count)
        for k in moves.indices.reversed() {
            alphas[k] = dot(moves[k], q) / dot(moves[k], changes[k])
            for at in q.indices { q[at] -= alphas[k] * changes[k][at] }
        }
        if let move = moves.last, let change = changes.last {
            let scale = dot(move, change) / dot(change, change)
            for at in q.indices { q[at] *= scale }
        }
        for k in moves.indices {
            let beta = dot(changes[k], q) / dot(moves[k], changes[k])
            for at in q.indices { q[at] += (alphas[k] - beta) * moves[k][at] }
        }
        for at in q.indices { q[at] = -q[at] }
        return q
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                var sum = 0.0
                for at in left.indices { sum += left[at] * right[at] }
                return sum
            }
        }
    }
}

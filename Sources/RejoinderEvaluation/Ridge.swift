/// Linear regression with a penalty on the squares of the weights of scaled features, solved
/// exactly.
enum Ridge {
    /// The weights of the features and of the constant, which has no penalty.
    ///
    /// - Complexity: O(n k² + k³) in n rows of k features.
    static func fit(
        _ rows: [[Double]], _ values: [Double], penalty: Double
    ) -> (weights: [Double], bias: Double) {
        let count = rows.first?.count ?? 0
        let total = Double(max(1, rows.count))
        let target = values.reduce(0, +) / total
        var means = [Double](repeating: 0, count: count)
        var spreads = [Double](repeating: 1, count: count)
        for k in 0..<count {
            means[k] = rows.reduce(0) { $0 + $1[k] } / total
            let variance = rows.reduce(0) { $0 + ($1[k] - means[k]) * ($1[k] - means[k]) } / total
            spreads[k] = variance > 1e-12 ? variance.squareRoot() : 1
        }
        // (Xᵀ X + penalty 1) w = Xᵀ y, in one table with y at its right.
        var table = [[Double]](
            repeating: [Double](repeating: 0, count: count + 1), count: count)
        for (row, value) in zip(rows, values) {
            let scaled = (0..<count).map { (row[$0] - means[$0]) / spreads[$0] }
            for k in 0..<count {
                for other in 0..<count { table[k][other] += scaled[k] * scaled[other] }
                table[k][count] += scaled[k] * (value - target)
            }
        }
        for k in 0..<count { table[k][k] += penalty }
        // Symmetric and positive definite: no row need be exchanged.
        for k in 0..<count {
            for row in 0..<count where row != k {
                let factor = table[row][k] / table[k][k]
                for column in k...count { table[row][column] -= factor * table[k][column] }
            }
        }
        let weights = (0..<count).map { table[$0][count] / table[$0][$0] / spreads[$0] }
        return (weights, target - zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 })
    }
}

/// Continuous LexRank of some sentences of a pool, without comparing any two of them.
///
/// p_i = d / N + (1 - d) * sum over j of w_ij / (sum over k of w_kj) * p_j, with the cosine
/// w_ij = sum over t of x_it x_jt of the sentences' term weights x (w_ii = 0), N sentences and
/// d = 0.15. Since W = X Xᵀ - 1, a step is two walks over the terms of all sentences: O(terms)
/// instead of O(N²). Erkan, Radev 2004, doi:10.1613/jair.1523.
struct SentenceCentrality {
    private let pool: SentencePool
    /// Per term a sum; 0 between calls.
    private var sums: [Double]

    init(_ pool: SentencePool) {
        self.pool = pool
        sums = [Double](repeating: 0, count: pool.termCount)
    }

    /// The centralities of the sentences with some indices, in their order, times N: about 1 for
    /// a sentence like most, 0.15 for one that shares no term with any other.
    ///
    /// - Complexity: O(terms of the sentences) a step, 20 steps at most.
    mutating func values(of indices: [Int]) -> [Double] {
        let damping = 0.15
        let degrees = products(indices, with: [Double](repeating: 1, count: indices.count))
        var values = [Double](repeating: 1, count: indices.count)
        for _ in 0..<20 {
            let shares = values.indices.map {
                degrees[$0] > 1e-9 ? values[$0] / degrees[$0] : 0
            }
            let received = products(indices, with: shares)
            var change = 0.0
            for place in values.indices {
                let value = damping + (1 - damping) * max(0, received[place])
                change += abs(value - values[place])
                values[place] = value
            }
            if change < 1e-4 * Double(values.count) { break }
        }
        return values
    }

    /// sum over j of w_ij v_j for each i.
    private mutating func products(_ indices: [Int], with values: [Double]) -> [Double] {
        for (place, index) in indices.enumerated() {
            for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
                sums[pool.termIDs[at]] += pool.termWeights[at] * values[place]
            }
        }
        var products: [Double] = []
        products.reserveCapacity(indices.count)
        for (place, index) in indices.enumerated() {
            var product = 0.0
            var itself = 0.0
            for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
                product += pool.termWeights[at] * sums[pool.termIDs[at]]
                itself += pool.termWeights[at] * pool.termWeights[at]
            }
            products.append(product - itself * values[place])
        }
        for index in indices {
            for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
                sums[pool.termIDs[at]] = 0
            }
        }
        return products
    }
}

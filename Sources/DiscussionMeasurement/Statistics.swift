extension Array where Element == Double {
    /// The value in the middle, of an even number the mean of the two there; `nil` without values.
    ///
    /// - Complexity: O(n log n).
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let middle = count / 2
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// A share that was counted, with how far chance could have moved it.
struct CountedShare: Hashable, Sendable {
    /// How many have the property.
    var count: Int
    /// How many were looked at, 1 or more.
    var total: Int

    /// The share, 0...1.
    var share: Double { Double(count) / Double(total) }

    /// The bounds of the interval that holds the true share 95 times in 100.
    ///
    /// Source: Wilson 1927 (J. American Statistical Association 22,
    /// doi:10.1080/01621459.1927.10502953).
    var interval: (low: Double, high: Double) {
        let z = 1.959_963_984_540_054
        let n = Double(total)
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half =
            z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return (max(0, middle - half), min(1, middle + half))
    }
}

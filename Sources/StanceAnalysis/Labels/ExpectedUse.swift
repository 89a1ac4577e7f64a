import LanguageTools

/// How many commenters of each cluster are expected to use a term, by how much they write.
///
/// Who says a term with the rate λ a word says it at least once in T words with the probability
/// 1 − e^(−λT) (a Poisson process). Who writes much uses more terms, but hardly more of the common
/// ones, which all use; so no single factor tells what a length lets expect.
struct ExpectedUse {
    /// Commenters who wrote about as many words.
    private struct Band {
        var words: Double
        /// The number of commenters by the number of their cluster, and of all.
        var counts: [Double]
        var total: Double
    }

    /// The number of commenters who wrote anything, by the number of their cluster.
    let commenters: [Double]
    private let bands: [Band]
    private var known: [Int: [Double]?] = [:]

    /// - Parameters:
    ///   - lengths: the words of each commenter.
    ///   - numbers: the number of each commenter's cluster, below `width`.
    init(lengths: [Int], numbers: [Int], width: Int) {
        // Lengths that differ by less than a sixteenth are taken together; their mean stands for
        // them. The sums are whole numbers: their order changes nothing.
        var sums: [Int: (words: Int, counts: [Int])] = [:]
        for (length, number) in zip(lengths, numbers) where length > 0 {
            let shift = max(0, Int.bitWidth - length.leadingZeroBitCount - 5)
            let band = (length >> shift) << shift
            sums[band, default: (0, [Int](repeating: 0, count: width))].words += length
            sums[band]?.counts[number] += 1
        }
        let bands = sums.sorted { $0.key < $1.key }.map { _, sum in
            let total = sum.counts.reduce(0, +)
            return Band(
                words: Double(sum.words) / Double(total), counts: sum.counts.map(Double.init),
                total: Double(total))
        }
        self.bands = bands
        commenters = (0..<width).map { number in bands.reduce(0) { $0 + $1.counts[number] } }
    }

    /// The expected number of users in each cluster, by its number, of a term that a number of
    /// commenters of the whole discussion use; `nil` where everybody does, which gives no rate.
    ///
    /// - Complexity: O(bands of length · clusters), once for each number of users.
    mutating func users(ofAll users: Int) -> [Double]? {
        if let expected = known[users] { return expected }
        let expected = expected(Double(users))
        known[users] = .some(expected)
        return expected
    }

    /// Finds the rate by Newton's method from below, from where the concave sum of the expected
    /// users makes it rise to the root.
    private func expected(_ users: Double) -> [Double]? {
        guard users > 0, users < commenters.reduce(0, +) else { return nil }
        var rate = users / bands.reduce(0.0) { $0 + $1.total * $1.words }
        for _ in 0..<100 {
            var missing = users
            var slope = 0.0
            for band in bands {
                let silent = FloatMath.exp(-rate * band.words)
                missing -= band.total * (1 - silent)
                slope += band.total * band.words * silent
            }
            let step = missing / slope
            guard step > rate * 1e-12 else { break }
            rate += step
        }
        var expected = [Double](repeating: 0, count: commenters.count)
        for band in bands {
            // Kept off 0 and 1, whose odds are no numbers.
            let share = min(max(1 - FloatMath.exp(-rate * band.words), 1e-9), 1 - 1e-9)
            for number in expected.indices { expected[number] += band.counts[number] * share }
        }
        return expected
    }
}

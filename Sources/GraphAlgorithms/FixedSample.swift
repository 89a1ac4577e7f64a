/// Choices that look random and are the same in every run.
enum FixedSample {
    /// Some of several values without repeats, in their order.
    ///
    /// - Precondition: `count` is at most the number of values.
    /// - Complexity: O(values), by selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S).
    static func of(_ values: [Int], count: Int) -> [Int] {
        var generator = FixedGenerator(seed: UInt64(count))
        var chosen: [Int] = []
        chosen.reserveCapacity(count)
        for (index, value) in values.enumerated() {
            let left = values.count - index
            if Int.random(in: 0..<left, using: &generator) < count - chosen.count {
                chosen.append(value)
            }
        }
        return chosen
    }
}

/// Numbers that look random and follow from a seed (SplitMix64, Steele et al. 2014,
/// doi:10.1145/2660193.2660195).
struct FixedGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

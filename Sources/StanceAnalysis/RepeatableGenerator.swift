/// Random numbers that follow from a seed alone (SplitMix64, Steele, Lea, Flood 2014,
/// doi:10.1145/2660193.2660195).
struct RepeatableGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Creates a generator; equal seeds give equal numbers.
    init(seed: UInt64) {
        state = seed
    }

    @inline(__always)
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in `0..<bound`, the same with every version of the standard library.
    @inline(__always)
    mutating func next(below bound: Int) -> Int {
        let product = next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound))
        return Int(truncatingIfNeeded: product.high)
    }
}

import Foundation

/// Adam (Kingma and Ba, 2015, algorithm 1) with weight decay kept apart from the gradient.
struct Adam {
    private var first: [Float]
    private var second: [Float]
    private var step = 0
    private let rate: Float
    private let decay: Float

    init(count: Int, rate: Float, decay: Float = 0) {
        first = Array(repeating: 0, count: count)
        second = Array(repeating: 0, count: count)
        self.rate = rate
        self.decay = decay
    }

    mutating func update(_ weights: inout [Float], gradient: [Float], scale: Float = 1) {
        step += 1
        let firstCorrection = 1 - powf(0.9, Float(step))
        let secondCorrection = 1 - powf(0.999, Float(step))
        for at in weights.indices {
            let slope = gradient[at]
            first[at] = 0.9 * first[at] + 0.1 * slope
            second[at] = 0.999 * second[at] + 0.001 * slope * slope
            let change =
                first[at] / firstCorrection
                / ((second[at] / secondCorrection).squareRoot() + 1e-8)
            weights[at] -= rate * scale * (change + decay * weights[at])
        }
    }
}

/// A shuffled order that depends on nothing but the seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

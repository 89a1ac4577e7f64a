/// The hyperbolic tangent of eight numbers at once.
///
/// The arithmetic is that of fdlibm (Sun Microsystems, 1993), which C libraries use for one number
/// at a time, with its branches made choices between lanes: the same result to the last bit, on
/// every platform.
enum HyperbolicTangent {
    typealias Lanes = SIMD8<Float>

    /// tanh x, from e^2|x| - 1 where |x| is 1 or more and from e^-2|x| - 1 below.
    static func of(_ x: Lanes) -> Lanes {
        // Beyond 10 the result is 1 to the last bit.
        let size = pointwiseMin(x.replacing(with: -x, where: x .< 0), Lanes(repeating: 10))
        let isLarge = size .>= 1
        let power = (-2 * size).replacing(with: 2 * size, where: isLarge)
        let t = exponentialMinusOne(power)
        let quotient = (-t).replacing(with: 2, where: isLarge) / (t + 2)
        let result = quotient.replacing(with: 1 - quotient, where: isLarge)
        return result.replacing(with: -result, where: x .< 0)
    }

    /// e^x - 1 for x in -2...0 and 2...20, where k in x = k·ln 2 + r is never 1 or 2.
    private static func exponentialMinusOne(_ x: Lanes) -> Lanes {
        // k is x / ln 2 rounded: adding 1.5 * 2^23 leaves the integer in the lowest bits.
        let magic: Float = 12_582_912
        let half = Lanes(repeating: 0.5).replacing(with: -0.5, where: x .< 0)
        let wanted = x * 1.442_695_021_6 + half
        var k = (wanted + magic) - magic
        k = k.replacing(with: k - 1, where: (k .> wanted) .& (x .> 0))
        k = k.replacing(with: k + 1, where: (k .< wanted) .& (x .< 0))
        k = k.replacing(with: 0, where: (x .> -0.346_573_6) .& (x .< 0))
        let high = x - k * 6.931_381_225_6e-01
        let low = k * 9.058_000_614_5e-06
        let r = high - low
        let correction = (high - r) - low
        // e^r - 1 by a polynomial in r².
        let halfR = 0.5 * r
        let square = r * halfR
        var series = square * -2.010_992_119_5e-07 + 4.008_217_729_3e-06
        series = square * series + -7.936_507_609_0e-05
        series = square * series + 1.587_301_609_1e-03
        series = square * series + -3.333_333_507_2e-02
        series = square * series + 1
        let t = 3 - series * halfR
        var error = square * ((series - t) / (6 - r * t))
        error = (r * (error - correction) - correction) - square
        let rest = r - error
        // e^x - 1 = 2^k · (first + rest) - last, with what keeps most bits for each k.
        let exponent = unsafeBitCast(k + magic, to: SIMD8<UInt32>.self) &- magic.bitPattern
        let scale = unsafeBitCast((exponent &+ 127) &<< 23, to: Lanes.self)
        let inverse = unsafeBitCast((127 &- exponent) &<< 23, to: Lanes.self)
        var first = 1 - inverse
        first = first.replacing(with: 0, where: k .== -1)
        first = first.replacing(with: 1, where: k .< -1)
        var last = Lanes(repeating: 0)
        last = last.replacing(with: 0.5, where: k .== -1)
        last = last.replacing(with: 1, where: k .< -1)
        return (first + rest) * scale - last
    }
}

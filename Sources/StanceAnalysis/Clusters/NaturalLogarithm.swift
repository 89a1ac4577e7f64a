import LanguageTools

/// Logarithms as the camps need them.
enum NaturalLogarithm {
    /// ln(1 + x).
    static func ofOnePlus(_ x: Double) -> Double { FloatMath.log(1 + x) }

    /// tanh(x), by the exponential function.
    static func tangent(_ x: Double) -> Double {
        let clipped = max(-20, min(20, x))
        let power = FloatMath.exp(2 * clipped)
        return (power - 1) / (power + 1)
    }
}

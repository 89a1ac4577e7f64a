import Foundation

/// The few functions of the C library that the stages use, so that they need not import Foundation.
public enum FloatMath {
    /// The natural logarithm.
    public static func log(_ x: Float) -> Float { logf(x) }
    /// The natural logarithm.
    public static func log(_ x: Double) -> Double { Foundation.log(x) }
    /// The exponential function.
    public static func exp(_ x: Double) -> Double { Foundation.exp(x) }
    /// The exponential function.
    public static func exp(_ x: Float) -> Float { expf(x) }
    /// The hyperbolic tangent.
    public static func tanh(_ x: Float) -> Float { tanhf(x) }
    /// A number to four digits, as C's `%.4g` writes it.
    public static func fourDigits(_ x: Float) -> String { String(format: "%.4g", x) }
}

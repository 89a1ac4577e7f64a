/// Writes numbers short, exact to six digits, and the same everywhere.
package enum ShortNumber {
    /// A number with at most 6 decimals from 1 on and with 6 significant digits below 1; a whole
    /// number without a point. `nil` for a number that is not finite.
    ///
    ///     ShortNumber.text(of: 2.0 / 3)     // "0.666667"
    ///     ShortNumber.text(of: 41)          // "41"
    package static func text(of number: Double) -> String? {
        guard number.isFinite else { return nil }
        let size = abs(number)
        // Doubles from here on are whole; Swift writes them shortest, which is valid JSON.
        guard size < 1e15 else { return "\(number)" }
        var decimals = 6
        var bound = 0.1
        while size < bound, decimals < 15 {
            decimals += 1
            bound /= 10
        }
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        let scaled = (size * power).rounded()
        guard scaled < 9e18 else { return "\(number.rounded())".replacingZeroFraction }
        var digits = String(Int64(scaled))
        digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = digits.dropLast(decimals)
        var fraction = digits.suffix(decimals)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let text = fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
        return number < 0 && text != "0" ? "-" + text : text
    }
}

extension String {
    /// The text of a whole number without its ".0".
    fileprivate var replacingZeroFraction: String {
        hasSuffix(".0") ? String(dropLast(2)) : self
    }
}

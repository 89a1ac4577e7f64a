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
        var power: UInt64 = 1
        for _ in 0..<decimals { power *= 10 }
        let scaled = (size * Double(power)).rounded()
        guard scaled < 9e18 else { return "\(number.rounded())".replacingZeroFraction }
        let (whole, fraction) = UInt64(scaled).quotientAndRemainder(dividingBy: power)
        return text(whole, fraction, decimals: decimals, isNegative: number < 0 && scaled > 0)
    }

    /// `whole.fraction` without zeros at its end, of which `fraction` has `decimals` digits.
    private static func text(
        _ whole: UInt64, _ fraction: UInt64, decimals: Int, isNegative: Bool
    ) -> String {
        // 20 digits, a point, 15 digits, a sign.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 37) { room in
            var start = room.count
            func put(_ byte: UInt8) {
                start -= 1
                room[start] = byte
            }
            var rest = fraction
            for _ in 0..<decimals {
                let digit = UInt8(rest % 10)
                rest /= 10
                if digit > 0 || start < room.count { put(0x30 + digit) }
            }
            if start < room.count { put(UInt8(ascii: ".")) }
            rest = whole
            repeat {
                put(0x30 + UInt8(rest % 10))
                rest /= 10
            } while rest > 0
            if isNegative { put(UInt8(ascii: "-")) }
            return String(decoding: room[start...], as: UTF8.self)
        }
    }
}

extension String {
    /// The text of a whole number without its ".0".
    fileprivate var replacingZeroFraction: String {
        hasSuffix(".0") ? String(dropLast(2)) : self
    }
}

import ArgumentParser
import Rejoinder

/// A size of memory as it is written on the command line: `200M`, `2G`, `1.5G`; K, M, G and T are
/// powers of 1,024, and a `B` behind them says the same.
struct MemorySize: Hashable, Sendable, CustomStringConvertible {
    /// What is taken where nothing is asked for.
    static let usual = MemorySize(bytes: ReadingOptions().maximumGroupingBytes)

    /// Less would be spent on temporary files alone.
    private static let least = 1 << 20

    /// The size in bytes, 1 MB or more.
    let bytes: Int

    private init(bytes: Int) {
        self.bytes = bytes
    }

    /// - Throws: `ValidationError` that says what a size looks like.
    init(argument: String) throws {
        var digits = Substring(argument.lowercased())
        if digits.hasSuffix("b") { digits.removeLast() }
        let powers: [Character: Double] = ["k": 10, "m": 20, "g": 30, "t": 40]
        var power = 0.0
        if let last = digits.last, let known = powers[last] {
            power = known
            digits.removeLast()
        }
        var factor = 1.0
        for _ in 0..<Int(power) { factor *= 2 }
        let isNumber =
            digits.first?.isNumber == true
            && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard isNumber, let number = Double(digits),
            let bytes = Int(exactly: (number * factor).rounded())
        else {
            throw ValidationError(
                "give a size such as 200M or 2G.")
        }
        guard bytes >= Self.least else {
            throw ValidationError("give a size of 1M or more.")
        }
        self.bytes = bytes
    }

    var description: String {
        for (power, unit) in [(40, "T"), (30, "G"), (20, "M"), (10, "K")]
        where bytes % (1 << power) == 0 {
            return "\(bytes >> power)\(unit)"
        }
        return "\(bytes)"
    }
}

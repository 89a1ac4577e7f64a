import ArgumentParser

/// A number of bytes as it is written on the command line: `500`, `200M`, `1.5 GB`; K, M, G and T
/// are powers of 1,024, and a `B` or `iB` behind them says the same.
struct ByteSize: Hashable, Sendable, CustomStringConvertible {
    /// At least 1.
    let bytes: Int

    /// - Parameter bytes: at least 1.
    init(bytes: Int) {
        self.bytes = bytes
    }

    /// - Parameter least: the smallest that is taken.
    /// - Throws: `ValidationError` that says what a size looks like.
    init(argument: String, atLeast least: Int = 1) throws {
        let words = argument.uppercased()
        let number = words.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        var unit = words.dropFirst(number.count).drop { $0 == " " }
        if unit.last == "B" { unit.removeLast() }
        if unit.last == "I" { unit.removeLast() }
        let powers = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
        guard let power = powers[String(unit)], let count = Double(number),
            count * Double(1 << power) < 1e15
        else { throw ValidationError("give a size such as 200M or 2G.") }
        bytes = Int(count * Double(1 << power))
        guard bytes >= least else {
            throw ValidationError("give a size of \(ByteSize(bytes: least)) or more.")
        }
    }

    var description: String {
        for (power, unit) in [(40, "T"), (30, "G"), (20, "M"), (10, "K")]
        where bytes > 0 && bytes % (1 << power) == 0 {
            return "\(bytes >> power)\(unit)"
        }
        return "\(bytes)"
    }
}

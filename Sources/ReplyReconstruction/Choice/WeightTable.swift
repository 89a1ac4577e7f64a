/// Weights as they are kept: lines of a group, a name and a number, divided by tabs.
///
/// Lines that begin with `#` tell where the weights come from.
package struct WeightTable: Sendable {
    private var weights: [String: Float] = [:]

    /// Reads a table; lines of another shape are passed over.
    package init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#")
        {
            let parts = line.split(separator: UInt8(ascii: "\t"))
                .map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 3, let weight = Float(parts[2]) else { continue }
            weights[parts[0] + "\t" + parts[1]] = weight
        }
    }

    /// The weight of a name in a group; 0 where the table has none.
    package subscript(group: String, name: String) -> Float {
        weights[group + "\t" + name] ?? 0
    }
}

/// Weights as they are kept: lines of a group, a name and one or more numbers, divided by tabs.
///
/// Lines that begin with `#` tell where the weights come from. A group's numbers are read when the
/// group is asked for.
package struct WeightTable: Sendable {
    private let bytes: [UInt8]

    /// Keeps a table; lines of another shape are passed over when it is read.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The numbers of each name of a group; empty when there is no such group.
    ///
    /// - Complexity: O(b) in the bytes of the table.
    package func group(_ group: String) -> [String: [Float]] {
        let prefix = Array(group.utf8) + [UInt8(ascii: "\t")]
        var result: [String: [Float]] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: prefix) {
            let parts = line.dropFirst(prefix.count).split(separator: UInt8(ascii: "\t"))
            guard let name = parts.first else { continue }
            result[String(decoding: name, as: UTF8.self)] = parts.dropFirst().compactMap {
                Float(String(decoding: $0, as: UTF8.self))
            }
        }
        return result
    }
}

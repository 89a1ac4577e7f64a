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
        bytes.withUnsafeBufferPointer { bytes in
            var line = 0
            while line < bytes.count {
                let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                defer { line = end + 1 }
                guard bytes[line..<end].starts(with: prefix) else { continue }
                var fields = Fields(bytes, (line + prefix.count)..<end)
                guard let name = fields.next() else { continue }
                var numbers: [Float] = []
                while let field = fields.next() {
                    if let number = DecimalNumber.float(field) { numbers.append(number) }
                }
                result[String(decoding: name, as: UTF8.self)] = numbers
            }
        }
        return result
    }
}

/// The fields of a line between its tabs, empty ones left out.
private struct Fields {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var rest: Range<Int>

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        self.bytes = bytes
        rest = line
    }

    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        while let first = rest.first, bytes[first] == UInt8(ascii: "\t") { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        let end = bytes[rest].firstIndex(of: UInt8(ascii: "\t")) ?? rest.upperBound
        defer { rest = end..<rest.upperBound }
        return UnsafeBufferPointer(rebasing: bytes[rest.lowerBound..<end])
    }
}

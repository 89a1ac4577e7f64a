/// The objects in a JSON array or in lines, found one by one without reading the whole, so that
/// what stands before a cut is not lost.
struct JSONObjects {
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1
    /// Whether the bytes end amid an object, or before the array does.
    private(set) var isCut = false
    private let isArray: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.count - bytes.trimmedStart.count
        isArray = position < bytes.count && bytes[position] == UInt8(ascii: "[")
        line += bytes[..<position].count { $0 == 0x0A }
        if isArray { position += 1 }
    }

    /// The place of the next object with the 1-based line on which it begins.
    ///
    /// - Complexity: O(bytes passed over); nesting costs nothing.
    mutating func next() -> (range: Range<Int>, line: Int)? {
        while position < bytes.count, bytes[position] != UInt8(ascii: "{") {
            if bytes[position] == 0x0A { line += 1 }
            // What stands behind the array is no part of it.
            if isArray, bytes[position] == UInt8(ascii: "]") {
                position = bytes.count
                return nil
            }
            position += 1
        }
        guard position < bytes.count else {
            isCut = isArray
            return nil
        }
        let start = position
        let firstLine = line
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""): skipString()
            case 0x0A: line += 1
            default: break
            }
            position += 1
            if depth <= 0 { return (start..<min(position, bytes.count), firstLine) }
        }
        isCut = true
        return nil
    }

    private mutating func skipString() {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == 0x0A { line += 1 }
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
    }
}

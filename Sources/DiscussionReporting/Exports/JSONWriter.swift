/// Writes JSON as UTF-8 bytes, members in the order in which they are given.
///
/// The form is compact, or spread over lines with two spaces a level. Every string gives valid
/// JSON; characters that a terminal would obey or that some readers take for a line end are
/// written as escapes: C0 and C1 controls, U+2028, U+2029, U+FEFF and the bidirectional overrides.
package struct JSONWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    private let isPretty: Bool
    private var level = 0
    private var isFirst = true
    private var isAfterKey = false
    private var inlineLevels = 0

    /// Creates a writer of one compact line, or of a document for people.
    package init(isPretty: Bool = false) {
        self.isPretty = isPretty
    }

    /// The bytes as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Structure

    /// Writes an object with the members that `body` writes.
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        container("{", "}", body)
    }

    /// Writes an array with one element for each call of `element`, which must write one value.
    package mutating func array<Elements: Sequence>(
        _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
    ) {
        container("[", "]") { writer in
            for value in elements { element(&writer, value) }
        }
    }

    /// Writes an array of strings.
    package mutating func array(_ strings: [String]) {
        array(strings) { $0.value($1) }
    }

    /// Writes what `body` writes on one line, also for people.
    package mutating func inline(_ body: (inout JSONWriter) -> Void) {
        startValue()
        isAfterKey = true
        inlineLevels += 1
        body(&self)
        inlineLevels -= 1
    }

    /// Writes the name of the next value.
    package mutating func key(_ name: String) {
        startValue()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    private mutating func container(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
    ) {
        startValue()
        bytes.append(UInt8(ascii: opening))
        level += 1
        isFirst = true
        body(&self)
        level -= 1
        if !isFirst { breakLine() }
        isFirst = false
        bytes.append(UInt8(ascii: closing))
    }

    /// Puts the comma and the line break before a value that is no member's.
    private mutating func startValue() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if level > 0 {
            if !isFirst {
                bytes.append(UInt8(ascii: ","))
                if isPretty, inlineLevels > 0 { bytes.append(UInt8(ascii: " ")) }
            }
            breakLine()
        }
        isFirst = false
    }

    private mutating func breakLine() {
        guard isPretty, inlineLevels == 0 else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    // MARK: Values

    /// Writes a string, or null.
    package mutating func value(_ text: String?) {
        startValue()
        if let text { quote(text) } else { raw("null") }
    }

    /// Writes an integer, or null.
    package mutating func value(_ number: Int?) {
        startValue()
        raw(number.map { String($0) } ?? "null")
    }

    /// Writes a truth value.
    package mutating func value(_ truth: Bool) {
        startValue()
        raw(truth ? "true" : "false")
    }

    /// Writes a number, rounded as `ShortNumber` says; null where it is undefined or not finite.
    package mutating func value(_ number: Double?) {
        startValue()
        raw(number.flatMap { ShortNumber.text(of: $0) } ?? "null")
    }

    /// Writes null.
    package mutating func null() {
        startValue()
        raw("null")
    }

    private mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func quote(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { source in
            var start = 0
            var index = 0
            while index < source.count {
                guard Self.needsLook[Int(source[index])] else {
                    index += 1
                    continue
                }
                let (length, escape) = Self.escape(at: index, in: source)
                if let escape {
                    bytes.append(contentsOf: source[start..<index])
                    bytes.append(contentsOf: escape)
                    start = index + length
                }
                index += length
            }
            bytes.append(contentsOf: source[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a byte may begin a character that is escaped.
    private static let needsLook = (0..<256).map { byte in
        byte < 0x20 || [0x22, 0x5C, 0x7F, 0xC2, 0xE2, 0xEF].contains(byte)
    }

    /// The number of bytes to go on by, and what stands in their place where they may not stand.
    private static func escape(
        at index: Int, in source: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, escape: [UInt8]?) {
        let byte = source[index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            return (1, [UInt8(ascii: "\\"), byte])
        case 0x0A: return (1, Array("\\n".utf8))
        case 0x0D: return (1, Array("\\r".utf8))
        case 0x09: return (1, Array("\\t".utf8))
        case 0x00..<0x20, 0x7F: return (1, hexadecimal(UInt16(byte)))
        case 0xC2 where index + 1 < source.count && source[index + 1] < 0xA0:
            return (2, hexadecimal(UInt16(source[index + 1])))
        case 0xE2 where index + 2 < source.count:
            let unit =
                UInt16(0x2000) | UInt16(source[index + 1] & 0x3F) << 6
                | UInt16(source[index + 2] & 0x3F)
            switch unit {
            case 0x2028...0x202E, 0x2066...0x2069: return (3, hexadecimal(unit))
            default: return (3, nil)
            }
        case 0xEF
        where index + 2 < source.count && source[index + 1] == 0xBB
            && source[index + 2] == 0xBF:
            return (3, hexadecimal(0xFEFF))
        default:
            return (1, nil)
        }
    }

    private static func hexadecimal(_ unit: UInt16) -> [UInt8] {
        let digits = String(unit, radix: 16)
        return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
}

extension JSONWriter {
    /// Writes a member that is a string or null.
    package mutating func member(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member that is an integer or null.
    package mutating func member(_ name: String, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes a member that is a number or null.
    package mutating func member(_ name: String, _ number: Double?) {
        key(name)
        value(number)
    }

    /// Writes a member that is a truth value.
    package mutating func member(_ name: String, _ truth: Bool) {
        key(name)
        value(truth)
    }
}

/// Quotes text for DOT so that GraphViz, pydot and NetworkX read the same.
enum DOTText {
    /// A node id as a quoted string.
    ///
    /// DOT has no escape for a backslash at the end of an id, pydot keeps the quotes that it reads,
    /// and NetworkX drops nodes named `node`, `graph` or `edge`. So that all agree, these are
    /// written as in a URL: `"`, `\`, `%`, control, bidirectional and invisible characters, the
    /// first letter of those three words, and an id that is empty (as `%`).
    static func id(discussion: String? = nil, _ own: String) -> String {
        var text = ""
        if let discussion { text = encoded(discussion, alsoSlash: true) + "/" }
        text += encoded(own, alsoSlash: false)
        switch text {
        case "": text = "%"
        case "node", "edge", "graph":
            let byte = text.utf8.first ?? 0
            text = percent(byte) + text.dropFirst()
        default: break
        }
        return "\"\(text)\""
    }

    /// An id with the characters that would not survive written as `%XX` of their UTF-8.
    static func encoded(_ id: String, alsoSlash: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in id.unicodeScalars {
            if isUnsafe(scalar) || (alsoSlash && scalar == "/") {
                for byte in String(scalar).utf8 {
                    result.append(contentsOf: percent(byte).unicodeScalars)
                }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x22, 0x25, 0x5C, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
            true
        default:
            false
        }
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
    }

    /// A label or tooltip as a quoted string: what is seen is the text, whatever it holds.
    ///
    /// - Parameter text: safe to show; line ends are not.
    static func label(_ text: String) -> String {
        "\"\(escaped(text))\""
    }

    /// A label of several lines, each set flush left.
    static func flushLeft(_ lines: [String]) -> String {
        "\"\(lines.map { escaped($0) + "\\l" }.joined())\""
    }

    /// A label of several lines, centred.
    static func centred(_ lines: [String]) -> String {
        "\"\(lines.map { escaped($0) }.joined(separator: "\\n"))\""
    }

    /// A text in which GraphViz finds no escape, no quote and no character entity.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            switch scalars[index] {
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            case "\n", "\r": result.append(" ")
            case "&" where startsEntity(scalars[index...]):
                result.append(contentsOf: "&amp;".unicodeScalars)
            default: result.append(scalars[index])
            }
        }
        return String(result)
    }

    /// Whether GraphViz would take the text from an ampersand on for a character entity.
    private static func startsEntity(_ text: Substring.UnicodeScalarView) -> Bool {
        for (offset, scalar) in text.dropFirst().prefix(32).enumerated() {
            if scalar == ";" { return offset > 0 }
            let isName = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "#"
                || scalar.properties.numericType != nil)
            guard isName else { return false }
        }
        return false
    }
}

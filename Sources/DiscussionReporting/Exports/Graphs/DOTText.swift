/// Quotes text for DOT so that GraphViz, pydot and NetworkX read the same.
enum DOTText {
    /// A node id as a quoted string.
    ///
    /// DOT has no escape for a backslash at the end of an id, pydot keeps the quotes that it reads,
    /// GraphViz takes `%` at the head for a name of its own, and NetworkX drops nodes named `node`,
    /// `graph` or `edge`. So that all agree, these are written as `~` and two hexadecimal digits for
    /// each byte of their UTF-8: `"`, `\`, `%`, `~`, control, bidirectional and invisible
    /// characters, and the first letter of those three words. An empty id is `~`. GraphViz refuses
    /// strings of more than 16,384 bytes: of an id of more than 1,000 the first 960 stand, then `~~`
    /// and a hash of the whole.
    static func id(discussion: String? = nil, _ own: String) -> String {
        var text = ""
        if let discussion { text = encoded(discussion, alsoSlash: true) + "/" }
        text += encoded(own, alsoSlash: false)
        if text.utf8.count > 1_000 { text = shortened(text) }
        switch text {
        case "": text = "~"
        case "node", "edge", "graph":
            let byte = text.utf8.first ?? 0
            text = escape(of: byte) + text.dropFirst()
        default: break
        }
        return "\"\(text)\""
    }

    private static func shortened(_ id: String) -> String {
        var kept = ""
        var size = 0
        for scalar in id.unicodeScalars {
            size += String(scalar).utf8.count
            guard size <= 960 else { break }
            kept.unicodeScalars.append(scalar)
        }
        // No half of a "~XX" may be left.
        if let cut = kept.suffix(2).lastIndex(of: "~") { kept.removeSubrange(cut...) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "\(kept)~~\(String(hash, radix: 16))"
    }

    /// An id with the characters that would not survive written as `~XX` of their UTF-8.
    static func encoded(_ id: String, alsoSlash: Bool) -> String {
        let isSafe = id.utf8.allSatisfy {
            (0x20..<0x7E).contains($0) && $0 != 0x22 && $0 != 0x25 && $0 != 0x5C
                && !(alsoSlash && $0 == 0x2F)
        }
        if isSafe { return id }
        var result = String.UnicodeScalarView()
        for scalar in id.unicodeScalars {
            if isUnsafe(scalar) || (alsoSlash && scalar == "/") {
                for byte in String(scalar).utf8 {
                    result.append(contentsOf: escape(of: byte).unicodeScalars)
                }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x22, 0x25, 0x5C, 0x7E..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
            true
        default:
            false
        }
    }

    private static func escape(of byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "~" + (digits.count < 2 ? "0" : "") + digits
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
        guard text.utf8.contains(where: { [0x0A, 0x0D, 0x22, 0x26, 0x5C].contains($0) }) else {
            return text
        }
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
            let isName =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar == "#"
                    || scalar.properties.numericType != nil)
            guard isName else { return false }
        }
        return false
    }
}

/// Quotes text for DOT so that GraphViz, pydot and NetworkX read the same.
enum DOTText {
    /// A node id as a quoted string.
    ///
    /// DOT has no escape for a backslash at the end of an id, pydot keeps the quotes that it reads,
    /// GraphViz takes `%` at the head for a name of its own, and NetworkX drops nodes named `node`,
    /// `graph` or `edge`. So that all agree, these are escaped, and so is the first letter of those
    /// three words, and an ampersand that would begin a character entity: GraphViz copies that into
    /// SVG, where few are known. GraphViz refuses strings of more than 16,384 bytes: of an id of more than 1,000
    /// the first 960 stand, then `~~` and a hash of the whole.
    static func id(discussion: String? = nil, _ own: String) -> String {
        var text = withoutEntities(NodeIDs.escaped(discussion: discussion, own))
        if text.utf8.count > 1_000 { text = shortened(text) }
        if ["node", "edge", "graph"].contains(text), let byte = text.utf8.first {
            text = NodeIDs.escape(of: byte) + text.dropFirst()
        }
        return "\"\(text)\""
    }

    private static func withoutEntities(_ id: String) -> String {
        guard id.utf8.contains(0x26) else { return id }
        var result = String.UnicodeScalarView()
        let scalars = id.unicodeScalars
        for index in scalars.indices {
            if scalars[index] == "&", startsEntity(scalars[index...]) {
                result.append(contentsOf: NodeIDs.escape(of: 0x26).unicodeScalars)
            } else {
                result.append(scalars[index])
            }
        }
        return String(result)
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
        for (offset, scalar) in text.dropFirst().enumerated() {
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

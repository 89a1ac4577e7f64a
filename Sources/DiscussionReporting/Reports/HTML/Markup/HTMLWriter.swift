/// Writes nodes as HTML, everything escaped and every character visible.
struct HTMLWriter {
    private(set) var text = ""

    /// Nodes as HTML.
    static func text(of nodes: [HTMLNode]) -> String {
        var writer = HTMLWriter()
        for node in nodes { writer.write(node) }
        return writer.text
    }

    /// The start tag of an element whose content is written piece by piece.
    static func opening(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) -> String {
        var writer = HTMLWriter()
        writer.open(tag, attributes)
        return writer.text
    }

    /// The end tag of such an element.
    static func closing(_ tag: HTMLTag) -> String { "</" + tag.rawValue + ">\n" }

    /// - Complexity: O(n); recursion goes as deep as our own markup, never as a discussion.
    mutating func write(_ node: HTMLNode) {
        switch node {
        case .text(let words):
            escape(words)
        case .element(let tag, let attributes, let content):
            open(tag, attributes)
            guard !tag.isVoid else { return }
            for node in content { write(node) }
            text += "</" + tag.rawValue + ">"
        }
    }

    private mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) {
        text += "<" + tag.rawValue
        for attribute in attributes {
            text += " " + attribute.name
            if !attribute.value.isEmpty {
                text += "=\""
                escape(attribute.value)
                text += "\""
            }
        }
        text += ">"
    }

    private mutating func escape(_ words: String) {
        let words = VisibleText.lines(words)
        guard words.utf8.contains(where: { Self.isSpecial($0) }) else {
            text += words
            return
        }
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}

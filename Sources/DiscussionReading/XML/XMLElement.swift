/// An element with everything in it.
struct XMLElement: Hashable {
    /// The name with the prefix that is usual for its namespace, such as `wp:comment`.
    var name: String
    /// Names and values in the order of the source.
    var attributes: [Attribute] = []
    /// The characters between its own tags, those of its children left out.
    var text = ""
    /// The elements right under it.
    var children: [XMLElement] = []
    /// The 1-based line of its start.
    var line = 0
    /// How many bytes of its parent's text stand before it.
    var textOffset = 0

    /// A name with its value.
    struct Attribute: Hashable {
        var name: String
        var value: String
    }

    /// The first child of a name.
    func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The value of an attribute; `nil` where there is none.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The words of the first child of a name without white space around; `nil` where it is missing
    /// or empty.
    func words(_ name: String) -> String? { child(name)?.words }

    /// The element's own words without white space around; `nil` where there are none.
    var words: String? {
        let words = text.trimmingWhiteSpace
        return words.isEmpty ? nil : words
    }

    /// The text with the markup of all that is in it, as HTML that was written without CDATA.
    var markup: String {
        if children.isEmpty { return text }
        var result = ""
        // What is left to write, the next at the end.
        var todo: [Piece] = [.inside(self)]
        while let piece = todo.popLast() {
            switch piece {
            case .words(let words): result += words
            case .inside(let element):
                let bytes = Array(element.text.utf8)
                var pieces: [Piece] = []
                var at = 0
                for child in element.children {
                    let end = min(max(at, child.textOffset), bytes.count)
                    pieces.append(.words(Self.escaped(bytes[at..<end])))
                    at = end
                    pieces.append(.words("<\(child.name)\(child.attributeMarkup)>"))
                    pieces.append(.inside(child))
                    if !Self.empty.contains(child.name) {
                        pieces.append(.words("</\(child.name)>"))
                    }
                }
                pieces.append(.words(Self.escaped(bytes[at...])))
                todo += pieces.reversed()
            }
        }
        return result
    }

    private enum Piece {
        case words(String)
        case inside(XMLElement)
    }

    private static let empty: Set<String> = ["br", "img", "hr", "wbr"]

    private var attributeMarkup: String {
        attributes.map { " \($0.name)=\"\(Self.escaped(Array($0.value.utf8)[...]))\"" }.joined()
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

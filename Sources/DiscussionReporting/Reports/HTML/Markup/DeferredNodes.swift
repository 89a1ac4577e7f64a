/// Writes nodes as JSON inside a script element that does not run, for the page's script to build
/// when they come into view: a text is a string, an element `[tag, {attributes}, content...]`.
///
/// A browser skips over such an element at hundreds of megabytes a second, where 10,000 comments as
/// elements would keep it busy for seconds.
enum DeferredNodes {
    /// The element. No `<` of its content is written as such, so nothing in it ends it.
    static func element(_ nodes: [HTMLNode], class name: String) -> String {
        var writer = JSONWriter()
        writer.array(nodes) { $0.write($1) }
        return element(writer, class: name)
    }

    /// An element with the values that `body` writes.
    static func element(class name: String, values body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.object(body)
        return element(writer, class: name)
    }

    private static func element(_ writer: JSONWriter, class name: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(writer.bytes.count + 64)
        let escaped = Array(#"\u003c"#.utf8)
        for byte in writer.bytes {
            // Of JSON only strings can hold one.
            if byte == UInt8(ascii: "<") {
                bytes.append(contentsOf: escaped)
            } else {
                bytes.append(byte)
            }
        }
        return "<script type=\"application/json\" class=\"\(name)\">"
            + String(decoding: bytes, as: UTF8.self) + "</script>"
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ node: HTMLNode) {
        switch node {
        case .text(let words):
            value(VisibleText.lines(words))
        case .element(let tag, let attributes, let content):
            container { writer in
                writer.value(tag.rawValue)
                if attributes.isEmpty {
                    writer.value(0)
                } else {
                    writer.object { writer in
                        for attribute in attributes {
                            writer.member(attribute.name, VisibleText.lines(attribute.value))
                        }
                    }
                }
                for node in content { writer.write(node) }
            }
        }
    }

    /// An array whose elements are of several kinds.
    private mutating func container(_ body: (inout JSONWriter) -> Void) {
        array(CollectionOfOne(())) { writer, _ in body(&writer) }
    }
}

import CLibxml2

/// A node in an `HTMLDocument`; valid while the document lives.
struct HTMLNode: Hashable {
    let pointer: xmlNodePtr

    init(_ pointer: xmlNodePtr) {
        self.pointer = pointer
    }

    /// Whether it is an element, not text or a remark.
    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

    /// Whether it is text.
    var isText: Bool {
        pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
    }

    /// The name of an element in lower case; empty for other nodes.
    var name: String {
        guard isElement, let name = pointer.pointee.name else { return "" }
        return String(cString: name)
    }

    /// The value of an attribute; `nil` where there is none.
    func attribute(_ name: String) -> String? {
        guard isElement else { return nil }
        if let text = attributeText(name) { return String(cString: text) }
        guard let value = xmlGetProp(pointer, name) else { return nil }
        defer { rejoinder_xml_free(value) }
        return String(cString: value)
    }

    /// The bytes of an attribute, without copying them; not called where there is none.
    func withAttribute(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard let text = attributeText(name) else { return }
        body(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
    }

    /// The bytes of an attribute up to a NUL; `nil` where there is none.
    func attributeText(_ name: String) -> UnsafePointer<UInt8>? {
        // The tree of a page has attributes of one text each: the parser resolves entities.
        guard isElement, let found = xmlHasProp(pointer, name),
            let text = found.pointee.children?.pointee.content
        else { return nil }
        return UnsafePointer(text)
    }

    /// Whether it is an attribute.
    var isAttribute: Bool { pointer.pointee.type == XML_ATTRIBUTE_NODE }

    /// The words of the `class` attribute.
    var classes: [Substring] {
        (attribute("class") ?? "").split(whereSeparator: \.isWhitespace)
    }

    /// The text of the node and everything under it, as it stands in the source.
    var content: String {
        guard let text = xmlNodeGetContent(pointer) else { return "" }
        defer { rejoinder_xml_free(text) }
        return String(cString: text)
    }

    /// The bytes of a text node itself.
    func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard isText, let text = pointer.pointee.content else { return nil }
        return body(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
    }

    /// The first child.
    var firstChild: HTMLNode? {
        // The children of an entity reference belong to its declaration.
        guard pointer.pointee.type != XML_ENTITY_REF_NODE else { return nil }
        return pointer.pointee.children.map(HTMLNode.init)
    }

    /// The next node under the same parent.
    var next: HTMLNode? { pointer.pointee.next.map(HTMLNode.init) }

    /// The element before it under the same parent, where only white space stands between.
    var previousElement: HTMLNode? {
        var at = pointer.pointee.prev.map(HTMLNode.init)
        while let node = at, !node.isElement {
            if node.withText({ $0.contains { $0 > 0x20 } }) == true { return nil }
            at = node.pointer.pointee.prev.map(HTMLNode.init)
        }
        return at
    }

    /// The element behind it under the same parent.
    var nextElement: HTMLNode? {
        var at = next
        while let node = at, !node.isElement { at = node.next }
        return at
    }

    /// The element around; `nil` at the root.
    var parent: HTMLNode? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
            return nil
        }
        return HTMLNode(parent)
    }

    /// The children that are elements.
    var elements: [HTMLNode] {
        var result: [HTMLNode] = []
        var child = firstChild
        while let node = child {
            if node.isElement { result.append(node) }
            child = node.next
        }
        return result
    }

    /// Goes through the node and everything under it, without recursion.
    ///
    /// - Parameters:
    ///   - enter: called before the children; `false` leaves them and the node's `leave` out.
    ///   - leave: called after the children.
    func walk(enter: (HTMLNode) -> Bool, leave: (HTMLNode) -> Void = { _ in }) {
        var at = self
        while true {
            let isEntered = enter(at)
            if isEntered, let child = at.firstChild {
                at = child
                continue
            }
            if isEntered { leave(at) }
            while at != self {
                if let next = at.next {
                    at = next
                    break
                }
                guard let above = at.pointer.pointee.parent else { return }
                at = HTMLNode(above)
                leave(at)
            }
            if at == self { return }
        }
    }

    /// Goes through the node and everything under it until `body` says `false`.
    func visit(_ body: (HTMLNode) -> Bool) {
        var at = self
        while body(at) {
            if let child = at.firstChild {
                at = child
                continue
            }
            while at != self, at.next == nil {
                guard let above = at.pointer.pointee.parent else { return }
                at = HTMLNode(above)
            }
            guard at != self, let next = at.next else { return }
            at = next
        }
    }

    /// How many bytes of text are in the node beside white space, as far as a limit.
    func visibleLength(limit: Int) -> Int {
        var length = 0
        visit { at in
            _ = at.withText { bytes in length += bytes.count { $0 > 0x20 } }
            return length < limit
        }
        return min(length, limit)
    }

    /// Whether a paragraph or the like is among its first nodes.
    var holdsParagraph: Bool {
        var isFound = false
        var count = 0
        visit { at in
            count += 1
            isFound = isFound || ["p", "blockquote", "pre", "ul", "ol", "table"].contains(at.name)
            return !isFound && count < 100
        }
        return isFound
    }

    /// Whether there are no more than so many nodes in it.
    func isSmall(limit: Int) -> Bool {
        var count = 0
        visit { _ in
            count += 1
            return count <= limit
        }
        return count <= limit
    }

    /// The 1-based line where it begins; `nil` where it is not known.
    var line: Int? {
        let line = isElement ? Int(pointer.pointee.line) : 0
        // The parser counts no further.
        return line > 0 && line < 65_535 ? line : nil
    }
}

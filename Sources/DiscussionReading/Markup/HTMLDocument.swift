import CLibxml2

/// A tree of HTML, read as tolerantly as a browser does.
///
/// A reference that owns the tree of libxml2; nodes end with it. Nothing is loaded from anywhere.
final class HTMLDocument {
    private let document: htmlDocPtr
    private let context: xmlXPathContextPtr

    /// Reads UTF-8 bytes; `nil` where there is not a single element in them.
    ///
    /// - Complexity: O(bytes).
    init?(utf8 bytes: [UInt8]) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue
        rejoinder_xml_silence()
        guard let count = Int32(exactly: bytes.count) else { return nil }
        let parsed = bytes.withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.bindMemory(to: CChar.self).baseAddress, count, nil, "UTF-8", Int32(options))
        }
        guard let parsed else { return nil }
        guard let context = xmlXPathNewContext(parsed) else {
            xmlFreeDoc(parsed)
            return nil
        }
        // A query that would take longer than this over one page is given up.
        context.pointee.opLimit = 200_000_000
        document = parsed
        self.context = context
    }

    /// Reads a fragment such as the body of a comment.
    convenience init?(fragment: String) {
        self.init(utf8: Array(fragment.utf8))
    }

    deinit {
        xmlXPathFreeContext(context)
        xmlFreeDoc(document)
    }

    /// The `html` element.
    var root: HTMLNode? { xmlDocGetRootElement(document).map(HTMLNode.init) }

    /// The nodes that a query finds from a node, in the order of the document; none where the
    /// query gives a string, number or boolean.
    func nodes(_ query: XPathQuery, from node: HTMLNode) -> [HTMLNode] {
        guard let result = evaluated(query, from: node) else { return [] }
        defer { xmlXPathFreeObject(result) }
        guard result.pointee.type == XPATH_NODESET, let set = result.pointee.nodesetval,
            let table = set.pointee.nodeTab
        else { return [] }
        xmlXPathNodeSetSort(set)
        return (0..<Int(set.pointee.nodeNr)).compactMap { at in
            // A namespace is no node of the tree.
            guard let found = table[at], found.pointee.type != XML_NAMESPACE_DECL else {
                return nil
            }
            return HTMLNode(found)
        }
    }

    /// The string value of what a query finds; `nil` where it finds no node.
    func string(_ query: XPathQuery, from node: HTMLNode) -> String? {
        guard let result = evaluated(query, from: node) else { return nil }
        defer { xmlXPathFreeObject(result) }
        if result.pointee.type == XPATH_NODESET {
            guard let set = result.pointee.nodesetval, set.pointee.nodeNr > 0 else { return nil }
        }
        guard let text = xmlXPathCastToString(result) else { return nil }
        defer { rejoinder_xml_free(text) }
        return String(cString: text)
    }

    /// Whether a query is true of a node or finds anything from it.
    func holds(_ query: XPathQuery, from node: HTMLNode) -> Bool {
        guard let result = evaluated(query, from: node) else { return false }
        defer { xmlXPathFreeObject(result) }
        return xmlXPathCastToBoolean(result) == 1
    }

    private func evaluated(_ query: XPathQuery, from node: HTMLNode) -> xmlXPathObjectPtr? {
        context.pointee.opCount = 0
        guard xmlXPathSetContextNode(node.pointer, context) == 0 else { return nil }
        return xmlXPathCompiledEval(query.compiled, context)
    }
}

/// An XPath 1.0 expression, compiled once and evaluated often.
final class XPathQuery: @unchecked Sendable {
    /// The expression as written.
    let text: String
    /// Never changed after it was made, so that threads may share it.
    fileprivate let compiled: xmlXPathCompExprPtr

    /// Compiles an expression; `nil` where it is none.
    init?(_ text: String) {
        rejoinder_xml_silence()
        guard let compiled = xmlXPathCompile(text) else { return nil }
        self.text = text
        self.compiled = compiled
    }

    deinit { xmlXPathFreeCompExpr(compiled) }
}

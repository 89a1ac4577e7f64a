import CLibxml2

/// A tree of HTML, read as tolerantly as a browser does.
///
/// A reference that owns the tree of libxml2; nodes end with it. Nothing is loaded from anywhere.
final class HTMLDocument {
    private let document: htmlDocPtr
    private let context: xmlXPathContextPtr
    /// The steps that are left for all queries on the page.
    private var stepsLeft: UInt
    /// Whether they are used up: queries find nothing any more.
    private(set) var isExhausted = false
    /// Elements that were taken out of the tree; they live as long as it.
    private var detached: [xmlNodePtr] = []

    /// Reads UTF-8 bytes; `nil` where there is not a single element in them.
    ///
    /// - Complexity: O(bytes).
    init?(utf8 bytes: [UInt8]) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue | Self.huge
        rejoinder_xml_silence()
        guard let count = Int32(exactly: bytes.count) else { return nil }
        let parsed = AttributeLimit.applied(to: bytes).withUnsafeBytes { bytes in
            htmlReadMemory(
                bytes.bindMemory(to: CChar.self).baseAddress, count, nil, "UTF-8", Int32(options))
        }
        guard let parsed else { return nil }
        guard let context = xmlXPathNewContext(parsed) else {
            xmlFreeDoc(parsed)
            return nil
        }
        // A query that would take longer than this over one page is given up.
        context.pointee.opLimit = Self.maximumSteps
        // Numbers the elements, so that their order is told without walking up to the root.
        xmlXPathOrderDocElems(parsed)
        XPathFunctions.register(in: context)
        document = parsed
        self.context = context
        stepsLeft = min(Self.mostSteps, Self.fewestSteps + UInt(count) * Self.stepsPerByte)
    }

    /// Reads a fragment such as the body of a comment.
    convenience init?(fragment: String) {
        // Words by themselves would be taken for a paragraph.
        self.init(utf8: Array("<div>".utf8) + Array(fragment.utf8) + Array("</div>".utf8))
    }

    deinit {
        xmlXPathFreeContext(context)
        for node in detached { xmlFreeNode(node) }
        xmlFreeDoc(document)
    }

    /// Without this the parser leaves out what nests deeper than 256 elements.
    private static let huge = UInt32(XML_PARSE_HUGE.rawValue)

    /// Steps of one query, of which libxml2 takes some ten million a second.
    private static let maximumSteps: UInt = 20_000_000
    /// Steps of all queries on a page: descriptions that are in use take about one a byte.
    private static let fewestSteps: UInt = 50_000_000
    private static let mostSteps: UInt = 2_000_000_000
    private static let stepsPerByte: UInt = 200

    /// Takes an element out of the tree with everything in it; it stays valid.
    func detach(_ node: HTMLNode) {
        guard node.isElement, node.pointer.pointee.parent != nil else { return }
        xmlUnlinkNode(node.pointer)
        detached.append(node.pointer)
    }

    /// The `html` element.
    var root: HTMLNode? { xmlDocGetRootElement(document).map(HTMLNode.init) }

    /// What a query gives from a node.
    func value(_ query: XPathQuery, from node: HTMLNode) -> XPathValue? {
        guard let result = evaluated(query, from: node) else { return nil }
        defer { xmlXPathFreeObject(result) }
        switch result.pointee.type {
        case XPATH_NODESET: return .nodes(Self.nodes(in: result))
        case XPATH_BOOLEAN: return .boolean(result.pointee.boolval != 0)
        case XPATH_NUMBER: return .number(result.pointee.floatval)
        default:
            guard let text = xmlXPathCastToString(result) else { return nil }
            defer { rejoinder_xml_free(text) }
            return .string(String(cString: text))
        }
    }

    /// The nodes that a query finds from a node, in the order of the document; none where the
    /// query gives a string, number or boolean.
    func nodes(_ query: XPathQuery, from node: HTMLNode) -> [HTMLNode] {
        guard let result = evaluated(query, from: node) else { return [] }
        defer { xmlXPathFreeObject(result) }
        return Self.nodes(in: result)
    }

    /// Whether a query is true of a node or finds anything from it.
    func holds(_ query: XPathQuery, from node: HTMLNode) -> Bool {
        guard let result = evaluated(query, from: node) else { return false }
        defer { xmlXPathFreeObject(result) }
        return xmlXPathCastToBoolean(result) == 1
    }

    /// Why a query cannot be evaluated on any page, such as a function that there is not.
    func fault(in query: XPathQuery) -> String? {
        xmlResetLastError()
        guard let root else { return nil }
        if let result = evaluated(query, from: root) {
            xmlXPathFreeObject(result)
            return nil
        }
        guard let error = xmlGetLastError(), let message = error.pointee.message else {
            return "it cannot be evaluated"
        }
        return String(cString: message).trimmingWhiteSpace
    }

    private static func nodes(in result: xmlXPathObjectPtr) -> [HTMLNode] {
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

    private func evaluated(_ query: XPathQuery, from node: HTMLNode) -> xmlXPathObjectPtr? {
        guard !isExhausted else { return nil }
        context.pointee.opCount = 0
        guard xmlXPathSetContextNode(node.pointer, context) == 0 else { return nil }
        let found = query.evaluated(in: context)
        let steps = UInt(context.pointee.opCount)
        isExhausted = steps >= stepsLeft
        stepsLeft -= min(steps, stepsLeft)
        return found
    }
}

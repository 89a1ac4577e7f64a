extension GraphForm {
    /// GEXF 1.3, valid against its schema.
    public static let gexf = GraphForm(
        "gexf", "GEXF 1.3, for Gephi",
        files: [File(ending: ".gexf") { GEXFFormat(subject: $0) }])
}

/// GEXF 1.3: https://gexf.net
///
/// The nodes are written as they come; the edges wait for the end, where their list stands. An
/// undefined value is no `attvalue`, and neither is a weight of 0 an attribute: Gephi drops such
/// edges, which name or quote without a reply, or are further answers.
struct GEXFFormat: GraphFormat {
    let subject: GraphSubject
    private var isCombined = false
    /// The text of the edges, in pieces.
    private var edges: [String] = []

    init(subject: GraphSubject) {
        self.subject = subject
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        let title = graph.map { " in “\($0.title)”" } ?? ""
        let subjectWords = subject == .commenters ? "Who replies to whom" : "What comments answer"
        let description = "\(subjectWords)\(title): an edge runs \(ExportedGraph.direction)."
        let nodeColumns =
            (isCombined ? [ExportedGraph.Column("discussion", .text)] : [])
            + [ExportedGraph.Column("name", .text)] + ExportedGraph.nodeColumns(of: subject)
        // The weight of an edge has a place of its own.
        let edgeColumns = ExportedGraph.edgeColumns(of: subject).filter { $0.name != "weight" }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
            <meta>
            <creator>Rejoinder</creator>
            <description>\(XMLText.escaped(description))</description>
            </meta>
            <graph defaultedgetype="directed" idtype="string" mode="static">
            \(declared(nodeColumns, of: "node"))
            \(declared(edgeColumns, of: "edge"))
            <nodes>

            """
    }

    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows {
        let discussion = isCombined ? graph.discussion : nil
        let ids = graph.nodes.map {
            XMLText.escaped(NodeIDs.escaped(discussion: discussion, $0.id))
        }
        try zip(graph.nodes, ids).inPieces(to: write) { nodeAndID, text in
            let (node, id) = nodeAndID
            text += "<node id=\"\(id)\" label=\"\(XMLText.escaped(node.caption))\"><attvalues>"
            if isCombined { add("discussion", graph.discussion, to: &text) }
            if let name = node.name { add("name", name, to: &text) }
            for attribute in node.attributes { add(attribute, to: &text) }
            text += "</attvalues></node>\n"
        }
        graph.edges.inPieces(to: { edges.append($0) }) { edge, text in
            text += "<edge source=\""
            text += ids[edge.from]
            text += "\" target=\""
            text += ids[edge.to]
            text += "\""
            if let weight = edge.integer("weight"), weight > 0 { text += " weight=\"\(weight)\"" }
            text += "><attvalues>"
            for attribute in edge.attributes where attribute.name != "weight" {
                add(attribute, to: &text)
            }
            text += "</attvalues></edge>\n"
        }
    }

    mutating func writeClosing(_ write: (String) throws -> Void) rethrows {
        try write("</nodes>\n<edges>\n")
        for piece in edges { try write(piece) }
        edges = []
        try write("</edges>\n</graph>\n</gexf>\n")
    }

    private func declared(_ columns: [ExportedGraph.Column], of domain: String) -> String {
        var text = "<attributes class=\"\(domain)\" mode=\"static\">\n"
        for column in columns {
            let type =
                switch column.kind {
                case .text: "string"
                // An `integer` has 32 bits in Gephi.
                case .integer: "long"
                case .number: "double"
                case .flag: "boolean"
                }
            text += "<attribute id=\"\(column.name)\" title=\"\(column.name)\" type=\"\(type)\"/>\n"
        }
        return text + "</attributes>"
    }

    private func add(_ attribute: ExportedGraph.Attribute, to text: inout String) {
        guard let value = attribute.value.plainText else { return }
        add(attribute.name, value, to: &text)
    }

    private func add(_ name: String, _ value: String, to text: inout String) {
        text += "<attvalue for=\""
        text += name
        text += "\" value=\""
        text += XMLText.escaped(value)
        text += "\"/>"
    }
}

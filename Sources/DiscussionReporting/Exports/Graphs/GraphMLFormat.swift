extension GraphForm {
    /// GraphML, valid against its schema.
    public static let graphML = GraphForm(
        "graphml", "GraphML, for igraph, NetworkX, Gephi, NodeXL, Cytoscape",
        files: [File(ending: ".graphml") { GraphMLFormat(subject: $0) }])
}

/// GraphML: http://graphml.graphdrawing.org/specification.html
///
/// The schema wants ids that are name tokens, so `NodeIDs.token` writes them. The key of each
/// attribute is its name, by which Gephi knows `label` and `weight`. An undefined value is no
/// `data` element.
struct GraphMLFormat: GraphFormat {
    let subject: GraphSubject
    private let nodeColumns: [ExportedGraph.Column]
    private var isCombined = false

    init(subject: GraphSubject) {
        self.subject = subject
        nodeColumns = ExportedGraph.nodeColumns(of: subject)
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """
        for name in ["schema", "of", "direction"] + (graph == nil ? [] : ["discussion", "title"]) {
            text += key(name, .text, for: "graph")
        }
        if isCombined { text += key("discussion", .text, for: "node") }
        for name in ["label", "name"] { text += key(name, .text, for: "node") }
        for column in nodeColumns { text += key(column.name, column.kind, for: "node") }
        for column in ExportedGraph.edgeColumns(of: subject) {
            text += key(column.name, column.kind, for: "edge")
        }
        text += "<graph id=\"\(subject.rawValue)\" edgedefault=\"directed\">\n"
        text += "<desc>An edge runs \(ExportedGraph.direction).</desc>\n"
        add("schema", AnalysisJSON.schema, to: &text)
        add("of", subject.rawValue, to: &text)
        add("direction", ExportedGraph.direction, to: &text)
        if let graph {
            add("discussion", graph.discussion, to: &text)
            add("title", graph.title, to: &text)
        }
        return text + "\n"
    }

    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows {
        let discussion = isCombined ? graph.discussion : nil
        let ids = graph.nodes.map { NodeIDs.token(discussion: discussion, $0.id) }
        try zip(graph.nodes, ids).inPieces(to: write) { nodeAndID, text in
            let (node, id) = nodeAndID
            text += "<node id=\"\(id)\">"
            if isCombined { add("discussion", graph.discussion, to: &text) }
            add("label", node.caption, to: &text)
            if let name = node.name { add("name", name, to: &text) }
            for attribute in node.attributes { add(attribute, to: &text) }
            text += "</node>\n"
        }
        try graph.edges.inPieces(to: write) { edge, text in
            text += "<edge source=\""
            text += ids[edge.from]
            text += "\" target=\""
            text += ids[edge.to]
            text += "\">"
            for attribute in edge.attributes { add(attribute, to: &text) }
            text += "</edge>\n"
        }
    }

    mutating func writeClosing(_ write: (String) throws -> Void) rethrows {
        try write("</graph>\n</graphml>\n")
    }

    private func key(
        _ name: String, _ kind: ExportedGraph.Column.Kind, for domain: String
    ) -> String {
        let type =
            switch kind {
            case .text: "string"
            // An `int` has 32 bits for Java, and so for Gephi and yEd.
            case .integer: "long"
            case .number: "double"
            case .flag: "boolean"
            }
        return "<key id=\"\(name)\" for=\"\(domain)\" attr.name=\"\(name)\""
            + " attr.type=\"\(type)\"/>\n"
    }

    private func add(_ attribute: ExportedGraph.Attribute, to text: inout String) {
        guard let value = attribute.value.plainText else { return }
        add(attribute.name, value, to: &text)
    }

    private func add(_ key: String, _ value: String, to text: inout String) {
        text += "<data key=\""
        text += key
        text += "\">"
        text += XMLText.escaped(value)
        text += "</data>"
    }
}

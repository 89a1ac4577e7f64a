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
        text += data("schema", AnalysisJSON.schema) + data("of", subject.rawValue)
        text += data("direction", ExportedGraph.direction)
        if let graph {
            text += data("discussion", graph.discussion) + data("title", graph.title)
        }
        return text + "\n"
    }

    mutating func body(of graph: ExportedGraph) -> String {
        let discussion = isCombined ? graph.discussion : nil
        let ids = graph.nodes.map { NodeIDs.token(discussion: discussion, $0.id) }
        var text = ""
        for (node, id) in zip(graph.nodes, ids) {
            text += "<node id=\"\(id)\">"
            if isCombined { text += data("discussion", graph.discussion) }
            text += data("label", node.caption)
            if let name = node.name { text += data("name", name) }
            for attribute in node.attributes { text += data(attribute) }
            text += "</node>\n"
        }
        for edge in graph.edges {
            text += "<edge source=\"\(ids[edge.from])\" target=\"\(ids[edge.to])\">"
            for attribute in edge.attributes { text += data(attribute) }
            text += "</edge>\n"
        }
        return text
    }

    mutating func closing() -> String { "</graph>\n</graphml>\n" }

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

    private func data(_ attribute: ExportedGraph.Attribute) -> String {
        attribute.value.plainText.map { data(attribute.name, $0) } ?? ""
    }

    private func data(_ key: String, _ text: String) -> String {
        "<data key=\"\(key)\">\(XMLText.escaped(text))</data>"
    }
}

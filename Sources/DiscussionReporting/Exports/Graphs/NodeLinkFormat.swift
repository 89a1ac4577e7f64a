extension GraphForm {
    /// Node-link JSON, which `networkx.node_link_graph(data, edges="edges")` reads.
    public static let json = GraphForm(
        "json", "node-link JSON, as NetworkX reads it",
        files: [File(ending: ".json") { NodeLinkFormat(subject: $0) }])
}

/// Node-link JSON: one object whose members NetworkX reads with
/// `node_link_graph(data, edges="edges")`.
///
/// The nodes are written as they come; the edges wait for the end, where their list stands.
struct NodeLinkFormat: GraphFormat {
    let subject: GraphSubject
    private var isCombined = false
    private var hasNodes = false
    private var hasEdges = false
    /// The text of the edges, in pieces.
    private var edges: [String] = []

    init(subject: GraphSubject) {
        self.subject = subject
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", AnalysisJSON.schema)
            writer.member("of", subject.rawValue)
            writer.member("direction", ExportedGraph.direction)
            if let graph {
                writer.member("discussion", graph.discussion)
                writer.member("title", graph.title)
            }
        }
        return #"{"directed":true,"multigraph":false,"graph":\#(writer.text),"nodes":["#
    }

    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows {
        let prefix =
            isCombined ? NodeIDs.encoded(graph.discussion, alsoSlash: true) + "/" : ""
        try graph.nodes.inPieces(to: write) { node, text in
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("id", prefix + node.id)
                if isCombined { writer.member("discussion", graph.discussion) }
                writer.member("name", node.name)
                for attribute in node.attributes { writer.member(attribute) }
            }
            text += (hasNodes ? ",\n" : "\n") + writer.text
            hasNodes = true
        }
        graph.edges.inPieces(to: { edges.append($0) }) { edge, text in
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("source", prefix + graph.nodes[edge.from].id)
                writer.member("target", prefix + graph.nodes[edge.to].id)
                for attribute in edge.attributes { writer.member(attribute) }
            }
            text += (hasEdges ? ",\n" : "\n") + writer.text
            hasEdges = true
        }
    }

    mutating func writeClosing(_ write: (String) throws -> Void) rethrows {
        try write("],\"edges\":[")
        for piece in edges { try write(piece) }
        edges = []
        try write("]}\n")
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ attribute: ExportedGraph.Attribute) {
        switch attribute.value {
        case .text(let text): member(attribute.name, text)
        case .integer(let number): member(attribute.name, number)
        case .number(let number): member(attribute.name, number)
        case .flag(let truth): member(attribute.name, truth)
        case .absent: member(attribute.name, String?.none)
        }
    }
}

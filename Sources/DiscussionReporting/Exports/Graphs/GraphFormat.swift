/// One way to write graphs. A new one is one file with a conforming type and one case of
/// `GraphForm`.
protocol GraphFormat {
    /// Everything before the first graph. `graph` is the only one there will be, or `nil` when there
    /// is none or several follow; several are combined into one by prefixing their node ids.
    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String
    /// One graph.
    mutating func body(of graph: ExportedGraph) -> String
    /// Everything after the last graph.
    mutating func closing() -> String
}

/// The forms in which a graph is written.
public enum GraphForm: String, Hashable, Sendable, CaseIterable {
    /// GraphViz DOT, which NetworkX and pygraphviz read too.
    case dot
    /// Node-link JSON, which `networkx.node_link_graph(data, edges="edges")` reads.
    case json

    func writer(of subject: GraphSubject) -> any GraphFormat {
        switch self {
        case .dot: DOTFormat(subject: subject)
        case .json: NodeLinkFormat(subject: subject)
        }
    }
}

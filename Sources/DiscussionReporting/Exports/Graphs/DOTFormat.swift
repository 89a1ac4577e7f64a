extension GraphForm {
    /// GraphViz DOT, which NetworkX and pygraphviz read too.
    public static let dot = GraphForm(
        "dot", "DOT, for GraphViz", files: [File(ending: ".dot") { DOTFormat(subject: $0) }])
}

/// GraphViz DOT.
///
/// Numbers stand bare and texts quoted, so that pydot gives numbers without quotes. Nodes and edges
/// stand at the top level, where NetworkX looks for them; the clusters of a combined graph only
/// name their nodes. The legend is the label of the graph, so that it is no node; it stands at the
/// end, since a stream of discussions shows only there what occurs.
struct DOTFormat: GraphFormat {
    /// Beyond this number of nodes the layout is `sfdp`, the one made for large graphs.
    static let largeNodeCount = 300
    /// Up to this number of commenters the layout is in layers. Chosen by eye.
    static let layeredNodeCount = 60

    let subject: GraphSubject
    private var isCombined = false
    private var nodeCount = 0
    private var clusterCount = 0
    private var title: [String] = []
    private var legend: DOTLegend

    init(subject: GraphSubject) {
        self.subject = subject
        legend = DOTLegend(of: subject)
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        let title = graph.map { DisplayWidth.fitted($0.title, to: 200) }
        self.title = title.map { Array(DisplayWidth.wrapped($0, to: 70).prefix(3)) } ?? []
        var text = ""
        switch subject {
        case .commenters:
            text += "// Who replies to whom" + (title.map { " in “\($0)”" } ?? "") + ".\n"
            text += "// Direction: an edge runs from the commenter who replies to the commenter who"
            text += " is addressed.\n"
            text += "// weight and reply count the replies of the pair; mention and quotation count"
            text += " how often the one names and quotes the other.\n"
            text += "// agree, neutral and disagree count the replies by stance; stance is the side"
            text += " that more of them take. cluster is the number of a camp.\n"
        case .comments:
            text += "// What each comment answers" + (title.map { " in “\($0)”" } ?? "") + ".\n"
            text +=
                "// Direction: an edge runs from the comment that replies to the comment, or the"
            text += " article (0), that it addresses.\n"
            text +=
                "// kind is reply, or also for a further comment that is answered; confidence is"
            text += " the probability that the edge is right.\n"
            text +=
                "// stance is how the comment takes what it answers. cluster is the number of the"
            text += " camp of who wrote the comment.\n"
        }
        text += "strict digraph \(subject.rawValue) {\n"
        text += "  graph [\(graphAttributes.joined(separator: ", "))];\n"
        text += "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#e8f0fa\","
        text +=
            " color=\"#4a6fa5\", fontname=\"\(Self.font)\", margin=\"0.12,0.06\", height=0.3];\n"
        text += "  edge [color=\"#5b6b7fb0\", arrowsize=0.7, fontname=\"\(Self.font)\"];\n"
        return text
    }

    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows {
        let prefix = isCombined ? graph.discussion : nil
        let ids = graph.nodes.map { DOTText.id(discussion: prefix, $0.id) }
        nodeCount += ids.count
        legend.add(graph, isCombined: isCombined)
        try write("\n")
        try zip(graph.nodes, ids).inPieces(to: write) { nodeAndID, text in
            let (node, id) = nodeAndID
            text += "  \(id) [\(attributes(of: node).joined(separator: ", "))];\n"
        }
        try graph.edges.inPieces(to: write) { edge, text in
            text += "  \(ids[edge.from]) -> \(ids[edge.to])"
            text += " [\(attributes(of: edge, in: graph).joined(separator: ", "))];\n"
        }
        guard isCombined else { return }
        clusterCount += 1
        var text = "  subgraph cluster_\(clusterCount) {\n"
        text += "    label=\(DOTText.label(DisplayWidth.fitted(graph.title, to: 70)));"
        text += " labelloc=t; fontsize=14; style=rounded; color=\"#b8c4d4\";\n"
        try write(text)
        try ids.inPieces(to: write) { id, text in text += "    \(id);\n" }
        try write("  }\n")
    }

    mutating func writeClosing(_ write: (String) throws -> Void) rethrows {
        // Last, since a stream of discussions tells only at its end how many they are, and what
        // occurs in them.
        let lines = title.isEmpty ? legend.lines : title + [""] + legend.lines
        try write("\n  label=\(DOTText.flushLeft(lines));\n  layout=\(layout);\n}\n")
    }

    /// `dot` shows the direction of replies and keeps clusters apart, and gets long where many
    /// commenters talk with many others.
    private var layout: String {
        if nodeCount > Self.largeNodeCount { return "sfdp" }
        if subject == .commenters, nodeCount > Self.layeredNodeCount, !isCombined { return "neato" }
        return "dot"
    }

    // MARK: Looks

    private static let font = "Helvetica,Arial,sans-serif"

    private var graphAttributes: [String] {
        var attributes = [
            "labelloc=b", "labeljust=l", "fontsize=11", "fontname=\"\(Self.font)\"",
            "fontcolor=\"#444444\"", "bgcolor=white", "pad=0.3", "outputorder=edgesfirst",
        ]
        switch subject {
        case .commenters:
            attributes += [
                "rankdir=LR", "ranksep=0.6", "nodesep=0.2", "sep=\"+8\"", "esep=\"+4\"",
                "model=subset", "start=1",
            ]
        case .comments:
            attributes += ["rankdir=RL", "ranksep=0.5", "nodesep=0.12"]
        }
        attributes += ["overlap=false", "splines=true"]
        return attributes
    }

    private func attributes(of node: ExportedGraph.Node) -> [String] {
        let fontSize = 10 + 10 * node.size
        let list = [
            "label=\(DOTText.centred(node.label))",
            "fontsize=\(ShortNumber.text(of: (fontSize * 10).rounded() / 10) ?? "10")",
            "tooltip=\(DOTText.label(node.tooltip))",
        ]
        return list + DOTStyle.attributes(of: node) + node.attributes.compactMap { written($0) }
    }

    private func attributes(of edge: ExportedGraph.Edge, in graph: ExportedGraph) -> [String] {
        var list = edge.attributes.compactMap { written($0) }
        var width = 1.0
        var weight = edge.weight
        while weight > 1, width < 6 {
            width += 0.8
            weight /= 2
        }
        if edge.isPale { width = 0.5 }
        list.append("penwidth=\(ShortNumber.text(of: width) ?? "1")")
        list.append("tooltip=\(DOTText.label(graph.tooltip(of: edge)))")
        return list + DOTStyle.attributes(of: edge)
    }

    private func written(_ attribute: ExportedGraph.Attribute) -> String? {
        switch attribute.value {
        case .text(let text):
            "\(attribute.name)="
                + DOTText.label(DisplayWidth.fitted(VisibleText.name(text), to: 400))
        case .integer(let number): "\(attribute.name)=\(number)"
        case .number(let number): "\(attribute.name)=\(ShortNumber.text(of: number) ?? "0")"
        case .flag(let truth): "\(attribute.name)=\(truth)"
        case .absent: nil
        }
    }
}

/// GraphViz DOT.
///
/// Numbers stand bare and texts quoted, so that pydot gives numbers without quotes. Nodes and edges
/// stand at the top level, where NetworkX looks for them; the clusters of a combined graph only
/// name their nodes. The legend is the label of the graph, so that it is no node.
struct DOTFormat: GraphFormat {
    /// Beyond this number of nodes the layout is `sfdp`, the one made for large graphs.
    static let largeNodeCount = 300
    /// Up to this number of commenters the layout is in layers. Chosen by eye.
    static let layeredNodeCount = 60

    let subject: GraphSubject
    private var isCombined = false
    private var nodeCount = 0
    private var clusterCount = 0

    init(subject: GraphSubject) {
        self.subject = subject
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        let title = graph.map { DisplayWidth.fitted($0.title, to: 200) }
        var text = ""
        switch subject {
        case .commenters:
            text += "// Who replies to whom" + (title.map { " in “\($0)”" } ?? "") + ".\n"
            text += "// Direction: an edge runs from the commenter who replies to the commenter who"
            text += " is addressed.\n"
            text += "// weight and reply count the replies of the pair; mention and quotation count"
            text += " how often the one names and quotes the other.\n"
        case .comments:
            text += "// What each comment answers" + (title.map { " in “\($0)”" } ?? "") + ".\n"
            text +=
                "// Direction: an edge runs from the comment that replies to the comment, or the"
            text += " article (0), that it addresses.\n"
            text +=
                "// kind is reply, or also for a further comment that is answered; confidence is"
            text += " the probability that the edge is right.\n"
        }
        text += "strict digraph \(subject.rawValue) {\n"
        text += "  graph [\(graphAttributes(title: title).joined(separator: ", "))];\n"
        text += "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#e8f0fa\","
        text +=
            " color=\"#4a6fa5\", fontname=\"\(Self.font)\", margin=\"0.12,0.06\", height=0.3];\n"
        text += "  edge [color=\"#5b6b7fb0\", arrowsize=0.7, fontname=\"\(Self.font)\"];\n"
        return text
    }

    mutating func body(of graph: ExportedGraph) -> String {
        let prefix = isCombined ? graph.discussion : nil
        let ids = graph.nodes.map { DOTText.id(discussion: prefix, $0.id) }
        nodeCount += ids.count
        var text = "\n"
        for (node, id) in zip(graph.nodes, ids) {
            text += "  \(id) [\(attributes(of: node).joined(separator: ", "))];\n"
        }
        for edge in graph.edges {
            text += "  \(ids[edge.from]) -> \(ids[edge.to])"
            text += " [\(attributes(of: edge).joined(separator: ", "))];\n"
        }
        guard isCombined else { return text }
        clusterCount += 1
        text += "  subgraph cluster_\(clusterCount) {\n"
        text += "    label=\(DOTText.label(DisplayWidth.fitted(graph.title, to: 70)));"
        text += " labelloc=t; fontsize=14; style=rounded; color=\"#b8c4d4\";\n"
        for id in ids { text += "    \(id);\n" }
        return text + "  }\n"
    }

    mutating func closing() -> String {
        // Last, since a stream of discussions tells their number only at its end.
        "\n  layout=\(layout);\n}\n"
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

    private func graphAttributes(title: String?) -> [String] {
        var legend = title.map { DisplayWidth.wrapped($0, to: 70).prefix(3) + [""] } ?? []
        switch subject {
        case .commenters:
            legend += [
                "An arrow runs from who replies to who is addressed; the thicker, the more replies.",
                "The larger a name, the more comments. Orange: the article's author."
                    + " White: addressed without commenting.",
            ]
        case .comments:
            legend += [
                "An arrow runs from the comment that replies to what it answers.",
                "Dotted and pale: less sure than \(Self.percent). Dashed: a further comment that is"
                    + " answered. Orange: the article and its author.",
            ]
        }
        var attributes = [
            "label=\(DOTText.flushLeft(legend))", "labelloc=b", "labeljust=l", "fontsize=11",
            "fontname=\"\(Self.font)\"", "fontcolor=\"#444444\"", "bgcolor=white", "pad=0.3",
            "outputorder=edgesfirst",
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

    private static let percent = "\(Int((ExportedGraph.sureConfidence * 100).rounded())) %"

    private func attributes(of node: ExportedGraph.Node) -> [String] {
        let fontSize = 10 + 10 * node.size
        var list = [
            "label=\(DOTText.centred(node.label))",
            "fontsize=\(ShortNumber.text(of: (fontSize * 10).rounded() / 10) ?? "10")",
            "tooltip=\(DOTText.label(node.tooltip))",
        ]
        switch node.look {
        case .usual: break
        case .article:
            list += ["shape=note", "fillcolor=\"#fde8c8\"", "color=\"#c77d1a\"", "penwidth=2"]
        case .articleAuthor:
            list += ["fillcolor=\"#fde8c8\"", "color=\"#c77d1a\"", "penwidth=2"]
        case .addressedOnly: list += ["fillcolor=white"]
        case .unknown: list += ["fillcolor=\"#eeeeee\"", "color=\"#999999\""]
        case .ghost:
            list += ["style=\"rounded,dashed\"", "color=\"#999999\"", "fontcolor=\"#777777\""]
        }
        return list + node.attributes.compactMap { written($0) }
    }

    private func attributes(of edge: ExportedGraph.Edge) -> [String] {
        var list = edge.attributes.compactMap { written($0) }
        var width = 1.0
        var weight = edge.weight
        while weight > 1, width < 6 {
            width += 0.8
            weight /= 2
        }
        list.append("penwidth=\(ShortNumber.text(of: width) ?? "1")")
        list.append("tooltip=\(DOTText.label(edge.tooltip))")
        switch edge.look {
        case .usual: break
        case .unsure: list += ["style=dotted", "color=\"#9aa7b5\""]
        case .further: list += ["style=dashed", "color=\"#8a79b0\"", "constraint=false"]
        case .withoutReply: list += ["style=dotted", "color=\"#9aa7b5\""]
        }
        return list
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

import DiscussionModel

/// How nodes and edges are drawn. Nothing is told by colour alone: stances have heads of their own,
/// camps numbers, and the rest frames and strokes.
enum DOTStyle {
    /// The attributes of a node beside its label and size.
    static func attributes(of node: ExportedGraph.Node) -> [String] {
        let fill = node.camp.map { camps[($0 - 1) % camps.count] }
        func filled(_ color: String) -> String { "fillcolor=\"\(fill ?? color)\"" }
        switch node.look {
        case .usual: return fill.map { ["fillcolor=\"\($0)\""] } ?? []
        case .article: return ["shape=note", filled("#fde8c8"), "color=\"#c77d1a\"", "penwidth=2"]
        case .articleAuthor: return [filled("#fde8c8"), "color=\"#c77d1a\"", "penwidth=2"]
        case .addressedOnly: return fill.map { ["fillcolor=\"\($0)\""] } ?? ["fillcolor=white"]
        case .unknown: return [filled("#eeeeee"), "color=\"#999999\""]
        case .ghost:
            return ["style=\"rounded,dashed\"", "color=\"#999999\"", "fontcolor=\"#777777\""]
        }
    }

    /// The attributes of an edge beside its width.
    static func attributes(of edge: ExportedGraph.Edge) -> [String] {
        let isFaint = edge.look == .unsure || edge.look == .withoutReply
        var color: String?
        var list: [String] = []
        switch edge.look {
        case .usual: break
        case .unsure, .withoutReply:
            list = ["style=dotted"]
            color = "#9aa7b5"
        case .further:
            list = ["style=dashed"]
            color = "#8a79b0"
        }
        var head: [String] = []
        switch edge.stance {
        case .agree:
            color = agreement
            head = ["arrowhead=dot", "arrowsize=0.8"]
        case .disagree:
            color = disagreement
            head = ["arrowhead=tee", "arrowsize=1.2"]
        case .neutral, nil: break
        }
        if let color {
            let fading = edge.isPale ? "80" : isFaint && !head.isEmpty ? "b0" : ""
            list.append("color=\"\(color)\(fading)\"")
        }
        return list + head + (edge.look == .further ? ["constraint=false"] : [])
    }

    /// Red and blue that stay apart for those who do not see red or green, and are dark enough for
    /// lines on white: a contrast of 6.9 and 5.9 to 1.
    private static let disagreement = "#b2182b"
    private static let agreement = "#2166ac"

    /// The boxes of camps: the light qualitative scheme of Tol (2021, SRON/EPS/TN/09-002), made for
    /// black text and for all who see colours differently, without the orange of authors.
    private static let camps = [
        "#77aadd", "#eedd88", "#44bb99", "#ffaabb", "#bbcc33", "#99ddff",
    ]
}

extension ExportedGraph.Edge {
    /// Whether it agrees or disagrees, and that is less than sure.
    var isPale: Bool { hasUnsureStance && (stance == .agree || stance == .disagree) }
}

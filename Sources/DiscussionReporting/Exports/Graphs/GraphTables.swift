/// A table of nodes in CSV (RFC 4180): a few columns with the names that a program looks for, then
/// the attributes.
struct NodeTable: GraphFormat {
    /// The first columns; the text of a cell is told from the node and its id.
    typealias Lead = (title: String, text: (ExportedGraph.Node, String) -> String?)

    private let leads: [Lead]
    private let columns: [ExportedGraph.Column]
    private var isCombined = false

    init(of subject: GraphSubject, leads: [Lead]) {
        self.leads = leads
        columns = ExportedGraph.nodeColumns(of: subject)
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        let titles = leads.map(\.title) + (isCombined ? ["discussion"] : [])
        return TableCell.row(titles + columns.map(\.name))
    }

    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows {
        let discussion = isCombined ? graph.discussion : nil
        try graph.nodes.inPieces(to: write) { node, text in
            let id = NodeIDs.escaped(discussion: discussion, node.id)
            text += TableCell.row(
                leads.map { TableCell.text($0.text(node, id)) }
                    + (isCombined ? [TableCell.text(graph.discussion)] : [])
                    + node.attributes.map { TableCell.value($0.value) })
        }
    }

    mutating func writeClosing(_ write: (String) throws -> Void) {}
}

/// The same for edges. The weight is among the first columns, under the name that is looked for.
struct EdgeTable: GraphFormat {
    /// The first columns; the text of a cell is told from the edge and the ids of its ends.
    typealias Lead = (title: String, text: (ExportedGraph.Edge, Ends) -> String?)

    /// The ids of the nodes of an edge.
    struct Ends {
        var source: String
        var target: String
    }

    private let leads: [Lead]
    private let columns: [ExportedGraph.Column]
    private var isCombined = false

    init(of subject: GraphSubject, leads: [Lead]) {
        self.leads = leads
        columns = ExportedGraph.edgeColumns(of: subject).filter { $0.name != "weight" }
    }

    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String {
        self.isCombined = isCombined
        return TableCell.row(leads.map(\.title) + columns.map(\.name))
    }

    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows {
        let discussion = isCombined ? graph.discussion : nil
        let ids = graph.nodes.map { NodeIDs.escaped(discussion: discussion, $0.id) }
        try graph.edges.inPieces(to: write) { edge, text in
            let ends = Ends(source: ids[edge.from], target: ids[edge.to])
            text += TableCell.row(
                leads.map { TableCell.text($0.text(edge, ends)) }
                    + edge.attributes.filter { $0.name != "weight" }
                    .map { TableCell.value($0.value) })
        }
    }

    mutating func writeClosing(_ write: (String) throws -> Void) {}
}

/// Cells that are safe to open in a spreadsheet, as those of `CommentTable`.
private enum TableCell {
    static func row(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

    static func value(_ value: ExportedGraph.Attribute.Value) -> String {
        if case .text(let text) = value { return self.text(text) }
        // No number is a formula, and a minus belongs to it.
        return value.plainText ?? ""
    }

    /// A text without control characters but tabs and line ends, which no cell should hold.
    static func text(_ text: String?) -> String {
        guard let text else { return "" }
        if text.isPrintableASCII { return CommentTable.cell(text) }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x08, 0x0B, 0x0C, 0x0E..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
            default: kept.append(scalar)
            }
        }
        return CommentTable.cell(String(kept))
    }
}

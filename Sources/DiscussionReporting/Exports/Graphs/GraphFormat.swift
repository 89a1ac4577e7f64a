/// Writes one file of a graph, in pieces, so that a large graph is never one text. Forms whose edges
/// stand behind all nodes hold the pieces of the edges until the end.
protocol GraphFormat {
    /// Everything before the first graph. `graph` is the only one there will be, or `nil` when there
    /// is none or several follow; several are combined into one by prefixing their node ids.
    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String
    /// Hands on one graph.
    mutating func writeBody(of graph: ExportedGraph, _ write: (String) throws -> Void) rethrows
    /// Hands on everything after the last graph.
    mutating func writeClosing(_ write: (String) throws -> Void) rethrows
}

extension Sequence {
    /// Hands on the texts of all elements, gathered into pieces of some 64 KB.
    ///
    /// - Parameter add: adds the text of an element.
    func inPieces(
        to write: (String) throws -> Void, _ add: (Element, inout String) -> Void
    ) rethrows {
        let enough = 1 << 16
        var text = ""
        for element in self {
            add(element, &text)
            guard text.utf8.count >= enough else { continue }
            try write(text)
            text.removeAll(keepingCapacity: true)
        }
        if !text.isEmpty { try write(text) }
    }
}

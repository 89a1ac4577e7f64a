/// Writes one file of a graph.
protocol GraphFormat {
    /// Everything before the first graph. `graph` is the only one there will be, or `nil` when there
    /// is none or several follow; several are combined into one by prefixing their node ids.
    mutating func opening(of graph: ExportedGraph?, isCombined: Bool) -> String
    /// One graph.
    mutating func body(of graph: ExportedGraph) -> String
    /// Everything after the last graph.
    mutating func closing() -> String
}

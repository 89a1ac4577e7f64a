import CIgraph

/// A computation on a graph that could not be done, such as for want of memory.
package struct GraphFailure: Error, Hashable, Sendable {
    /// The number that igraph gives the error.
    package var code: Int
    /// What went wrong, in igraph's words.
    package var message: String

    /// Throws where igraph reports an error.
    static func check(_ code: CInt) throws(GraphFailure) {
        guard code != 0 else { return }
        throw GraphFailure(code: Int(code), message: String(cString: graph_error_message(code)))
    }
}

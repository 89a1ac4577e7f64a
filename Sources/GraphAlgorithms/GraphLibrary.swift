import CIgraph

/// The library behind the graph algorithms.
package enum GraphLibrary {
    /// The version of igraph.
    package static var version: String { String(cString: graph_library_version()) }
}

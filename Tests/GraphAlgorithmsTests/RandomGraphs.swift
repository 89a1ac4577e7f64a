import GraphAlgorithms
import TestSupport

/// A directed graph with edges at random; equal seeds give equal ones.
func randomGraph(nodes: Int, edges: Int, seed: UInt64) -> DirectedGraph {
    var random = SeededGenerator(seed: seed)
    return DirectedGraph(
        nodeCount: nodes,
        edges: (0..<edges).map { _ in
            DirectedGraph.Edge(
                from: Int.random(in: 0..<nodes, using: &random),
                to: Int.random(in: 0..<nodes, using: &random),
                weight: Double(Int.random(in: 1...4, using: &random)))
        })
}

/// A signed graph with edges at random; equal seeds give equal ones.
func randomSignedGraph(nodes: Int, edges: Int, seed: UInt64) -> SignedGraph {
    var random = SeededGenerator(seed: seed)
    return SignedGraph(
        nodeCount: nodes,
        edges: (0..<edges).map { _ in
            SignedGraph.Edge(
                Int.random(in: 0..<nodes, using: &random),
                Int.random(in: 0..<nodes, using: &random),
                weight: Double.random(in: -1...0.6, using: &random))
        })
}

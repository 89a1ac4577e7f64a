import CIgraph
import Foundation

/// A place on a plane, in units of about the distance of two nodes.
package struct PlanePoint: Hashable, Sendable {
    /// To the right.
    package var x: Double
    /// Up or down.
    package var y: Double

    /// Creates a place.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

extension DirectedGraph {
    /// Where the nodes stand so that those who are joined are close, whichever way edges point: all
    /// push each other off, edges pull the harder the more they weigh.
    ///
    /// The start is fixed (a sunflower, the first nodes in its middle), so the same graph gives the
    /// same picture. Parts that nothing joins would drift away from each other; a thread of weight
    /// `threadWeight` ties each to the first node of the largest.
    ///
    /// - Returns: one place per node.
    /// - Throws: `GraphFailure` where igraph gives up.
    /// - Complexity: O(rounds (n^2 + e)).
    ///
    /// Source: Fruchterman, Reingold 1991 (Software: Practice and Experience 21,
    /// doi:10.1002/spe.4380211102), in igraph.
    package func forceDirectedLayout(
        rounds: Int = 500, threadWeight: Double = 0.3
    ) throws(GraphFailure) -> [PlanePoint] {
        let goldenAngle = Double.pi * (3 - 5.0.squareRoot())
        var places: [Double] = []
        for node in 0..<nodeCount {
            let distance = Double(node).squareRoot()
            places.append(distance * cos(Double(node) * goldenAngle))
            places.append(distance * sin(Double(node) * goldenAngle))
        }
        guard nodeCount > 1 else { return nodeCount == 0 ? [] : [PlanePoint(x: 0, y: 0)] }
        let threads = self.threads.map { Edge(from: $0.from, to: $0.to, weight: threadWeight) }
        let joined = DirectedGraph(
            nodeCount: nodeCount,
            edges: (edges + threads).map {
                Edge(from: min($0.from, $0.to), to: max($0.from, $0.to), weight: $0.weight)
            }
        ).edges
        try GraphFailure.check(
            graph_layout(
                Int64(nodeCount), Int64(joined.count),
                joined.flatMap { [Int64($0.from), Int64($0.to)] }, joined.map(\.weight),
                Int64(rounds), &places))
        return (0..<nodeCount).map { PlanePoint(x: places[2 * $0], y: places[2 * $0 + 1]) }
    }

    /// An edge from the first node of each part to that of the largest, the first of equals.
    private var threads: [Edge] {
        let parts = self.parts
        var sizes = [Int](repeating: 0, count: nodeCount)
        for first in parts { sizes[first] += 1 }
        let firsts = parts.indices.filter { parts[$0] == $0 }
        guard let largest = firsts.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return [] }
        return firsts.filter { $0 != largest }.map { Edge(from: largest, to: $0) }
    }

    /// Per node the first node of the part that it is in, whichever way the edges point.
    ///
    /// - Complexity: O(n + e), nearly.
    package var parts: [Int] {
        var above = Array(0..<nodeCount)
        func first(of node: Int) -> Int {
            var node = node
            while above[node] != node {
                above[node] = above[above[node]]
                node = above[node]
            }
            return node
        }
        for edge in edges {
            let (a, b) = (first(of: edge.from), first(of: edge.to))
            above[max(a, b)] = min(a, b)
        }
        return (0..<nodeCount).map { first(of: $0) }
    }
}

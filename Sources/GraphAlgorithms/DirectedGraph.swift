/// A directed graph on the nodes `0..<nodeCount` with a weight on each edge: no loops, one edge for
/// an ordered pair at most.
package struct DirectedGraph: Hashable, Sendable {
    /// An edge from one node to another.
    package struct Edge: Hashable, Sendable {
        /// Where it begins.
        package var from: Int
        /// Where it ends.
        package var to: Int
        /// How much it counts, above 0.
        package var weight: Double

        /// Creates an edge.
        package init(from: Int, to: Int, weight: Double = 1) {
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    /// The number of nodes.
    package let nodeCount: Int
    /// The edges by `from`, then by `to`.
    package let edges: [Edge]

    /// Creates a graph; loops are left out, the weights of edges between the same two are added.
    ///
    /// - Precondition: the ends are nodes, the weights finite and above 0.
    /// - Complexity: O(e log e) in the number of edges.
    package init(nodeCount: Int, edges: [Edge]) {
        let nodes = 0..<nodeCount
        var merged: [Edge] = []
        merged.reserveCapacity(edges.count)
        for edge in edges.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) })
        where edge.from != edge.to {
            precondition(
                nodes.contains(edge.from) && nodes.contains(edge.to) && edge.weight > 0
                    && edge.weight.isFinite, "an edge joins two nodes and has a weight above 0")
            if let last = merged.last, last.from == edge.from, last.to == edge.to {
                merged[merged.count - 1].weight += edge.weight
            } else {
                merged.append(edge)
            }
        }
        self.nodeCount = nodeCount
        self.edges = merged
    }

    /// Per node: the number of edges that end there.
    ///
    /// - Complexity: O(n + e).
    package var inDegrees: [Int] {
        var degrees = [Int](repeating: 0, count: nodeCount)
        for edge in edges { degrees[edge.to] += 1 }
        return degrees
    }

    /// Per node: the number of edges that begin there.
    ///
    /// - Complexity: O(n + e).
    package var outDegrees: [Int] {
        var degrees = [Int](repeating: 0, count: nodeCount)
        for edge in edges { degrees[edge.from] += 1 }
        return degrees
    }

    /// Per node: the number of other nodes to which an edge goes and from which one comes.
    ///
    /// - Complexity: O(n + e).
    package var mutualDegrees: [Int] {
        var degrees = [Int](repeating: 0, count: nodeCount)
        // The edges by their ends: stable, so that those of one end stand by rising beginning.
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        for edge in edges { starts[edge.to + 1] += 1 }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        var beginnings = [Int](repeating: 0, count: edges.count)
        for edge in edges {
            beginnings[next[edge.to]] = edge.from
            next[edge.to] += 1
        }
        // Both lists of a node rise, so one walk along the edges meets what they share.
        var reading = starts
        for edge in edges {
            let node = edge.from
            while reading[node] < starts[node + 1], beginnings[reading[node]] < edge.to {
                reading[node] += 1
            }
            if reading[node] < starts[node + 1], beginnings[reading[node]] == edge.to {
                degrees[node] += 1
            }
        }
        return degrees
    }
}

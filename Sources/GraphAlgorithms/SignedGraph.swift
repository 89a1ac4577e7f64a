/// An undirected graph on the nodes `0..<nodeCount` whose edges bind (weight above 0) or oppose
/// (below 0): no loops, one edge for a pair at most, no edge of weight 0.
package struct SignedGraph: Hashable, Sendable {
    /// An edge between two nodes.
    package struct Edge: Hashable, Sendable {
        /// The lower node.
        package var low: Int
        /// The higher node.
        package var high: Int
        /// How much it binds, or opposes where below 0.
        package var weight: Double

        /// Creates an edge between two different nodes, given either way round.
        package init(_ one: Int, _ other: Int, weight: Double) {
            low = min(one, other)
            high = max(one, other)
            self.weight = weight
        }
    }

    /// The number of nodes.
    package let nodeCount: Int
    /// The edges by `low`, then by `high`.
    package let edges: [Edge]

    /// Creates a graph; the weights of edges between the same two are added, loops and what adds
    /// up to 0 (below 1e-9) are left out.
    ///
    /// - Precondition: the ends are nodes, the weights finite.
    /// - Complexity: O(e log e) in the number of edges.
    package init(nodeCount: Int, edges: [Edge]) {
        let nodes = 0..<nodeCount
        var merged: [Edge] = []
        // By weight too: sums do not depend on the order in which edges come.
        let sorted = edges.sorted {
            ($0.low, $0.high, $0.weight) < ($1.low, $1.high, $1.weight)
        }
        for edge in sorted where edge.low != edge.high {
            precondition(
                nodes.contains(edge.low) && nodes.contains(edge.high) && edge.weight.isFinite,
                "an edge joins two nodes and has a weight")
            if let last = merged.last, last.low == edge.low, last.high == edge.high {
                merged[merged.count - 1].weight += edge.weight
            } else {
                merged.append(edge)
            }
        }
        self.nodeCount = nodeCount
        self.edges = merged.filter { abs($0.weight) > 1e-9 }
    }

    /// The sum of all weights, without their signs.
    ///
    /// - Complexity: O(e).
    package var totalWeight: Double { edges.reduce(0) { $0 + abs($1.weight) } }

    /// Whether there is no way round: then two sides without contradiction exist whatever the signs.
    ///
    /// - Complexity: O(n + e), nearly.
    package var isForest: Bool {
        var sides = SideForest(nodeCount: nodeCount)
        return edges.allSatisfy { sides.join($0.low, $0.high, sameSide: true) }
    }

    /// The triangles, and how many of them have an even number of opposing edges.
    ///
    /// - Complexity: O(n + e sqrt(e)): each edge is looked at from its end of lower degree.
    ///
    /// Source: Cartwright, Harary 1956 (Psychological Review 63, doi:10.1037/h0046049).
    package var triangles: (balanced: Int, all: Int) {
        var degrees = [Int](repeating: 0, count: nodeCount)
        for edge in edges {
            degrees[edge.low] += 1
            degrees[edge.high] += 1
        }
        // Each edge goes out from its end of lower degree, the lower number where they are equal.
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        let arrows = edges.map { edge in
            (degrees[edge.low], edge.low) < (degrees[edge.high], edge.high)
                ? (from: edge.low, to: edge.high, isOpposing: edge.weight < 0)
                : (from: edge.high, to: edge.low, isOpposing: edge.weight < 0)
        }
        for arrow in arrows { starts[arrow.from + 1] += 1 }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        var ends = [(to: Int, isOpposing: Bool)](
            repeating: (to: 0, isOpposing: false), count: arrows.count)
        for arrow in arrows {
            ends[next[arrow.from]] = (to: arrow.to, isOpposing: arrow.isOpposing)
            next[arrow.from] += 1
        }
        // Per node: the node from which it was marked last, and whether by an opposing edge.
        var marks = [(by: Int, isOpposing: Bool)](
            repeating: (by: -1, isOpposing: false), count: nodeCount)
        var (balanced, all) = (0, 0)
        for node in 0..<nodeCount {
            let near = ends[starts[node]..<starts[node + 1]]
            for end in near { marks[end.to] = (by: node, isOpposing: end.isOpposing) }
            for first in near {
                for second in ends[starts[first.to]..<starts[first.to + 1]]
                where marks[second.to].by == node {
                    all += 1
                    let isOdd = first.isOpposing != second.isOpposing
                    if isOdd == marks[second.to].isOpposing { balanced += 1 }
                }
            }
        }
        return (balanced, all)
    }
}

/// Nodes that are joined into trees, with the side of each in its tree.
struct SideForest {
    /// Per node: another one of its tree, nearer the root; itself at the root.
    private var parents: [Int]
    /// Per node: whether it stands on the other side than that one.
    private var isOpposite: [Bool]
    private var sizes: [Int]

    init(nodeCount: Int) {
        parents = Array(0..<nodeCount)
        isOpposite = [Bool](repeating: false, count: nodeCount)
        sizes = [Int](repeating: 1, count: nodeCount)
    }

    /// The root of a node's tree, and whether the node stands on the other side than the root.
    func place(of node: Int) -> (root: Int, isOpposite: Bool) {
        var (root, opposite) = (node, false)
        while parents[root] != root {
            opposite = opposite != isOpposite[root]
            root = parents[root]
        }
        return (root, opposite)
    }

    /// Joins the trees of two nodes so that the two stand on the same side, or on opposite ones.
    ///
    /// The smaller tree goes under the larger, so paths have at most log2 n steps.
    ///
    /// - Returns: whether they were in different trees.
    mutating func join(_ one: Int, _ other: Int, sameSide: Bool) -> Bool {
        let (first, second) = (place(of: one), place(of: other))
        guard first.root != second.root else { return false }
        let (upper, lower) =
            sizes[first.root] >= sizes[second.root]
            ? (first.root, second.root) : (second.root, first.root)
        parents[lower] = upper
        isOpposite[lower] = (first.isOpposite != second.isOpposite) == sameSide
        sizes[upper] += sizes[lower]
        return true
    }
}

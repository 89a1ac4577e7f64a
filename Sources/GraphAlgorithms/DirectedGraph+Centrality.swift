import CIgraph

extension DirectedGraph {
    /// Where a walker is found who follows edges, an edge the likelier the more it weighs, and
    /// jumps to any node with probability 1 - `damping` or where no edge leads on.
    ///
    /// - Returns: one share per node; they sum to 1. Empty without nodes.
    /// - Throws: `GraphFailure` where igraph gives up.
    /// - Complexity: O(e) per round of igraph's Gauss-Seidel iteration to a tolerance of 1e-10;
    ///   below 128 nodes O(n^3), exactly.
    ///
    /// Source: Brin, Page 1998 (Computer Networks 30, doi:10.1016/S0169-7552(98)00110-X); solved by
    /// PRPACK in igraph.
    package func pageRank(damping: Double = 0.85) throws(GraphFailure) -> [Double] {
        guard nodeCount > 0 else { return [] }
        var ranks = [Double](repeating: 0, count: nodeCount)
        try GraphFailure.check(
            graph_page_rank(
                Int64(nodeCount), Int64(edges.count), ends(of: edges), edges.map(\.weight), damping,
                &ranks))
        return ranks
    }

    /// The share of shortest paths between others that lead through each node.
    package struct Betweenness: Hashable, Sendable {
        /// Per node a share of the ordered pairs of other nodes, 0...1.
        package var values: [Double]
        /// The number of nodes whose shortest paths were followed.
        package var sources: Int
        /// The number of nodes from which an edge leads on; `sources` where all were followed.
        package var candidates: Int

        /// Whether the values are no estimates.
        package var isExact: Bool { sources == candidates }
    }

    /// Per node v the sum over s, t of g_st(v) / g_st, divided by (n - 1)(n - 2), where g_st is the
    /// number of shortest paths from s to t and g_st(v) that of those through v. Weights do not
    /// count: they tell strength, not length.
    ///
    /// Where following all paths would take more than `steps` steps, those from some nodes, chosen
    /// by a fixed seed, are followed and the sums scaled up.
    ///
    /// - Returns: `nil` with fewer than three nodes.
    /// - Throws: `GraphFailure` where igraph gives up.
    /// - Complexity: O(n (n + e)), at most about `steps`.
    ///
    /// Source: Freeman 1977 (Sociometry 40, doi:10.2307/3033543); Brandes 2001 (J. Mathematical
    /// Sociology 25, doi:10.1080/0022250X.2001.9990249); sampling as in Brandes, Pich 2007 (Int. J.
    /// Bifurcation and Chaos 17, doi:10.1142/S0218127407018403).
    package func betweenness(steps: Int) throws(GraphFailure) -> Betweenness? {
        guard nodeCount >= 3 else { return nil }
        let degrees = outDegrees
        let candidates = (0..<nodeCount).filter { degrees[$0] > 0 }
        let affordable = max(1, steps / (nodeCount + edges.count))
        let sources =
            candidates.count <= affordable
            ? candidates : FixedSample.of(candidates, count: affordable)
        var result = Betweenness(
            values: [Double](repeating: 0, count: nodeCount), sources: sources.count,
            candidates: candidates.count)
        guard !sources.isEmpty else { return result }
        try GraphFailure.check(
            graph_betweenness(
                Int64(nodeCount), Int64(edges.count), ends(of: edges), Int64(sources.count),
                sources.map(Int64.init), &result.values))
        let scale = Double(candidates.count) / Double(sources.count)
        let pairs = Double(nodeCount - 1) * Double(nodeCount - 2)
        // A scaled sum may go beyond all pairs.
        result.values = result.values.map { min(1, max(0, $0 * scale / pairs)) }
        return result
    }

    /// Per node the greatest k such that it belongs to a part of the graph in which every node is
    /// joined to at least k others of that part, whichever way the edges point.
    ///
    /// - Throws: `GraphFailure` where igraph gives up.
    /// - Complexity: O(n + e log e).
    ///
    /// Source: Seidman 1983 (Social Networks 5, doi:10.1016/0378-8733(83)90028-X); Batagelj,
    /// Zaversnik 2003 (arXiv cs/0310049).
    package func coreNumbers() throws(GraphFailure) -> [Int] {
        // A pair with an edge each way would count twice.
        let joined = DirectedGraph(
            nodeCount: nodeCount,
            edges: edges.map { Edge(from: min($0.from, $0.to), to: max($0.from, $0.to)) }
        ).edges
        var cores = [Int64](repeating: 0, count: nodeCount)
        guard !joined.isEmpty else { return cores.map { Int($0) } }
        try GraphFailure.check(
            graph_core_numbers(Int64(nodeCount), Int64(joined.count), ends(of: joined), &cores))
        return cores.map { Int($0) }
    }

    /// The ends of edges, one after the other.
    private func ends(of edges: [Edge]) -> [Int64] {
        var ends: [Int64] = []
        ends.reserveCapacity(2 * edges.count)
        for edge in edges {
            ends.append(Int64(edge.from))
            ends.append(Int64(edge.to))
        }
        return ends
    }
}

import GraphAlgorithms

/// Where the nodes of a map stand before they are fitted into it.
enum MapLayout {
    /// Places by igraph; where it gives up, in rows.
    static func points(nodeCount: Int, edges: [(Int, Int, Double)]) -> [MapPoint] {
        let graph = DirectedGraph(
            nodeCount: nodeCount,
            // By the number of replies alone two who quarrel would stand on one spot.
            edges: edges.map { .init(from: $0.0, to: $0.1, weight: $0.2.squareRoot()) })
        guard let points = try? graph.forceDirectedLayout() else {
            let row = max(1, Int(Double(nodeCount).squareRoot()))
            return (0..<nodeCount).map { MapPoint(x: Double($0 % row), y: Double($0 / row)) }
        }
        return points.map { MapPoint(x: $0.x, y: $0.y) }
    }
}

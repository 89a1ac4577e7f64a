import Testing

@testable import GraphAlgorithms

@Suite("The layout of a graph")
struct LayoutTests {
    private func distance(_ points: [PlanePoint], _ a: Int, _ b: Int) -> Double {
        let (dx, dy) = (points[a].x - points[b].x, points[a].y - points[b].y)
        return (dx * dx + dy * dy).squareRoot()
    }

    @Test("Without nodes there are no places, and one node has one")
    func small() throws {
        #expect(try DirectedGraph(nodeCount: 0, edges: []).forceDirectedLayout().isEmpty)
        #expect(try DirectedGraph(nodeCount: 1, edges: []).forceDirectedLayout().count == 1)
    }

    @Test("Nodes of one crowd stand closer than nodes of two")
    func crowds() throws {
        var edges: [DirectedGraph.Edge] = []
        for crowd in [0, 6] {
            for a in crowd..<(crowd + 6) {
                for b in crowd..<(crowd + 6) where a < b { edges.append(.init(from: a, to: b)) }
            }
        }
        edges.append(.init(from: 0, to: 6))
        let points = try DirectedGraph(nodeCount: 12, edges: edges).forceDirectedLayout()
        for a in 1..<6 {
            for b in 7..<12 {
                #expect(distance(points, a, 0) < distance(points, a, b))
            }
        }
    }

    @Test("The same graph has the same places, finite and apart", arguments: 0..<10)
    func places(seed: UInt64) throws {
        let graph = randomGraph(nodes: 40, edges: 5 * Int(seed), seed: seed)
        let points = try graph.forceDirectedLayout()
        #expect(try graph.forceDirectedLayout() == points)
        #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        #expect(Set(points).count == 40)
    }

    @Test("Parts that nothing joins stay within sight")
    func apart() throws {
        let graph = DirectedGraph(
            nodeCount: 6,
            edges: [.init(from: 0, to: 1), .init(from: 1, to: 2), .init(from: 4, to: 3)])
        #expect(graph.parts == [0, 0, 0, 3, 3, 5])
        let points = try graph.forceDirectedLayout()
        #expect(points.indices.allSatisfy { distance(points, $0, 0) < 20 })
    }
}

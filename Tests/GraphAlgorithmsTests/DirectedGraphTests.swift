import Testing

@testable import GraphAlgorithms

@Suite("A directed graph")
struct DirectedGraphTests {
    @Test("A graph without nodes has nothing")
    func empty() throws {
        let graph = DirectedGraph(nodeCount: 0, edges: [])
        #expect(graph.inDegrees.isEmpty && graph.outDegrees.isEmpty)
        #expect(graph.mutualDegrees.isEmpty)
        #expect(try graph.pageRank().isEmpty)
        #expect(try graph.betweenness(steps: 100) == nil)
        #expect(try graph.coreNumbers().isEmpty)
    }

    @Test("Loops go, edges of one pair are added, edges stand in order")
    func merging() {
        let graph = DirectedGraph(
            nodeCount: 3,
            edges: [
                .init(from: 2, to: 0), .init(from: 1, to: 1), .init(from: 0, to: 2, weight: 2),
                .init(from: 2, to: 0, weight: 3),
            ])
        #expect(
            graph.edges == [.init(from: 0, to: 2, weight: 2), .init(from: 2, to: 0, weight: 4)])
        #expect(graph.inDegrees == [1, 0, 1])
        #expect(graph.outDegrees == [1, 0, 1])
        #expect(graph.mutualDegrees == [1, 0, 1])
    }

    @Test("Mutual degrees are what comparing all pairs says", arguments: 0..<40)
    func mutual(seed: UInt64) {
        let graph = randomGraph(nodes: 12, edges: 50, seed: seed)
        func has(_ from: Int, _ to: Int) -> Bool {
            graph.edges.contains { $0.from == from && $0.to == to }
        }
        let slow = (0..<12).map { one in (0..<12).count { has(one, $0) && has($0, one) } }
        #expect(graph.mutualDegrees == slow)
    }
}

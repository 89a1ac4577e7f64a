import TestSupport
import Testing

@testable import GraphAlgorithms

@Suite("A signed graph")
struct SignedGraphTests {
    @Test("Edges are added up either way round, and what adds up to 0 goes")
    func merging() {
        let graph = SignedGraph(
            nodeCount: 3,
            edges: [
                .init(2, 0, weight: -1), .init(0, 2, weight: 0.25), .init(1, 1, weight: 1),
                .init(0, 1, weight: 0.5), .init(1, 0, weight: -0.5),
            ])
        #expect(graph.edges == [.init(0, 2, weight: -0.75)])
        #expect(graph.totalWeight == 0.75)
        #expect(graph.isForest)
    }

    @Test("A way round is no forest")
    func forest() {
        let path = [SignedGraph.Edge(0, 1, weight: 1), .init(1, 2, weight: -1)]
        #expect(SignedGraph(nodeCount: 4, edges: path).isForest)
        #expect(
            !SignedGraph(nodeCount: 4, edges: path + [.init(0, 2, weight: 1)]).isForest)
        #expect(SignedGraph(nodeCount: 0, edges: []).isForest)
    }

    @Test("Triangles are what trying all threes says", arguments: 0..<40)
    func triangles(seed: UInt64) {
        let graph = randomSignedGraph(nodes: 11, edges: 12 + 2 * Int(seed), seed: seed)
        func weight(_ one: Int, _ other: Int) -> Double? {
            graph.edges.first { $0.low == one && $0.high == other }?.weight
        }
        var (balanced, all) = (0, 0)
        for one in 0..<11 {
            for two in one..<11 {
                for three in two..<11 {
                    guard let a = weight(one, two), let b = weight(two, three),
                        let c = weight(one, three)
                    else { continue }
                    all += 1
                    if a * b * c > 0 { balanced += 1 }
                }
            }
        }
        #expect(graph.triangles == (balanced, all))
    }

    /// What the best of all divisions of a graph of at most 17 nodes contradicts.
    private func least(_ graph: SignedGraph) -> Double {
        (0..<(1 << (graph.nodeCount - 1))).map { number in
            graph.edges.reduce(0) { sum, edge in
                let isSame = number >> edge.low & 1 == number >> edge.high & 1
                return isSame == (edge.weight < 0) ? sum + abs(edge.weight) : sum
            }
        }.min() ?? 0
    }

    @Test("Two sides contradict as little as trying all divisions says")
    func division() {
        for seed in 0..<100 {
            let graph = randomSignedGraph(nodes: 8, edges: 8 + seed % 20, seed: UInt64(seed))
            let division = graph.division()
            #expect(abs(division.frustration - least(graph)) < 1e-9, "seed \(seed)")
            #expect(graph.frustration(of: division.sides) == division.frustration)
        }
    }

    @Test("Beyond trying all, the search finds the least or little more, and never less")
    func search() {
        var (found, extra, total) = (0, 0.0, 0.0)
        for seed in 0..<12 {
            let graph = randomSignedGraph(nodes: 15, edges: 20 + 4 * seed, seed: UInt64(seed))
            let (division, least) = (graph.division(), least(graph))
            #expect(division.frustration > least - 1e-9)
            found += division.frustration < least + 1e-9 ? 1 : 0
            extra += division.frustration - least
            total += least
        }
        #expect(found >= 9)
        #expect(extra < 0.01 * total)
    }

    @Test("Two camps are found again, and a forest contradicts nothing")
    func camps() {
        // 200 in two halves; one edge in ten has the wrong sign.
        var random = SeededGenerator(seed: 4)
        let edges = (0..<2_000).map { _ in
            let one = Int.random(in: 0..<200, using: &random)
            let other = Int.random(in: 0..<200, using: &random)
            let isWrong = Int.random(in: 0..<10, using: &random) == 0
            return SignedGraph.Edge(one, other, weight: (one % 2 == other % 2) != isWrong ? 1 : -1)
        }
        let graph = SignedGraph(nodeCount: 200, edges: edges)
        let truth = (0..<200).map { $0 % 2 == 1 }
        let division = graph.division()
        #expect(division.frustration <= graph.frustration(of: truth))
        #expect(division.sides == truth || division.sides == truth.map { !$0 })

        let path = SignedGraph(
            nodeCount: 50_000,
            edges: (1..<50_000).map { .init($0 - 1, $0, weight: $0 % 3 == 0 ? 1 : -1) })
        #expect(path.division().frustration == 0)
        #expect(path.isForest)
    }

    @Test("A start that is better than the forests is kept")
    func starts() {
        let graph = randomSignedGraph(nodes: 60, edges: 700, seed: 5)
        let alone = graph.division()
        let helped = graph.division(forests: 0, startingFrom: [alone.sides])
        #expect(helped.frustration <= alone.frustration + 1e-9)
    }
}

import StanceAnalysis
import TestSupport
import Testing

@Suite struct CampSearchTests {
    /// A graph in which about half of all people have something between them.
    private func graph(seed: UInt64, people: Int) -> SignedGraph {
        var random = SeededGenerator(seed: seed)
        var edges: [SignedGraph.Edge] = []
        for first in 0..<people {
            for second in (first + 1)..<max(people, first + 1)
            where Bool.random(using: &random) {
                edges.append(
                    .init(
                        first: first, second: second,
                        weight: Double.random(in: -1...0.8, using: &random)))
            }
        }
        return SignedGraph(count: people, edges: edges, company: seed % 3 == 0 ? 0.1 : 0)
    }

    /// The largest value of all divisions into at most so many camps.
    private func best(of graph: SignedGraph, camps: Int, floor: Int) -> Double {
        var best = -Double.infinity
        var labels = [Int](repeating: 0, count: graph.count)
        counting: while true {
            let sizes = (0..<camps).map { camp in labels.count(where: { $0 == camp }) }
            if sizes.allSatisfy({ $0 >= floor }) { best = max(best, graph.value(of: labels)) }
            for at in labels.indices {
                labels[at] += 1
                if labels[at] < camps { continue counting }
                labels[at] = 0
            }
            return best
        }
    }

    @Test func theSearchFindsTheBestDivisionOfNearlyAllSmallGraphs() {
        var missed = 0
        for seed in 1...120 as ClosedRange<UInt64> {
            let graph = graph(seed: seed, people: 5 + Int(seed % 4))
            for (camps, floor) in [(2, 0), (2, 2), (3, 0)] {
                let labels = CampSearch(camps: camps, floor: floor).labels(of: graph)
                let value = graph.value(of: labels)
                let most = best(of: graph, camps: camps, floor: floor)
                #expect(value <= most + 1e-9)
                missed += value < most - 1e-9 ? 1 : 0
            }
        }
        #expect(missed <= 4)
    }

    @Test func theSearchIsNeverWorseThanItsStart() {
        var random = SeededGenerator(seed: 5)
        for seed in 1...40 as ClosedRange<UInt64> {
            let graph = graph(seed: seed, people: 30)
            let start = (0..<30).map { _ in Int.random(in: 0..<4, using: &random) }
            let labels = CampSearch(camps: 4, effort: 0).labels(of: graph, starts: [start])
            #expect(graph.value(of: labels) >= graph.value(of: start) - 1e-9)
        }
    }

    @Test func anEmptyGraphHasNoCamps() {
        #expect(CampSearch(camps: 2).labels(of: SignedGraph(count: 0, edges: [])).isEmpty)
    }

    @Test func edgesOfTheSamePeopleAreAddedUp() {
        let graph = SignedGraph(
            count: 3,
            edges: [
                .init(first: 0, second: 1, weight: 1), .init(first: 1, second: 2, weight: -3),
                .init(first: 0, second: 1, weight: 0.5),
            ], company: 0.25)
        #expect(graph.value(of: [0, 0, 1]) == 1.75)
        #expect(graph.value(of: [0, 0, 0]) == -0.75)
    }
}

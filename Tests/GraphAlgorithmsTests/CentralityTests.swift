import CIgraph
import Testing

@testable import GraphAlgorithms

@Suite("Centrality")
struct CentralityTests {
    @Test("PageRank is what the walk settles at", arguments: 0..<20)
    func pageRank(seed: UInt64) throws {
        // Small graphs are solved at once, larger ones round by round.
        let nodes = seed < 15 ? 9 : 150
        let graph = randomGraph(nodes: nodes, edges: 3 * nodes, seed: seed)
        let ranks = try graph.pageRank()
        #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
        for (fast, slow) in zip(ranks, walk(graph)) { #expect(abs(fast - slow) < 1e-8) }
    }

    /// Two hundred steps of a crowd that begins evenly spread.
    private func walk(_ graph: DirectedGraph) -> [Double] {
        let count = Double(graph.nodeCount)
        var ranks = [Double](repeating: 1 / count, count: graph.nodeCount)
        for _ in 0..<200 {
            var next = [Double](repeating: 0.15 / count, count: graph.nodeCount)
            for node in 0..<graph.nodeCount {
                let edges = graph.edges.filter { $0.from == node }
                let strength = edges.reduce(0) { $0 + $1.weight }
                for edge in edges { next[edge.to] += 0.85 * ranks[node] * edge.weight / strength }
                guard edges.isEmpty else { continue }
                for other in next.indices { next[other] += 0.85 * ranks[node] / count }
            }
            ranks = next
        }
        return ranks
    }

    @Test("Betweenness is what counting shortest paths says", arguments: 0..<30)
    func betweenness(seed: UInt64) throws {
        let graph = randomGraph(nodes: 9, edges: 8 + Int(seed), seed: seed)
        let fast = try #require(try graph.betweenness(steps: 1_000_000))
        #expect(fast.isExact)
        for (value, slow) in zip(fast.values, pathShares(graph)) {
            #expect(abs(value - slow) < 1e-12)
        }
    }

    /// Per node the share of shortest paths through it, from distances and numbers of paths.
    private func pathShares(_ graph: DirectedGraph) -> [Double] {
        let nodes = 0..<graph.nodeCount
        var distances = nodes.map { from in nodes.map { $0 == from ? 0 : 1_000 } }
        var counts = nodes.map { from in nodes.map { $0 == from ? 1.0 : 0 } }
        for edge in graph.edges { distances[edge.from][edge.to] = 1 }
        for middle in nodes {
            for from in nodes {
                for to in nodes {
                    distances[from][to] = min(
                        distances[from][to], distances[from][middle] + distances[middle][to])
                }
            }
        }
        for length in 1..<10 {
            for from in nodes {
                for to in nodes where distances[from][to] == length {
                    counts[from][to] = graph.edges.filter {
                        $0.to == to && distances[from][$0.from] == length - 1
                    }.reduce(0) { $0 + counts[from][$1.from] }
                }
            }
        }
        return nodes.map { node in
            var sum = 0.0
            for from in nodes where from != node {
                for to in nodes where to != node && to != from && distances[from][to] < 1_000 {
                    guard distances[from][node] + distances[node][to] == distances[from][to]
                    else { continue }
                    sum += counts[from][node] * counts[node][to] / counts[from][to]
                }
            }
            return sum / Double((nodes.count - 1) * (nodes.count - 2))
        }
    }

    @Test("Beyond the bound betweenness is an estimate that says so, the same every time")
    func sampledBetweenness() throws {
        let graph = randomGraph(nodes: 400, edges: 2_000, seed: 3)
        let exact = try #require(try graph.betweenness(steps: .max))
        let sampled = try #require(try graph.betweenness(steps: 480_000))
        #expect(exact.isExact && !sampled.isExact)
        #expect(sampled.sources == 480_000 / (400 + graph.edges.count))
        #expect(try graph.betweenness(steps: 480_000) == sampled)
        // Half of the sources: the sum is about right, and no node is far off.
        let (all, some) = (exact.values.reduce(0, +), sampled.values.reduce(0, +))
        #expect(abs(some / all - 1) < 0.05)
        let most = exact.values.max() ?? 0
        for (value, estimate) in zip(exact.values, sampled.values) {
            #expect(abs(value - estimate) < 0.25 * most)
        }
    }

    @Test("Core numbers are what peeling says", arguments: 0..<30)
    func cores(seed: UInt64) throws {
        let graph = randomGraph(nodes: 14, edges: 10 + 2 * Int(seed), seed: seed)
        let near = (0..<14).map { node in
            Set(graph.edges.filter { $0.from == node }.map(\.to))
                .union(graph.edges.filter { $0.to == node }.map(\.from))
        }
        var slow = [Int](repeating: 0, count: 14)
        for k in 1..<14 {
            var left = Set(0..<14)
            while let weak = left.first(where: { near[$0].intersection(left).count < k }) {
                left.remove(weak)
            }
            for node in left { slow[node] = k }
        }
        #expect(try graph.coreNumbers() == slow)
    }

    @Test("An error of igraph comes back as a number with its meaning")
    func failure() {
        var cores: [Int64] = []
        let error = graph_core_numbers(1, 1, [0, 7], &cores)
        #expect(error != 0)
        #expect(throws: GraphFailure.self) { try GraphFailure.check(error) }
        #expect(!String(cString: graph_error_message(error)).isEmpty)
        // igraph itself refuses this damping.
        var ranks = [0.0, 0]
        #expect(graph_page_rank(2, 1, [0, 1], [1], 7, &ranks) != 0)
        #expect(graph_core_numbers(-1, 0, [], &cores) != 0)
        #expect(String(cString: graph_library_version()).hasPrefix("0.10"))
    }

    @Test("Many at once get what each gets alone")
    func together() async throws {
        // One component of 2,000 nodes: large enough for igraph to share out its work.
        let graph = randomGraph(nodes: 2_000, edges: 20_000, seed: 9)
        let (ranks, cores) = (try graph.pageRank(), try graph.coreNumbers())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let isSame = try graph.pageRank() == ranks && graph.coreNumbers() == cores
                    _ = graph_core_numbers(1, 1, [0, 7], nil)
                    return isSame
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}

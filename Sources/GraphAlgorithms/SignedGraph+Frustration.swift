extension SignedGraph {
    /// A division of the nodes into two sides.
    package struct Division: Hashable, Sendable {
        /// Per node: whether it stands on the second side.
        package var sides: [Bool]
        /// The weight of the edges that contradict it: binding ones between the sides and opposing
        /// ones within one, 0...`totalWeight` / 2.
        package var frustration: Double
    }

    /// The number of nodes with edges up to which all divisions are tried.
    package static let exactNodes = 14

    /// The two sides that contradict as little weight as could be found.
    ///
    /// Finding the least is NP-hard: it is found where `exactNodes` or fewer have edges. Beyond,
    /// nodes change sides one at a time while that lessens the contradiction, from several starts:
    /// spanning forests, which contradict nothing of their own (the heaviest one, and `forests` that
    /// prefer heavy edges at random by a fixed seed), and `starts`. The best end is taken, the first
    /// of equals.
    ///
    /// - Parameter starts: divisions to start from too, per node whether it is on the second side.
    /// - Complexity: O(n + 2^14) where it is exact; else O(f e log e) for f starts, since nodes are
    ///   gone through 64 times at most.
    ///
    /// Source: the frustration index of Abelson, Rosenberg 1958 (Behavioral Science 3,
    /// doi:10.1002/bs.3830030102); Aref, Wilson 2018 (J. Complex Networks 6,
    /// doi:10.1093/comnet/cnx044) compare it with other measures.
    package func division(forests: Int = 7, startingFrom starts: [[Bool]] = []) -> Division {
        let neighbours = Neighbours(self)
        if let sides = neighbours.bestOfAll(upTo: Self.exactNodes) {
            return Division(sides: sides, frustration: frustration(of: sides))
        }
        var generator = FixedGenerator(seed: 1)
        var best: Division?
        func tryOut(_ start: [Bool]) {
            let sides = neighbours.improved(start)
            let frustration = self.frustration(of: sides)
            // Less by more than what the order of a sum makes.
            guard let least = best?.frustration, frustration >= least - 1e-9 else {
                best = Division(sides: sides, frustration: frustration)
                return
            }
        }
        for start in starts where start.count == nodeCount { tryOut(start) }
        for number in 0...forests {
            if let best, best.frustration < 1e-9 { break }
            tryOut(
                forestSides(
                    edges.map { edge in
                        let chance = number == 0 ? 1 : Double.random(in: 0..<1, using: &generator)
                        return abs(edge.weight) * chance
                    }))
        }
        return best ?? Division(sides: [], frustration: 0)
    }

    /// The weight of the edges that contradict a division into two sides.
    ///
    /// - Complexity: O(e).
    package func frustration(of sides: [Bool]) -> Double {
        edges.reduce(0) { sum, edge in
            (sides[edge.low] == sides[edge.high]) == (edge.weight < 0)
                ? sum + abs(edge.weight) : sum
        }
    }

    /// The sides that a spanning forest says, grown from the edges by falling preference.
    private func forestSides(_ preferences: [Double]) -> [Bool] {
        var forest = SideForest(nodeCount: nodeCount)
        let order = edges.indices.sorted {
            (-preferences[$0], $0) < (-preferences[$1], $1)
        }
        for index in order {
            let edge = edges[index]
            _ = forest.join(edge.low, edge.high, sameSide: edge.weight > 0)
        }
        return (0..<nodeCount).map { forest.place(of: $0).isOpposite }
    }
}

/// The edges of a signed graph by node.
private struct Neighbours {
    private var starts: [Int]
    private var ends: [Int]
    private var weights: [Double]

    init(_ graph: SignedGraph) {
        starts = [Int](repeating: 0, count: graph.nodeCount + 1)
        for edge in graph.edges {
            starts[edge.low + 1] += 1
            starts[edge.high + 1] += 1
        }
        for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        ends = [Int](repeating: 0, count: 2 * graph.edges.count)
        weights = [Double](repeating: 0, count: 2 * graph.edges.count)
        for edge in graph.edges {
            for (node, end) in [(edge.low, edge.high), (edge.high, edge.low)] {
                ends[next[node]] = end
                weights[next[node]] = edge.weight
                next[node] += 1
            }
        }
    }

    /// Sides after each node, in turn, changed its own while more weight spoke against it than for.
    func improved(_ start: [Bool]) -> [Bool] {
        var sides = start
        // Weights are real: a bound on the rounds keeps the time linear whatever they are.
        for _ in 0..<64 {
            var hasChanged = false
            for node in sides.indices {
                if support(of: node, in: sides) < -1e-9 {
                    sides[node].toggle()
                    hasChanged = true
                }
            }
            guard hasChanged else { break }
        }
        return sides
    }

    /// The best of all divisions, or `nil` where more nodes than that have edges.
    func bestOfAll(upTo limit: Int) -> [Bool]? {
        let joined = starts.indices.dropLast().filter { starts[$0] < starts[$0 + 1] }
        guard joined.count <= limit else { return nil }
        var sides = [Bool](repeating: false, count: starts.count - 1)
        guard joined.count >= 2 else { return sides }
        var best = sides
        var (change, least) = (0.0, 0.0)
        // Gray code: from one division to the next one node changes sides. The first node stays.
        for number in 1..<(1 << (joined.count - 1)) {
            let node = joined[number.trailingZeroBitCount + 1]
            change += support(of: node, in: sides)
            sides[node].toggle()
            if change < least - 1e-9 {
                least = change
                best = sides
            }
        }
        return best
    }

    /// The weight that speaks for a node's side, less that against it: what contradicts more once
    /// the node changes.
    private func support(of node: Int, in sides: [Bool]) -> Double {
        var support = 0.0
        for index in starts[node]..<starts[node + 1] {
            support += sides[ends[index]] == sides[node] ? weights[index] : -weights[index]
        }
        return support
    }
}

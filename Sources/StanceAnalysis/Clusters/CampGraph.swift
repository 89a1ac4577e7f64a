/// The evidence of a tally with people in an order of their own, from which signed graphs are made.
struct CampGraph: Sendable {
    /// What is known of two people, the smaller index first.
    struct Record: Sendable {
        var first: Int
        var second: Int
        var evidence: PairEvidence
        /// The belief that they are on one side, -1...1.
        var belief: Double
    }

    /// The keys of the people with any evidence, sorted by their bytes.
    let people: [String]
    /// The evidence by the two people.
    let records: [Record]
    let heat: Double
    let weights: CampWeights

    /// The most neighbours of one person through whom others are said to share a friend or opponent.
    private static let sharedNeighbours = 32

    init(_ tally: CampTally, weights: CampWeights) {
        let heat = tally.heat
        var used = [Bool](repeating: false, count: tally.people.count)
        for pair in tally.pairs.keys {
            used[pair.first] = true
            used[pair.second] = true
        }
        let order = tally.people.indices.filter { used[$0] }
            .map { (index: $0, key: tally.people[$0]) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        var place = [Int](repeating: -1, count: tally.people.count)
        for (at, person) in order.enumerated() { place[person.index] = at }
        people = order.map(\.key)
        self.heat = heat
        self.weights = weights
        records = tally.pairs.map { pair, evidence in
            let first = place[pair.first]
            let second = place[pair.second]
            return Record(
                first: min(first, second), second: max(first, second), evidence: evidence,
                belief: weights.belief(evidence, heat: heat))
        }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// The signed graph of all records.
    var graph: SignedGraph { graph(of: records) }

    /// The signed graph of some records, such as those of a sample.
    ///
    /// - Complexity: O(n + m log m) in people and records; each person joins at most 32 others.
    func graph(of records: [Record]) -> SignedGraph {
        var edges = records.map { record in
            SignedGraph.Edge(
                first: record.first, second: record.second,
                weight: weights.belief * record.belief + weights.answering * heat)
        }
        for shared in Self.shared(records, people: people.count) {
            edges.append(
                SignedGraph.Edge(
                    first: shared.first, second: shared.second,
                    weight: weights.shared * NaturalLogarithm.tangent(shared.weight)))
        }
        return SignedGraph(
            count: people.count, edges: edges,
            company: weights.company / Double(max(1, people.count)))
    }

    /// How far two people believe the same of third ones: for each two the sum over the third of
    /// the product of the beliefs. Common opponents count as common friends do.
    static func shared(_ records: [Record], people: Int) -> [SignedGraph.Edge] {
        var around = [[(other: Int, belief: Double)]](repeating: [], count: people)
        for record in records {
            around[record.first].append((record.second, record.belief))
            around[record.second].append((record.first, record.belief))
        }
        var products: [SignedGraph.Edge] = []
        for var neighbours in around where neighbours.count > 1 {
            if neighbours.count > sharedNeighbours {
                neighbours.sort { (abs($0.belief), $1.other) > (abs($1.belief), $0.other) }
                neighbours.removeSubrange(sharedNeighbours...)
            }
            neighbours.sort { $0.other < $1.other }
            for (at, one) in neighbours.enumerated() {
                for two in neighbours[(at + 1)...] {
                    products.append(
                        SignedGraph.Edge(
                            first: one.other, second: two.other, weight: one.belief * two.belief))
                }
            }
        }
        products.sort { ($0.first, $0.second, $0.weight) < ($1.first, $1.second, $1.weight) }
        var sums: [SignedGraph.Edge] = []
        for product in products {
            if let last = sums.last, last.first == product.first, last.second == product.second {
                sums[sums.count - 1].weight += product.weight
            } else {
                sums.append(product)
            }
        }
        return sums
    }
}

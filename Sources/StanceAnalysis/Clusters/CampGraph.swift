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
    /// Whether each of them is an article rather than somebody who can be in a camp.
    let isGuest: [Bool]
    /// The evidence by the two people.
    let records: [Record]
    let heat: Double
    let weights: CampWeights

    /// The most neighbours of one person through whom others are said to share a friend or opponent.
    private static let sharedNeighbours = 32

    /// - Parameter isPerson: whether a key is of somebody who can be in a camp; all are if not given.
    init(_ tally: CampTally, weights: CampWeights, isPerson: (String) -> Bool = { _ in true }) {
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
        isGuest = people.map { !isPerson($0) }
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

    /// What any two people of a camp weigh.
    var company: Double { weights.company / Double(max(1, people.count)) }

    /// What two people weigh of whom it is believed that they are on one side, or that they are not.
    func weight(of belief: Double) -> Double {
        weights.belief * belief + weights.answering * heat
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
                weight: weight(of: record.belief))
        }
        for shared in Self.shared(records, people: people.count) {
            edges.append(
                SignedGraph.Edge(
                    first: shared.first, second: shared.second,
                    weight: weights.shared * NaturalLogarithm.tangent(shared.weight)))
        }
        return SignedGraph(
            count: people.count, edges: edges,
            company: company, isGuest: isGuest)
    }

    /// How far two people believe the same of third ones: for each two the sum over the third of
    /// the product of the beliefs. Common opponents count as common friends do.
    ///
    /// - Complexity: O(n + m log m) in people and records; each person is joined with at most 32
    ///   others through each of his neighbours.
    static func shared(_ records: [Record], people: Int) -> [SignedGraph.Edge] {
        var around = [[(other: Int, belief: Double)]](repeating: [], count: people)
        for record in records {
            around[record.first].append((record.second, record.belief))
            around[record.second].append((record.first, record.belief))
        }
        var middles = [[(middle: Int, belief: Double)]](repeating: [], count: people)
        for middle in around.indices {
            if around[middle].count > sharedNeighbours {
                around[middle].sort { (abs($0.belief), $1.other) > (abs($1.belief), $0.other) }
                around[middle].removeSubrange(sharedNeighbours...)
            }
            for (other, belief) in around[middle] { middles[other].append((middle, belief)) }
        }
        // Each sum is made in the order of the third people, whatever the order of the records.
        var sums = [Double](repeating: 0, count: people)
        var isTouched = [Bool](repeating: false, count: people)
        var edges: [SignedGraph.Edge] = []
        for person in 0..<people {
            var touched: [Int] = []
            for (middle, belief) in middles[person] {
                for neighbour in around[middle] where neighbour.other > person {
                    if !isTouched[neighbour.other] {
                        isTouched[neighbour.other] = true
                        touched.append(neighbour.other)
                    }
                    sums[neighbour.other] += belief * neighbour.belief
                }
            }
            touched.sort()
            for other in touched {
                edges.append(
                    SignedGraph.Edge(first: person, second: other, weight: sums[other]))
                sums[other] = 0
                isTouched[other] = false
            }
        }
        return edges
    }
}

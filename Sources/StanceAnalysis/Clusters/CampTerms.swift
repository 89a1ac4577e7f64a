/// What speaks for a person's side, apart by its kinds, when the sides of all others are known: the
/// rows that the weights of dividing people are learnt from.
package struct CampTerms: Sendable {
    /// The keys of the people.
    package let people: [String]
    private let records: [CampGraph.Record]
    private let shared: [SignedGraph.Edge]
    private let heat: Double

    package init(_ tally: CampTally, weights: CampWeights) {
        let graph = CampGraph(tally, weights: weights)
        people = graph.people
        records = graph.records
        heat = graph.heat
        shared = CampGraph.shared(graph.records, people: people.count)
    }

    /// What belief, answering, shared and company say for a person's own side (1 or -1); those of
    /// side 0 say nothing.
    ///
    /// - Complexity: O(m) in the pairs.
    package func fields(of person: Int, labels: [Int]) -> [Double] {
        var fields = [Double](repeating: 0, count: 4)
        func sign(_ first: Int, _ second: Int) -> Double? {
            first == person || second == person ? Double(labels[first] * labels[second]) : nil
        }
        for record in records {
            guard let sign = sign(record.first, record.second) else { continue }
            fields[0] += sign * record.belief
            fields[1] += sign * heat
        }
        for edge in shared {
            guard let sign = sign(edge.first, edge.second) else { continue }
            fields[2] += sign * NaturalLogarithm.tangent(edge.weight)
        }
        let all = labels.reduce(0, +) - labels[person]
        fields[3] = Double(labels[person] * all) / Double(max(1, people.count))
        return fields
    }
}

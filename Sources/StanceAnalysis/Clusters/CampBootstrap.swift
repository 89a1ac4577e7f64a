/// How sure it is that each person is in his camp: the share of samples of the evidence, drawn with
/// replacement, in which he comes out there (Efron, Annals of Statistics 7, 1979).
struct CampBootstrap: Sendable {
    static let mostRounds = 50
    static let fewestRounds = 8
    /// The number of pairs whose sampling is worth all rounds.
    private static let fullPairs = 2_000

    /// The confidence of each person in his label, 0...1; 0.5 for who is in no sample.
    ///
    /// What two people said to each other is drawn as a whole, a number of times that follows the
    /// Poisson distribution of mean 1.
    static func confidences(of graph: CampGraph, labels: [Int], camps: Int, floor: Int) -> [Double]
    {
        let count = labels.count
        var inside = [Int](repeating: 0, count: count)
        var drawn = [Int](repeating: 0, count: count)
        let rounds = max(
            fewestRounds,
            min(mostRounds, mostRounds * fullPairs / max(fullPairs, graph.records.count)))
        for round in 0..<rounds {
            var generator = RepeatableGenerator(seed: 1_000 + UInt64(round))
            var isDrawn = [Bool](repeating: false, count: count)
            var records: [CampGraph.Record] = []
            for record in graph.records {
                let times = poisson(&generator)
                guard times > 0 else { continue }
                var record = record
                if times > 1 {
                    record.evidence = record.evidence * Int64(times)
                    record.belief = graph.weights.belief(record.evidence, heat: graph.heat)
                }
                records.append(record)
                isDrawn[record.first] = true
                isDrawn[record.second] = true
            }
            let search = CampSearch(
                camps: camps, floor: floor, effort: 2, seed: UInt64(round) + 1)
            let sample = aligned(
                search.labels(of: graph.graph(of: records), starts: [labels]), to: labels,
                camps: camps)
            for person in 0..<count where isDrawn[person] {
                drawn[person] += 1
                inside[person] += sample[person] == labels[person] ? 1 : 0
            }
        }
        return (0..<count).map { drawn[$0] > 0 ? Double(inside[$0]) / Double(drawn[$0]) : 0.5 }
    }

    private static func poisson(_ generator: inout RepeatableGenerator) -> Int {
        // P(X <= k) of mean 1 in parts of a million.
        let draw = generator.next(below: 1_000_000)
        for (times, bound) in [367_879, 735_759, 919_699, 981_012, 996_340, 999_406].enumerated()
        where draw < bound {
            return times
        }
        return 6
    }

    /// Names the camps of a sample after those that they share most people with.
    private static func aligned(_ sample: [Int], to labels: [Int], camps: Int) -> [Int] {
        let width = max(camps, (sample.max() ?? 0) + 1, (labels.max() ?? 0) + 1)
        var common = [Int](repeating: 0, count: width * width)
        for (one, two) in zip(sample, labels) { common[one * width + two] += 1 }
        var names = [Int](repeating: -1, count: width)
        var isTaken = [Bool](repeating: false, count: width)
        for at in common.indices.sorted(by: { (common[$0], $1) > (common[$1], $0) })
        where common[at] > 0 && names[at / width] < 0 && !isTaken[at % width] {
            names[at / width] = at % width
            isTaken[at % width] = true
        }
        return sample.map { names[$0] }
    }
}

/// Tells whether a discussion falls into two sides more than chance makes it.
///
/// The gain of the best division into two over none is compared with that of the same evidence laid
/// on other people: pairs swap their partners so that everybody keeps the number of people he talks
/// to (Maslov and Sneppen, Science 296, 2002), then the evidence of the pairs is shuffled. So
/// chance disagrees as often, talks as often and is as central as the people are. What two people
/// share with third ones is left out of both.
struct CampTest: Sendable {
    /// The most rounds of chance.
    static let mostRounds = 200
    /// The fewest rounds, in discussions so large that more would take too long.
    static let fewestRounds = 20
    /// After so many rounds it is asked whether more could change the answer.
    private static let firstRounds = 40
    /// Outside these they could not.
    private static let openAnswers = 1.0...5.0
    /// The number of pairs whose shuffling is worth all rounds.
    private static let fullPairs = 2_000

    /// How many standard deviations the gain is above chance; 0 where chance always gives the same.
    static func z(_ graph: CampGraph) -> Double {
        let actual = gain(graph.graph(of: graph.records, sharing: false))
        let rounds = max(
            fewestRounds,
            min(mostRounds, mostRounds * fullPairs / max(fullPairs, graph.records.count)))
        var generator = RepeatableGenerator(seed: 11)
        var sum = 0.0
        var squares = 0.0
        var done = 0
        func z() -> Double {
            let mean = sum / Double(done)
            let variance = squares / Double(done) - mean * mean
            return variance > 1e-12 ? (actual - mean) / variance.squareRoot() : 0
        }
        while done < rounds {
            if done == firstRounds, !openAnswers.contains(z()) { break }
            done += 1
            let chance = gain(
                graph.graph(of: shuffled(graph.records, &generator), sharing: false))
            sum += chance
            squares += chance * chance
        }
        return z()
    }

    /// What two camps weigh more than one.
    private static func gain(_ graph: SignedGraph) -> Double {
        let search = CampSearch(camps: 2, effort: 2, seed: 5)
        return graph.value(of: search.labels(of: graph))
            - graph.value(of: [Int](repeating: 0, count: graph.count))
    }

    private static func shuffled(
        _ records: [CampGraph.Record], _ generator: inout RepeatableGenerator
    ) -> [CampGraph.Record] {
        var result = records
        var present = Set(records.map { CampTally.Pair(first: $0.first, second: $0.second) })
        for _ in 0..<(records.count * 4) {
            let one = generator.next(below: records.count)
            let two = generator.next(below: records.count)
            let flip = generator.next(below: 2) == 1
            let a = result[one].first
            let b = result[one].second
            let c = flip ? result[two].second : result[two].first
            let d = flip ? result[two].first : result[two].second
            guard a != d, c != b, a != c, b != d else { continue }
            let left = CampTally.Pair(first: min(a, d), second: max(a, d))
            let right = CampTally.Pair(first: min(c, b), second: max(c, b))
            guard !present.contains(left), !present.contains(right) else { continue }
            present.remove(CampTally.Pair(first: min(a, b), second: max(a, b)))
            present.remove(CampTally.Pair(first: min(c, d), second: max(c, d)))
            present.insert(left)
            present.insert(right)
            (result[one].first, result[one].second) = (left.first, left.second)
            (result[two].first, result[two].second) = (right.first, right.second)
        }
        for at in stride(from: result.count - 1, to: 0, by: -1) {
            let other = generator.next(below: at + 1)
            let belief = result[at].belief
            result[at].belief = result[other].belief
            result[other].belief = belief
        }
        return result
    }
}

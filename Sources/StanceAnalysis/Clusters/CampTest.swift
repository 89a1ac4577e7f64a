/// Tells whether a discussion falls into two sides more than chance makes it.
///
/// The gain of the best division into two over none is compared with that of the same beliefs between
/// other people, drawn so that everybody keeps as many friends and as many opponents: pairs of one
/// sign swap their partners (Maslov and Sneppen, Science 296, 2002), and where the new pairs already
/// believe the opposite, all four change their signs. So chance disagrees as often, talks as often and
/// is as central as the people are, and who is contradicted by everybody stays so: that makes no camp.
/// What two people share with third ones is left out of both.
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
        var places = PairPlaces(capacity: graph.records.count)
        for (at, record) in graph.records.enumerated() {
            places.put(at, at: record.first, record.second)
        }
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
                graph.graph(of: shuffled(graph.records, places, &generator), sharing: false))
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

    /// The records with other partners; their beliefs keep their signs for everybody.
    ///
    /// - Parameter places: the record of each pair.
    private static func shuffled(
        _ records: [CampGraph.Record], _ places: PairPlaces,
        _ generator: inout RepeatableGenerator
    ) -> [CampGraph.Record] {
        var result = records
        var places = places
        for _ in 0..<(records.count * (records.count > fullPairs ? 4 : 8)) {
            let one = generator.next(below: records.count)
            let two = generator.next(below: records.count)
            let flip = generator.next(below: 2) == 1
            let isFriendly = result[one].belief > 0
            let a = result[one].first
            let b = result[one].second
            let c = flip ? result[two].second : result[two].first
            let d = flip ? result[two].first : result[two].second
            guard isFriendly == (result[two].belief > 0), a != d, c != b, a != c, b != d else {
                continue
            }
            switch (places[a, d], places[c, b]) {
            case (nil, nil):
                places.remove(a, b)
                places.remove(c, d)
                places.put(one, at: a, d)
                places.put(two, at: c, b)
                (result[one].first, result[one].second) = (min(a, d), max(a, d))
                (result[two].first, result[two].second) = (min(c, b), max(c, b))
            case (let three?, let four?):
                let signs = [three, four].map { result[$0].belief > 0 }
                guard signs == [!isFriendly, !isFriendly] else { continue }
                let beliefs = (result[one].belief, result[two].belief)
                (result[one].belief, result[two].belief) =
                    (result[three].belief, result[four].belief)
                (result[three].belief, result[four].belief) = beliefs
            default: continue
            }
        }
        return result
    }
}

/// Tells whether a discussion falls into two sides more than chance makes it.
///
/// The gain of the best division into two over none is compared with that of the same beliefs between
/// other people, drawn so that everybody keeps as many friends and as many opponents (`PairShuffle`).
/// So chance disagrees as often, talks as often and is as central as the people are, and who is
/// contradicted by everybody stays so: that makes no camp. What two people share with third ones is
/// left out of both.
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
    /// Beyond so many pairs each round goes on from the one before instead of from the graph itself,
    /// and it is asked sooner, though of a wider range, whether more rounds could change the answer:
    /// sums over so many hardly vary.
    private static let manyPairs = 20_000
    private static let firstRoundsOfMany = 6
    private static let openAnswersOfMany = -1.0...10.0

    /// How many standard deviations the gain is above chance; 0 where chance always gives the same.
    ///
    /// - Complexity: O(r · s · (n + m)) in at most 200 rounds, fewer in larger graphs and at least 20,
    ///   or 6 where there are more than 20,000 pairs; in sweeps (at most 60), people and pairs.
    static func z(_ graph: CampGraph) -> Double {
        let pairs = graph.records.map { record in
            PairShuffle.Pair(
                first: Int32(record.first), second: Int32(record.second),
                weight: graph.weight(of: record.belief), isFriendly: record.belief > 0)
        }
        var shuffle = PairShuffle(
            pairs, people: graph.people.count, attempts: pairs.count > fullPairs ? 4 : 8)
        var search = TwoCampSearch(people: graph.people.count, pairs: pairs, company: graph.company)
        let actual = search.gain(of: shuffle.pairs)
        let rounds = max(
            fewestRounds, min(mostRounds, mostRounds * fullPairs / max(fullPairs, pairs.count)))
        var generator = RepeatableGenerator(seed: 11)
        var sum = 0.0
        var squares = 0.0
        var done = 0
        func z() -> Double {
            let mean = sum / Double(done)
            let variance = squares / Double(done) - mean * mean
            return variance > 1e-12 ? (actual - mean) / variance.squareRoot() : 0
        }
        let isOfMany = pairs.count > manyPairs
        let asked = isOfMany ? firstRoundsOfMany : firstRounds
        let open = isOfMany ? openAnswersOfMany : openAnswers
        while done < rounds {
            if done == asked, !open.contains(z()) { break }
            let isChanged =
                isOfMany && done > 0
                ? shuffle.drawFurther(&generator) : shuffle.draw(&generator)
            done += 1
            let chance = isChanged ? search.gain(of: shuffle.pairs) : actual
            sum += chance
            squares += chance * chance
        }
        return z()
    }
}

import TestSupport
import Testing

@testable import StanceAnalysis

@Suite struct TwoCampSearchTests {
    private func pairs(seed: UInt64, people: Int, neighbours: Int) -> [PairShuffle.Pair] {
        var random = SeededGenerator(seed: seed)
        var pairs: [PairShuffle.Pair] = []
        for first in 0..<people {
            for second in (first + 1)..<max(people, first + 1)
            where Int.random(in: 0..<people, using: &random) < neighbours {
                let weight = Double.random(in: -1...0.8, using: &random)
                pairs.append(
                    PairShuffle.Pair(
                        first: Int32(first), second: Int32(second), weight: weight,
                        isFriendly: weight > 0))
            }
        }
        return pairs
    }

    /// What the search for any number of camps gains with two.
    private func gain(_ pairs: [PairShuffle.Pair], people: Int, company: Double) -> Double {
        let graph = SignedGraph(
            count: people,
            edges: pairs.map {
                .init(first: Int($0.first), second: Int($0.second), weight: $0.weight)
            }, company: company)
        let labels = CampSearch(camps: 2, effort: 2, seed: 5).labels(of: graph)
        return graph.value(of: labels) - graph.value(of: [Int](repeating: 0, count: people))
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func itFindsToTheLastDigitWhatTheGeneralSearchFinds(seed: UInt64) {
        let people = [2, 5, 12, 40, 300, 1_100][Int(seed % 6)]
        let company = seed % 3 == 0 ? 0 : 2 / Double(people)
        let pairs = pairs(seed: seed, people: people, neighbours: 2 + Int(seed % 5))
        var shuffle = PairShuffle(pairs, people: people, attempts: 8)
        var search = TwoCampSearch(people: people, pairs: pairs, company: company)
        var generator = RepeatableGenerator(seed: seed)
        for _ in 0..<4 {
            let now = (0..<shuffle.pairs.count).map { shuffle.pairs[$0] }
            let found = search.gain(of: shuffle.pairs)
            #expect(found == gain(now, people: people, company: company))
            _ = shuffle.draw(&generator)
        }
    }

    @Test func shuffledPairsLeaveEverybodyAsManyFriendsAndOpponents() {
        for people in [20, 400] {
            let pairs = pairs(seed: 9, people: people, neighbours: 5)
            var shuffle = PairShuffle(pairs, people: people, attempts: 8)
            var generator = RepeatableGenerator(seed: 3)
            func degrees(_ pairs: [PairShuffle.Pair]) -> [SIMD2<Int>] {
                var degrees = [SIMD2<Int>](repeating: .zero, count: people)
                for pair in pairs {
                    degrees[Int(pair.first)][pair.isFriendly ? 0 : 1] += 1
                    degrees[Int(pair.second)][pair.isFriendly ? 0 : 1] += 1
                }
                return degrees
            }
            for round in 0..<6 {
                let isChanged =
                    round.isMultiple(of: 2)
                    ? shuffle.draw(&generator) : shuffle.drawFurther(&generator)
                #expect(isChanged)
                let now = (0..<shuffle.pairs.count).map { shuffle.pairs[$0] }
                #expect(degrees(now) == degrees(pairs))
                #expect(Set(now.map { SIMD2($0.first, $0.second) }).count == now.count)
                #expect(now.allSatisfy { $0.first < $0.second })
            }
        }
    }
}

import TestSupport
import Testing

@testable import StanceAnalysis

@Suite struct PairPlacesTests {
    @Test(arguments: 1...5 as ClosedRange<UInt64>, [24, 1_000])
    func itDoesWhatADictionaryDoes(seed: UInt64, people: Int) {
        var random = SeededGenerator(seed: seed)
        var places = PairPlaces(people: people, capacity: 60)
        var expected: [[Int]: Int] = [:]
        for step in 0..<4_000 {
            let first = Int.random(in: 0..<12, using: &random)
            let second = Int.random(in: 12..<24, using: &random)
            let isTurned = Bool.random(using: &random)
            let (one, two) = isTurned ? (second, first) : (first, second)
            if expected.count < 60 && Bool.random(using: &random) {
                places.put(step, at: one, two)
                expected[[first, second]] = step
            } else {
                places.remove(one, two)
                expected[[first, second]] = nil
            }
            if step % 200 == 0 {
                for first in 0..<12 {
                    for second in 12..<24 {
                        let place = places[second, first]
                        #expect(place == expected[[first, second]] ?? -1)
                    }
                }
            }
        }
    }
}

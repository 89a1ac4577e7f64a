import TestSupport
import Testing

@testable import StanceAnalysis

@Suite struct WordTableTests {
    @Test(arguments: [0, 1, 12, 5_000])
    func itHoldsWhatADictionaryHolds(count: Int) {
        var random = SeededGenerator(seed: UInt64(count) + 1)
        var expected: [UInt32: SIMD4<Int8>] = [:]
        while expected.count < count {
            expected[UInt32.random(in: 1...UInt32.max, using: &random)] = SIMD4(
                .random(in: -128...127, using: &random), .random(in: -128...127, using: &random),
                .random(in: -128...127, using: &random), .random(in: -128...127, using: &random))
        }
        let keys = expected.keys.sorted()
        let table = WordTable(keys, keys.map { expected[$0] ?? .zero })
        table.withFinder { finder in
            for key in keys {
                #expect(finder.mayHold(key) == 1)
                #expect(finder.weights(at: finder.slot(of: key)) == expected[key])
            }
            for _ in 0..<2_000 {
                let key = UInt32.random(in: 1...UInt32.max, using: &random)
                #expect((finder.slot(of: key) >= 0) == (expected[key] != nil))
                if expected[key] != nil { #expect(finder.mayHold(key) == 1) }
            }
        }
    }
}

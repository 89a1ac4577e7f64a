import TestSupport
import Testing

@testable import DiscussionStorage

@Suite("Places of rows")
struct RowPlacesTests {
    @Test(
        "Every row has the place that it was given, and no other has one",
        arguments: [
            [5, 6, 7, 9], [5, 22, 40], [5, 21, 38], [100, 5, 101], [0, 17, 1_000_000, 18],
            [Int.min, Int.max, 0], [Int.max, Int.min], [-3, -2, 0, 16, 17, 33], [],
        ])
    func places(rows: [Int]) {
        var places = RowPlaces()
        for (place, row) in rows.enumerated() { places.add(row, at: place) }
        for (place, row) in rows.enumerated() { #expect(places[row] == place) }
        let near = rows.flatMap { row in (-20...20).map { row &+ $0 } }
        for row in near + [Int.min, Int.max, 0] where !rows.contains(row) {
            #expect(places[row] == nil)
        }
    }

    @Test("They are those of a dictionary", arguments: 1...20)
    func dictionary(seed: Int) {
        var state = UInt64(seed)
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var (places, expected, row) = (RowPlaces(), [Int: Int](), draw(1_000))
        for place in 0..<500 {
            row += [1, 1, 1, 1, 2, 16, 17, 18, 1_000][draw(9)]
            places.add(row, at: place)
            expected[row] = place
        }
        for row in 0...(row + 20) { #expect(places[row] == expected[row]) }
    }
}

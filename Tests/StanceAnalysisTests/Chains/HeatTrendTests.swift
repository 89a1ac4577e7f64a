import DiscussionModel
import TestSupport
import Testing

@testable import StanceAnalysis

@Suite struct HeatTrendTests {
    @Test func fewerThanFourHeatsHaveNoTrend() {
        #expect(HeatTrend.trend(of: [0, 1, 2]) == nil)
    }

    @Test func theSlopeIsThatOfALineAndFallingIsTheMirrorOfRising() throws {
        let rising = try #require(HeatTrend.trend(of: [0, 0.5, 1, 1.5, 2]))
        #expect(rising.slope == 0.5)
        #expect(rising.pValue == 2.0 / 120)
        let falling = try #require(HeatTrend.trend(of: [2, 1.5, 1, 0.5, 0]))
        #expect(falling.slope == -0.5)
        #expect(falling.pValue == rising.pValue)
    }

    @Test func oneOutlierBendsNoLine() throws {
        let trend = try #require(HeatTrend.trend(of: [0, 1, 2, 40, 4, 5, 6]))
        #expect(trend.slope == 1)
    }

    @Test(arguments: [4, 7, 8, 50, 1_000])
    func equalHeatsHaveNoSlope(_ count: Int) throws {
        let trend = try #require(HeatTrend.trend(of: [Double](repeating: 1.5, count: count)))
        #expect(trend.slope == 0)
        #expect(trend.pValue == 1)
    }

    @Test(arguments: 4...7)
    func shortTrendsAreThoseOfAllOrders(_ count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        for round in 0..<8 {
            // Equal heats in every other round.
            let heats = (0..<count).map { _ in
                let heat = Double.random(in: -3...3, using: &generator)
                return round % 2 == 0 ? heat : heat.rounded()
            }
            let all = Self.orders(heats)
            let far = all.count { abs(Self.steadiness($0)) >= abs(Self.steadiness(heats)) }
            let trend = try #require(HeatTrend.trend(of: heats))
            #expect(trend.slope == Self.slope(heats))
            #expect(abs(trend.pValue - Double(far) / Double(all.count)) < 1e-12)
        }
    }

    @Test func longTrendsAreFound() throws {
        var generator = SeededGenerator(seed: 9)
        for count in [8, 20, 21, 100, 5_000] {
            let noise = (0..<count).map { _ in Double.random(in: -1...1, using: &generator) }
            let rising = noise.enumerated().map {
                $0.element + 4 * Double($0.offset) / Double(count)
            }
            let trend = try #require(HeatTrend.trend(of: rising))
            #expect(trend.pValue < 0.05)
            #expect((2...6).contains(trend.slope * Double(count)))
        }
    }

    @Test func theOrdersOfTwentyAreCountedExactly() throws {
        let rising = (0..<20).map { Double($0 * $0) }
        let trend = try #require(HeatTrend.trend(of: rising))
        #expect(trend.pValue == 2.0 / (1...20).reduce(1.0) { $0 * Double($1) })
    }

    @Test func chanceSeldomLooksLikeATrend() {
        var generator = SeededGenerator(seed: 10)
        let small = (0..<200).count { _ in
            let noise = (0..<12).map { _ in Double.random(in: -1...1, using: &generator) }
            return (HeatTrend.trend(of: noise)?.pValue ?? 1) <= 0.05
        }
        // 10 are expected of 200; 25 or more have a probability below 0.0001.
        #expect(small < 25)
    }

    private static func slope(_ heats: [Double]) -> Double {
        var slopes: [Double] = []
        for i in heats.indices {
            for j in heats.indices where j > i {
                slopes.append((heats[j] - heats[i]) / Double(j - i))
            }
        }
        slopes.sort()
        let middle = slopes.count / 2
        return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
    }

    /// Rising pairs less falling ones.
    private static func steadiness(_ heats: [Double]) -> Int {
        var steadiness = 0
        for i in heats.indices {
            for j in heats.indices where j > i {
                steadiness += heats[j] > heats[i] ? 1 : heats[j] < heats[i] ? -1 : 0
            }
        }
        return steadiness
    }

    private static func orders(_ heats: [Double]) -> [[Double]] {
        guard let first = heats.first else { return [[]] }
        return orders(Array(heats.dropFirst())).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
        }
    }
}

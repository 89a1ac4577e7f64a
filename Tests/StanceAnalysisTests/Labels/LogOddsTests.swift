import Testing

@testable import StanceAnalysis

@Suite("Weighted log-odds")
struct LogOddsTests {
    private func root(_ x: Double) -> Double { x.squareRoot() }

    @Test func theFormulaGivesWhatItGivesByHand() {
        // 3 of 4 against 1 of 4, both expected to be half of them, α₀ = 2, so α = 1:
        // odds 4/2 and 2/4, δ = ln 4; σ² = 1/4 + 1/2 + 1/2 + 1/4 = 3/2.
        let odds = LogOdds(
            .init(users: 3, commenters: 4, expected: 0.5),
            .init(users: 1, commenters: 4, expected: 0.5), prior: 2)
        #expect(abs(odds.difference - 1.386294) < 1e-6)
        #expect(abs(odds.z - 1.386294 / root(1.5)) < 1e-6)
    }

    @Test func whatTheLengthsLetExpectIsNoDifference() {
        // 2 of 4 where half is expected, 1 of 4 where a quarter is.
        let odds = LogOdds(
            .init(users: 2, commenters: 4, expected: 0.5),
            .init(users: 1, commenters: 4, expected: 0.25), prior: 2)
        #expect(abs(odds.difference) < 1e-12)
    }

    @Test func aWeightierPriorAsksForMore() {
        func z(_ prior: Double) -> Double {
            LogOdds(
                .init(users: 6, commenters: 8, expected: 0.4),
                .init(users: 1, commenters: 9, expected: 0.4), prior: prior
            ).z
        }
        #expect(z(2) > z(8))
        #expect(z(8) > z(40))
    }

    @Test func theUsersFollowFromTheLengths() throws {
        // Four wrote 10 words each, four 20. With e^(−10 λ) = 1/2 half of the first use the term,
        // 2, and 1 − 1/4 of the second, 3; together 5.
        var use = ExpectedUse(
            lengths: [10, 10, 10, 10, 20, 20, 20, 20, 0], numbers: [1, 1, 1, 1, 2, 2, 2, 2, 2],
            width: 3)
        #expect(use.commenters == [0, 4, 4])
        let found = use.users(ofAll: 5)
        let expected = try #require(found)
        #expect(expected[0] == 0)
        #expect(abs(expected[1] - 2) < 1e-9)
        #expect(abs(expected[2] - 3) < 1e-9)
    }

    @Test func whatEverybodySaysHasNoRate() {
        var use = ExpectedUse(lengths: [10, 12], numbers: [1, 0], width: 2)
        let all = use.users(ofAll: 2)
        let one = use.users(ofAll: 1)
        #expect(all == nil)
        #expect(one != nil)
        var nobody = ExpectedUse(lengths: [], numbers: [], width: 1)
        let none = nobody.users(ofAll: 0)
        #expect(none == nil)
    }
}

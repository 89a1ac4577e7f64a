import Testing

@testable import RejoinderEvaluation

@Suite struct StanceScoreTests {
    /// Four agree (three found, one taken for disagreeing), two are neutral (one found, one taken
    /// for agreeing), two disagree (both found).
    private var score: StanceScore {
        var score = StanceScore()
        for _ in 0..<3 { score.add([0.8, 0.1, 0.1], 0) }
        score.add([0.2, 0.2, 0.6], 0)
        score.add([0.1, 0.8, 0.1], 1)
        score.add([0.8, 0.1, 0.1], 1)
        for _ in 0..<2 { score.add([0.1, 0.1, 0.8], 2) }
        return score
    }

    @Test func accuracyIsTheShareThatIsRight() {
        #expect(score.accuracy == 6.0 / 8)
    }

    @Test func macroFIsTheMeanOverTheWays() {
        // Agree: precision 3/4, recall 3/4. Neutral: 1 and 1/2. Disagree: 2/3 and 1.
        let expected = (0.75 + 2.0 / 3 + 0.8) / 3
        #expect(abs(score.macroF - expected) < 1e-12)
    }

    @Test func signsCountOnlyWhereThereIsOne() {
        #expect(score.signAccuracy == 5.0 / 6)
        #expect(abs(score.balancedSignAccuracy - (0.75 + 1) / 2) < 1e-12)
    }

    @Test func theAreaIsTheChanceThatAgreeingRanksHigher() {
        // Of 4 x 2 pairs six are in order; the one taken for disagreeing ranks above both others.
        #expect(abs(score.signArea - 1) < 1e-12)
        var even = StanceScore()
        even.add([0.4, 0.2, 0.4], 0)
        even.add([0.4, 0.2, 0.4], 2)
        #expect(even.signArea == 0.5)
    }

    @Test func calibrationIsTheGapBetweenBeliefAndTruth() {
        var sure = StanceScore()
        sure.add([1, 0, 0], 0)
        sure.add([1, 0, 0], 2)
        #expect(sure.calibrationError == 0.5)
        var right = StanceScore()
        for at in 0..<10 { right.add([0.75, 0.25, 0], at < 7 ? 0 : 1) }
        #expect(abs(right.calibrationError - 0.05) < 1e-12)
    }

    @Test func nothingScoresNothing() {
        #expect(StanceScore().accuracy == 0)
        #expect(StanceScore().signArea == 0.5)
    }
}

import Testing

@testable import RejoinderEvaluation

@Suite struct ClusterScoreTests {
    @Test func theRightClustersScoreOneWhateverTheirNumbers() {
        var score = ClusterScore()
        score.add(sides: [1, 1, -1, -1, -1], clusters: [2, 2, 1, 1, 1])
        #expect(score.accuracy == 1)
        #expect(score.balancedAccuracy == 1)
        #expect(score.adjustedRandIndex == 1)
    }

    @Test func everybodyInOneClusterScoresHalfWhenBalanced() {
        var score = ClusterScore()
        score.add(sides: [1, -1, -1, -1], clusters: [1, 1, 1, 1])
        #expect(score.accuracy == 0.75)
        #expect(score.balancedAccuracy == 0.5)
        #expect(score.adjustedRandIndex == 0)
    }

    @Test func whoIsOutsideIsWrongAndAlone() {
        let sides = [1, 1, -1, -1]
        let clusters = [1, 0, 2, 2]
        #expect(ClusterScore.bestAccuracy(sides, clusters, isBalanced: true) == 0.75)
        // Pairs together in both 1, by side 2, by cluster 1, of 6: (1 - 1/3) / (3/2 - 1/3).
        #expect(abs(ClusterScore.adjustedRandIndex(sides, clusters) - 4.0 / 7) < 1e-12)
        #expect(ClusterScore.bestAccuracy(sides, [0, 0, 0, 0], isBalanced: true) == 0)
    }

    @Test func oneClusterNamesOneSideOnly() {
        #expect(ClusterScore.bestAccuracy([1, 1, -1, -1], [1, 2, 1, 2], isBalanced: true) == 0.5)
        #expect(abs(ClusterScore.adjustedRandIndex([1, 1, -1, -1], [1, 2, 1, 2]) + 0.5) < 1e-12)
    }

    @Test func aLineOfNumbersIsLearntAsItWasMade() {
        let rows = (0..<200).map { [Double($0 % 20) / 10 - 1] }
        let labels = rows.map { $0[0] > 0.3 || $0[0] > -0.3 && Int($0[0] * 10) % 2 == 0 ? 1.0 : 0 }
        let weights = LogisticFit.weights(
            rows, labels, importance: [Double](repeating: 1, count: 200))
        #expect(weights[0] > 1)
    }
}

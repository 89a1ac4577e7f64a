import Testing

@testable import StanceAnalysis

@Suite struct PairEvidenceTests {
    private func evidence(_ number: Int64) -> PairEvidence {
        var evidence = PairEvidence()
        evidence.forward = number
        evidence.backward = 7 * number
        evidence.opposition = -3 * number
        evidence.exchanged = number / 2
        return evidence
    }

    @Test func timesIsAddingAsOften() {
        var sum = PairEvidence()
        for _ in 0..<5 { sum += evidence(11) }
        #expect(sum == evidence(11) * 5)
    }

    @Test func twoWhoNeverSpokeHaveNothingButTheDebate() {
        #expect(PairEvidence().features() == [1, 0, 0, 0, 0, 0])
    }

    @Test func whoHearsNoAnswerIsNotMutual() {
        var evidence = PairEvidence()
        evidence.forward = Int64(4 * PairEvidence.unit)
        #expect(evidence.features()[PairEvidence.Feature.mutual.rawValue] == 0)
        evidence.backward = Int64(PairEvidence.unit)
        #expect(evidence.features()[PairEvidence.Feature.mutual.rawValue] == 1)
    }

    @Test func theMeanOfTheOppositionIsPerReplyAndItsSumIsBounded() {
        var evidence = PairEvidence()
        evidence.forward = Int64(8 * PairEvidence.unit)
        evidence.opposition = Int64(12 * PairEvidence.unit)
        #expect(evidence.features()[PairEvidence.Feature.mean.rawValue] == 1.5)
        #expect(evidence.features()[PairEvidence.Feature.sum.rawValue] == 6)
    }
}

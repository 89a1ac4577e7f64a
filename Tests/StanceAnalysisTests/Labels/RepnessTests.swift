import DiscussionModel
import Testing

@testable import StanceAnalysis

@Suite("The test of representativeness")
struct RepnessTests {
    @Test func theFormulasGiveWhatTheyGiveByHand() {
        // A = 2 of S = 2, A′ = 0 of S′ = 1.
        let repness = Repness(
            group: .init(agreeing: 2, disagreeing: 0, seen: 2),
            others: .init(agreeing: 0, disagreeing: 1, seen: 1))
        #expect(repness.pa == 3.0 / 4)
        // 2 √3 (3/3 − 1/2) = √3
        #expect(abs(repness.pat - 3.0.squareRoot()) < 1e-12)
        // (3/4) / (1/3)
        #expect(abs(repness.ra - 9.0 / 4) < 1e-12)
        // π − π′ = 1/2; p = 4/5; p (1 − p) (1/3 + 1/2) = 2/15; z = (1/2) / √(2/15) = √(15/8)
        #expect(abs(repness.rat - (15.0 / 8).squareRoot()) < 1e-12)
        #expect(repness.qualifies)
        // 9/4 · √(15/8) · 3/4 · √3
        #expect(abs(repness.metric - 27.0 / 16 * (45.0 / 8).squareRoot()) < 1e-12)
    }

    @Test func aCommentThatNobodyAnsweredStandsForNobody() {
        let repness = Repness(group: .init(agreeing: 1, disagreeing: 0, seen: 1), others: .init())
        #expect(repness.rat == 0)
        #expect(!repness.qualifies)
    }

    @Test func whatAllSeeAlikeTellsNobodyApart() {
        let votes = Repness.Votes(agreeing: 9, disagreeing: 0, seen: 9)
        #expect(Repness(group: votes, others: votes).rat == 0)
    }

    @Test func everyVoterCountsOnceByTheSumOfTheReplies() {
        var talk = Talk()
        let first = talk.say("a1", "The old lighthouse deserves its keeper back.")
        talk.say("a2", "Quite so.", to: first, .agree)
        talk.say("a2", "Not on Sundays, though.", to: first, .disagree)
        talk.say("a2", "But yes.", to: first, .agree)
        talk.say("b1", "Why?", to: first, .neutral)
        talk.say("b2", "Never.", to: first, .disagree)
        talk.say("b2", "And never again.", to: first, .disagree)
        talk.say("a1", "I was wrong.", to: first, .disagree)
        let membership = ClusterMembership(
            StanceClustering(
                verdict: .asked,
                clusters: [
                    StanceCluster(
                        members: ["a1", "a2"].map {
                            .init(commenter: talk.commenter($0), confidence: 1)
                        }, cohesion: 1)
                ]), graph: talk.graph)
        let votes = CommentVotes(talk.graph, membership: membership).votes(on: first)
        #expect(votes.group == .init(agreeing: 2, disagreeing: 0, seen: 2))
        #expect(votes.others == .init(agreeing: 0, disagreeing: 1, seen: 2))
    }
}

import DiscussionModel
import Testing

@Suite struct ChainEndingsTests {
    /// Two people disagree three times; what comes then is up to the test.
    static func quarrel(then turns: [Dispute.Turn] = []) -> Dispute {
        var dispute = Dispute(path: "abab", [0.1, 0.9, 0.9, 0.9])
        dispute.turns += turns
        return dispute
    }

    static func ending(_ dispute: Dispute) -> DisagreementChain.Ending? {
        dispute.chains.first.map(\.ending)
    }

    @Test func aChainAfterWhichTheOtherSideIsNotSeenEndsInSilence() {
        #expect(Self.ending(Self.quarrel()) == .silence)
        // Who spoke last may go on elsewhere.
        #expect(
            Self.ending(Self.quarrel(then: [.init(parent: 0, disagree: 0.1, commenter: 1)]))
                == .silence)
    }

    @Test func theOtherSideThatGoesOnElsewhereLeavesTheLastWord() {
        #expect(
            Self.ending(Self.quarrel(then: [.init(parent: 0, disagree: 0.1, commenter: 0)]))
                == .lastWord)
    }

    @Test func afterwardsIsByTheClockWhereItIsKnown() {
        var dispute = Self.quarrel(then: [.init(parent: 0, disagree: 0.1, commenter: 0)])
        for index in dispute.turns.indices { dispute.turns[index].seconds = Int64(index) * 60 }
        #expect(Self.ending(dispute) == .lastWord)
        dispute.turns[4].seconds = 30
        #expect(Self.ending(dispute) == .silence)
        // One moment that is not known makes it by the order again.
        dispute.turns[1].seconds = nil
        #expect(Self.ending(dispute) == .lastWord)
    }

    @Test func anAgreeingAnswerOfTheOtherSideEndsItInAgreement() {
        let answer = Dispute.Turn(parent: 4, disagree: 0.1, commenter: 0, agree: 0.8)
        #expect(Self.ending(Self.quarrel(then: [answer])) == .agreement)
    }

    @Test func anAgreeingBystanderCountsWhereTheOtherSideIsGone() {
        let bystander = Dispute.Turn(parent: 4, disagree: 0.1, commenter: 2, agree: 0.8)
        #expect(Self.ending(Self.quarrel(then: [bystander])) == .agreement)
        let elsewhere = Dispute.Turn(parent: 0, disagree: 0.1, commenter: 0)
        #expect(Self.ending(Self.quarrel(then: [bystander, elsewhere])) == .lastWord)
        var unsure = bystander
        unsure.confidence = 0.5
        #expect(Self.ending(Self.quarrel(then: [unsure])) == .silence)
        var own = bystander
        own.commenter = 1
        #expect(Self.ending(Self.quarrel(then: [own])) == .silence)
    }

    @Test func anAnswerThatTakesNoSideLetsItGoOn() {
        let answer = Dispute.Turn(parent: 4, disagree: 0.2, commenter: 0)
        #expect(Self.ending(Self.quarrel(then: [answer])) == .goesOn)
        var unsure = answer
        unsure.confidence = 0.3
        #expect(Self.ending(Self.quarrel(then: [unsure])) == .goesOn)
        let through = [
            Dispute.Turn(parent: 4, disagree: 0.1, commenter: 2),
            Dispute.Turn(parent: 5, disagree: 0.1, commenter: 0),
        ]
        #expect(Self.ending(Self.quarrel(then: through)) == .goesOn)
    }

    @Test func givingWayIsAConcessionWhateverElseHappens() {
        var dispute = Self.quarrel(then: [
            .init(parent: 4, disagree: 0.2, commenter: 0, text: "Fair enough.")
        ])
        #expect(Self.ending(dispute) == .concession)
        // A bystander has nothing to give up.
        dispute.turns[4].commenter = 2
        #expect(Self.ending(dispute) == .silence)
        dispute.turns[3].text = "Let us agree to disagree."
        #expect(Self.ending(dispute) == .concession)
    }

    @Test func unknownPeopleAreNotSeenAgain() {
        var dispute = Dispute(path: "ab?c", [0.1, 0.9, 0.9, 0.9])
        dispute.turns.append(.init(parent: 0, disagree: 0.1, commenter: nil))
        #expect(Self.ending(dispute) == .silence)
    }
}

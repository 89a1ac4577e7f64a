import DiscussionModel
import DiscussionSummaries
import Testing

@Suite("What camps say, what is contested and what all accept")
struct SidesTests {
    private static let close = "The old bridge must be closed to lorries before the winter comes."
    private static let keep = "Closing the bridge would ruin every shop on the western bank."
    private static let detour = "Lorries can take the bypass, which is only four minutes longer."
    private static let cost = "The bypass floods every spring and costs the haulers a fortune."
    private static let lamps = "Whatever happens, the bridge needs new lamps for the cyclists."

    /// Two camps of two; Una and Vic against Xena and Yul.
    private static func dispute() -> SpokenDiscussion {
        var spoken = SpokenDiscussion([
            Spoken("Una", close), Spoken("Xena", keep, answers: 1),
            Spoken("Yul", cost, answers: 1), Spoken("Vic", detour, answers: 2),
            Spoken("Una", lamps), Spoken("Xena", "Yes, the lamps are a disgrace.", answers: 5),
        ])
        spoken.take(2, Stance(agree: 0, neutral: 0.125, disagree: 0.875))
        spoken.take(3, Stance(agree: 0, neutral: 0.25, disagree: 0.75))
        spoken.take(4, Stance(agree: 0, neutral: 0.25, disagree: 0.75))
        spoken.take(6, Stance(agree: 0.875, neutral: 0.125, disagree: 0))
        spoken.sides = [["Una", "Vic"], ["Xena", "Yul"]]
        return spoken
    }

    @Test("Each camp is summed up by its own members, each once before anyone twice")
    func camps() {
        let summary = Self.dispute().summary()
        #expect(summary.camps.map { $0.map(\.comment) } == [[1, 4], [2, 3]])
        #expect(summary.camps[1].map(\.text) == [Self.keep, Self.cost])
    }

    @Test("Without camps no camp speaks and nothing is common ground")
    func noCamps() {
        var spoken = Self.dispute()
        spoken.sides = []
        let summary = spoken.summary()
        #expect(summary.camps.isEmpty && summary.commonGround.isEmpty)
        #expect(summary.contested != nil)
    }

    @Test("The comment that stands for its camp is preferred there")
    func representative() {
        var spoken = Self.dispute()
        for comment in [1, 5] {
            spoken.representative = [comment: 3]
            let summary = spoken.summary(Summarizer(sentencesPerThread: 1))
            #expect(summary.camps[0].map(\.comment) == [comment])
        }
    }

    @Test("What most commenters speak against is contested, with the answer most agree with")
    func contested() {
        var spoken = Self.dispute()
        var contested = spoken.summary().contested
        #expect(contested?.passage.text == Self.close)
        // The surer disagreement, while nobody agrees with either.
        #expect(contested?.counter?.text == Self.keep)
        spoken.add(Spoken("Zoe", "So it is every year.", answers: 3))
        spoken.take(7, Stance(agree: 0.75, neutral: 0.25, disagree: 0))
        contested = spoken.summary().contested
        #expect(contested?.counter?.text == Self.cost)
    }

    @Test("Two replies of one commenter, and one's own, make nothing contested")
    func notContested() {
        var spoken = SpokenDiscussion([
            Spoken("Una", Self.close), Spoken("Xena", Self.keep, answers: 1),
            Spoken("Xena", Self.cost, answers: 1), Spoken("Una", Self.detour, answers: 1),
        ])
        for reply in 2...4 { spoken.take(reply, Stance(agree: 0, neutral: 0, disagree: 1)) }
        #expect(spoken.summary().contested == nil)
    }

    @Test("Of a contested comment the sentence is shown that its opponents quote")
    func quotedPassage() {
        var spoken = SpokenDiscussion([
            Spoken("Una", Self.close + " " + Self.lamps), Spoken("Xena", Self.keep, answers: 1),
            Spoken("Yul", Self.lamps + "\n\n" + Self.cost, answers: 1),
        ])
        spoken.quote(Self.lamps, in: 3, from: 1)
        for reply in 2...3 { spoken.take(reply, Stance(agree: 0, neutral: 0, disagree: 1)) }
        let contested = spoken.summary().contested
        #expect(contested?.passage.text == Self.lamps)
        #expect(contested?.counter?.text == Self.keep)
    }

    @Test("What both camps side with is common ground, what one rejects is none")
    func commonGround() {
        var spoken = Self.dispute()
        #expect(spoken.summary().commonGround.map(\.text) == [Self.lamps])
        spoken.add(Spoken("Yul", "No lamps, they wake the owls.", answers: 5))
        spoken.add(Spoken("Yul", "Never.", answers: 5))
        spoken.take(7, Stance(agree: 0, neutral: 0, disagree: 1))
        spoken.take(6, Stance(agree: 0, neutral: 1, disagree: 0))
        #expect(spoken.summary().commonGround.isEmpty)
    }

    @Test("What is shown as a view tells more than that its author has one")
    func telling() {
        var spoken = Self.dispute()
        spoken.add(Spoken("Vic", "I have nothing to add to that.", answers: 1))
        spoken.take(7, Stance(agree: 0.875, neutral: 0.125, disagree: 0))
        spoken.add(Spoken("Yul", "He has nothing to add, indeed, so yes.", answers: 7))
        spoken.take(8, Stance(agree: 0.875, neutral: 0.125, disagree: 0))
        spoken.representative = [7: 3]
        let summary = spoken.summary(Summarizer(sentencesPerThread: 9))
        #expect(summary.commonGround.map(\.text) == [Self.lamps])
        #expect(!summary.camps.joined().contains { $0.comment == 7 })
        // A camp that says nothing else says that.
        spoken.sides = [["Vic"], ["Una", "Xena", "Yul"]]
        spoken.discussion.comments[3].text = "No."
        #expect(spoken.summary().camps[0].map(\.comment) == [7])
    }

    @Test("A summary of no length says nothing of the sides")
    func noLength() {
        let summary = Self.dispute().summary(Summarizer(length: .sentences(0)))
        #expect(summary.camps.isEmpty && summary.contested == nil && summary.commonGround.isEmpty)
    }
}

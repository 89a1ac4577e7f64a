import DiscussionModel
import Testing

@testable import StanceAnalysis

@Suite struct ConcessionCuesTests {
    @Test(arguments: [
        "Fair enough.",
        "I stand corrected, thanks for the table.",
        "ok, you're right.",
        "OK, you’re absolutely right about the pump.",
        "I think you are right.",
        "We will have to agree to disagree then.",
        "@Bela my mistake",
        "Touché!",
        "> The toll never paid for itself\n\nPoint taken.",
        "Well, that is a very good point.",
        "It costs more, but that is not all. You've convinced me.",
    ])
    func wordsThatGiveWayAreKnown(_ text: String) {
        #expect(ConcessionCues.standIn(OwnSpeech(text, quotations: [])))
    }

    @Test(arguments: [
        "",
        "No.",
        "Fair enough, but who pays for it?",
        "You are right. However, nobody reads it.",
        "If you are right, the bridge is gone.",
        "So you think I was wrong?",
        "You say I was wrong.",
        "Show me where I was wrong.",
        "You're right?",
        "That is not fair enough for me.",
        "You are right wing through and through.",
        "He wrote \"fair enough\" and left.",
        "> Fair enough.\n\nNothing fair in it.",
        "Fairly good enough points",
        "Anna makes a good point about the toll.",
    ])
    func otherWordsAreNot(_ text: String) {
        #expect(!ConcessionCues.standIn(OwnSpeech(text, quotations: [])))
    }

    @Test func aLongCommentGivesWayAtItsEndOnly() {
        let long = String(repeating: "The toll is paid by those who cross. ", count: 30)
        #expect(ConcessionCues.standIn(OwnSpeech(long + "Fair enough. Bye.", quotations: [])))
        #expect(!ConcessionCues.standIn(OwnSpeech("Fair enough. " + long, quotations: [])))
    }

    @Test func whatIsQuotedIsAnothersConcession() {
        let text = "I stand corrected. That was a joke of yours."
        let quotation = TextSpan(start: 0, end: 18)
        #expect(ConcessionCues.standIn(OwnSpeech(text, quotations: [])))
        #expect(!ConcessionCues.standIn(OwnSpeech(text, quotations: [quotation])))
    }
}

import DiscussionModel
import TestSupport
import Testing

@testable import StanceAnalysis

struct StanceCuesTests {
    @Test(arguments: [
        "@José I disagree, this is wrong.", "@日本語、 I disagree, this is wrong.",
        "bob@müllerßßß.de says so. I disagree, this is wrong.",
        "@“quoted” I disagree, this is wrong.", "/u/some-body… I disagree, this is wrong.",
        "👩‍👩‍👧 é̂ I disagree, this is wrong.",
    ])
    func `the words at the span of a cue are those that it tells`(reply: String) {
        let cues = Exchange.stance(of: reply).cues.filter { $0.span != nil }
        #expect(!cues.isEmpty)
        for cue in cues {
            let words = cue.span?.words(of: reply) ?? ""
            #expect(!words.isEmpty)
            #expect(cue.detail.contains("“\(words)"))
        }
    }

    @Test func `no cue tells of what is not there`() {
        let long = String(repeating: "The bridge was built of stone from the hill. ", count: 40)
        for parent in ["", Exchange.claim, long] {
            for reply in ["Wrong.", "I agree.", "They built two of them.", "What for?"] {
                for cue in Exchange.stance(of: reply, to: parent).cues {
                    #expect(!cue.detail.hasPrefix("what it answers is a question"))
                    #expect(cue.kind != StanceCueKind.quoting.rawValue)
                    #expect(cue.kind != StanceCueKind.history.rawValue)
                    if !reply.contains("built") {
                        #expect(cue.kind != StanceCueKind.overlap.rawValue)
                    }
                }
            }
        }
    }

    @Test func `a reply to a long article cites nothing of it`() {
        let (discussion, plain) = Exchange.graph(["Nobody asked us. What a waste."])
        var article = discussion
        article.article.title = "Is the market street too narrow?"
        article.article.body = String(repeating: "Nobody wants to waste it? ", count: 60)
        var graph = plain
        var judge = StanceJudge(discussion: article, graph: graph)
        _ = judge.judge(&graph)
        let kinds = graph.replies[0].stance?.cues.map(\.kind) ?? []
        #expect(!kinds.contains(StanceCueKind.answered.rawValue))
        #expect(!kinds.contains(StanceCueKind.overlap.rawValue))
    }

    @Test func `marks alone are no cue`() {
        for reply in ["Well, well. So it is, then.", "Nope, not true.", "Yes, well, maybe."] {
            for cue in Exchange.stance(of: reply).cues where cue.span != nil {
                #expect(cue.detail.contains { $0.isLetter })
            }
        }
    }

    @Test func `words that both share are named`() {
        let reply = "The market street needs its cars, and the market needs the street."
        var (discussion, graph) = Exchange.graph([Exchange.claim, reply])
        discussion.setting = .forum
        var judge = StanceJudge(discussion: discussion, graph: graph)
        _ = judge.judge(&graph)
        for cue in graph.replies[1].stance?.cues ?? []
        where cue.kind == StanceCueKind.overlap.rawValue {
            #expect(cue.detail.contains("“market”") || cue.detail.contains("“street”"))
        }
    }

    @Test(arguments: [
        ("You are very kind, Ben.", "You are a star, Anna."),
        ("You are a star, Anna.", "Could you lend me the ladder?"),
        ("You're so generous!", "You can have it for the weekend."),
        ("You are very welcome, Ben.", "Thank you so much!"),
    ])
    func `a compliment does not contradict`(reply: String, parent: String) {
        let stance = Exchange.stance(of: reply, to: parent)
        #expect(stance.label != .disagree)
    }

    @Test(arguments: [
        "You are a great liar.", "You are very good at missing the point.",
        "You are kind of wrong there.",
    ])
    func `praise that turns is no compliment`(reply: String) {
        #expect(Exchange.stance(of: reply).label != .agree)
    }

    @Test func `an insult is one only where somebody is insulted`() {
        for reply in [
            "You are limited to ten steps.", "No, you can click on it.", "Thank you, no.",
        ] {
            for cue in Exchange.stance(of: reply).cues {
                #expect(!cue.detail.hasPrefix("a hard word to the other"))
            }
        }
    }

    @Test(arguments: [
        ("👍", Stance.Label.agree, "👎"), ("Well said.", .agree, "Not sure I agree."),
    ])
    func `assent agrees more than what denies it`(
        reply: String, label: Stance.Label, other: String
    ) {
        let stance = Exchange.stance(of: reply)
        #expect(stance.label == label)
        #expect(stance.agree > Exchange.stance(of: other).agree + 0.1)
    }

    @Test func `capitals are no stretched words and a country is not us`() {
        let text = StanceText("KKK III HillLike US soooo us")
        let classes = text.tokens.map(\.classes)
        #expect(
            classes.map { $0.contains(.elongated) } == [false, false, false, false, true, false])
        #expect(classes.map { $0.contains(.we) } == [false, false, false, false, false, true])
    }

    @Test(arguments: ["Faux news is garbage.", "Non sequitur, but it is funny."])
    func `one foreign word in English is no phrase of another language`(reply: String) {
        for cue in Exchange.stance(of: reply).cues {
            #expect(cue.kind != StanceCueKind.phrase.rawValue)
        }
    }

    @Test func `a comment without words is not judged`() {
        var (discussion, graph) = Exchange.graph([Exchange.claim, "Nope, wrong.", "", "I agree."])
        discussion.comments[1].removal = .moderator
        discussion.comments[3].isGhost = true
        var judge = StanceJudge(discussion: discussion, graph: graph)
        _ = judge.judge(&graph)
        for at in 1...3 { #expect(graph.replies[at].stance == nil) }
    }

    @Test func `each measure stands under its name`() throws {
        func values(_ reply: String, quoted: [TextSpan] = []) -> [String: Float] {
            let text = StanceText(reply, quoted: quoted)
            let profile = StanceProfile(text, quotations: quoted.count, quotedShare: 0)
            return Dictionary(
                zip(StanceMeasures.own.map(\.name), profile.own),
                uniquingKeysWith: { first, _ in first })
        }
        #expect(values("Why so?")["questions"] ?? 0 > 0)
        #expect(values("Why so?")["asksLast"] == 1)
        #expect(values("So it is!")["exclamations"] ?? 0 > 0)
        #expect(values("So it is")["exclamations"] == 0)
        #expect(values("You idiot.")["insultingYou"] ?? 0 > 0)
        #expect(values("You idiot.")["praisingYou"] == 0)
        #expect(values("Your lovely garden.")["praisingYou"] ?? 0 > 0)
        #expect(values("Do you eat?")["askingYou"] ?? 0 > 0)
        #expect(values("It cost 40 crowns.")["numbers"] ?? 0 > 0)
        #expect(values("NEVER again.")["capitals"] ?? 0 > 0)
        #expect(values("That is hardly right")["deniedAssent"] ?? 0 > 0)
        #expect(values("That is hardly right")["agreeing"] == 0)
        let quoted = values(
            "abc Yes. def No.", quoted: [TextSpan(start: 0, end: 3), TextSpan(start: 9, end: 12)])
        #expect(quoted["segments"] ?? 0 > 0)
        #expect(values("Yes. No.")["segments"] == 0)
        #expect(values("one two three")["length"] == Logarithms.shared(3))
    }
}

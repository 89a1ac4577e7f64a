import DiscussionModel
import Testing

@testable import StanceAnalysis

struct StanceOfPhrasesTests {
    @Test(arguments: [
        "I agree.", "Agreed.", "This.", "Exactly! Well said.", "+1", "Yes, exactly this.",
        "I couldn't agree more.", "You're not wrong.", "No doubt about it.",
        "No problem, you're right.", "You are absolutely right about the cars.", "So true.",
        "Good point, I agree with you.",
    ])
    func `plain assent agrees`(reply: String) {
        #expect(Exchange.stance(of: reply).label == .agree)
    }

    @Test(arguments: [
        "Nope.", "No.", "I disagree.", "That is not true.", "Wrong.", "Nonsense.",
        "I don't agree with this at all.", "You have no idea what you are talking about.",
        "No, you don't understand how shops work.", "That makes no sense.",
    ])
    func `plain dissent disagrees`(reply: String) {
        #expect(Exchange.stance(of: reply).label == .disagree)
    }

    @Test(arguments: [
        "Yeah, right.", "Oh, sure, because that always works so well.",
        "Sure, because shoppers love to carry everything home.",
        "I agree, but you forget the people who can't walk.",
        "Yes, but that is not how shops work.", "Oh really? So you never drive?",
        "Oh please, you don't even live there.",
    ])
    func `assent in form only does not agree`(reply: String) {
        let stance = Exchange.stance(of: reply)
        #expect(stance.label != .agree)
        #expect(stance.disagree > stance.agree)
    }

    @Test func `a denial of a fault is not a fault`() {
        #expect(
            Exchange.stance(of: "You're not wrong.").agree
                > Exchange.stance(of: "You're wrong.").agree + 0.2)
    }

    @Test(arguments: [
        ("Das stimmt nicht, die Straße ist viel zu eng.", Stance.Label.disagree),
        ("Genau, das sehe ich auch so.", .agree),
        ("Je ne suis pas d'accord, la rue est trop petite pour ça.", .disagree),
        ("Vous avez raison, la rue est trop petite.", .agree),
        ("No estoy de acuerdo, la calle es muy pequeña.", .disagree),
        ("Sono d'accordo, la strada è troppo piccola.", .agree),
        ("Concordo plenamente, a rua é muito pequena.", .agree),
        ("Klopt, de straat is veel te smal.", .agree),
    ])
    func `known phrases of other languages count`(reply: String, label: Stance.Label) {
        #expect(Exchange.stance(of: reply).label == label)
    }

    @Test func `other languages are neutral, with one finding for a discussion`() {
        let (discussion, unjudged) = Exchange.graph([
            "Die Straße ist am Samstag immer voll und niemand findet einen Platz.",
            "Wir haben auf dem Markt auch noch nie einen Platz gefunden.",
            "Улица слишком узкая для всех машин.",
            "Nope.",
        ])
        var graph = unjudged
        var judge = StanceJudge(discussion: discussion, graph: graph)
        let findings = judge.judge(&graph)
        #expect(findings.map(\.id) == ["stance-language"])
        #expect(graph.replies[1].stance?.label == .neutral)
        #expect(graph.replies[2].stance?.label == .neutral)
        #expect(graph.replies[2].stance?.cues == [])
        #expect(graph.replies[3].stance?.label == .disagree)
    }
}

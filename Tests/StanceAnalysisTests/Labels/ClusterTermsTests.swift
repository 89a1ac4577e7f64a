import DiscussionModel
import Foundation
import Testing

@testable import StanceAnalysis

@Suite("The terms of clusters")
struct ClusterTermsTests {
    /// Two camps that say as many words; each of the first names the quarry, each of the second
    /// the otters.
    private func quarry(_ size: Int = 6) -> Talk {
        var talk = Talk()
        for name in people("a", size) { talk.say(name, "Without our quarry there is no bread.") }
        for name in people("b", size) { talk.say(name, "Without our otters there is no bread.") }
        return talk
    }

    @Test func aTermHasTheZScoreThatItHasByHand() {
        var talk = quarry()
        let clusters = talk.labelled([people("a", 6), people("b", 6)])
        // 6 of 6 against 0 of 6, half expected, α₀ = 2 as the word is no everyday word: odds 7/1
        // and 1/7, δ = 2 ln 7, σ² = 2 (1/7 + 1).
        let z = 2 * 1.9459101 / (16.0 / 7).squareRoot()
        #expect(clusters[0].terms.map(\.words) == ["quarry"])
        #expect(clusters[1].terms.map(\.words) == ["otters"])
        #expect(abs((clusters[0].terms.first?.z ?? 0) - z) < 1e-6)
        #expect(clusters[0].terms.first?.commenters == 6)
    }

    @Test func tooFewCommentersHaveNoTerms() {
        var talk = quarry(2)
        let clusters = talk.labelled([people("a", 2), people("b", 2)])
        #expect(clusters.allSatisfy { $0.terms.isEmpty })
    }

    @Test func oneLoudVoiceDoesNotNameTheCamp() {
        var talk = quarry()
        for _ in 1...100 { talk.say("a1", "Dynamite! Dynamite! Dynamite! Our quarry, dynamite.") }
        let clusters = talk.labelled([people("a", 6), people("b", 6)])
        #expect(!clusters[0].terms.contains { $0.words.lowercased() == "dynamite" })
        #expect(clusters[0].terms.contains { $0.words == "quarry" && $0.commenters == 6 })
    }

    @Test func quotedWordsAreNotTheQuoters() {
        var talk = Talk()
        for name in people("b", 6) { talk.say(name, "Those otters eat all of our trout.") }
        for (index, name) in people("a", 6).enumerated() {
            let words = "Those otters eat all of our trout."
            let ordinal = talk.say(name, words + "\nRubbish, and you are paid by the hotels.")
            let span = TextSpan(start: 0, end: words.unicodeScalars.count)
            if index < 3 {
                talk.graph.quotations.append(
                    Quotation(
                        comment: ordinal, span: span, source: 1, sourceSpan: span, similarity: 1))
            } else {
                talk.comments[ordinal - 1].statedQuotations = [StatedQuotation(span: span)]
            }
        }
        let clusters = talk.labelled([people("a", 6), people("b", 6)])
        #expect(clusters[1].terms.contains { $0.words.contains("otters") })
        #expect(!clusters[0].terms.contains { $0.words.contains("otters") })
        #expect(clusters[0].terms.contains { $0.words.contains("hotels") })
    }

    @Test func aPairStandsForItsWordsWhereItTellsAsMuch() {
        var talk = Talk()
        for name in people("a", 7) { talk.say(name, "It is the gravel pit that feeds us.") }
        for name in people("b", 7) { talk.say(name, "It is the quiet of it that heals us.") }
        let terms = talk.labelled([people("a", 7), people("b", 7)])[0].terms.map(\.words)
        #expect(terms.contains("gravel pit"))
        #expect(!terms.contains("gravel"))
        #expect(!terms.contains("pit"))
    }

    @Test func namesAndLinksAreNoTerms() {
        var talk = Talk()
        talk.say("Zebulon", "We shall see what comes of it.")
        for name in people("a", 7) {
            talk.say(name, "As Zebulon says: https://quarry.example/pebbles is the place.")
        }
        for name in people("b", 7) { talk.say(name, "As nobody says: that is not it.") }
        let clusters = talk.labelled([people("a", 7), people("b", 7)])
        #expect(clusters[0].terms.map(\.words) == ["place"])
    }

    @Test func aTermIsShownAsMostCommentersWriteIt() {
        var talk = Talk()
        let forms = ["The NATO treaty.", "Our NATO.", "Such a nato.", "NATO it is.", "That NATO!"]
        for (index, form) in (forms + forms).enumerated() { talk.say("a\(index + 1)", form) }
        for name in people("b", 10) { talk.say(name, "Such a treaty.") }
        let clusters = talk.labelled([people("a", 10), people("b", 10)])
        #expect(clusters[0].terms.map(\.words) == ["NATO"])
    }

    @Test(arguments: [
        ("Наш карьер нас кормит.", "Наши выдры нас лечат.", "карьер"),
        ("私達は採石場を守る。", "私達は水獺川を守る。", "採石"),
        ("محجرنا يطعمنا دائما.", "ثعالبنا تشفينا دائما.", "محجرنا"),
    ])
    func otherLanguagesHaveTermsToo(one: String, other: String, term: String) {
        var talk = Talk()
        for name in people("a", 8) { talk.say(name, one) }
        for name in people("b", 8) { talk.say(name, other) }
        let terms = talk.labelled([people("a", 8), people("b", 8)])[0].terms
        #expect(terms.contains { $0.words.contains(term) })
    }

    @Test func neitherLengthNorBrevityMakesCommonWordsTerms() {
        // Every fourth comment holds the word, whoever writes; but the second camp writes ten
        // times as much, so that all of its members use it and a quarter of the first.
        var talk = Talk()
        for (index, name) in people("a", 12).enumerated() {
            talk.say(name, index % 4 == 0 ? "It is for the harbour." : "It is for the others.")
        }
        for name in people("b", 12) {
            for index in 0..<10 {
                talk.say(name, index % 4 == 0 ? "It is for the harbour." : "It is for the others.")
            }
        }
        let clusters = talk.labelled([people("a", 12), people("b", 12)])
        #expect(clusters[0].terms.isEmpty)
        #expect(clusters[1].terms.isEmpty)
    }

    @Test func whatIsSaidOfAnythingIsNoTerm() {
        // Everyday words, one of which is of one camp alone: all of them stand in all comments of
        // that camp, "people" as often beside its share of everyday posts as they do.
        let everyday = """
            work; time; problem; case; point; question; reason; world; year; day; life; country;
            government; law; state; child; family; friend; school; book; story; word; idea; fact;
            belief; truth; side; issue; matter; change; power; right; money; argument; evidence;
            """
        var talk = Talk()
        for name in people("a", 9) { talk.say(name, everyday + " people; the harbour") }
        for name in people("b", 9) { talk.say(name, everyday + " otters; the chapel") }
        let clusters = talk.labelled([people("a", 9), people("b", 9)])
        #expect(clusters[0].terms.map(\.words) == ["harbour"])
        #expect(clusters[1].terms.map(\.words) == ["chapel", "otters"])
    }

    @Test func wordsThatWereTakenAwayAreNotRead() {
        var talk = quarry()
        for index in talk.comments.indices { talk.comments[index].removal = .moderator }
        let clusters = talk.labelled([people("a", 6), people("b", 6)])
        #expect(clusters.allSatisfy { $0.terms.isEmpty && $0.representative.isEmpty })
    }

    @Test func pairsAreBoundedByLeavingOutTheRarerWords() {
        var talk = Talk()
        for name in people("a", 8) { talk.say(name, "The gravel pit feeds us.") }
        for name in people("a", 4) { talk.say(name, "The purple heather heals us.") }
        talk.say("b1", "It is not so.")
        let membership = ClusterMembership(
            StanceClustering(
                verdict: .asked,
                clusters: [
                    StanceCluster(
                        members: (0..<8).map { .init(commenter: $0, confidence: 1) }, cohesion: 1)
                ]), graph: talk.graph)
        var reader = OwnWordReader(discussion: talk.discussion, graph: talk.graph)
        let use = WordUse(&reader, membership: membership)
        func pairs(_ most: Int) -> Int {
            TermCounts(
                use, wordCount: reader.wordCount, membership: membership, floors: [3, 3],
                mostPairs: most
            ).keys.count { $0.first != nil }
        }
        // gravel pit, pit feeds; purple heather, heather heals.
        #expect(pairs(1_000) == 4)
        #expect(pairs(20) == 2)
        #expect(pairs(0) == 0)
    }
}

import DiscussionModel
import TestSupport
import Testing

@testable import StanceAnalysis

@Suite("What clusters say and whom they argue with")
struct ClusterLabellerTests {
    /// A quarrel about a weir between three camps.
    private func weir() -> Talk {
        var talk = Talk()
        let first = talk.say("a1", "Hello all. The weir must go, since no salmon passes it.")
        let second = talk.say("b1", "That weir is a monument.", to: first, .disagree)
        talk.say("b2", "Keep the weir, it is a monument.", to: first, .disagree)
        talk.say("a2", "Salmon were here before any weir.", to: first, .agree)
        talk.say("a3", "No salmon, no river.", to: second, .disagree)
        talk.say("a2", "A monument to whom?", to: second, .neutral)
        talk.say("c1", "Sell the weir to somebody.", to: second, .disagree)
        talk.say("c2", "Sell it, yes.", to: first, .agree)
        return talk
    }
    private let camps = [["a1", "a2", "a3"], ["b1", "b2"], ["c1", "c2"]]

    @Test func withoutClustersNothingIsDone() {
        var talk = weir()
        #expect(talk.labelled([]).isEmpty)
        var empty = Talk()
        #expect(empty.labelled([]).isEmpty)
        #expect(empty.labelled([["nobody", "noone"]]).first?.representative.isEmpty == true)
    }

    @Test func opponentsComeByFallingNumberOfDisagreeingReplies() {
        var talk = weir()
        let clusters = talk.labelled(camps)
        // Of the first: 3 -> 2 disagrees, 2 -> 2 asks. Of the third: one to each.
        #expect(clusters[0].opponents == [.init(cluster: 2, replies: 2, disagreeing: 1)])
        #expect(clusters[1].opponents == [.init(cluster: 1, replies: 2, disagreeing: 2)])
        #expect(
            clusters[2].opponents == [
                .init(cluster: 2, replies: 1, disagreeing: 1),
                .init(cluster: 1, replies: 1, disagreeing: 0),
            ])
    }

    @Test func theCommentThatMembersAreForAndOthersAreAgainstStandsForThem() {
        var talk = weir()
        let shown = talk.labelled(camps)[0].representative
        // The first comment: of its camp 2 of 2, of the others 1 of 3.
        // π − π′ = 1 − 2/4; p = 5/7; p (1 − p) (1/3 + 1/4) = 5/42; z = (1/2) / √(5/42) = √(21/10)
        #expect(shown.first?.comment == 1)
        #expect(shown.first?.agreeing == 2)
        #expect(shown.first?.disagreeing == 0)
        #expect(abs((shown.first?.z ?? 0) - 2.1.squareRoot()) < 1e-12)
        #expect(shown.first?.text == "The weir must go, since no salmon passes it.")
    }

    @Test func whereNothingPassesTheBestIsShownWithWhatItIsWorth() {
        var talk = Talk()
        talk.say("a1", "The weir must go at once.")
        talk.say("a2", "Ok.")
        talk.say("b1", "The weir must stay for ever.")
        let clusters = talk.labelled([["a1", "a2"], ["b1"]])
        #expect(clusters[0].representative.map(\.comment) == [1])
        #expect(clusters[0].representative.first?.z == 0)
    }

    @Test func aClaimIsShownWithItsGrounds() {
        var talk = Talk()
        let text =
            "The parish should drain the marsh. Cattle drown there and four were lost in autumn."
        talk.say("b1", "The marsh must stay.")
        talk.say("a1", text)
        talk.say("a2", "Quite so, a1. Cattle drown.", to: 2, .agree)
        let shown = talk.labelled([["a1", "a2"], ["b1"]])[0].representative
        #expect(shown.first?.text == text)
    }

    @Test func ofEqualCommentsTheOneThatSaysMoreIsShown() {
        var talk = Talk()
        talk.say("b1", "The marsh must stay.")
        talk.say("a1", "A friend saw it.")
        talk.say("a2", "The parish should drain the marsh before autumn floods the barley field.")
        #expect(talk.labelled([["a1", "a2"], ["b1"]])[0].representative.first?.comment == 3)
    }

    @Test func oneAuthorIsShownOnce() {
        var talk = Talk()
        for index in 1...5 {
            let ordinal = talk.say("a1", "The weir number \(index) must go, since it leaks.")
            talk.say("b1", "No.", to: ordinal, .disagree)
            talk.say("b2", "Never.", to: ordinal, .disagree)
        }
        let quiet = talk.say("a2", "Salmon cannot pass any weir.")
        talk.say("b1", "They can.", to: quiet, .disagree)
        talk.say("b2", "They do.", to: quiet, .disagree)
        let shown = talk.labelled([["a1", "a2"], ["b1", "b2"]])[0].representative
        #expect(shown.count == 2)
        #expect(Set(shown.map { talk.graph.commenter(of: $0.comment) }).count == 2)
    }

    @Test func quotationsAreNeverShown() {
        var talk = Talk()
        let words = "The weir is a monument to our millers."
        talk.say("b1", words)
        let ordinal = talk.say("a1", words + " A monument to leaking mortar, rather. Salmon first!")
        let span = TextSpan(start: 0, end: words.unicodeScalars.count)
        talk.graph.quotations = [
            Quotation(comment: ordinal, span: span, source: 1, sourceSpan: span, similarity: 1)
        ]
        talk.say("b1", "No.", to: ordinal, .disagree)
        talk.say("b2", "No!", to: ordinal, .disagree)
        let shown = talk.labelled([["a1"], ["b1", "b2"]])[0].representative
        #expect(
            shown.map(\.text) == ["A monument to leaking mortar, rather. Salmon first!"])
    }

    @Test func aLongSentenceIsCutAfterAWord() {
        var talk = Talk()
        let text = (1...90).map { "pebble\($0)" }.joined(separator: " ")
        talk.say("a1", text)
        let shown = talk.labelled([["a1"]])[0].representative.first
        #expect(shown?.span.start == 0)
        #expect((200...280).contains(shown?.span.end ?? 0))
        #expect(text.hasPrefix((shown?.text ?? "?") + " "))
    }

    @Test func hostileTextsAndNamesPassAsTheyAre() {
        var talk = Talk()
        for (index, text) in HostileText.names.enumerated() {
            let name = HostileText.names[(index * 7 + 3) % HostileText.names.count] + "\(index % 9)"
            let ordinal = talk.say(name, "\(text) gravel quarry \(text)\r\nOtters \(text).")
            talk.say("b\(index % 3)", "\(text)", to: ordinal, .disagree)
        }
        let members = talk.graph.commenters.compactMap(\.name).filter { !$0.hasPrefix("b") }
        for cluster in talk.labelled([members, ["b0", "b1", "b2"]]) {
            #expect(cluster.representative.count <= 3)
            for shown in cluster.representative {
                let text = talk.comments[shown.comment - 1].text
                #expect(shown.text == shown.span.words(of: text))
                #expect(shown.span.length <= 280)
            }
            for term in cluster.terms {
                #expect(!term.words.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
    }

    @Test(arguments: 0..<8)
    func theOrderOfTheCommentsChangesNothing(seed: UInt64) {
        // Who says what to whom; a reply names its target by id.
        struct Line {
            var id: String
            var name: String
            var text: String
            var to: String?
            var label: Stance.Label?
        }
        var lines: [Line] = []
        var generator = SeededGenerator(seed: 7)
        let words = ["quarry", "otters", "gravel pit", "millers", "salmon", "mortar", "heather"]
        for index in 0..<120 {
            let side = index % 2
            let one = words[Int.random(in: side..<side + 5, using: &generator)]
            let two = words[Int.random(in: 2 * side..<side + 6, using: &generator)]
            lines.append(
                Line(
                    id: "k\(index)", name: "\(side == 0 ? "a" : "b")\(index % 23)",
                    text: "I say \(one) and also \(two). It is for the \(one).",
                    to: index < 6 ? nil : "k\(Int.random(in: 0..<index, using: &generator))",
                    label: Stance.Label.allCases.randomElement(using: &generator)))
        }
        func said(_ lines: [Line]) -> [StanceCluster] {
            var talk = Talk()
            let ordinals = Dictionary(
                lines.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
            for line in lines {
                let to = line.to.flatMap { ordinals[$0] } ?? 0
                talk.say(line.name, line.text, to: to, line.label, id: line.id)
            }
            let names = Set(lines.map(\.name)).sorted()
            var clusters = talk.labelled([
                names.filter { $0.hasPrefix("a") }, names.filter { $0.hasPrefix("b") },
            ])
            for index in clusters.indices {
                clusters[index].members = []
                for place in clusters[index].representative.indices {
                    let ordinal = clusters[index].representative[place].comment
                    let id = talk.comments[ordinal - 1].id
                    clusters[index].representative[place].comment = Int(id.dropFirst()) ?? -1
                }
            }
            return clusters
        }
        var shuffling = SeededGenerator(seed: seed)
        let given = said(lines)
        #expect(given.contains { !$0.terms.isEmpty })
        #expect(said(lines.shuffled(using: &shuffling)) == given)
    }

    @Test func linksAreFoundWhole() {
        let text = "see http://a.example/b?c, or www.d.example and e"
        let bytes = Array(text.utf8)
        let links = LinkRanges.find(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(links == ["http://a.example/b?c,", "www.d.example"])
    }
}

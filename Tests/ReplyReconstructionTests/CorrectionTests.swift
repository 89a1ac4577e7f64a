import DiscussionModel
import ReplyReconstruction
import TestSupport
import Testing

@Suite("Corrections of replies and authors")
struct CorrectionTests {
    private static let talk = Talk.about([
        ("Ada", "The arches of the bridge are beautiful."),
        ("Ben", "@Ada they are cracked."),
        ("Cid", "@Ben which of the arches?"),
        (nil, "All seventeen of them, says the engineer."),
    ])

    private func corrected(
        _ corrections: [Correction], in talk: Discussion = Self.talk
    ) -> (graph: ReplyGraph, reasons: [String]) {
        var problems: [CorrectionProblem] = []
        let graph = ReplyReconstructor(mode: .auto).replyGraph(
            of: talk, corrections: Corrections(corrections), problems: &problems)
        GraphRules.check(graph, of: talk, .auto)
        #expect(
            graph.findings.filter { $0.id == "correction-not-applied" }.count == problems.count)
        return (graph, problems.map(\.reason))
    }

    private func to(_ comment: String, _ target: String, note: String? = nil) -> Correction {
        Correction(comment: comment, value: .target(target), note: note)
    }

    private func by(_ comment: String, _ name: String) -> Correction {
        Correction(comment: comment, value: .author(name))
    }

    @Test("Without corrections the graph is what it was")
    func none() {
        #expect(corrected([]).graph == Talk.graph(Self.talk, .auto))
    }

    @Test("A corrected reply goes where it was set, for certain, and no other reply changes")
    func target() throws {
        let before = Talk.graph(Self.talk, .auto)
        let (graph, reasons) = corrected([to("3", "1", note: "I was there")])
        #expect(reasons.isEmpty)
        let reply = try #require(graph.reply(of: 3))
        #expect(reply.to == 1 && reply.confidence == 1 && reply.isCorrected)
        #expect(reply.evidence.first?.detail == "I was there")
        #expect(graph.replies.filter { $0.from != 3 } == before.replies.filter { $0.from != 3 })
    }

    @Test("What spoke for the target before still does")
    func keptEvidence() throws {
        let before = try #require(Talk.graph(Self.talk, .auto).reply(of: 2))
        let after = try #require(corrected([to("2", "1")]).graph.reply(of: 2))
        #expect(after.evidence.dropFirst() == before.evidence[...])
    }

    @Test("A reply may be set to a later comment, and to the article")
    func later() {
        let (graph, reasons) = corrected([to("1", "4"), to("4", "0")])
        #expect(reasons.isEmpty)
        #expect(graph.reply(of: 1)?.to == 4)
        #expect(graph.reply(of: 4)?.to == 0)
    }

    @Test("A ring is refused with its comments; who takes the other end away may make it")
    func ring() {
        let (graph, reasons) = corrected([to("1", "2")])
        #expect(reasons == ["it would make a ring: 1 answers 2, which answers 1"])
        #expect(graph.targets == Talk.graph(Self.talk, .auto).targets)
        #expect(corrected([to("1", "2"), to("2", "0")]).reasons.isEmpty)
    }

    @Test(
        "What cannot be is refused with words, and nothing else is lost",
        arguments: [
            ("9", Correction.Value.target("1"), "there is no comment 9"),
            ("9", .author("Ada"), "there is no comment 9"),
            ("9", .stance(.agree), "there is no comment 9"),
            ("2", .target("9"), "there is no comment 9 to answer"),
            ("2", .target("2"), "a comment does not answer itself"),
            ("0", .target("1"), "0 is the article and no comment"),
            ("2", .author(" \u{200B}"), "a name has at least one visible character"),
        ])
    func refused(comment: String, value: Correction.Value, reason: String) {
        let bad = Correction(comment: comment, value: value)
        let (graph, reasons) = corrected([bad, to("3", "1")])
        #expect(reasons == [reason])
        #expect(graph.reply(of: 3)?.to == 1)
    }

    @Test("A ghost answers nothing and may have an author")
    func ghost() {
        var talk = Self.talk
        talk.comments[3] = Comment(id: "4", text: "", isGhost: true)
        let stance = Correction(comment: "4", value: .stance(.agree))
        let (graph, reasons) = corrected([to("4", "1"), by("4", "Dora"), stance], in: talk)
        #expect(
            reasons
                == Array(
                    repeating: "comment 4 is only referred to, so it answers nothing", count: 2))
        #expect(graph.commenters[graph.commenter(of: 4)].name == "Dora")
    }

    @Test("An author is whoever has the name, however it is written, and else somebody new")
    func author() throws {
        let known = corrected([by("4", "ADA")]).graph
        #expect(known.commenter(of: 4) == known.commenter(of: 1))
        let inference = try #require(known.authorships[3].inference)
        #expect(inference.isCorrected && inference.confidence == 1)
        #expect(known.commenters.map(\.name) == ["Ada", "Ben", "Cid"])
        let new = corrected([by("4", "Dora")]).graph
        #expect(new.commenters.map(\.name) == ["Ada", "Ben", "Cid", "Dora"])
        // Ben is still named, and Cid is not there any more.
        let gone = corrected([by("2", "Ada"), by("3", "Ada")]).graph
        #expect(gone.commenters.compactMap(\.name) == ["Ada", "Ben"])
    }

    @Test("A name that several go by needs an id")
    func ambiguous() {
        var talk = Self.talk
        for (at, account) in ["a1", "b2", "a9"].enumerated() {
            talk.comments[at].accountID = account
            talk.comments[at].nameAsWritten = at == 1 ? "Ben" : "Ada"
        }
        let (_, reasons) = corrected([by("4", "Ada")], in: talk)
        #expect(reasons == ["2 people go by Ada: name one by the id, a1 or a9"])
        let graph = corrected([by("4", "a9")], in: talk).graph
        #expect(graph.commenter(of: 4) == graph.commenter(of: 3))
    }

    @Test("Any corrections of any discussion leave a graph that keeps the rules")
    func random() {
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let count = Int.random(in: 1...12, using: &random)
            let talk = Talk.stated(
                (1...count).map { number in
                    ("\(number)", number > 1 && Bool.random(using: &random) ? "\(number - 1)" : nil)
                })
            let corrections = (0..<count).map { _ in
                let comment = "\(Int.random(in: 0...count + 1, using: &random))"
                let other = Int.random(in: 0...count + 1, using: &random)
                return Bool.random(using: &random)
                    ? to(comment, "\(other)") : by(comment, "Person \(other)")
            }
            let (graph, reasons) = corrected(corrections, in: talk)
            let done =
                graph.replies.filter(\.isCorrected).count
                + graph.authorships.filter { $0.inference?.isCorrected == true }.count
            #expect(done + reasons.count == Corrections(corrections).all.count)
        }
    }
}

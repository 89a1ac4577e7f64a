import DiscussionModel
import Testing

@testable import ReplyReconstruction

@Suite("The choice of what each comment answers")
struct ReplyReconstructorTests {
    private let masonry = """
        Limestone blocks crumble faster downstream because the weir throws up spray all winter, \
        and nobody has repointed the piers since the flood.
        """
    private let bats = """
        Pipistrelles roost under the second arch, so any scaffolding before September needs a \
        licence from the county ecologist.
        """
    private let toll = """
        Tolls would pay for the scaffolding within two summers, if only the weekend tourists were \
        charged. Nobody in the valley objects to that.
        """

    @Test("An empty discussion has an empty graph in every setting and mode")
    func empty() {
        for setting in Discussion.Setting.allCases {
            for mode in ReplyMode.allCases {
                let graph = Talk.graph(Talk.about(in: setting, body: "", []), mode)
                #expect(graph == ReplyGraph(commenters: [], authorships: []))
            }
        }
    }

    @Test("A single comment answers the article, in every setting and mode")
    func one() {
        for setting in Discussion.Setting.allCases {
            for mode in ReplyMode.allCases {
                let graph = Talk.graph(Talk.about(in: setting, [("Anna", masonry)]), mode)
                #expect(graph.targets == [0])
                #expect(graph.replies.allSatisfy { !$0.evidence.isEmpty })
            }
        }
    }

    @Test("Comments of a page without any evidence answer the article")
    func page() {
        let graph = Talk.graph(
            Talk.about([
                ("Anna", masonry), ("Piet", bats), ("Grete", toll),
                ("Bert", "A ferry ran there until my mother was nine, says the parish chronicle."),
            ]))
        withKnownIssue(
            "one shared rare word weighs too much in so short a page", isIntermittent: true
        ) { #expect(graph.targets == [0, 0, 0, 0]) }
    }

    @Test("Posts of a forum without any evidence answer the post before")
    func forum() {
        let graph = Talk.graph(
            Talk.about(
                in: .forum, body: "",
                [
                    ("Anna", masonry), ("Piet", bats), ("Anna", "No."), ("Piet", "Oh yes."),
                    ("Anna", "How so?"), ("Piet", "Because I counted."),
                ]))
        withKnownIssue("what was learnt prefers the opening post", isIntermittent: true) {
            #expect(graph.targets == [0, 1, 2, 3, 4, 5])
        }
    }

    @Test("A mention decides for the commenter named, a quotation among the comments of that one")
    func mentionAndQuotation() {
        let comments: [(String?, String)] = [
            ("Anna", masonry), ("Piet", bats), ("Anna", toll),
            ("Grete", "Lovely photographs, thank you."),
        ]
        for (text, target) in [
            ("@Piet who told you so?", 2),
            ("Piet: who told you so?", 2),
            ("@Anna who told you so?", 3),
            ("@Anna \"nobody has repointed the piers since the flood\" is untrue.", 1),
            ("@Anna\n\nNobody in the valley objects to that.\n\nI do.", 3),
            ("\"any scaffolding before September needs a licence\" - from whom again?", 2),
        ] {
            let graph = Talk.graph(Talk.about(comments + [("Bert", text)]))
            withKnownIssue(
                "the weights learnt for pages trust names too little", isIntermittent: true
            ) {
                #expect(graph.reply(of: 5)?.to == target, "\(text)")
                #expect(!graph.kinds(of: 5).isDisjoint(with: [.mention, .quotation]), "\(text)")
            }
        }
    }

    @Test("Somebody addressed by name at the head of a sentence is answered")
    func address() {
        let graph = Talk.graph(
            Talk.about([("Anna", masonry), ("Piet", bats), ("Bert", "Anna, who told you so?")]))
        #expect(graph.reply(of: 3)?.to == 1)
        #expect(graph.kinds(of: 3).contains(.address))
    }

    @Test("The number of a comment decides for it, whatever stands after the number")
    func reference() {
        for text in ["#2 who told you so?", "#2: who told you so?", "What about #2?", ">>2\nNo."] {
            // Amid the words of a forum's post a number may be one of a list.
            let settings: [Discussion.Setting] = text.hasPrefix("What") ? [.page] : [.page, .forum]
            for setting in settings {
                let graph = Talk.graph(
                    Talk.about(
                        in: setting,
                        [
                            ("Anna", masonry), ("Piet", bats), ("Grete", toll), ("Bert", text),
                        ]))
                #expect(graph.reply(of: 4)?.to == 2, "\(text) \(setting)")
                #expect(graph.kinds(of: 4).contains(.reference))
            }
        }
    }

    @Test("Who answers two people in one text answers one and also the other")
    func twoAnswers() {
        let graph = Talk.graph(
            Talk.about([
                ("Anna", masonry), ("Piet", bats), ("Grete", toll),
                ("Bert", "@Anna who told you so?\n\n@Piet pipistrelles are gone by August."),
            ]))
        let targets = [graph.reply(of: 4)?.to ?? -1] + graph.alsoAnswers.map(\.to)
        #expect(Set(targets) == [1, 2])
        #expect(graph.alsoAnswers.filter { $0.from == 4 }.count == 1)
        #expect(graph.alsoAnswers.allSatisfy { !$0.evidence.isEmpty })
    }

    @Test("One may answer oneself")
    func oneself() {
        let graph = Talk.graph(
            Talk.about([
                ("Anna", masonry), ("Piet", bats),
                (
                    "Anna",
                    "\"nobody has repointed the piers since the flood\"\n\nI was wrong there."
                ),
            ]))
        #expect(graph.quotations(in: 3).map(\.source) == [1])
        #expect(graph.reply(of: 3)?.to == 1)
    }

    @Test("Who is addressed by name before having spoken cannot be answered")
    func notYetThere() {
        let graph = Talk.graph(
            Talk.about([("Anna", "@Piet?"), ("Bert", "@Piet?"), ("Piet", "Yes?")]))
        #expect(graph.replies.allSatisfy { $0.to < $0.from })
    }

    @Test("Ghosts have no reply and keep their place")
    func ghosts() {
        var talk = Talk.about([("Anna", masonry), (nil, ""), ("Bert", "@Anna no."), (nil, "")])
        talk.comments[1].isGhost = true
        talk.comments[3].isGhost = true
        let graph = Talk.graph(talk)
        #expect(graph.replies.map(\.from) == [1, 3])
        #expect(graph.targets == [0, 1])
        #expect(graph.authorships.count == 4)
    }

    @Test("The same discussion gives the same graph")
    func twice() {
        let talk = Talk.about(
            author: "Helga Orlov",
            [
                ("Anna", masonry), ("Piet", "@Anna no, and Helga, what about the \(bats)"),
                (nil, toll),
                ("Bert", "@Grete @Zoe @Anna: yes"), ("Anna", "\"\(toll)\" well"),
            ])
        #expect(Talk.graph(talk) == Talk.graph(talk))
    }

    @Test("Hundreds of equal comments are answered like others")
    func many() {
        let same = Talk.about((0..<800).map { ("Person \($0 % 7)", masonry) })
        GraphRules.check(Talk.graph(same), of: same)
    }

    @Test("A comment of a megabyte, and one that repeats another's line for ever, do no harm")
    func long() {
        let words = (0..<100_000).map { "word\($0)" }.joined(separator: " ")
        let again = String(repeating: masonry + " #1 @Anna @Zoe1 who? ", count: 40)
        let talk = Talk.about([
            ("Anna", masonry), ("Piet", words), ("Bert", again), ("Grete", again + bats),
        ])
        GraphRules.check(Talk.graph(talk), of: talk)
    }
}

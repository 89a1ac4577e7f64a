import DiscussionModel
import DiscussionSummaries
import Testing

@Suite("Summaries")
struct SummarizerTests {
    private let bridge = "The old bridge over the river must be closed to lorries this winter."
    private let tax = "A new tax on parking would pay for the buses that nobody funds today."
    private let school = "Children from the village school cross the road without any lights."

    /// Where an article stands apart, the first comment does not open the discussion.
    private let article = "The council will meet on Monday."

    private func texts(_ spoken: SpokenDiscussion, _ summarizer: Summarizer = Summarizer())
        -> [String]
    {
        spoken.summary(summarizer).sentences.map(\.text)
    }

    @Test("A discussion without anything to say has no sentences")
    func empty() {
        #expect(SpokenDiscussion([]).summary() == DiscussionSummary())
        #expect(
            SpokenDiscussion([Spoken("a", ""), Spoken("b", " \n")]).summary()
                == DiscussionSummary(sentences: [], threads: [[], []]))
        #expect(SpokenDiscussion([Spoken("a", "👍👍👍")]).summary().threads == [[]])
    }

    @Test("Without comments the article is summed up")
    func articleAlone() {
        let spoken = SpokenDiscussion([], body: "Hello!\n\n\(bridge) Yes. \(tax) \(school)")
        let summary = spoken.summary()
        #expect(summary.about.map(\.text) == [bridge, tax, school])
        #expect(summary.about.allSatisfy { $0.comment == 0 })
        #expect(summary.sentences.isEmpty)
        #expect(spoken.summary(Summarizer(length: .sentences(1))).about.count == 1)
        #expect(spoken.summary(Summarizer(length: .sentences(0))).about.isEmpty)
    }

    @Test("Beside comments two sentences say what the article is about, and none of them people's")
    func articleAndComments() {
        let body = "\(bridge) \(tax) \(school)"
        let lamps = "Nobody has mended the lamps on the eastern bank since the flood."
        let summary = SpokenDiscussion([Spoken("a", lamps)], body: body).summary()
        #expect(summary.about.count == 2)
        #expect(summary.about.allSatisfy { $0.comment == 0 })
        #expect(summary.sentences.map(\.text) == [lamps])
        // Comments that say nothing need not stand for the talk where the article says something.
        let poor = SpokenDiscussion([Spoken("a", "So true.")], body: body).summary()
        #expect(poor.about.count == 3)
        #expect(poor.sentences.isEmpty)
        #expect(SpokenDiscussion([Spoken("a", lamps)]).summary().about.isEmpty)
    }

    @Test("One sentence is its own summary, verbatim and with its place")
    func single() {
        let spoken = SpokenDiscussion([Spoken("a", "Hm. 🙂 \(bridge)\n")])
        #expect(
            spoken.summary().sentences == [
                SummarySentence(
                    comment: 1, span: TextSpan(start: 6, end: 6 + bridge.unicodeScalars.count),
                    text: bridge)
            ])
        #expect(spoken.summary().threads == [spoken.summary().sentences])
    }

    @Test(
        "What says nothing by itself is passed over where something does",
        arguments: [
            "Hello everyone here on this page!", "Thanks a lot for the article!", "No.",
            "So true.", "You are such a pathetic little idiot.",
            "The moderator asleep again today?",
            "My last comment was deleted again without reason.", "Here is what he wrote about it:",
            "Well then, this, that and the other, and so on, and then some more of the very same"
                + " road, and so on, and then again more of the same village road, until nobody can"
                + " say what this was about at all, if it ever was about some road in the village.",
        ])
    func passedOver(filler: String) {
        #expect(texts(SpokenDiscussion([Spoken("a", filler), Spoken("b", bridge)])) == [bridge])
        // Where nothing else is there, it stands.
        #expect(texts(SpokenDiscussion([Spoken("a", filler)])) == [filler])
    }

    @Test("Where nothing is worth saying one sentence stands for all, and none that is no sentence")
    func nothingGood() {
        let spoken = SpokenDiscussion([Spoken("a", "Yes. No. Why?"), Spoken("b", "No.")])
        #expect(texts(spoken).count == 1)
        #expect(spoken.summary().threads.map(\.count) == [1, 1])
        #expect(texts(SpokenDiscussion([Spoken("a", String(repeating: "x", count: 4_001))])) == [])
        let endless = String(repeating: "road ", count: 201)
        #expect(texts(SpokenDiscussion([Spoken("a", endless)])) == [])
    }

    @Test("Repeated words are never taken as those of who repeats them")
    func quotations() {
        var spoken = SpokenDiscussion([
            Spoken("a", bridge), Spoken("b", bridge + "\n\n" + tax, answers: 1),
            Spoken("c", "> \(bridge)\n\(school)", answers: 1), Spoken("d", bridge, answers: 1),
        ])
        spoken.quote(bridge, in: 2, from: 1)
        spoken.quote(bridge, in: 4, from: 1)
        let summary = spoken.summary(Summarizer(length: .sentences(9), sentencesPerThread: 9))
        #expect(summary.sentences.map(\.text) == [bridge, tax, school])
        #expect(summary.sentences.map(\.comment) == [1, 2, 3])
        #expect(summary.threads == [summary.sentences])
    }

    @Test("Of a sentence that is repeated in part, a half or more that is new may stand")
    func partlyQuoted() {
        var spoken = SpokenDiscussion([
            Spoken("a", "Lorries must go."),
            Spoken(
                "b", "Lorries must go, and the new tax must pay for the village buses.", answers: 1),
        ])
        spoken.quote("Lorries must go", in: 2, from: 1)
        #expect(texts(spoken) == ["and the new tax must pay for the village buses."])
    }

    @Test("Names that open a comment to address someone are left out, names inside it stay")
    func mentions() {
        var spoken = SpokenDiscussion([
            Spoken("Ann Lee", bridge), Spoken("b", "@Ann Lee: \(tax)", answers: 1),
            Spoken("c", "Ann Lee, \(school)", answers: 1),
            Spoken("d", "Ann Lee has counted forty lorries on a single morning.", answers: 1),
            Spoken("e", "@somebody else: Lorries pay nothing for the damage done to bridges."),
        ])
        spoken.mention("@Ann Lee", in: 2, of: 0)
        spoken.mention("Ann Lee", in: 3, of: 0)
        spoken.mention("Ann Lee", in: 4, of: 0)
        #expect(
            texts(spoken, Summarizer(length: .sentences(9))) == [
                bridge, tax, school, "Ann Lee has counted forty lorries on a single morning.",
                "Lorries pay nothing for the damage done to bridges.",
            ])
    }

    @Test("The number of an item of a list is left out", arguments: ["1. ", "12) ", "b) ", "- "])
    func items(label: String) {
        let spoken = SpokenDiscussion([Spoken("a", "Well:\n\(label)\(bridge)")])
        #expect(texts(spoken) == [bridge])
    }

    @Test("What most comments are about comes before what one is about")
    func centrality() {
        let spoken = SpokenDiscussion(
            [
                Spoken("a", "My cousin in Norway collects stamps with owls and whales on them."),
                Spoken("b", "The bridge carries heavy lorries and the bridge is cracked."),
                Spoken("c", "Heavy lorries cracked the bridge near the mill last year."),
                Spoken("d", "Nobody repairs the cracked bridge while lorries still cross."),
            ], body: article)
        let chosen = spoken.summary(Summarizer(length: .sentences(1))).sentences
        #expect(chosen.map(\.comment) != [1])
    }

    @Test("Of two like sentences the one that drew replies is taken, or the one that was quoted")
    func resonance() {
        let other =
            "A new charge on parking would fund all the trains that somebody wants tomorrow."
        var spoken = SpokenDiscussion(
            [
                Spoken("a", tax), Spoken("b", other), Spoken("c", "Why?", answers: 2),
                Spoken("d", "How?", answers: 2), Spoken("e", "When?", answers: 2),
                Spoken("f", "Who?", answers: 2),
            ], body: article)
        #expect(texts(spoken, Summarizer(length: .sentences(1))) == [other])
        spoken = SpokenDiscussion(
            [
                Spoken("a", tax), Spoken("b", other), Spoken("c", tax + " Why?", answers: 1),
            ], body: article)
        spoken.quote(tax, in: 3, from: 1)
        #expect(texts(spoken, Summarizer(length: .sentences(1))) == [tax])
        #expect(spoken.summary(Summarizer(length: .sentences(1))).sentences.first?.comment == 1)
    }

    @Test("Without an article the first comment says what the others are about")
    func opening() {
        let others = [
            Spoken("b", "I would say so, since the frost broke two of its stones."),
            Spoken("c", "Nobody I know has seen any lorry on it for a month or two."),
        ]
        let asks = "Should the old bridge over the river be closed to lorries?"
        let alone = SpokenDiscussion([Spoken("a", asks)] + others)
        #expect(texts(alone, Summarizer(length: .sentences(1))) == [asks])
    }

    @Test("Each commenter has a sentence before anyone has two")
    func turns() {
        let spoken = SpokenDiscussion([
            Spoken(
                "a", "\(bridge) The cracked river bridge cannot carry heavy lorries any longer."),
            Spoken("a", "Close the cracked bridge over the river before the lorries break it."),
            Spoken("b", "Owls nest in the mill behind my house every single spring."),
            Spoken("c", school),
        ])
        let summary = spoken.summary()
        let writers = summary.sentences.map { spoken.graph.commenter(of: $0.comment) }
        #expect(writers == [0, 1, 2])
    }

    @Test("A sentence that is there is not said again by another")
    func redundancy() {
        let spoken = SpokenDiscussion([
            Spoken("a", bridge), Spoken("b", bridge), Spoken("c", bridge), Spoken("d", tax),
        ])
        #expect(texts(spoken) == [bridge, tax])
    }

    @Test("Each thread has its own summary, in the order of the threads")
    func threads() {
        let spoken = SpokenDiscussion([
            Spoken("a", bridge), Spoken("b", "Thanks!"), Spoken("c", tax, answers: 1),
            Spoken("d", school, answers: 3), Spoken("e", ""),
        ])
        let summary = spoken.summary()
        #expect(summary.threads.map(\.count) == [2, 1, 0])
        #expect(summary.threads[0].allSatisfy { [1, 3, 4].contains($0.comment) })
        #expect(summary.threads[1].map(\.text) == ["Thanks!"])
        #expect(spoken.summary(Summarizer(sentencesPerThread: 0)).threads == [[], [], []])
    }

    @Test("A length in words is kept, and is at least one sentence")
    func lengths() {
        // 13, 14 and 11 words.
        let spoken = SpokenDiscussion([
            Spoken("a", bridge), Spoken("b", tax), Spoken("c", school),
        ])
        #expect(texts(spoken, Summarizer(length: .sentences(0))).isEmpty)
        #expect(texts(spoken, Summarizer(length: .sentences(-1))).isEmpty)
        #expect(texts(spoken, Summarizer(length: .share(0))).isEmpty)
        #expect(texts(spoken, Summarizer(length: .share(0.01))).count == 1)
        #expect(texts(spoken, Summarizer(length: .share(0.75))).count == 2)
        #expect(texts(spoken, Summarizer(length: .share(1))).count == 3)
    }

    @Test("Chinese, Thai and Arabic comments are summed up too")
    func scripts() {
        let chinese = "这座旧桥今年冬天必须禁止卡车通行。"
        let thai = "สะพานเก่าข้ามแม่น้ำต้องปิดสำหรับรถบรรทุกในฤดูหนาวนี้"
        let arabic = "يجب إغلاق الجسر القديم فوق النهر أمام الشاحنات هذا الشتاء."
        for text in [chinese, thai, arabic] {
            let spoken = SpokenDiscussion([Spoken("a", "👍"), Spoken("b", text)])
            #expect(texts(spoken) == [text])
        }
    }

    @Test("Ghosts and comments without a known author are no trouble")
    func ghosts() {
        var spoken = SpokenDiscussion([Spoken("a", bridge), Spoken("b", tax, answers: 1)])
        spoken.discussion.comments[0].isGhost = true
        spoken.graph.replies.removeFirst()
        #expect(texts(spoken) == [tax])
        spoken.graph = ReplyGraph(commenters: [], authorships: [])
        #expect(texts(spoken) == [tax])
    }

    @Test("The same discussion gives the same summary, each sentence with its place")
    func verbatim() {
        let topics = ["bridge", "lorry", "school", "tax", "river", "mill", "owl", "bus", "winter"]
        var state: UInt64 = 7
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let spoken = SpokenDiscussion(
            (0..<200).map { number in
                let sentences = (0...draw(4)).map { _ in
                    "The " + (0...draw(9)).map { _ in topics[draw(9)] }.joined(separator: " 你é ")
                }
                return Spoken(
                    "n\(draw(20))", sentences.joined(separator: ". ") + ".",
                    answers: draw(number + 1))
            })
        let summary = spoken.summary(Summarizer(length: .share(0.2)))
        #expect(summary == spoken.summary(Summarizer(length: .share(0.2))))
        #expect(summary.sentences.count > 10)
        for sentence in summary.sentences + summary.threads.joined() {
            let text = spoken.discussion.text(at: sentence.comment)
            #expect(sentence.span.words(of: text) == sentence.text)
        }
    }
}

import DiscussionModel
import DiscussionSummaries
import Testing

@Suite("What a moderator should look at first")
struct AttentionFinderTests {
    private static let against = Stance(agree: 0, neutral: 0.25, disagree: 0.75)
    private static let neutral = Stance(agree: 0.1, neutral: 0.8, disagree: 0.1)

    private func analysis(
        _ spoken: SpokenDiscussion, chains: [DisagreementChain] = []
    ) -> Analysis {
        Analysis(
            discussion: spoken.discussion, graph: spoken.graph,
            stances: DiscussionStances(chains: chains), measures: spoken.measures,
            summary: DiscussionSummary())
    }

    /// One opinion with an answer of each of some people, of whom the first disagree.
    private func opinion(_ people: [String], disagreeing: Int) -> SpokenDiscussion {
        var spoken = SpokenDiscussion(
            [Spoken("Ned", "The bridge should stay shut.")]
                + people.map { Spoken($0, "What \($0) has to say of it.", answers: 1) })
        for place in people.indices {
            spoken.take(place + 2, place < disagreeing ? Self.against : Self.neutral)
        }
        return spoken
    }

    @Test("Four people who each disagree with one are told, with the comments they do it in")
    func manyAgainstOne() throws {
        let spoken = opinion(["Ann", "Bea", "Cid", "Dee", "Eve"], disagreeing: 4)
        let threads = AttentionFinder().threads(of: analysis(spoken))
        let thread = try #require(threads.first)
        #expect(threads.count == 1 && thread.root == 1)
        #expect(thread.reasons.map(\.kind) == [.manyAgainstOne])
        #expect(thread.reasons[0].comments == [2, 3, 4, 5])
        #expect(thread.reasons[0].commenters == [0, 1, 2, 3, 4])
        #expect(thread.weight == 3)
    }

    @Test("Three are not many, nor are four among ten")
    func fewAgainstOne() {
        let few = opinion(["Ann", "Bea", "Cid"], disagreeing: 3)
        let share = opinion((0..<10).map { "Person \($0)" }, disagreeing: 4)
        #expect(AttentionFinder().threads(of: analysis(few)).isEmpty)
        #expect(AttentionFinder().threads(of: analysis(share)).isEmpty)
    }

    @Test("One person who disagrees four times is one, and four unknown people may be one")
    func oneAgainstOne() {
        let often = opinion(["Ann", "Ann", "Ann", "Ann"], disagreeing: 4)
        var unknown = opinion(["Ann", "Bea", "Cid", "Dee"], disagreeing: 4)
        for index in 1...4 { unknown.graph.commenters[index].name = nil }
        #expect(AttentionFinder().threads(of: analysis(often)).isEmpty)
        #expect(AttentionFinder().threads(of: analysis(unknown)).isEmpty)
    }

    @Test("Who is answered is not counted where that is unsure")
    func unsureReplies() {
        var spoken = opinion(["Ann", "Bea", "Cid", "Dee"], disagreeing: 4)
        spoken.graph.replies[4].confidence = 0.3
        #expect(AttentionFinder().threads(of: analysis(spoken)).isEmpty)
    }

    @Test("The same words are copies whatever their case, their marks and whom they address")
    func copies() throws {
        let advert = "Buy my cheap bridge lamps today at the corner shop"
        var spoken = SpokenDiscussion([
            Spoken("Ned", "The bridge should stay shut."),
            Spoken("Sal", "\(advert)."),
            Spoken("Ann", "Yes, for all I care.", answers: 1),
            Spoken("Sal", "Ann \(advert.uppercased())!!!", answers: 3),
        ])
        spoken.mention("Ann", in: 4, of: 2)
        let threads = AttentionFinder().threads(of: analysis(spoken))
        let thread = try #require(threads.first)
        #expect(threads.count == 1 && thread.root == 2)
        #expect(thread.reasons.map(\.kind) == [.copiedText])
        #expect(thread.reasons[0].comments == [2, 4])
        #expect(thread.reasons[0].commenters == [1])
    }

    @Test("Comments that only tag people are no copies, however many they tag")
    func tags() {
        let people = ["Ann", "Bea", "Cid", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida"]
        var spoken = SpokenDiscussion(people.map { Spoken($0, "Here is \($0) again.") })
        let tags = people.joined(separator: " ")
        for comment in [10, 11] {
            spoken.add(Spoken("Sal", tags))
            for (index, name) in people.enumerated() {
                spoken.mention(name, in: comment, of: index)
            }
        }
        #expect(AttentionFinder().threads(of: analysis(spoken)).isEmpty)
    }

    @Test("A text in a script without spaces is a copy, too")
    func unspacedCopies() {
        let spoken = SpokenDiscussion([
            Spoken("Sal", "低价出售桥灯请到街角小店。"), Spoken("Sal", "低价出售桥灯请到街角小店！！"),
        ])
        #expect(
            AttentionFinder().threads(of: analysis(spoken)).flatMap(\.reasons).map(\.comments)
                == [[1, 2]])
    }

    @Test("Ordinals that are of no comment are passed over")
    func strayOrdinals() {
        var spoken = opinion(["Ann", "Bea", "Cid", "Dee"], disagreeing: 4)
        let measures = spoken.measures
        let span = TextSpan(start: 0, end: 1)
        for stray in [-1, 0, 6, 99] {
            spoken.graph.mentions.append(
                Mention(comment: stray, commenter: 0, span: span, written: "x"))
            spoken.graph.replies.append(
                Reply(
                    from: stray, to: 77, confidence: 1,
                    evidence: [Evidence(kind: .stated, detail: "", weight: 1)],
                    stance: Self.against))
        }
        let chain = DisagreementChain(
            kind: .quarrel, comments: [1, 2, 99], participants: [0, 1], mean: 0.8,
            trend: .init(slope: 0.5, pValue: 0.02))
        let threads = AttentionFinder().threads(
            of: Analysis(
                discussion: spoken.discussion, graph: spoken.graph,
                stances: DiscussionStances(chains: [chain]), measures: measures,
                summary: DiscussionSummary()))
        #expect(threads.flatMap(\.reasons).map(\.kind) == [.manyAgainstOne])
    }

    @Test("Thanks said twice are no copies")
    func shortTexts() {
        let spoken = SpokenDiscussion([
            Spoken("Ann", "Thank you so much!"), Spoken("Bea", "Thank you so much!"),
        ])
        #expect(AttentionFinder().threads(of: analysis(spoken)).isEmpty)
    }

    @Test("A chain that heats up is told, one that cools down or may be chance is not")
    func heatingUp() {
        let spoken = SpokenDiscussion(
            (0..<5).map { Spoken($0 % 2 == 0 ? "Ann" : "Bea", "No.", answers: $0) })
        func threads(slope: Double, pValue: Double) -> [ThreadAttention] {
            let chain = DisagreementChain(
                kind: .quarrel, comments: [1, 2, 3, 4, 5], participants: [0, 1], mean: 0.8,
                trend: .init(slope: slope, pValue: pValue))
            var branch = chain
            branch.comments = [1, 2, 3, 4]
            return AttentionFinder().threads(of: analysis(spoken, chains: [chain, branch]))
        }
        #expect(threads(slope: 0.5, pValue: 0.02).map(\.reasons.count) == [1])
        #expect(
            threads(slope: 0.5, pValue: 0.02).first?.reasons.first?.comments == [1, 2, 3, 4, 5])
        #expect(threads(slope: -0.5, pValue: 0.02).isEmpty)
        #expect(threads(slope: 0.5, pValue: 0.4).isEmpty)
    }

    @Test("Threads come by weight, and the heavier reason first")
    func order() {
        let advert = "Buy my cheap bridge lamps today at the corner shop"
        var spoken = opinion(["Ann", "Bea", "Cid", "Dee"], disagreeing: 4)
        for _ in 0..<5 { spoken.add(Spoken("Sal", advert)) }
        let threads = AttentionFinder().threads(of: analysis(spoken))
        #expect(threads.map(\.root) == [6, 1])
        #expect(threads.map(\.weight) == [4, 3])
    }
}

import DiscussionModel
import DiscussionSummaries
import TestSupport
import Testing

@Suite("Summaries of random discussions")
struct SummaryPropertyTests {
    private static let topics = [
        "bridge", "lorry", "school", "tax", "river", "mill", "owl", "bus", "winter", "lamp", "shop",
    ]

    /// Comments of made-up sentences by up to nine people, some of which repeat earlier ones.
    private static func discussion(seed: UInt64) -> SpokenDiscussion {
        var generator = SeededGenerator(seed: seed)
        func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
        var texts: [[String]] = []
        var quotes: [(words: String, comment: Int, source: Int)] = []
        let spoken = (0..<(1 + draw(30))).map { number in
            var sentences = (0...draw(4)).map { _ in
                "The "
                    + (0...draw(12)).map { _ in topics[draw(topics.count)] }
                    .joined(separator: draw(5) == 0 ? " é " : " ") + " here."
            }
            let answers = draw(number + 1)
            if answers > 0, draw(3) == 0, let words = texts[answers - 1].last {
                sentences.insert(words, at: 0)
                quotes.append((words, number + 1, answers))
            }
            texts.append(sentences)
            return Spoken("n\(draw(9))", sentences.joined(separator: " "), answers: answers)
        }
        var discussion = SpokenDiscussion(
            spoken, body: draw(2) == 0 ? "" : texts.joined().prefix(draw(6)).joined(separator: " "))
        for quote in quotes { discussion.quote(quote.words, in: quote.comment, from: quote.source) }
        for reply in discussion.graph.replies.indices {
            let (agree, disagree) = (Double(draw(5)) / 8, Double(draw(5)) / 8)
            discussion.take(
                reply + 1, Stance(agree: agree, neutral: 1 - agree - disagree, disagree: disagree))
        }
        discussion.sides = [["n0", "n1", "n2", "n3"], ["n4", "n5", "n6"]]
        return discussion
    }

    private static func all(_ summary: DiscussionSummary) -> [SummarySentence] {
        summary.about + summary.sentences + summary.threads.joined() + summary.camps.joined()
            + summary.commonGround
            + (summary.contested.map { [$0.passage] + ($0.counter.map { [$0] } ?? []) } ?? [])
    }

    @Test(
        "Every sentence stands in its comment word for word, outside what that quotes",
        arguments: UInt64(0)..<15)
    func verbatim(seed: UInt64) {
        let spoken = Self.discussion(seed: seed)
        for sentence in Self.all(spoken.summary(Summarizer(length: .sentences(6)))) {
            let text = spoken.discussion.text(at: sentence.comment)
            #expect(sentence.span.words(of: text) == sentence.text)
            #expect(
                spoken.graph.quotations.allSatisfy {
                    $0.comment != sentence.comment || $0.span.overlap(with: sentence.span) == 0
                })
        }
    }

    @Test(
        "No commenter has two sentences while another has none to the good",
        arguments: UInt64(0)..<15)
    func turns(seed: UInt64) {
        let spoken = Self.discussion(seed: seed)
        for count in 1...6 {
            let sentences = spoken.summary(Summarizer(length: .sentences(count))).sentences
            #expect(sentences.count <= count)
            let writers = sentences.map { spoken.graph.commenter(of: $0.comment) }
            let people = Set(spoken.graph.authorships.map(\.commenter))
            // Sentences that repeat a chosen one leave their commenter without a turn.
            let everyone = Set(
                spoken.summary(Summarizer(length: .sentences(999))).sentences.map {
                    spoken.graph.commenter(of: $0.comment)
                })
            if sentences.count <= everyone.count, everyone == people {
                #expect(Set(writers).count == sentences.count)
            }
            #expect(sentences.map(\.comment) == sentences.map(\.comment).sorted())
        }
    }

    @Test("A share of the words is kept", arguments: UInt64(0)..<15)
    func budget(seed: UInt64) {
        let spoken = Self.discussion(seed: seed)
        let words = spoken.discussion.comments.reduce(0) {
            $0 + $1.text.split(separator: " ").count
        }
        for share in [0.0, 0.05, 0.2, 0.5, 1] {
            let sentences = spoken.summary(Summarizer(length: .share(share))).sentences
            let taken = sentences.reduce(0) { $0 + $1.text.split(separator: " ").count }
            #expect(sentences.count == 1 || Double(taken) <= share * Double(words))
            #expect(sentences.isEmpty == (share == 0))
        }
    }

    @Test("A longer summary has the words of no fewer commenters", arguments: UInt64(0)..<15)
    func growth(seed: UInt64) {
        let spoken = Self.discussion(seed: seed)
        var before = 0
        for count in 0...8 {
            let sentences = spoken.summary(Summarizer(length: .sentences(count))).sentences
            let writers = Set(sentences.map { spoken.graph.commenter(of: $0.comment) }).count
            #expect(writers >= before)
            before = writers
        }
    }

    @Test(
        "The same discussion gives the same summary, whatever its commenters are called",
        arguments: UInt64(0)..<10)
    func names(seed: UInt64) {
        var spoken = Self.discussion(seed: seed)
        spoken.sides = []
        var renamed = spoken
        for index in renamed.graph.commenters.indices {
            renamed.graph.commenters[index].name = "Somebody\(index)"
            renamed.graph.commenters[index].id = "\(index)"
        }
        #expect(spoken.summary() == spoken.summary())
        #expect(spoken.summary() == renamed.summary())
    }
}

import DiscussionModel
import TestSupport
import Testing

@testable import StanceAnalysis

struct StanceJudgeTests {
    private func judged(
        _ texts: [String], by names: [String] = [],
        _ change: (inout Discussion, inout ReplyGraph) -> Void = { _, _ in }
    ) -> ReplyGraph {
        var (discussion, graph) = Exchange.graph(texts, by: names)
        change(&discussion, &graph)
        var judge = StanceJudge(discussion: discussion, graph: graph)
        graph.findings += judge.judge(&graph)
        return graph
    }

    @Test func `every reply gets probabilities that sum to 1 and cues in its text`() {
        let texts = HostileText.names + ["You're wrong, 🙂 and you know it!", "I agree."]
        let graph = judged(texts)
        for reply in graph.replies {
            guard let stance = reply.stance else {
                #expect(!StanceText(texts[reply.from - 1]).hasWords)
                continue
            }
            #expect(abs(stance.agree + stance.neutral + stance.disagree - 1) < 1e-9)
            #expect(stance.cues.count <= 3)
            let length = texts[reply.from - 1].unicodeScalars.count
            for cue in stance.cues {
                #expect(cue.weight > 0)
                #expect(StanceCueKind(rawValue: cue.kind) != nil)
                #expect((cue.span?.end ?? 0) <= length)
            }
        }
    }

    @Test func `a cue quotes the words at its span`() {
        let reply = "🙂 Nope. That is not true at all."
        let stance = Exchange.stance(of: reply)
        let words = stance.cues.compactMap { cue in cue.span.map { ($0.words(of: reply), cue) } }
        #expect(!words.isEmpty)
        for (word, cue) in words { #expect(cue.detail.contains(word)) }
    }

    @Test func `what is quoted does not speak for who quotes it`() {
        let quoted = "You are wrong, this is nonsense and you are an idiot."
        let answer = "Exactly, well said."
        let graph = judged([quoted, quoted + "\n\n" + answer]) { _, graph in
            graph.quotations = [
                Quotation(
                    comment: 2, span: TextSpan(start: 0, end: quoted.count), source: 1,
                    sourceSpan: TextSpan(start: 0, end: quoted.count), similarity: 1)
            ]
        }
        #expect(graph.replies[1].stance?.label == .agree)
        #expect(graph.replies[1].stance?.cues.first?.span.map { $0.start >= quoted.count } ?? true)
    }

    @Test func `a line behind a mark that holds the answer too is read`() {
        let text = ">the street is narrow Nope. That is not true."
        let graph = judged(["I think the street is narrow.", text]) { discussion, _ in
            discussion.comments[1].statedQuotations = [
                StatedQuotation(span: TextSpan(start: 1, end: text.count))
            ]
        }
        #expect(graph.replies[1].stance?.label == .disagree)
    }

    @Test func `who goes on is neutral unless the words say otherwise`() {
        let graph = judged(
            [Exchange.claim, "And the square, on Sundays, for the chairs of the café."],
            by: ["Ann", "Ann"])
        #expect(graph.replies[1].stance?.label == .neutral)
    }

    @Test func `names that are addressed are no words`() {
        let graph = judged(["I like the plan.", "@True Fool: I agree."]) { _, graph in
            graph.mentions = [
                Mention(
                    comment: 2, commenter: 0, span: TextSpan(start: 0, end: 10),
                    written: "@True Fool")
            ]
        }
        #expect(graph.replies[1].stance?.label == .agree)
        let cues = graph.replies[1].stance?.cues ?? []
        #expect(cues.contains { $0.detail.contains("agree") })
        #expect(!cues.contains { $0.detail.contains("Fool") })
    }

    @Test func `further answers are judged too`() {
        let graph = judged([Exchange.claim, "A bus would do.", "I agree."]) { _, graph in
            graph.alsoAnswers = [Reply(from: 3, to: 1, confidence: 0.5, evidence: [])]
        }
        #expect(graph.alsoAnswers[0].stance?.label == .agree)
    }

    @Test func `a parent that stands later in the source is read`() {
        let graph = judged(["I disagree.", Exchange.claim]) { _, graph in
            graph.replies[0].to = 2
            graph.replies[1].to = 0
        }
        #expect(graph.replies[0].stance?.label == .disagree)
    }
}

import DiscussionModel
import Testing

@testable import DiscussionMeasurement

@Suite("What is counted")
struct DiscussionMeterTests {
    @Test("A discussion without comments has no numbers, and no measure is 0")
    func empty() {
        let (discussion, graph) = small([])
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(measures.comments.isEmpty)
        #expect(measures.commenters.isEmpty)
        #expect(measures.threads.isEmpty)
        #expect(measures.engagement.measures.allSatisfy { $0.value == nil })
        #expect(measures.engagement.measures.count == MeasureRegistry.measures.count)
        #expect(measures.findings.isEmpty)
        let columns = measures.commentColumns + measures.commenterColumns + measures.threadColumns
        #expect(columns.allSatisfy { $0.values.isEmpty })
    }

    @Test("Words, depth, replies and descendants of each comment")
    func comments() {
        // 0 ── 1 ── 2 ── 4
        //   │    └─ 3
        //   └─ 5
        var (discussion, graph) = small([0, 1, 1, 2, 0])
        discussion.comments[4].text = "Don't shout, please"
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(measures.comments.map(\.words) == [3, 3, 3, 3, 3])
        #expect(measures.comments.map(\.depth) == [1, 2, 2, 3, 1])
        #expect(measures.comments.map(\.directReplies) == [2, 1, 0, 0, 0])
        #expect(measures.comments.map(\.descendants) == [3, 1, 0, 0, 0])
    }

    @Test("Threads hold what stands under a top-level comment")
    func threads() {
        let (discussion, graph) = small([0, 1, 0, 2, 3], authors: [0, 1, 2, 0, 2])
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(
            measures.threads == [
                CommentThread(root: 1, comments: [1, 2, 4], commenters: 2, depth: 3),
                CommentThread(root: 3, comments: [3, 5], commenters: 1, depth: 2),
            ])
    }

    @Test("A ghost carries its replies and is counted nowhere")
    func ghosts() {
        // 2 is a ghost; 3 answers it.
        let (discussion, graph) = small([0, 0, 2], authors: [0, 1, 2], ghosts: [2])
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(measures.comments.map(\.depth) == [1, 1, 2])
        #expect(measures.comments.map(\.directReplies) == [0, 1, 0])
        #expect(measures.commenters.map(\.comments) == [1, 0, 1])
        #expect(
            measures.threads == [
                CommentThread(root: 1, comments: [1], commenters: 1, depth: 1),
                CommentThread(root: 2, comments: [3], commenters: 1, depth: 2),
            ])
        #expect(measures.engagement["width"] == 1)
        #expect(measures.engagement["depth"] == 2)
        // Three nodes that are there, 0-1 at 1, 0-3 at 2, 1-3 at 3: 6 / 3.
        #expect(measures.engagement["structuralVirality"] == 2)
        // Two comments; the article and the ghost have a reply.
        #expect(measures.engagement["branching"] == 1)
    }

    @Test("Replies, mentions and quotations are counted between different commenters only")
    func commenters() {
        var (discussion, graph) = small([0, 1, 2, 2, 0], authors: [0, 1, 1, 0, 1], more: 1)
        let span = TextSpan(start: 0, end: 7)
        graph.commenters[2].isArticleAuthor = true
        graph.mentions = [
            Mention(comment: 2, commenter: 0, span: span, written: "c0"),
            Mention(comment: 2, commenter: 2, span: span, written: "c2"),
            Mention(comment: 3, commenter: 1, span: span, written: "c1"),
        ]
        graph.quotations = [
            Quotation(comment: 2, span: span, source: 1, sourceSpan: span, similarity: 1),
            Quotation(comment: 3, span: span, source: 2, sourceSpan: span, similarity: 1),
            Quotation(comment: 4, span: span, source: 0, sourceSpan: span, similarity: 1),
        ]
        graph.replies[4].evidence = [Evidence(kind: .address, detail: "c2", weight: 2)]
        discussion.article.author = "c2"
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(
            measures.commenters == [
                CommenterMeasures(
                    comments: 2, repliesSent: 1, repliesReceived: 1, mentionsReceived: 1,
                    quotedTimes: 1),
                CommenterMeasures(
                    comments: 3, repliesSent: 2, repliesReceived: 1, mentionsReceived: 0,
                    quotedTimes: 0),
                CommenterMeasures(
                    comments: 0, repliesSent: 0, repliesReceived: 1, mentionsReceived: 1,
                    quotedTimes: 1),
            ])
    }

    @Test("A cycle is cut at its first comment, and what hangs on it keeps its place")
    func cycles() {
        // 1 hangs on the cycle 2 → 4 → 3 → 2; 5 answers itself.
        let (discussion, graph) = small([2, 4, 2, 3, 5])
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(measures.comments.map(\.depth) == [2, 1, 2, 3, 1])
        #expect(measures.threads.map(\.root) == [2, 5])
        #expect(measures.threads.first?.comments == [1, 2, 3, 4])
    }

    @Test("A reply graph without authors or replies is measured too")
    func bareGraph() {
        let (discussion, _) = small([0, 1])
        let measures = DiscussionMeter().measures(
            of: discussion, graph: ReplyGraph(commenters: [], authorships: []))
        #expect(measures.comments.map(\.depth) == [1, 1])
        #expect(measures.engagement["gini"] == nil)
    }

    @Test("A chain of 100,000 replies is measured without recursion")
    func longChain() {
        let count = 100_000
        let (discussion, graph) = small(
            Array(0..<count), authors: (0..<count).map { $0 % 2 })
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        #expect(measures.engagement["depth"] == 100_000)
        #expect(measures.engagement["hIndex"] == 1)
        #expect(measures.engagement["longestExchange"] == 100_000)
        // (N + 1) / 3 with N = 100,001.
        #expect(abs((measures.engagement["structuralVirality"] ?? 0) - 100_002.0 / 3) < 1e-6)
        #expect(measures.comments.first?.descendants == 99_999)
    }
}

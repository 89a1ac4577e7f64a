import DiscussionModel
import GraphAlgorithms
import TestSupport
import Testing

@testable import DiscussionMeasurement

@Suite("Measures of comments, commenters and threads")
struct MeasureColumnsTests {
    @Test("Of a comment: repliers, quotations and the first reply are those of others")
    func comments() {
        // 0 ── 1 ── 2, 3 (by one person), 4 (by who wrote 1)
        var (discussion, graph) = small(
            [0, 1, 1, 1], authors: [0, 1, 1, 0], posted: [100, 400, 250, 130])
        let span = TextSpan(start: 0, end: 7)
        graph.quotations = [
            Quotation(comment: 2, span: span, source: 1, sourceSpan: span, similarity: 1),
            Quotation(comment: 3, span: span, source: 1, sourceSpan: span, similarity: 1),
            Quotation(comment: 4, span: span, source: 1, sourceSpan: span, similarity: 1),
            Quotation(comment: 4, span: span, source: 0, sourceSpan: span, similarity: 1),
        ]
        discussion.comments[0].score = 7
        let columns = DiscussionMeter().measures(of: discussion, graph: graph).commentColumns
        #expect(columns["distinctRepliers", at: 0] == 1)
        #expect(columns["distinctRepliers", at: 3] == 0)
        #expect(columns["quotedTimes", at: 0] == 2)
        #expect(columns["firstReplySeconds", at: 0] == 150)
        #expect(columns["firstReplySeconds", at: 1] == nil)
        #expect(columns["nothing", at: 0] == nil && columns["quotedTimes", at: 9] == nil)
    }

    @Test("Of a commenter: shares, degrees, the place in the graph, stances")
    func commenters() throws {
        // c1 answers c0 twice, c0 answers c1, c2 answers c1; c3 is only mentioned.
        let (discussion, graph) = small(
            [0, 1, 1, 2, 2], authors: [0, 1, 1, 0, 2], posted: [0, 10, 30, 15, 60], more: 1,
            stances: [nil, (0.1, 0.8), (0.7, 0.1), (0.2, 0.2), nil])
        let columns = DiscussionMeter().measures(of: discussion, graph: graph).commenterColumns
        func values(_ name: String) -> [Double?] { (0..<4).map { columns[name, at: $0] } }
        #expect(values("share") == [0.4, 0.4, 0.2, 0])
        #expect(values("inDegree") == [1, 2, 0, 0])
        #expect(values("outDegree") == [1, 1, 1, 0])
        #expect(values("core") == [1, 1, 1, 0])
        // 2 to 1 to 0 is the only way through another, of 3 * 2 pairs.
        #expect(values("betweenness") == [0, 1.0 / 6, 0, 0])
        #expect(values("reciprocity") == [1, 2.0 / 3, 0, nil])
        #expect(values("medianReplySeconds") == [5, 20, 50, nil])
        #expect(values("agreeSent") == [0, 1, nil, nil])
        #expect(values("disagreeSent") == [0, 1, nil, nil])
        #expect(values("agreementGiven") == [nil, 0.5, nil, nil])
        #expect(values("agreeReceived") == [1, 0, nil, nil])
        #expect(values("disagreeReceived") == [1, 0, nil, nil])
        #expect(values("agreementReceived") == [0.5, nil, nil, nil])
        let ranks = values("pagerank").compactMap { $0 }
        #expect(ranks.count == 4 && abs(ranks.reduce(0, +) - 1) < 1e-9)
        #expect(ranks[1] > ranks[0] && ranks[0] > ranks[2] && ranks[2] == ranks[3])
    }

    @Test("Where nobody replies to another there is no PageRank and no betweenness")
    func noGraph() {
        let (discussion, graph) = small([0, 0, 0])
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        for name in ["pagerank", "betweenness", "reciprocity", "agreementGiven", "agreeSent"] {
            #expect(measures.commenterColumns[name, at: 0] == nil)
        }
        #expect(measures.commenterColumns["core", at: 0] == 0)
        #expect(measures.findings.isEmpty)
    }

    @Test("Betweenness beyond the bound is sampled, and a finding says so")
    func sampling() {
        var random = SeededGenerator(seed: 2)
        let (discussion, graph) = random.discussion(of: 300, people: 40)
        let measured = MeasuredDiscussion(discussion, graph)
        var findings: [Finding] = []
        _ = Betweenness().values(of: measured, findings: &findings)
        #expect(findings.isEmpty)
        let values = Betweenness(steps: 2_000).values(of: measured, findings: &findings)
        #expect(findings.map(\.id) == ["betweenness-sampled"])
        #expect(findings.first?.file == "small")
        #expect(values.allSatisfy { (0...1).contains($0 ?? -1) })
    }

    @Test("A thread is measured as if the discussion held nothing else", arguments: 0..<25)
    func threads(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (discussion, graph) = random.discussion(of: 40, people: 7)
        // A ghost at the top of a thread, and one in the middle, which makes another.
        for ordinal in [1, 9] {
            discussion.comments[ordinal - 1].isGhost = true
            graph.replies.removeAll { $0.from == ordinal }
        }
        let measures = DiscussionMeter().measures(of: discussion, graph: graph)
        for (index, thread) in measures.threads.enumerated() {
            // The same thread as a discussion: the others are ghosts that nobody answers.
            var (only, onlyGraph) = (discussion, graph)
            for ordinal in 1...40 where !thread.comments.contains(ordinal) {
                only.comments[ordinal - 1].isGhost = true
                onlyGraph.replies.removeAll { $0.from == ordinal }
            }
            let own = DiscussionMeter().measures(of: only, graph: onlyGraph).engagement
            for measure in MeasureRegistry.threadMeasures {
                let name = measure.definition.name
                let value = measures.threadColumns[name, at: index]
                // The others are still listed as commenters, which centralization counts.
                if name == "centralization" { continue }
                if thread.comments.count == 1 {
                    #expect(value == nil)
                    continue
                }
                #expect((value == nil) == (own[name] == nil), "\(name)")
                #expect(abs((value ?? 0) - (own[name] ?? 0)) < 1e-9, "\(name)")
            }
        }
    }

    @Test("The commenter graph that is measured is the one that is shown")
    func sameGraph() {
        for seed in 0..<20 {
            var random = SeededGenerator(seed: UInt64(seed))
            let (discussion, graph) = random.discussion(of: 30, people: 6)
            let shown = CommenterGraph(graph).edges.filter { $0.replies > 0 }
            let edges = MeasuredDiscussion(discussion, graph).talk.commenterGraph.edges
            #expect(edges.map(\.from) == shown.map(\.from))
            #expect(edges.map(\.to) == shown.map(\.to))
            #expect(edges.map(\.weight) == shown.map { Double($0.replies) })
        }
    }

    @Test("The order in which comments stand changes no measure", arguments: 0..<10)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (discussion, graph) = random.discussion(of: 30, people: 8)
        let places = Array(1...30).shuffled(using: &random)
        // The comment with ordinal k goes to places[k - 1].
        var (other, otherGraph) = (discussion, graph)
        for (index, place) in places.enumerated() {
            other.comments[place - 1] = discussion.comments[index]
            otherGraph.authorships[place - 1] = graph.authorships[index]
            otherGraph.replies[place - 1] = graph.replies[index]
            otherGraph.replies[place - 1].from = place
            let to = graph.replies[index].to
            otherGraph.replies[place - 1].to = to == 0 ? 0 : places[to - 1]
        }
        let one = DiscussionMeter().measures(of: discussion, graph: graph)
        let two = DiscussionMeter().measures(of: other, graph: otherGraph)
        func same(_ left: Double?, _ right: Double?) -> Bool {
            (left == nil) == (right == nil) && abs((left ?? 0) - (right ?? 0)) < 1e-9
        }
        for (left, right) in zip(one.engagement.measures, two.engagement.measures) {
            #expect(same(left.value, right.value), "\(left.name)")
        }
        for (left, right) in zip(one.commenterColumns, two.commenterColumns) {
            #expect(zip(left.values, right.values).allSatisfy(same), "\(left.name)")
        }
        for (left, right) in zip(one.commentColumns, two.commentColumns) {
            #expect(
                places.indices.allSatisfy {
                    same(left.values[$0], right.values[places[$0] - 1])
                }, "\(left.name)")
        }
    }
}

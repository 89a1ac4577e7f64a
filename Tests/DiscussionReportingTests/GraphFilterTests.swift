import DiscussionModel
import DiscussionReporting
import Foundation
import TestSupport
import Testing

@Suite("Which part of a graph is written")
struct GraphFilterTests {
    private struct Shown: Equatable, Decodable {
        struct Node: Equatable, Decodable {
            var id: String
            var comments: Int?
            var repliesReceived: Int?
            var pagerank: Double?
        }

        struct Edge: Equatable, Decodable {
            var source: String
            var target: String
            var weight: Int
        }

        var nodes: [Node]
        var edges: [Edge]

        var ids: [String] { nodes.map(\.id) }
        var arrows: [String] { edges.map { "\($0.source) > \($0.target)" } }
    }

    private func shown(
        _ analysis: Analysis, _ filter: GraphFilter, of subject: GraphSubject = .commenters
    ) throws -> Shown {
        let text = GraphDocument.text(of: [analysis], as: .json, of: subject, keeping: filter)
        return try JSONDecoder().decode(Shown.self, from: Data(text.utf8))
    }

    @Test("Mentions and quotations make edges between commenters where that is asked for")
    func kinds() throws {
        func arrows(_ kinds: Set<GraphEdgeKind>?) throws -> [String] {
            try shown(SampleAnalysis.footbridge, GraphFilter(edges: kinds)).arrows
        }
        let replies = ["odd > Bea", "Bea > odd", "unknown-5 > Kim", "Mara Quill > Bea"]
        #expect(try arrows(nil) == replies)
        #expect(try arrows([.reply]) == replies)
        #expect(try arrows([.quotation]) == ["odd > Mara Quill"])
        #expect(try arrows([.reply, .mention]).count == 5)
        #expect(try arrows([]).isEmpty)
    }

    @Test("Between comments all edges stand until kinds are asked for")
    func kindsOfComments() throws {
        func arrows(_ kinds: Set<GraphEdgeKind>?) throws -> [String] {
            try shown(SampleAnalysis.footbridge, GraphFilter(edges: kinds), of: .comments).arrows
        }
        #expect(try arrows(nil).count == 6)
        #expect(try arrows([.reply]).count == 5)
        #expect(try !arrows([.reply]).contains("c6 > c3"))
        #expect(try arrows([.quotation]) == ["c1 > 0"])
        #expect(try arrows([.mention]) == ["c2 > c1", "c3 > c2", "c6 > c2", "c6 > c3"])
    }

    @Test("Who has not commented is left out where no edge that is left leads there")
    func addressed() throws {
        let all = try shown(SampleAnalysis.footbridge, GraphFilter())
        #expect(all.ids == ["odd", "Bea", "Kim", "unknown-5", "Mara Quill"])
        let quoted = try shown(SampleAnalysis.footbridge, GraphFilter(edges: [.quotation]))
        #expect(quoted.ids == ["odd", "Bea", "unknown-5", "Mara Quill"])
    }

    @Test("An edge has at least the weight that is asked for")
    func weight() throws {
        let sample = SampleAnalysis.millpond
        #expect(try shown(sample, GraphFilter(minWeight: 1)).edges.count == 6)
        let heavy = try shown(sample, GraphFilter(minWeight: 2))
        #expect(heavy.arrows == ["Signe > Rolf"])
        #expect(heavy.ids.count == 5)
        #expect(try shown(sample, GraphFilter(minWeight: 3)).edges.isEmpty)
        // Further answers weigh nothing.
        let comments = try shown(sample, GraphFilter(minWeight: 1), of: .comments)
        #expect(comments.edges.count == 8)
        #expect(comments.nodes.count == 9)
    }

    @Test("A commenter has at least the comments that are asked for, and the article stays")
    func comments() throws {
        let sample = SampleAnalysis.millpond
        let busy = try shown(sample, GraphFilter(minComments: 2))
        #expect(busy.ids == ["Rolf", "Signe"])
        #expect(busy.arrows == ["Rolf > Signe", "Signe > Rolf"])
        let theirs = try shown(sample, GraphFilter(minComments: 2), of: .comments)
        #expect(theirs.ids == ["0", "m1", "m2", "m3", "m4", "m8"])
        #expect(theirs.arrows == ["m1 > 0", "m2 > m1", "m3 > m2", "m4 > m3"])
        #expect(try shown(sample, GraphFilter(minComments: 9)) == Shown(nodes: [], edges: []))
    }

    @Test("The largest component is looked for in what the other filters leave")
    func component() throws {
        let footbridge = try shown(
            SampleAnalysis.footbridge, GraphFilter(component: .largest))
        #expect(footbridge.ids == ["odd", "Bea", "Mara Quill"])
        #expect(footbridge.arrows == ["odd > Bea", "Bea > odd", "Mara Quill > Bea"])
        let heavy = try shown(
            SampleAnalysis.millpond, GraphFilter(minWeight: 2, component: .largest))
        #expect(heavy.ids == ["Rolf", "Signe"])
        // Of equals the one of the first node.
        let alone = try shown(
            SampleAnalysis.millpond, GraphFilter(minWeight: 3, component: .largest))
        #expect(alone.ids == ["Rolf"])
        let nobody = try shown(SampleAnalysis.silence, GraphFilter(component: .largest))
        #expect(nobody == Shown(nodes: [], edges: []))
    }

    @Test("What is left of a node says what it says of the whole discussion")
    func attributes() throws {
        let all = try shown(SampleAnalysis.footbridge, GraphFilter())
        let part = try shown(
            SampleAnalysis.footbridge, GraphFilter(edges: [.quotation], minComments: 1))
        for node in part.nodes { #expect(all.nodes.contains(node)) }
        #expect(part.nodes.first?.repliesReceived == 1)
    }

    @Test("Every form writes the same nodes and edges", arguments: UInt64(1)..<20)
    func sameInEveryForm(seed: UInt64) {
        let analysis = RandomAnalysis.make(seed: seed)
        let filter = GraphFilter(
            edges: [.reply, .mention], minComments: Int(seed % 3),
            component: seed % 2 == 0 ? .largest : nil)
        func count(_ form: GraphForm, _ pattern: String) -> Int {
            GraphDocument.text(of: [analysis], as: form, of: .comments, keeping: filter)
                .components(separatedBy: pattern).count - 1
        }
        let (nodes, edges) = (count(.gexf, "<node "), count(.gexf, "<edge "))
        #expect(nodes > 0)
        #expect(count(.graphML, "<node ") == nodes)
        #expect(count(.graphML, "<edge ") == edges)
        #expect(
            GraphDocument.text(of: [analysis], of: .comments, keeping: filter)
                .matches(of: #/(?m)^  "[^"]*" -> "[^"]*" \[/#).count == edges)
        #expect(count(.json, "{\"source\":") == edges)
        #expect(count(.json, "{\"id\":") == nodes)
        #expect(count(.gephi, ",Directed,") == edges)
    }
}

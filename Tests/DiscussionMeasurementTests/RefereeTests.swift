import DiscussionModel
import Foundation
import GraphAlgorithms
import TestSupport
import Testing

@testable import DiscussionMeasurement

@Suite("Measures against other programs")
struct RefereeTests {
    @Test(
        "NetworkX gets the same numbers from the same discussions",
        .enabled(if: OutsideTool.python(with: ["networkx"]) != nil, "NetworkX is not installed"))
    func networkx() throws {
        try compare(with: "networkx")
    }

    @Test(
        "igraph, from Python, gets the same numbers from the same discussions",
        .enabled(if: OutsideTool.python(with: ["igraph"]) != nil, "python-igraph is not installed"))
    func igraph() throws {
        try compare(with: "igraph")
    }

    private func compare(with program: String) throws {
        let python = try #require(OutsideTool.python(with: [program]))
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Peers/measures.py").standardized.path()
        let output = try python.run([script, program], input: discussions())
        #expect(output.status == 0, "\(output.errors)")
        #expect(output.text.hasSuffix("values agree\n"), "\(output.text)")
    }

    /// Random discussions of rising size with our values, as the script reads them.
    private func discussions() throws -> String {
        let cases = (0..<24).map { seed -> [String: Any] in
            var random = SeededGenerator(seed: UInt64(seed))
            let count = 12 + seed * seed
            let (discussion, graph) = random.discussion(of: count, people: 3 + 5 * seed)
            let measures = DiscussionMeter().measures(of: discussion, graph: graph)
            func known(_ value: Double?) -> Any { value ?? NSNull() }
            return [
                "parents": graph.replies.map(\.to),
                "edges": CommenterGraph(graph).edges.filter { $0.replies > 0 }
                    .map { [$0.from, $0.to, $0.replies] },
                "commenters": graph.commenters.count,
                "engagement": Dictionary(
                    uniqueKeysWithValues: measures.engagement.measures.map {
                        ($0.name, known($0.value))
                    }),
                "measures": Dictionary(
                    uniqueKeysWithValues: measures.commenterColumns.map {
                        ($0.name, $0.values.map(known))
                    }),
            ]
        }
        return String(
            decoding: try JSONSerialization.data(withJSONObject: cases), as: UTF8.self)
    }
}

import DiscussionModel
import DiscussionReporting
import Foundation
import TestSupport
import Testing

/// Every form is read back with programs that it is made for, and compared with our own JSON.
@Suite("Graphs read by others")
struct GraphPeerTests {
    private static let cases: [[Analysis]] = [
        [], [SampleAnalysis.silence], [SampleAnalysis.footbridge], [HostileAnalysis.names],
        [SampleAnalysis.millpond],
        [SampleAnalysis.footbridge, SampleAnalysis.silence, HostileAnalysis.names],
        (UInt64(1)..<9).map { RandomAnalysis.make(seed: $0) },
    ]

    private static func isThere(_ modules: [String], _ program: String? = nil) -> Bool {
        OutsideTool.python(with: modules) != nil
            && (program.map { OutsideTool($0) != nil } ?? true)
    }

    private func check(
        _ reader: String, _ form: GraphForm, _ modules: [String], _ more: [String] = []
    ) throws {
        let tool = try #require(OutsideTool.python(with: modules))
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Peers/graphs.py").path
        let scratch = try ScratchFolder()
        let filter = GraphFilter(edges: [.reply, .mention, .quotation])
        // One run for all, since starting Python takes longer than reading.
        var arguments: [String] = []
        var names: [String] = []
        for (number, analyses) in Self.cases.enumerated() {
            for subject in GraphSubject.allCases {
                let name = "case-\(number)-\(subject.rawValue)"
                func write(_ form: GraphForm) throws -> [String] {
                    let texts = GraphDocument.texts(
                        of: analyses, as: form, of: subject, keeping: filter)
                    return try zip(form.endings, texts).map {
                        try scratch.write($1, to: "\(name)-\(form.name)\($0)")
                    }
                }
                arguments += arguments.isEmpty ? [] : ["--"]
                arguments += try write(form) + more + write(.json)
                names.append(name)
            }
        }
        let output = try tool.run([script, reader] + arguments)
        let read = output.text.split(separator: "\n").filter { $0.hasPrefix("\(reader) ") }
        #expect(
            read.count == names.count,
            "\(names.dropFirst(read.count).first ?? ""): \(output.errors)")
    }

    @Test(
        "NetworkX reads the same nodes, edges and attributes of DOT through pydot",
        .enabled(if: isThere(["networkx", "pydot"]), "networkx and pydot are missing"))
    func networkX() throws { try check("networkx", .dot, ["networkx", "pydot"]) }

    @Test(
        "pygraphviz reads the same nodes, edges and attributes of DOT",
        .enabled(if: isThere(["pygraphviz"]), "pygraphviz is missing"))
    func pygraphviz() throws { try check("pygraphviz", .dot, ["pygraphviz"]) }

    @Test(
        "GraphViz reads the same nodes, edges and attributes, and its SVG is valid XML",
        .enabled(if: isThere([], "dot"), "dot or python3 is missing"))
    func graphViz() throws { try check("graphviz", .dot, []) }

    @Test(
        "NetworkX reads the node-link JSON",
        .enabled(if: isThere(["networkx"]), "networkx is missing"))
    func nodeLink() throws { try check("nodelink", .json, ["networkx"]) }

    @Test(
        "NetworkX reads the same nodes, edges and attributes of GraphML",
        .enabled(if: isThere(["networkx"]), "networkx is missing"))
    func graphML() throws { try check("graphml", .graphML, ["networkx"]) }

    @Test(
        "igraph reads the same nodes, edges and attributes of GraphML",
        .enabled(if: isThere(["igraph"]), "igraph is missing"))
    func igraph() throws { try check("igraph", .graphML, ["igraph"]) }

    @Test(
        "NetworkX reads the same nodes, edges and attributes of GEXF",
        .enabled(if: isThere(["networkx"]), "networkx is missing"))
    func gexf() throws { try check("gexf", .gexf, ["networkx"]) }

    @Test(
        "Tables hold the same nodes, edges and attributes, and no formula",
        .enabled(if: isThere([]), "python3 is missing"),
        arguments: [GraphForm.csv, .nodeXL, .gephi])
    func tables(form: GraphForm) throws { try check("tables", form, []) }

    /// A folder with `gexf/gexf.xsd` and `graphml/graphml.xsd` and what they include, as
    /// https://github.com/gephi/gexf (`specs/1.3`) and http://graphml.graphdrawing.org/xmlns/1.0
    /// have them.
    private static let schemas = ProcessInfo.processInfo.environment["REJOINDER_SCHEMAS"]

    @Test(
        "GraphML and GEXF are valid against their schemas",
        .enabled(if: schemas != nil, "REJOINDER_SCHEMAS names no folder with schemas"),
        .enabled(if: isThere(["lxml"]), "lxml is missing"),
        arguments: [GraphForm.graphML, .gexf])
    func valid(form: GraphForm) throws {
        let folder = try #require(Self.schemas)
        try check("schema", form, ["lxml"], ["\(folder)/\(form.name)/\(form.name).xsd"])
    }
}

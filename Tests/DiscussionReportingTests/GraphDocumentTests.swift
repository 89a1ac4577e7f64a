import DiscussionModel
import DiscussionReporting
import Foundation
import TestSupport
import Testing

@Suite("Graph documents")
struct GraphDocumentTests {
    @Test("Both graphs are as the golden files have them", arguments: GraphSubject.allCases)
    func golden(subject: GraphSubject) throws {
        let one = [SampleAnalysis.footbridge]
        let two = [SampleAnalysis.footbridge, SampleAnalysis.silence]
        for (form, ending) in [(GraphForm.dot, "dot"), (.json, "json")] {
            try expectGolden(
                GraphDocument.text(of: [SampleAnalysis.millpond], as: form, of: subject),
                "millpond.\(subject.rawValue).\(ending)")
            try expectGolden(
                GraphDocument.text(of: one, as: form, of: subject),
                "footbridge.\(subject.rawValue).\(ending)")
            try expectGolden(
                GraphDocument.text(of: two, as: form, of: subject),
                "combined.\(subject.rawValue).\(ending)")
        }
    }

    @Test("No discussion at all gives an empty graph")
    func nothing() {
        #expect(
            GraphDocument.text(of: [], as: .json).hasSuffix("\"nodes\":[],\"edges\":[]}\n"))
        let dot = GraphDocument.text(of: [])
        #expect(dot.contains("strict digraph commenters {"))
        #expect(dot.hasSuffix("layout=dot;\n}\n"))
    }

    @Test("Mentions and quotations make edges where that is asked for")
    func kinds() {
        let sample = [SampleAnalysis.footbridge]
        func arrows(_ kinds: Set<GraphEdgeKind>) -> [String] {
            GraphDocument.text(of: sample, edges: kinds).split(separator: "\n")
                .filter { $0.contains(" -> ") }
                .map { $0.prefix { $0 != "[" }.trimmingCharacters(in: .whitespaces) }
        }
        let replies = [
            #""odd" -> "Bea""#, #""Bea" -> "odd""#, #""unknown-5" -> "Kim""#,
            #""Mara Quill" -> "Bea""#,
        ]
        #expect(arrows([.reply]) == replies)
        #expect(
            arrows([.quotation]) == [#""odd" -> "Mara Quill""#])
        #expect(arrows([.reply, .mention]).count == 5)
        #expect(arrows([]).isEmpty)
    }

    @Test("The legend tells what occurs and nothing else")
    func legend() {
        func legend(_ analysis: Analysis, _ subject: GraphSubject) -> String {
            let lines = GraphDocument.text(of: [analysis], of: subject).split(separator: "\n")
            return String(lines.first { $0.hasPrefix("  label=") } ?? "")
        }
        let words = [
            "red:", "blue:", "plain", "camp", "Orange", "White", "Dotted", "Dashed:", "Dashed box",
        ]
        func said(_ analysis: Analysis, _ subject: GraphSubject) -> [String] {
            words.filter { legend(analysis, subject).contains($0) }
        }
        #expect(said(SampleAnalysis.footbridge, .commenters) == ["Orange", "White"])
        #expect(
            said(SampleAnalysis.footbridge, .comments)
                == ["Orange", "Dotted", "Dashed:", "Dashed box"])
        #expect(said(SampleAnalysis.millpond, .commenters) == ["red:", "blue:", "plain", "camp"])
        #expect(
            said(SampleAnalysis.millpond, .comments) == [
                "red:", "blue:", "plain", "camp", "Orange", "Dashed:",
            ])
        #expect(said(SampleAnalysis.silence, .commenters).isEmpty)
        var calm = SampleAnalysis.millpond
        calm.stances = DiscussionStances()
        for index in calm.graph.replies.indices where index != 4 {
            calm.graph.replies[index].stance = nil
        }
        #expect(said(calm, .commenters) == ["blue:", "plain"])
    }

    @Test("A pair of commenters has the stance that more of their replies take")
    func pairs() {
        func stance(_ labels: [Stance.Label?]) -> (Stance.Label?, String) {
            var analysis = SampleAnalysis.silence
            analysis.discussion.comments = (0...labels.count).map {
                Comment(id: "\($0 + 1)", text: "Well.")
            }
            analysis.graph = ReplyGraph(
                commenters: ["A", "B"].map { Commenter(id: $0, name: $0) },
                authorships: (0...labels.count).map { Authorship(commenter: min($0, 1)) },
                replies: labels.enumerated().map { index, label in
                    Reply(
                        from: index + 2, to: 1, confidence: 1, evidence: [],
                        stance: label.map { label in
                            Stance(
                                agree: label == .agree ? 1 : 0, neutral: label == .neutral ? 1 : 0,
                                disagree: label == .disagree ? 1 : 0)
                        })
                })
            let text = GraphDocument.text(of: [analysis])
            let head = text.matches(of: #/arrowhead=([a-z]+)/#).map { String($0.output.1) }
            return (CommenterGraph(analysis.graph).edges[0].stance, head.joined())
        }
        #expect(stance([nil, nil]) == (nil, ""))
        #expect(stance([nil, .neutral]) == (.neutral, ""))
        #expect(stance([.agree, .disagree, nil]) == (.neutral, ""))
        #expect(stance([.agree, .disagree, .disagree, .neutral]) == (.disagree, "tee"))
        #expect(stance([.neutral, .neutral, .agree]) == (.agree, "dot"))
    }

    @Test("A stance that is less sure than 60 % is drawn thin and pale, and the legend says so")
    func unsureStances() {
        func text(_ probability: Double) -> String {
            var analysis = SampleAnalysis.millpond
            let stance = Stance(agree: 0, neutral: 1 - probability, disagree: probability)
            for index in analysis.graph.replies.indices {
                analysis.graph.replies[index].stance = stance
            }
            for index in analysis.graph.alsoAnswers.indices {
                analysis.graph.alsoAnswers[index].stance = stance
            }
            return GraphDocument.text(of: [analysis], of: .comments)
        }
        #expect(text(0.59).contains("penwidth=0.5"))
        #expect(text(0.59).contains("color=\"#b2182b80\""))
        #expect(
            text(0.59).contains("Thin and pale with a bar or dot: that is less sure than 60 %."))
        for absent in ["penwidth=0.5", "#b2182b80", "Thin and pale"] {
            #expect(!text(0.6).contains(absent))
        }
    }

    @Test("The legend of comments says what the size of a box means")
    func sizes() {
        let text = GraphDocument.text(of: [SampleAnalysis.millpond], of: .comments)
        #expect(text.contains("The larger a box, the more comments answer it."))
    }

    @Test("Beyond 300 nodes the layout is sfdp, also when several discussions add up to that")
    func large() {
        func analysis(_ count: Int, _ id: String) -> Analysis {
            var analysis = SampleAnalysis.silence
            analysis.discussion.id = id
            analysis.discussion.comments = (1...count).map { Comment(id: "c\($0)", text: "Yes.") }
            analysis.graph = ReplyGraph(
                commenters: (1...count).map { Commenter(id: "p\($0)", name: "P\($0)") },
                authorships: (0..<count).map { Authorship(commenter: $0) })
            return analysis
        }
        func layout(_ analyses: [Analysis]) -> Substring? {
            GraphDocument.text(of: analyses).split(separator: "\n").dropLast().last
        }
        #expect(layout([analysis(60, "a")]) == "  layout=dot;")
        #expect(layout([analysis(300, "a")]) == "  layout=neato;")
        #expect(layout([analysis(301, "a")]) == "  layout=sfdp;")
        #expect(layout([analysis(200, "a"), analysis(100, "b")]) == "  layout=dot;")
        #expect(layout([analysis(200, "a"), analysis(101, "b")]) == "  layout=sfdp;")
    }

    @Test("A stream of analyses gives the same text as all of them at once")
    func streaming() {
        var document = GraphDocument(as: .json, of: .comments)
        let samples = (UInt64(1)..<6).map { RandomAnalysis.make(seed: $0) }
        let pieces = samples.map { document.append($0) } + [document.finish()]
        #expect(pieces.first == "")
        #expect(pieces.joined() == GraphDocument.text(of: samples, as: .json, of: .comments))
    }

    @Test("No hostile name breaks a line of DOT or steers a terminal")
    func hostileLines() {
        let text = GraphDocument.text(of: [HostileAnalysis.names])
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
            #expect(!(0x202A...0x202E).contains(scalar.value))
        }
        let lines = text.split(separator: "\n")
        #expect(
            lines.filter { $0.contains(" -> ") && $0.hasSuffix("];") }.count
                == HostileText.names.count)
        #expect(!lines.contains { $0.utf8.count > 4_000 })
        #expect(text.contains(#""~6Eode" [label="node [2]""#))
        #expect(text.contains(#""~5C" [label="\\ [1]""#))
        #expect(text.contains(#""~" [label="(no name) [1]""#))
        #expect(text.contains(#"[label="R&amp;amp;D & <co> [1]""#))
    }

    private static func isThere(_ modules: [String], _ reader: String) -> Bool {
        OutsideTool.python(with: modules) != nil
            && (reader != "graphviz" || OutsideTool("dot") != nil)
    }

    private func check(_ reader: String, _ modules: [String]) throws {
        let tool = try #require(OutsideTool.python(with: modules))
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Peers/graphs.py").path
        let scratch = try ScratchFolder()
        let cases: [[Analysis]] = [
            [], [SampleAnalysis.silence], [SampleAnalysis.footbridge], [HostileAnalysis.names],
            [SampleAnalysis.millpond],
            [SampleAnalysis.footbridge, SampleAnalysis.silence, HostileAnalysis.names],
        ]
        for (number, analyses) in cases.enumerated() {
            for subject in GraphSubject.allCases {
                let dot = try scratch.write(
                    GraphDocument.text(of: analyses, of: subject), to: "graph.dot")
                let json = try scratch.write(
                    GraphDocument.text(of: analyses, as: .json, of: subject), to: "graph.json")
                let output = try tool.run([script, reader, dot, json])
                #expect(
                    output.text.hasPrefix("\(reader) "),
                    "case \(number), \(subject): \(output.errors)")
            }
        }
    }

    @Test(
        "NetworkX reads the same nodes, edges and attributes through pydot",
        .enabled(if: isThere(["networkx", "pydot"], "networkx"), "networkx and pydot are missing"))
    func networkX() throws { try check("networkx", ["networkx", "pydot"]) }

    @Test(
        "pygraphviz reads the same nodes, edges and attributes",
        .enabled(if: isThere(["pygraphviz"], "pygraphviz"), "pygraphviz is missing"))
    func pygraphviz() throws { try check("pygraphviz", ["pygraphviz"]) }

    @Test(
        "GraphViz reads the same nodes, edges and attributes, and its SVG is valid XML",
        .enabled(if: isThere([], "graphviz"), "dot or python3 is missing"))
    func graphViz() throws { try check("graphviz", []) }

    @Test(
        "NetworkX reads the node-link JSON",
        .enabled(if: isThere(["networkx"], "nodelink"), "networkx is missing"))
    func nodeLink() throws { try check("nodelink", ["networkx"]) }
}

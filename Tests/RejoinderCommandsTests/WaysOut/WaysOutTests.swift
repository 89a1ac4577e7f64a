import Foundation
import TestSupport
import Testing

/// A talk full of attacks goes out every way there is, and the program that each output is for
/// judges it: nothing runs, no format breaks, nothing is lost.
@Suite("Ways out")
struct WaysOutTests {
    private let outputs: HostileOutputs
    private var folder: ScratchFolder { outputs.folder }

    init() throws { outputs = try HostileOutputs() }

    private static func has(_ modules: [String] = [], _ programs: String...) -> Bool {
        OutsideTool.python(with: modules) != nil && programs.allSatisfy { OutsideTool($0) != nil }
    }

    private static let browser: OutsideTool? =
        OutsideTool("chromium") == nil || OutsideTool("chromedriver") == nil
        ? nil : .python(with: ["selenium"], namedBy: "REJOINDER_BROWSER_PYTHON")

    private func path(_ name: String) -> String { folder.path(name).path }

    @Test(
        "Python, SQLite and a spreadsheet's rules find every name, id and text again, and no formula",
        .enabled(if: has(), "python3 is missing"))
    func data() throws {
        try outputs.writeReports()
        try outputs.writeData()
        try outputs.writeGraphs()
        try outputs.writeErrors()
        if let cmark = OutsideTool("cmark") {
            for name in ["summary", "attention", "person", "comment", "search"] {
                let html = try cmark.run(["--unsafe", path("\(name).md")])
                try folder.write(html.text, to: "\(name).md.html")
            }
        }
        let judge = try #require(OutsideTool.python(with: []))
        let output = try judge.run([HostileOutputs.script("ways_out.py"), folder.url.path])
        #expect(output.status == 0, "\(output.errors.prefix(9_000))")
    }

    @Test(
        "NetworkX and igraph read graphs of it, with all nodes, edges and names",
        .enabled(if: has(["networkx", "pydot", "igraph"]), "networkx, pydot or igraph is missing"))
    func graphs() throws {
        try outputs.writeGraphs()
        let tool = try #require(OutsideTool.python(with: ["networkx", "pydot", "igraph"]))
        for subject in HostileOutputs.subjects {
            let own = path("graphs/\(subject).json")
            for (reader, endings) in [
                ("networkx", ["dot"]), ("graphml", ["graphml"]), ("igraph", ["graphml"]),
                ("gexf", ["gexf"]), ("nodelink", []), ("tables", ["edges.csv"]),
                ("tables", ["nodexl.csv"]), ("tables", ["gephi.nodes.csv", "gephi.edges.csv"]),
            ] {
                let files = endings.map { path("graphs/\(subject).\($0)") }
                let output = try tool.run(
                    [HostileOutputs.script("graphs.py"), reader] + files + [own])
                #expect(output.status == 0, "\(reader) \(subject): \(output.errors.suffix(3_000))")
            }
        }
    }

    @Test(
        "GraphViz draws it without a word of complaint, with all nodes, edges and names",
        .enabled(if: has([], "dot"), "dot or python3 is missing"))
    func graphViz() throws {
        try outputs.writeGraphs()
        let tool = try #require(OutsideTool.python(with: []))
        for subject in HostileOutputs.subjects {
            let output = try tool.run([
                HostileOutputs.script("graphs.py"), "graphviz", path("graphs/\(subject).dot"),
                path("graphs/\(subject).json"),
            ])
            #expect(output.status == 0, "\(subject): \(output.errors.suffix(3_000))")
        }
    }

    @Test(
        "xmllint finds GraphML, GEXF and the SVG of GraphViz well formed",
        .enabled(if: has([], "xmllint", "dot"), "xmllint or dot is missing"))
    func xml() throws {
        try outputs.writeGraphs()
        try drawGraphs()
        let xmllint = try #require(OutsideTool("xmllint"))
        for subject in HostileOutputs.subjects {
            for ending in ["graphml", "gexf", "svg"] {
                let output = try xmllint.run([
                    "--noout", "--nonet", path("graphs/\(subject).\(ending)"),
                ])
                #expect(output.status == 0 && output.errors.isEmpty, "\(output.errors)")
            }
        }
    }

    @Test(
        "Chromium runs and fetches nothing of the report, the drawings and the Markdown, and shows all",
        .enabled(if: browser != nil, "needs chromium, chromium-driver and a Python with selenium"))
    func chromium() throws {
        try outputs.writeReports()
        try outputs.writeGraphs()
        try FileManager.default.createDirectory(
            at: folder.path("pages"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: folder.path("report.html"), to: folder.path("pages/report.html"))
        if OutsideTool("dot") != nil {
            try drawGraphs()
            for subject in HostileOutputs.subjects {
                try FileManager.default.moveItem(
                    at: folder.path("graphs/\(subject).svg"),
                    to: folder.path("pages/\(subject).svg"))
            }
        }
        if let cmark = OutsideTool("cmark") {
            for name in ["summary", "comment", "search"] {
                let html = try cmark.run(["--unsafe", path("\(name).md")]).text
                try folder.write(
                    "<!DOCTYPE html><meta charset=utf-8><title>x</title>" + html,
                    to: "pages/\(name).html")
            }
        }
        let output = try #require(Self.browser).run([
            HostileOutputs.script("hostile_in_browser.py"), path("pages"),
            "\(HostileText.attacks.count)",
        ])
        #expect(output.status == 0, "\(output.text)\(output.errors)")
    }

    /// Lets GraphViz draw the graphs, of which it may not complain.
    private func drawGraphs() throws {
        let dot = try #require(OutsideTool("dot"))
        for subject in HostileOutputs.subjects {
            let output = try dot.run([
                "-Tsvg", path("graphs/\(subject).dot"), "-o", path("graphs/\(subject).svg"),
            ])
            #expect(output.status == 0 && output.errors.isEmpty, "\(output.errors)")
        }
    }

    @Test("An output for each discussion stays in its folder, under names that no program obeys")
    func folders() throws {
        for (command, forms) in [("graph", ["dot", "gephi"]), ("export", ["csv", "jsonl"])] {
            for form in forms {
                let name = "\(command)-\(form)/in/here"
                let run = try outputs.run(command, "talk.jsonl", "--as", form, "-o", name + "/")
                #expect(run.status == 0, "\(run.errors)")
                let files = try FileManager.default.contentsOfDirectory(atPath: path(name))
                #expect(
                    files.count == (HostileText.attacks.count + 2) * (form == "gephi" ? 2 : 1))
                for file in files {
                    #expect(!file.hasPrefix(".") && !file.hasPrefix("-"), "\(file)")
                    #expect(
                        file.unicodeScalars.allSatisfy {
                            $0.properties.generalCategory != .control
                                && $0.properties.generalCategory != .format
                        }, "\(file.debugDescription)")
                }
                // Nothing climbed out.
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: path("\(command)-\(form)"))
                        == ["in"])
            }
        }
        #expect(!folder.exists("x"))
    }
}

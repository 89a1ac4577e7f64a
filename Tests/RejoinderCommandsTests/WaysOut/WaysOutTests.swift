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
        try outputs.writeGraphs(["json", "csv", "gephi", "nodexl"])
        try outputs.writeErrors()
        try judge("Data")
    }

    @Test(
        "cmark finds no element, link or picture in the Markdown that a stranger asked for",
        .enabled(if: has([], "cmark"), "cmark or python3 is missing"))
    func markdown() throws {
        try outputs.writeReports(["markdown"])
        try writePages(["summary", "attention", "person", "comment", "search"], to: "markdown")
        try judge("Markdown")
    }

    @Test(
        "The program sqlite3 finds the store sound, and writes it out and in again without loss",
        .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is missing"))
    func sqlite() throws {
        try outputs.run("analyze", "talk.jsonl", "--db", "store.sqlite")
        let run = try CommandRun(
            script: """
                sqlite3 store.sqlite 'PRAGMA integrity_check; PRAGMA foreign_key_check'
                sqlite3 store.sqlite .dump | sqlite3 copy.sqlite
                ask='SELECT count(*), sum(length(CAST(text AS BLOB))) FROM comment'
                sqlite3 store.sqlite "$ask" > before
                sqlite3 copy.sqlite "$ask" | diff before -
                sqlite3 store.sqlite "SELECT count(*) FROM comment WHERE text GLOB '*MARK[0-9]*'"
                """, in: folder)
        #expect(run.errors == "")
        #expect(run.text == "ok\n\(HostileText.attacks.count)\n")
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
        try outputs.writeGraphs(["dot", "json"])
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
        .enabled(if: has([], "xmllint", "dot"), "xmllint, dot or python3 is missing"))
    func xml() throws {
        try outputs.writeGraphs(["graphml", "gexf", "dot"])
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
        try judge("Drawings")
    }

    @Test(
        "Chromium runs and fetches nothing of the report, the drawings and the Markdown, and shows all",
        .enabled(
            if: browser != nil && has([], "dot", "cmark"),
            "needs chromium, chromium-driver, a Python with selenium, dot and cmark"))
    func chromium() throws {
        try outputs.writeReports(["markdown"])
        try outputs.run("report", "talk.jsonl", "-o", "report.html")
        try outputs.writeGraphs(["dot"])
        try FileManager.default.createDirectory(
            at: folder.path("pages"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: folder.path("report.html"), to: folder.path("pages/report.html"))
        try drawGraphs()
        for subject in HostileOutputs.subjects {
            try FileManager.default.moveItem(
                at: folder.path("graphs/\(subject).svg"),
                to: folder.path("pages/\(subject).svg"))
        }
        try writePages(["summary", "comment", "search"], to: "pages")
        let output = try #require(Self.browser).run([
            HostileOutputs.script("hostile_in_browser.py"), path("pages"),
            "\(HostileText.attacks.count)",
        ])
        #expect(output.status == 0, "\(output.text)\(output.errors)")
    }

    /// Lets Python judge, with the tests of one class.
    private func judge(_ tests: String) throws {
        let python = try #require(OutsideTool.python(with: []))
        let output = try python.run([
            HostileOutputs.script("ways_out.py"), folder.url.path, tests,
        ])
        #expect(output.status == 0, "\(output.errors.prefix(9_000))")
    }

    /// Lets cmark make pages of Markdown, with the HTML in it as it is.
    private func writePages(_ names: [String], to place: String) throws {
        let cmark = try #require(OutsideTool("cmark"))
        for name in names {
            let html = try cmark.run(["--unsafe", path("\(name).md")])
            #expect(html.status == 0 && !html.text.isEmpty, "\(name)")
            try folder.write(
                "<!DOCTYPE html><meta charset=utf-8><title>x</title>" + html.text,
                to: "\(place)/\(name).html")
        }
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

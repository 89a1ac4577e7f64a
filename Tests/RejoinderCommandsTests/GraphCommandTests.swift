import Foundation
import Testing

@Suite("The command graph")
struct GraphCommandTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.page, to: "page.txt")
        try folder.write(Samples.page, to: "other/page.txt")
        try folder.write(Samples.corpus(discussions: 2), to: "corpus.jsonl")
    }

    @Test(
        "Several discussions become one graph on standard output",
        arguments: ["dot", "json", "graphml", "gexf", "csv", "nodexl"])
    func oneGraph(form: String) throws {
        let run = try CommandRun(
            "graph", "page.txt", "corpus.jsonl", "--as", form, in: folder)
        #expect(run.status == 0)
        if form == "dot" {
            #expect(run.text.components(separatedBy: "digraph").count == 2)
        } else if form == "json" {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: run.output) }
        }
        #expect(run.text.contains("Ada"))
        #expect(run.text.contains("ada"))
    }

    @Test("A folder after -o gets a file for each discussion, named after its id")
    func folderOfGraphs() throws {
        let run = try CommandRun(
            "graph", "page.txt", "other", "corpus.jsonl", "-o", "graphs/", in: folder)
        #expect(run.status == 0)
        #expect(run.text == "")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("graphs").path)
        #expect(files.sorted() == ["d1-1.dot", "d2-1.dot", "page-2.dot", "page.dot"])
        #expect(try folder.text(of: "graphs/page.dot").contains("Ada"))
        #expect(try !folder.text(of: "graphs/page.dot").contains("\"ada\""))
    }

    @Test("Comments are the nodes where they are asked for")
    func comments() throws {
        let run = try CommandRun(
            "graph", "corpus.jsonl", "--of", "comments", in: folder)
        #expect(run.text.contains("d1-3"))
    }

    @Test(
        "A folder after -o gets the files of each form",
        arguments: [
            ("graphml", [".graphml"]), ("gexf", [".gexf"]), ("json", [".json"]), ("csv", [".csv"]),
            ("nodexl", [".nodexl.csv"]), ("gephi", [".edges.csv", ".nodes.csv"]),
        ])
    func forms(form: String, endings: [String]) throws {
        let run = try CommandRun(
            "graph", "page.txt", "corpus.jsonl", "--as", form, "-o", "graphs/", in: folder)
        #expect(run.status == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("graphs").path)
        let expected = ["d1-1", "d2-1", "page"].flatMap { name in endings.map { name + $0 } }
        #expect(files.sorted() == expected)
        for file in expected where file.hasPrefix("page") {
            #expect(try folder.text(of: "graphs/\(file)").contains("Ada"))
        }
    }

    @Test("Two tables have the name after -o with an ending each, and no place on standard output")
    func tables() throws {
        let run = try CommandRun(
            "graph", "page.txt", "corpus.jsonl", "--as", "gephi", "-o", "all.csv", in: folder)
        #expect(run.status == 0)
        #expect(try folder.text(of: "all.nodes.csv").hasPrefix("Id,Label,name,discussion,comments"))
        #expect(try folder.text(of: "all.edges.csv").contains("\r\npage/Ben,page/Ada,Directed,"))
        #expect(!folder.exists("all.csv"))
        let refused = try CommandRun("graph", "page.txt", "--as", "gephi", in: folder)
        #expect(refused.status == 2)
        #expect(refused.text == "")
        #expect(
            refused.errors.contains("--as gephi writes 2 files: name a folder or a file with -o"))
    }

    @Test("Filters leave out edges and nodes before any form is written")
    func filters() throws {
        func lines(_ more: String...) throws -> [Substring] {
            let run = try CommandRun(["graph", "page.txt", "--as", "csv"] + more, in: folder)
            #expect(run.status == 0)
            return run.text.split(whereSeparator: \.isNewline).dropFirst().map {
                $0.split(separator: ",").prefix(2).joined(separator: ">")[...]
            }
        }
        let all = try lines()
        #expect(all == ["Ada>Ben", "Ben>Ada"])
        #expect(try lines("--edges", "mention") == ["Ada>Ben", "Ben>Ada"])
        #expect(try lines("--edges", "reply", "--edges", "mention,quotation") == all)
        #expect(try lines("--edges", "quotation").isEmpty)
        #expect(try lines("--min-weight", "2").isEmpty)
        #expect(try lines("--min-comments", "2").isEmpty)
        #expect(try lines("--min-comments", "1", "--component", "largest") == all)
    }

    @Test(
        "A wrong filter is wrong usage that says what is right",
        arguments: [
            (["--edges", "reply,likes"], "reply, mention, quotation"),
            (["--edges", ""], "reply, mention, quotation"),
            (["--min-weight", "many"], "a whole number of 0 or more"),
            (["--min-weight=-1"], "a whole number of 0 or more"),
            (["--min-comments", "1.5"], "a whole number of 0 or more"),
            (["--component", "smallest"], "largest"),
            (["--as", "poem"], "dot - graphml - gexf - json - csv - gephi - nodexl"),
        ])
    func wrongFilters(arguments: [String], words: String) throws {
        let run = try CommandRun(["graph", "page.txt"] + arguments, in: folder)
        #expect(run.status == 2)
        #expect(run.text == "")
        let said = run.errors.replacing("'", with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(said.contains(words), "\(run.errors)")
    }

    @Test("Nothing read gives no graph")
    func nothing() throws {
        let run = try CommandRun("graph", "gone.txt", in: folder)
        #expect(run.status == 1)
        #expect(run.text == "")
    }
}

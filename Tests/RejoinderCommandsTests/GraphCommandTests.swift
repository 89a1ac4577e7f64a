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

    @Test("Several discussions become one graph on standard output", arguments: ["dot", "json"])
    func oneGraph(form: String) throws {
        let run = try CommandRun(
            "graph", "page.txt", "corpus.jsonl", "--as", form, in: folder)
        #expect(run.status == 0)
        if form == "dot" {
            #expect(run.text.components(separatedBy: "digraph").count == 2)
        } else {
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

    @Test("Nothing read gives no graph")
    func nothing() throws {
        let run = try CommandRun("graph", "gone.txt", in: folder)
        #expect(run.status == 1)
        #expect(run.text == "")
    }
}

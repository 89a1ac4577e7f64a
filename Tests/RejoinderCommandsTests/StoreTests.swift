import Foundation
import Testing

@Suite("A store as the source of a command")
struct StoreTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.page, to: "page.txt")
        try folder.write(Samples.corpus(discussions: 2), to: "corpus.jsonl")
    }

    @Test("Analysing into a store prints nothing, and the store has what the inputs had")
    func sameFromBoth() throws {
        let load = try CommandRun(
            "analyze", "page.txt", "corpus.jsonl", "--db", "a.sqlite", in: folder)
        #expect(load.status == 0)
        #expect(load.text == "")
        for arguments in [
            ["graph", "--as", "dot"], ["graph", "--as", "json", "--of", "comments"],
            ["summary"], ["summary", "--as", "markdown"], ["summary", "--as", "json"],
        ] {
            let direct = try CommandRun(arguments + ["page.txt", "corpus.jsonl"], in: folder)
            let stored = try CommandRun(arguments + ["--db", "a.sqlite"], in: folder)
            #expect(direct.status == 0)
            #expect(direct.text == stored.text, "\(arguments)")
            #expect(direct.text != "")
        }
    }

    @Test("Analysing the same sources again replaces them")
    func again() throws {
        for _ in 1...2 {
            #expect(
                try CommandRun("analyze", "page.txt", "--db", "a.sqlite", in: folder).status == 0)
        }
        let summary = try CommandRun("summary", "--db", "a.sqlite", "--as", "json", in: folder)
        #expect(summary.lines.count == 1)
    }

    @Test("A file that is no store is refused and left as it is")
    func noStore() throws {
        let before = try folder.text(of: "page.txt")
        let run = try CommandRun("analyze", "page.txt", "--db", "page.txt", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("page.txt: "))
        #expect(try folder.text(of: "page.txt") == before)
    }
}

import Testing

@Suite("Exit status")
struct ExitStatusTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("Work that is done ends with 0 and says nothing on standard error")
    func done() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "corpus.jsonl")
        let run = try CommandRun("analyze", "corpus.jsonl", "--json", in: folder)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.count == 1)
    }

    @Test("A missing file among good ones is an error with 1, and the others are analysed in order")
    func missingFile() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "a.jsonl")
        try folder.write(Samples.corpus(discussions: 2), to: "b.jsonl")
        let run = try CommandRun("analyze", "a.jsonl", "gone.txt", "b.jsonl", "--json", in: folder)
        #expect(run.status == 1)
        #expect(run.lines.count == 3)
        #expect(run.errors.contains("gone.txt: "))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test("A folder with one bad file among good ones gives the good ones and 1")
    func badFileInFolder() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "pages/a.jsonl")
        try folder.write("\u{0}\u{1}\u{2}\u{3}\u{0}\u{0}", to: "pages/b.bin")
        try folder.write(Samples.corpus(discussions: 1), to: "pages/c.jsonl")
        let run = try CommandRun("analyze", "pages", "--json", in: folder)
        #expect(run.status == 1)
        #expect(run.lines.count == 2)
        #expect(run.errors.contains("pages/b.bin"))
    }

    @Test(
        "Wrong usage ends with 2, explains itself on standard error and prints no result",
        arguments: [
            ["analyze"], ["analyze", "x", "--bogus"], ["analyze", "x", "--pretty"],
            ["analyze", "x", "--format", "nonsense"], ["analyze", "x", "-j", "0"],
            ["analyze", "x", "--replies", "perhaps"], ["analyze", "x", "--no-search-index"],
            ["graph"], ["graph", "x", "--db", "y"], ["graph", "x", "--as", "poem"],
            ["graph", "x", "--of", "cats"], ["summary"], ["summary", "x", "--sentences", "-1"],
            ["summary", "x", "--length", "120%"], ["summary", "x", "--length", "some"],
            ["summary", "x", "--length", "0%"], ["summary", "x", "--sentences", "0"],
            ["summary", "x", "--length", "5%", "--sentences", "2"],
            ["show", "--db", "x"], ["show", "--commenter", "x"],
            ["show", "--db", "x", "--comment", "1", "--search", "y"],
            ["show", "--db", "x", "--search", "*"],
            ["show", "--db", "x", "--search", "y", "--limit", "0"],
            ["correct", "--db", "x"], ["correct", "--db", "x", "d", "1"],
            ["correct", "--db", "x", "d", "--to", "1"],
            ["correct", "--db", "x", "d", "1", "--stance", "perhaps"],
            ["correct", "--db", "x", "d", "1", "--to", "2", "--undo", "to"],
            ["correct", "--db", "x", "d", "1", "--undo", "to", "--note", "y"],
            ["correct", "--db", "x", "d", "1", "--export"],
            ["formats", "x"], ["formats", "--probe"], ["formats", "--format", "irc"],
            ["nonsense"],
        ])
    func wrongUsage(arguments: [String]) throws {
        let run = try CommandRun(arguments, in: folder)
        #expect(run.status == 2)
        #expect(run.text == "")
        #expect(run.errors != "")
    }

    @Test("Help and version are results: standard output, status 0")
    func help() throws {
        for arguments in [["--help"], ["--version"], ["analyze", "--help"], ["help", "graph"]] {
            let run = try CommandRun(arguments, in: folder)
            #expect(run.status == 0)
            #expect(run.text != "")
            #expect(run.errors == "")
        }
    }

    @Test("A store that is not there is an error that says how to make one")
    func missingStore() throws {
        let run = try CommandRun("summary", "--db", "gone.sqlite", in: folder)
        #expect(run.status == 1)
        #expect(run.text == "")
        #expect(run.errors.contains("gone.sqlite"))
        #expect(!folder.exists("gone.sqlite"))
    }

    @Test("A result that cannot be written is an error")
    func unwritableOutput() throws {
        try folder.write(Samples.corpus(discussions: 1), to: "a.jsonl")
        let run = try CommandRun(
            "analyze", "a.jsonl", "--json", "-o", "no/such/folder/a.json", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("no/such/folder/a.json"))
    }

    @Test("A reader of a pipe who has seen enough is no error")
    func brokenPipe() throws {
        try folder.write(Samples.corpus(discussions: 3_000), to: "a.jsonl")
        let run = try CommandRun(
            script: """
                set -o pipefail
                "$rejoinder" analyze a.jsonl --json | head -n 1
                """, in: folder)
        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        #expect(run.errors == "")
    }
}

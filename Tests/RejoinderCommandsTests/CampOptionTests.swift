import Testing

@Suite("The option --camps")
struct CampOptionTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.page, to: "page.txt")
    }

    @Test("A number that is not allowed is told with what is", arguments: ["9", "1", "-2", "two"])
    func wrongNumber(number: String) throws {
        let run = try CommandRun("analyze", "page.txt", "--camps", number, in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("'\(number)'"))
        #expect(run.errors.contains("auto or a number of 2 to 6"))
        #expect(!run.errors.contains("Missing"))
    }

    @Test("The help says what is allowed", arguments: ["analyze", "graph", "report", "summary"])
    func help(command: String) throws {
        let run = try CommandRun(command, "--help", in: folder)
        let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("auto or a number of 2 to 6"))
    }

    @Test("With a store it is wrong usage, and the words say what to do")
    func store() throws {
        _ = try CommandRun("analyze", "page.txt", "--db", "page.sqlite", in: folder)
        for command in ["graph", "report", "summary"] {
            let run = try CommandRun(
                command, "--db", "page.sqlite", "--camps", "3", in: folder)
            #expect(run.status == 2)
            #expect(run.text == "")
            #expect(run.errors.contains("rejoinder analyze INPUT --camps N --db page.sqlite"))
            #expect(try CommandRun(command, "--db", "page.sqlite", in: folder).status == 0)
        }
    }

    @Test("How many were asked for is known from the store, too")
    func asked() throws {
        let lines =
            ["id,parent,author,text"]
            + (1...8).map {
                "\($0),\($0 == 1 ? "" : "\($0 - 1)"),P\($0 % 4),No. You are wrong about it."
            }
        try folder.write(lines.joined(separator: "\n") + "\n", to: "talk.csv")
        let run = try CommandRun(
            "analyze", "talk.csv", "--camps", "6", "--db", "talk.sqlite", in: folder)
        #expect(run.status == 0)
        let summary = try CommandRun("summary", "--db", "talk.sqlite", in: folder)
        #expect(summary.text.contains("2 camps of the 6 asked for: "))
    }

    @Test("Two files of no known site share no people, and the report says so")
    func files() throws {
        let rows = "id,parent,author,text\n1,,Ea,Close it.\n2,1,Bo,No. You are wrong.\n"
        try folder.write(rows, to: "talks/one.csv")
        try folder.write(rows, to: "talks/two.csv")
        let run = try CommandRun(
            "analyze", "talks", "--no-join", "--across", "discussions", in: folder)
        #expect(run.text.contains("Across 2 discussions\n  4 commenters\n"))
        #expect(run.text.contains("joined by name within one file only"))
    }
}

import Foundation
import Testing

@testable import RejoinderCommands

@Suite("What goes where")
struct OutputTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("However many discussions are in work, the same bytes come out")
    func jobs() throws {
        try folder.write(Samples.corpus(discussions: 60), to: "a.jsonl")
        try folder.write(Samples.page, to: "b.txt")
        try folder.write(Samples.page, to: "c/b.txt")
        let one = try CommandRun("analyze", "a.jsonl", "b.txt", "c", "--json", "-j1", in: folder)
        let four = try CommandRun(
            "analyze", "a.jsonl", "b.txt", "c", "--json", "-j", "4", in: folder)
        #expect(one.lines.count == 62)
        #expect(one.output == four.output)
        #expect(one.errors == four.errors)
    }

    @Test("No escape sequence is written where nobody sits at a terminal")
    func noColour() throws {
        try folder.write(Samples.page, to: "page.txt")
        for arguments in [["analyze", "page.txt", "gone"], ["summary", "page.txt", "gone"]] {
            let run = try CommandRun(arguments, in: folder)
            #expect(!run.text.contains("\u{1B}"))
            #expect(!run.errors.contains("\u{1B}"))
        }
    }

    @Test("Control characters of an input cannot steer the terminal of an error")
    func printableErrors() throws {
        let run = try CommandRun("analyze", "no\u{1B}[2Jsuch\u{202E}file\r", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("no␛[2Jsuch"))
        #expect(
            !run.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\r" }
        )
    }

    @Test("Standard input is read where the input is a dash")
    func standardInput() throws {
        let corpus = Samples.corpus(discussions: 2)
        let run = try CommandRun("analyze", "-", "--json", in: folder, input: corpus)
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
    }

    @Test("A file after -o takes the place of standard output")
    func outputFile() throws {
        try folder.write(Samples.corpus(discussions: 2), to: "a.jsonl")
        let run = try CommandRun("analyze", "a.jsonl", "--json", "-o", "a.json", in: folder)
        #expect(run.text == "")
        let printed = try CommandRun("analyze", "a.jsonl", "--json", in: folder)
        #expect(try Data(contentsOf: folder.path("a.json")) == printed.output)
    }

    @Test("A name of a file is made of a discussion's id, without what file names cannot hold")
    func fileNames() {
        #expect(OutputFolder.fileName(for: "2021/06:a b") == "2021_06_a_b")
        #expect(OutputFolder.fileName(for: "../../etc/passwd") == "_._.._etc_passwd")
        #expect(OutputFolder.fileName(for: "") == "discussion")
        #expect(OutputFolder.fileName(for: String(repeating: "ä", count: 900)).utf8.count == 100)
    }

    @Test("A line of progress says how much, how fast and how long it will still take")
    func progress() {
        #expect(
            ProgressLine.words(
                discussions: 1, comments: 40, elapsed: .seconds(4), share: nil)
                == "1 discussion, 40 comments, 10 a second")
        #expect(
            ProgressLine.words(
                discussions: 20, comments: 6_000, elapsed: .seconds(60), share: 0.25)
                == "20 discussions, 6000 comments, 100 a second, 25 %, 3:00 left")
    }
}

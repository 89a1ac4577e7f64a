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

    @Test(
        "What was there outlasts a command that fails, and nothing is left beside it",
        arguments: [
            ["report", "gone.txt"], ["graph", "gone.txt"], ["summary", "gone.txt"],
            ["summary", "gone.txt", "--attention"], ["analyze", "gone.txt"],
            ["export", "gone.txt", "--as", "csv"], ["report", "--db", "gone.sqlite"],
            ["graph", "--db", "gone.sqlite"], ["show", "--db", "gone.sqlite", "--search", "fog"],
        ])
    func failing(arguments: [String]) throws {
        try folder.write("Last week's work.", to: "kept.txt")
        let run = try CommandRun(arguments + ["-o", "kept.txt"], in: folder)
        #expect(run.status == 1)
        #expect(try folder.text(of: "kept.txt") == "Last week's work.")
        #expect(try files() == ["kept.txt"])
    }

    @Test(
        "What is read is not written over, by whatever name",
        arguments: [
            "analyze page.txt -o page.txt", "report page.txt -o ./page.txt",
            "graph page.txt -o link",
            "export --db a.sqlite -o a.sqlite", "summary --db a.sqlite -o a.sqlite",
            "show --db a.sqlite --search fog -o a.sqlite",
            "correct --db a.sqlite --export -o a.sqlite",
            "analyze page.txt --json --db a.sqlite -o a.sqlite",
            "analyze page.txt --pseudonymize --key-file key -o key",
            "analyze page.txt --json --db new.sqlite -o ./new.sqlite", "export . --as csv -o .",
            "report . -o page.txt", "graph in --as csv -o in/table.csv",
            "export in/table.csv --as csv -o in/",
        ])
    func kept(command: String) throws {
        try folder.write(Samples.page, to: "page.txt")
        try folder.write("the secret", to: "key")
        try folder.write("id,author,text\n1,Ada,Fog.\n", to: "in/table.csv")
        _ = try CommandRun("analyze", "page.txt", "--db", "a.sqlite", in: folder)
        let before = try Data(contentsOf: folder.path("a.sqlite"))
        let run = try CommandRun(
            script: "ln page.txt link; \"$rejoinder\" \(command)", in: folder)
        #expect(run.status == 2 && run.errors.contains("name another file"), "\(run.errors)")
        #expect(try folder.text(of: "page.txt") == Samples.page)
        #expect(try folder.text(of: "key") == "the secret")
        #expect(try folder.text(of: "in/table.csv") == "id,author,text\n1,Ada,Fog.\n")
        #expect(try Data(contentsOf: folder.path("a.sqlite")) == before)
    }

    @Test("What could be read replaces what was there, with its permissions and through links")
    func replaced() throws {
        try folder.write(Samples.page, to: "page.txt")
        try folder.write(String(repeating: "old ", count: 100_000), to: "old/report.html")
        _ = try CommandRun(
            script: "chmod 640 old/report.html; ln -s old/report.html link.html", in: folder)
        let run = try CommandRun(
            "report", "page.txt", "gone.txt", "-o", "link.html", in: folder)
        #expect(run.status == 1)
        let page = try folder.text(of: "old/report.html")
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
        let mode = try CommandRun(script: "stat -c %a old/report.html", in: folder)
        #expect(mode.text == "640\n")
        #expect(try files() == ["link.html", "old", "page.txt"])
        #expect(try files(in: "old") == ["report.html"])
    }

    @Test("Devices and pipes are written directly")
    func devices() throws {
        try folder.write(Samples.page, to: "page.txt")
        let run = try CommandRun(
            script: """
                "$rejoinder" graph page.txt -o /dev/stdout | cat
                mkfifo pipe
                timeout 60 cat pipe > copy & "$rejoinder" graph page.txt -o pipe; wait
                test -p pipe
                """, in: folder)
        #expect(run.status == 0)
        #expect(run.text.hasSuffix("}\n"))
        #expect(try folder.text(of: "copy") == run.text)
    }

    private func files(in name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(name).path).sorted()
    }

    @Test("A name of a file is made of a discussion's id, without what file names cannot hold")
    func fileNames() {
        #expect(OutputFolder.fileName(for: "2021/06:a b") == "2021_06_a_b")
        #expect(OutputFolder.fileName(for: "../../etc/passwd") == "_._.._etc_passwd")
        #expect(OutputFolder.fileName(for: "-o") == "_o")
        #expect(OutputFolder.fileName(for: "") == "discussion")
        #expect(OutputFolder.fileName(for: String(repeating: "ä", count: 900)).utf8.count == 100)
    }

    @Test("What was read and waits to be analysed is work that is left")
    func waitingWork() {
        let read = ReadAmount(bytes: 50, totalBytes: 50, comments: 400)
        #expect(read.share(doneComments: 100) == 0.25)
        #expect(read.share(doneComments: 400) == 1)
        #expect(ReadAmount(bytes: 80, totalBytes: 50).share(doneComments: 0) == 1)
        #expect(ReadAmount(bytes: 50, comments: 400).share(doneComments: 100) == nil)
    }

    @Test("A line of progress says how much, how fast and how long it will still take")
    func progress() {
        #expect(
            ProgressLine.words(
                discussions: 1, comments: 40, elapsed: .seconds(4), read: ReadAmount())
                == "1 discussion, 40 comments, 10 a second")
        #expect(
            ProgressLine.words(
                discussions: 1, comments: 40, elapsed: .seconds(4),
                read: ReadAmount(bytes: 999, comments: 40))
                == "1 discussion, 40 comments, 10 a second, 999 B read")
        #expect(
            ProgressLine.words(
                discussions: 20, comments: 6_000, elapsed: .seconds(60),
                read: ReadAmount(bytes: 12_600_000, totalBytes: 50_400_000, comments: 6_000))
                == "20 discussions, 6000 comments, 100 a second, 12 MB read, 25 %, 3:00 left")
    }
}

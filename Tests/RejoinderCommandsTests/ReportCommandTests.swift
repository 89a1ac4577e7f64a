import Foundation
import Testing

@Suite("The command report")
struct ReportCommandTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.page, to: "page.txt")
        try folder.write(Samples.corpus(discussions: 2), to: "corpus.jsonl")
    }

    @Test("A page goes to the file that is named, and says how it was made")
    func file() throws {
        let run = try CommandRun("report", "page.txt", "-o", "report.html", in: folder)
        #expect(run.status == 0)
        #expect(run.text == "")
        let page = try folder.text(of: "report.html")
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.hasSuffix("</html>\n"))
        #expect(page.contains("rejoinder report page.txt -o report.html"))
        #expect(page.contains("Ada"))
        #expect(!page.contains("id=\"overview\""))
    }

    @Test("Several discussions become one page with an overview, the same whatever -j")
    func several() throws {
        let page = try CommandRun("report", "page.txt", "corpus.jsonl", "-j", "1", in: folder)
        #expect(page.status == 0)
        #expect(page.text.contains("<h1>3 discussions</h1>"))
        let other = try CommandRun("report", "page.txt", "corpus.jsonl", "-j", "3", in: folder)
        #expect(
            other.text == page.text)
    }

    @Test("A store gives the page too")
    func store() throws {
        _ = try CommandRun("analyze", "page.txt", "--db", "pages.sqlite", in: folder)
        let run = try CommandRun("report", "--db", "pages.sqlite", in: folder)
        #expect(run.status == 0)
        #expect(run.text.contains("analyses stored earlier"))
        #expect(run.text.contains("<dt>Believed</dt><dd><bdi>the source&#39;s replies where"))
        #expect(!run.text.contains("<dt>Camps</dt><dd><bdi>"))
        #expect(run.text.contains("Ada"))
    }

    @Test("Of a store it tells which replies were believed and how many camps were asked for")
    func storedSettings() throws {
        _ = try CommandRun(
            "analyze", "page.txt", "--replies", "recover", "--camps", "2", "--db", "pages.sqlite",
            in: folder)
        let page = try CommandRun("report", "--db", "pages.sqlite", in: folder).text
        #expect(page.contains("<dt>Believed</dt><dd><bdi>none of the source&#39;s replies;"))
        _ = try CommandRun("analyze", "corpus.jsonl", "--db", "pages.sqlite", in: folder)
        let mixed = try CommandRun("report", "--db", "pages.sqlite", in: folder).text
        #expect(mixed.contains("(1 of 3 discussions)"))
        #expect(mixed.contains("(2 of 3 discussions)"))
    }

    @Test("It tells how the inputs were read where that was said")
    func readingSettings() throws {
        try folder.write("key,who,body\n1,Ea,Close it.\n", to: "talk.csv")
        let plain = try CommandRun("report", "talk.csv", in: folder).text
        #expect(!plain.contains("<dt>Columns</dt>"))
        let page = try CommandRun(
            "report", "talk.csv", "--format", "csv", "--columns", "text=body,author=who",
            "--no-join", in: folder)
        #expect(page.status == 0)
        #expect(page.text.contains("<dt>Format</dt><dd><bdi>csv, for every input</bdi>"))
        #expect(page.text.contains("<dt>Columns</dt><dd><bdi>author=who, text=body</bdi>"))
        #expect(page.text.contains("<dt>Joined</dt><dd><bdi>no pages</bdi>"))
    }

    @Test("The page goes into a pipe, but not to a terminal unless that is asked for")
    func terminal() throws {
        let piped = try CommandRun("report", "page.txt", in: folder)
        #expect(piped.text.hasSuffix("</html>\n"))
        // `script` runs a command on a terminal of its own.
        let shown = try CommandRun(
            script: #"script -qec '"$rejoinder" report page.txt' /dev/null"#, in: folder)
        #expect(shown.status == 2)
        #expect(shown.text.contains("name a file with -o"))
        #expect(!shown.text.contains("<html"))
        let asked = try CommandRun(
            script: #"script -qec '"$rejoinder" report page.txt -o -' /dev/null"#, in: folder)
        #expect(asked.text.contains("</html>"))
    }

    @Test("Nothing read gives no page")
    func nothing() throws {
        let run = try CommandRun("report", "gone.txt", in: folder)
        #expect(run.status == 1)
        #expect(run.text == "")
    }
}

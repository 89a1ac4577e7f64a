import Foundation
import Testing

@Suite("rejoinder export")
struct ExportCommandTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write(Samples.corpus(discussions: 3), to: "talk.jsonl")
        try folder.write(Samples.page, to: "page.txt")
    }

    @Test("Each form is written and read again", arguments: ["jsonl", "csv", "convokit"])
    func again(form: String) throws {
        let run = try CommandRun(
            "export", "talk.jsonl", "--as", form, "-o", "out", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let probe = try CommandRun("formats", "--probe", "out", in: folder)
        let cells = try #require(probe.lines.last).split(separator: "\t")
        let format = form == "jsonl" ? "discussions" : form
        #expect(cells.dropFirst().prefix(3).map(String.init) == [format, "3", "9"])
    }

    @Test("Recovered replies are written only where they are asked for")
    func recovered() throws {
        let plain = try CommandRun("export", "page.txt", in: folder)
        #expect(plain.status == 0)
        #expect(!plain.text.contains(#""parent":"1""#))
        let recovered = try CommandRun("export", "page.txt", "--recover", in: folder)
        #expect(recovered.text.contains(#""parent":"1""#))
        #expect(recovered.text.contains(#""parent":"2""#))
    }

    @Test("Texts can be left out")
    func bare() throws {
        let run = try CommandRun("export", "page.txt", "--drop-text", "--as", "csv", in: folder)
        #expect(run.text.split(whereSeparator: \.isNewline).count == 4)
        #expect(!run.text.contains("lighthouse"))
        #expect(run.text.contains("Ada"))
    }

    @Test("A store exports what was stored")
    func store() throws {
        _ = try CommandRun("analyze", "talk.jsonl", "--db", "t.sqlite", in: folder)
        let run = try CommandRun("export", "--db", "t.sqlite", in: folder)
        #expect(run.lines.count == 3)
        #expect(run.lines.allSatisfy { $0.contains(#""parent":"0""#) })
    }

    @Test("A corpus without a folder is wrong usage; a folder takes a file for each discussion")
    func places() throws {
        #expect(try CommandRun("export", "page.txt", "--as", "convokit", in: folder).status == 2)
        let run = try CommandRun("export", "talk.jsonl", "--as", "csv", "-o", "each/", in: folder)
        #expect(run.status == 0)
        #expect(folder.exists("each/d1-1.csv") && folder.exists("each/d3-1.csv"))
    }

    @Test("A bad line of the filter form gets its answer and the rest goes on")
    func badLine() throws {
        let lines = """
            {"id":"a","comments":[{"id":"1","author":"x","text":"Hello there."}]}
            not JSON
            {"id":"b","comments":[]}

            """
        let run = try CommandRun(
            ["analyze", "-", "--format", "discussions", "--json"], in: folder, input: lines)
        #expect(run.status == 1)
        let answers = try run.lines.map {
            try #require(
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        try #require(answers.count == 3)
        let ids = answers.map { ($0["discussion"] as? [String: Any])?["id"] as? String }
        #expect(ids == ["a", nil, "b"])
        let findings = answers[1]["findings"] as? [[String: Any]]
        // The answer depends on the line alone; where it stood is told on standard error.
        #expect(findings?.first?["line"] == nil || findings?.first?["line"] is NSNull)
        #expect(run.errors.contains(":2"))
        #expect(findings?.first?["id"] as? String == "bad-line")
    }
}

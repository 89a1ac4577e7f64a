import Foundation
import Rejoinder
import TestSupport
import Testing

@Suite(
    "A store that is kept up to date",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct UpdatedStoreTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func analyze(_ name: String, _ options: String..., into db: String) throws -> CommandRun
    {
        let run = try CommandRun(
            ["analyze", name, "--format", "discussions", "--db", db] + options, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run
    }

    private func content(_ db: String) throws -> StoreContent {
        let path = folder.path(db).path
        #expect(try StoreContent.faults(path) == [])
        return try StoreContent(path)
    }

    /// Writes what a source is now.
    private func write(_ lines: SampleLines) throws { try folder.write(lines.text, to: "a.jsonl") }

    @Test("Only what changed is analysed again, and the store is what a new one would be")
    func update() throws {
        var lines = SampleLines(5)
        try write(lines)
        let first = try analyze("a.jsonl", into: "kept.sqlite")
        #expect(first.errors.contains("5 discussions with 15 comments stored in kept.sqlite"))
        lines.discussions[1][2] = "I disagree, there was no boat."
        lines.discussions[3].append("Who saw it?")
        lines.discussions.append(["A sixth begins."])
        try write(lines)
        let second = try analyze("a.jsonl", into: "kept.sqlite")
        #expect(
            second.errors.contains(
                "3 discussions with 8 comments stored in kept.sqlite, 2 of them in the place of"
                    + " earlier ones; 3 unchanged"), "\(second.errors)")
        _ = try analyze("a.jsonl", into: "new.sqlite")
        #expect(try content("kept.sqlite") == content("new.sqlite"))
    }

    @Test("Nothing is written where nothing changed, and --again analyses all of it")
    func unchanged() throws {
        try write(SampleLines(3))
        _ = try analyze("a.jsonl", into: "a.sqlite")
        let before = try Data(contentsOf: folder.path("a.sqlite"))
        let run = try analyze("a.jsonl", into: "a.sqlite")
        #expect(run.errors.contains("0 discussions with 0 comments"))
        #expect(run.errors.contains("; 3 unchanged"))
        #expect(try Data(contentsOf: folder.path("a.sqlite")) == before)
        let again = try analyze("a.jsonl", "--again", into: "a.sqlite")
        #expect(again.errors.contains("3 discussions with 9 comments"))
        #expect(again.errors.contains("3 of them in the place of earlier ones"))
    }

    @Test(
        "What is printed and the camps across discussions are of unchanged discussions too")
    func unchangedCounts() throws {
        var lines = SampleLines(4)
        try write(lines)
        let options = ["--json", "--across", "discussions", "--camps", "2"]
        func run(_ db: String) throws -> CommandRun {
            try CommandRun(
                ["analyze", "a.jsonl", "--format", "discussions", "--db", db] + options, in: folder)
        }
        _ = try run("kept.sqlite")
        lines.discussions[2][1] = "No, that is wrong: cleo saw a boat."
        try write(lines)
        let updated = try run("kept.sqlite")
        let fresh = try run("new.sqlite")
        #expect(updated.errors.contains("; 3 unchanged"))
        #expect(updated.text == fresh.text)
        #expect(updated.lines.count == 5)
        #expect(try content("kept.sqlite") == content("new.sqlite"))
    }

    @Test("Other options and corrections are another analysis")
    func options() throws {
        try write(SampleLines(2))
        _ = try analyze("a.jsonl", into: "a.sqlite")
        #expect(
            try analyze("a.jsonl", "--replies", "recover", into: "a.sqlite").errors
                .contains("2 discussions"))
        #expect(
            try analyze("a.jsonl", "--replies", "recover", "--camps", "2", into: "a.sqlite").errors
                .contains("2 discussions"))
        let correct = try CommandRun(
            "correct", "--db", "a.sqlite", "d1", "3", "--to", "1", in: folder)
        #expect(correct.status == 0, "\(correct.errors)")
        let run = try analyze("a.jsonl", "--replies", "recover", "--camps", "2", into: "a.sqlite")
        #expect(run.errors.contains("; 2 unchanged"), "a correction was taken up already")
    }

    @Test("What is no longer in a source is told and kept")
    func gone() throws {
        var lines = SampleLines(3)
        try write(lines)
        _ = try analyze("a.jsonl", into: "a.sqlite")
        lines.discussions.removeLast()
        try write(lines)
        let run = try analyze("a.jsonl", into: "a.sqlite")
        #expect(run.errors.contains("1 discussion of these sources"), "\(run.errors)")
        #expect(try content("a.sqlite").analyses.count == 3)
    }

    @Test("The same under another name of its source is told, and what only looks alike is not")
    func repeated() throws {
        try write(SampleLines(3))
        let first = try analyze("a.jsonl", into: "a.sqlite")
        #expect(!first.errors.contains("another name"), "\(first.errors)")
        let second = try analyze("./a.jsonl", into: "a.sqlite")
        #expect(
            second.errors.contains(
                "3 discussions stored though the store held the same from a source of another name,"
                    + " as ./a.jsonl is also there as a.jsonl"), "\(second.errors)")
        #expect(!(try analyze("./a.jsonl", into: "a.sqlite")).errors.contains("another name"))
        var others = SampleLines(3)
        for place in others.discussions.indices { others.discussions[place][0] += " Or so." }
        try folder.write(others.text, to: "b.jsonl")
        #expect(!(try analyze("b.jsonl", into: "a.sqlite")).errors.contains("another name"))
    }

    @Test("All is stored although nobody reads the results to their end")
    func unread() throws {
        try write(SampleLines(200))
        let run = try CommandRun(
            script: """
                "$rejoinder" analyze a.jsonl --format discussions --json --db a.sqlite | head -n 1
                exit ${PIPESTATUS[0]}
                """, in: folder)
        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        #expect(run.errors.contains("200 discussions"), "\(run.errors)")
        #expect(try content("a.sqlite").analyses.count == 200)
    }

    @Test("A remark on an unchanged discussion is made again and counts")
    func remarks() throws {
        try folder.write(
            """
            {"id":"x","comments":[{"id":"1","text":"Hello."},{"id":"1","text":"Hello again."}]}
            {"id":"y","comments":"none"}

            """, to: "b.jsonl")
        let runs = try (0..<2).map { _ in
            try CommandRun(
                "analyze", "b.jsonl", "--format", "discussions", "--strict", "--db", "b.sqlite",
                in: folder)
        }
        #expect(runs[0].status == runs[1].status)
    }
}

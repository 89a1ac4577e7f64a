import Foundation
import Rejoinder
import TestSupport
import Testing

@Suite(
    "A run that is ended before its time",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct EndedRunTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let load = [
        "analyze", "a.jsonl", "--format", "discussions", "--db", "a.sqlite",
        "--comments-per-transaction", "3", "-j", "1",
    ]

    /// The bytes of the store with all that lies beside it.
    private func size() -> Int {
        ["", "-wal", ".version-2.part", ".version-2"].reduce(0) { sum, ending in
            var status = stat()
            return stat(folder.path("a.sqlite" + ending).path, &status) == 0
                ? sum + Int(status.st_size) : sum
        }
    }

    private func remove() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        where name.hasPrefix("a.sqlite") {
            try FileManager.default.removeItem(at: folder.path(name))
        }
    }

    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = CommandRun.program
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Ends a run with a signal once it has written so many bytes; whether it was still at work.
    private func endRun(_ arguments: [String], after bytes: Int, with number: Int32) throws -> Bool
    {
        let process = try start(arguments)
        let before = size()
        while process.isRunning, abs(size() - before) < bytes { usleep(100) }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// Kills runs at random moments, each going on where the one before was killed, until so many
    /// were; whenever one comes to its end its store is compared and the next begins anew.
    private func killRuns(
        _ kills: Int, seed: UInt64, step: Int, arguments: [String] = Self.load,
        from begin: () throws -> Void, to expected: StoreContent
    ) throws {
        var random = SeededGenerator(seed: seed)
        let path = folder.path("a.sqlite").path
        var count = 0
        try begin()
        while count < kills {
            let isKilled = try endRun(
                arguments, after: Int.random(in: 0...step, using: &random), with: SIGKILL)
            count += isKilled ? 1 : 0
            if FileManager.default.fileExists(atPath: path) {
                #expect(try StoreContent.faults(path) == [], "after \(count) kills")
            }
            guard !isKilled || count == kills else { continue }
            let last = try CommandRun(arguments, in: folder)
            #expect(last.status == 0, "\(last.errors)")
            #expect(try StoreContent.faults(path) == [])
            #expect(try StoreContent(path) == expected, "after \(count) kills")
            try remove()
            try begin()
        }
    }

    @Test("Killed at 50 random moments of a load, the store is sound and the load goes on")
    func killedLoad() throws {
        try folder.write(SampleLines(12).text, to: "a.jsonl")
        #expect(try CommandRun(Self.load, in: folder).status == 0)
        let expected = try StoreContent(folder.path("a.sqlite").path)
        #expect(expected.analyses.count == 12)
        try remove()
        try killRuns(50, seed: 7, step: 400_000, from: {}, to: expected)
    }

    @Test("Killed at 25 random moments of an update, the store is sound and the update goes on")
    func killedUpdate() throws {
        var lines = SampleLines(10)
        try folder.write(lines.text, to: "a.jsonl")
        #expect(try CommandRun(Self.load, in: folder).status == 0)
        let before = try Data(contentsOf: folder.path("a.sqlite"))
        for number in stride(from: 0, to: 10, by: 2) {
            lines.discussions[number][0] = "The quay was full at \(number) o'clock."
        }
        lines.discussions.append(["The last boat left."])
        try folder.write(lines.text, to: "a.jsonl")
        #expect(try CommandRun(Self.load, in: folder).status == 0)
        let expected = try StoreContent(folder.path("a.sqlite").path)
        try remove()
        try killRuns(
            25, seed: 8, step: 250_000,
            from: { try folder.write(before, to: "a.sqlite") }, to: expected)
    }

    @Test("Killed at 25 random moments of a migration, nothing of the store is lost")
    func killedMigration() throws {
        let dump = CommandRun.repository.appendingPathComponent(
            "Tests/DiscussionStorageTests/Fixtures/version-2.sql")
        let tool = try #require(OutsideTool("sqlite3"))
        // A long body gives the copy some time.
        let body = "UPDATE discussion SET body = body || hex(zeroblob(400000));"
        let text = try String(contentsOf: dump, encoding: .utf8) + body
        let path = folder.path("a.sqlite").path
        #expect(try tool.run(["-bail", path], input: text).status == 0)
        let before = try Data(contentsOf: folder.path("a.sqlite"))
        try folder.write("{\"id\":\"new\",\"comments\":[]}\n", to: "a.jsonl")
        let undisturbed = try CommandRun(Self.load, in: folder)
        #expect(undisturbed.status == 0)
        #expect(undisturbed.errors.contains("is kept as it was in a.sqlite.version-2"))
        #expect(folder.exists("a.sqlite.version-2"))
        let expected = try StoreContent(path)
        #expect(expected.analyses.map(\.discussion.id) == ["footbridge", "new"])
        try remove()
        try killRuns(
            25, seed: 9, step: 1_000_000,
            from: { try folder.write(before, to: "a.sqlite") }, to: expected)
    }

    @Test(
        "Interrupted, it stores what is done, says how to go on, and ends with the signal's status",
        arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) throws {
        let number = signal == SIGINT ? "INT" : "TERM"
        let lines = SampleLines(2).text
        // The input never ends, so that the run is at work for sure.
        let run = try CommandRun(
            script: """
                set -m
                mkfifo in.jsonl
                "$rejoinder" analyze - --format discussions --json -o out.json --db a.sqlite \
                    < in.jsonl 2> said &
                exec 3> in.jsonl
                cat lines.jsonl >&3
                for _ in $(seq 600); do [ -s out.json ] && break; sleep 0.1; done
                sleep 0.3
                kill -\(number) $!
                wait $!
                echo $? > status
                ls -A > left
                """, in: try written(lines))
        #expect(run.status == 0)
        #expect(try folder.text(of: "status") == "\(128 + signal)\n")
        let said = try folder.text(of: "said")
        #expect(said.contains("interrupted: "), "\(said)")
        #expect(said.contains("the same command goes on from there"))
        #expect(try !folder.text(of: "left").contains(".rejoinder-"))
        let path = folder.path("a.sqlite").path
        #expect(try StoreContent.faults(path) == [])
        #expect(try StoreContent(path).analyses.count >= 1)
    }

    private func written(_ lines: String) throws -> ScratchFolder {
        try folder.write(lines, to: "lines.jsonl")
        return folder
    }
}

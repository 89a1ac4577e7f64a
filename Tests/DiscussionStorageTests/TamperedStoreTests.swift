import DiscussionModel
import DiscussionStorage
import TestSupport
import Testing

/// Stores whose rows somebody changed; most were found by fuzzing (`Fuzzing/FOUND.md`).
@Suite(
    "Stores that were tampered with",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct TamperedStoreTests {
    private let folder: ScratchFolder
    private let path: String

    init() throws {
        folder = try ScratchFolder()
        path = folder.file("store.sqlite")
        try DiscussionStore(path: path).save(SampleAnalysis.millpond)
    }

    /// Changes the file as another program might, with nothing that keeps it from doing so.
    private func change(_ sql: String) throws {
        let tool = try #require(OutsideTool("sqlite3"))
        let output = try tool.run(
            ["-bail", path],
            input: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(sql);")
        #expect(output.status == 0, "\(output.errors)")
    }

    @Test(
        "A store whose ids have run out is refused",
        arguments: ["comment", "commenter", "reply", "chain", "discussion"])
    func lastID(table: String) throws {
        try change("UPDATE \(table) SET id = 9223372036854775807 WHERE id = 1")
        let store = try DiscussionStore(path: path)
        let error = #expect(throws: StoreError.self) { try store.save(SampleAnalysis.footbridge) }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains(table) == true)
    }

    @Test(
        "Bytes where a text should stand are told as damage",
        arguments: [
            "discussion SET key = x'FF00'", "comment SET key = x'FF' WHERE id = 1",
            "commenter SET key = x'FF' WHERE id = 1",
            "discussion SET original_id = x'FF'", "comment SET posted = x'FF'",
            "commenter SET name = x'FF'", "correction SET note = x'FF'",
            "correction SET value = x'FF'", "correction SET comment = x'FF'",
        ])
    func bytes(change: String) throws {
        let store = try DiscussionStore(path: path)
        _ = try store.correct(["millpond"]) { _, analysis, corrections in
            corrections.set(Correction(comment: "m1", value: .author("Zoe"), note: "seen"))
            return analysis
        }
        try store.rebuildSearchIndex()
        try self.change("UPDATE " + change)
        let word = SampleAnalysis.millpond.discussion.comments[0].text.split(separator: " ")[0]
        let questions: [() throws -> Void] = [
            { try store.forEachAnalysis { _ in } },
            { _ = try store.comments(with: SearchWords(String(word)), limit: 9) },
            { _ = try store.commenters(named: "Zoe") },
            { _ = try store.names(like: "Zoe") },
            { _ = try store.allCorrections() },
            { _ = try store.corrections() },
            { try store.save(SampleAnalysis.millpond) },
        ]
        for question in questions {
            do { try question() } catch { #expect((error as? StoreError)?.code == .damaged) }
        }
    }
}

import DiscussionStorage
import Foundation
import TestSupport
import Testing

@Suite("The file of a store")
struct StoreFileTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    private func code(
        opening path: String, for access: DiscussionStore.Access = .writing
    ) -> StoreError.Code? {
        do {
            _ = try DiscussionStore(path: path, for: access)
            return nil
        } catch {
            let error = error as? StoreError
            #expect(error?.path == path)
            #expect(error?.advice.isEmpty == false)
            return error?.code
        }
    }

    @Test("A file that must be there and is not is missing, and is not made")
    func missing() {
        let path = scratch.file("none.sqlite")
        #expect(code(opening: path, for: .reading) == .missing)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A path in a folder that is not there cannot be opened")
    func noFolder() {
        #expect(code(opening: scratch.file("no/such/folder/a.sqlite")) == .cannotOpen)
    }

    @Test("A folder is no store")
    func folder() {
        #expect(code(opening: scratch.path) == .cannotOpen)
    }

    @Test("A text file is no store and stays as it is")
    func notADatabase() throws {
        let text = String(repeating: "Dear diary, this is no database.\n", count: 90)
        let path = try scratch.write(text, to: "diary.txt")
        #expect(code(opening: path) == .notADatabase)
        #expect(code(opening: path, for: .reading) == .notADatabase)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test(
        "A view or trigger where a table of the store was is refused, others are not",
        .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"),
        arguments: [
            "ALTER TABLE finding RENAME TO kept; CREATE VIEW finding AS SELECT * FROM kept",
            "CREATE TRIGGER t AFTER DELETE ON reply BEGIN DELETE FROM comment; END",
        ])
    func replacedTables(sql: String) throws {
        let path = scratch.file("a.sqlite")
        #expect(code(opening: path) == nil)
        let tool = try #require(OutsideTool("sqlite3"))
        #expect(
            try tool.run(["-bail", path], input: "CREATE VIEW own AS SELECT 1;").status == 0)
        #expect(code(opening: path, for: .reading) == nil)
        #expect(try tool.run(["-bail", path], input: sql + ";").status == 0)
        for access in [DiscussionStore.Access.reading, .writing, .changing] {
            #expect(code(opening: path, for: access) == .failed)
        }
    }

    @Test("An empty file becomes a store")
    func emptyFile() throws {
        let path = try scratch.write("", to: "empty.sqlite")
        #expect(code(opening: path, for: .reading) == .failed)
        #expect(code(opening: path) == nil)
        #expect(code(opening: path, for: .reading) == nil)
    }

    @Test("A name that SQLite has another meaning for is still a file")
    func namesOfSQLite() throws {
        let before = FileManager.default.currentDirectoryPath
        #expect(!before.isEmpty)
        let path = scratch.file(":memory:")
        #expect(code(opening: path) == nil)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test(
        "Another program's database is refused and stays as it is",
        .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
    func otherProgram() throws {
        let tool = try #require(OutsideTool("sqlite3"))
        let path = scratch.file("other.sqlite")
        _ = try tool.run([path, "CREATE TABLE recipe(name)"])
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(code(opening: path) == .otherProgram)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(
        "A newer schema is refused with words that say so",
        .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
    func newerVersion() throws {
        let tool = try #require(OutsideTool("sqlite3"))
        let path = scratch.file("newer.sqlite")
        _ = try DiscussionStore(path: path)
        _ = try tool.run([path, "PRAGMA user_version = 6"])
        #expect(code(opening: path) == .newerVersion)
        #expect(code(opening: path, for: .reading) == .newerVersion)
        let error = #expect(throws: StoreError.self) { try DiscussionStore(path: path) }
        #expect(error?.description.contains("schema 6") == true)
    }

    @Test(
        "A damaged row is an error and no crash",
        .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"),
        arguments: [
            "UPDATE mention SET start = 9, end = 3",
            "UPDATE quotation SET source_start = -1",
            "UPDATE evidence SET kind = 'astrology'",
            "UPDATE finding SET severity = ''",
            "UPDATE reply SET to_comment = 10000",
            "UPDATE discussion SET setting = 'desert'",
            "UPDATE reply SET stance = 'undecided' WHERE stance IS NOT NULL",
            "UPDATE stance_cue SET start = 9, end = 3",
            "UPDATE chain SET kind = 'siege'",
            "UPDATE chain SET branch_of = 2",
            "UPDATE chain_comment SET comment_id = 10000",
            "UPDATE chain_participant SET commenter_id = 10000",
            "UPDATE clustering SET verdict = ''",
            "UPDATE cluster SET article_side = 'beside'",
            "UPDATE cluster_member SET commenter_id = 10000 WHERE position = 0",
            "UPDATE cluster_comment SET end = -1",
            "UPDATE cluster_opponent SET opponent_id = 10000",
        ])
    func damage(statement: String) throws {
        let tool = try #require(OutsideTool("sqlite3"))
        let path = scratch.file("damaged.sqlite")
        let written = try DiscussionStore(path: path)
        for sample in [SampleAnalysis.footbridge, SampleAnalysis.millpond] {
            try written.save(sample)
        }
        _ = try tool.run([path, statement])
        let store = try DiscussionStore(path: path, for: .reading)
        let error = #expect(throws: StoreError.self) { try store.forEachAnalysis { _ in } }
        #expect(error?.code == .damaged)
    }
}

import DiscussionModel
import DiscussionStorage
import Foundation
import TestSupport
import Testing

@Suite(
    "What can be read of a damaged store",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct RecoveryTests {
    private let scratch: ScratchFolder
    private let path: String
    private let samples: [Analysis]

    init() throws {
        scratch = try ScratchFolder()
        path = scratch.file("store.sqlite")
        samples = (UInt64(0)..<60).map { seed in
            var analysis = RandomAnalysis.make(seed: seed)
            analysis.discussion.id = "n\(seed)"
            return analysis
        }
        let load = try DiscussionStore(path: path).load()
        for analysis in samples {
            _ = try load.save(analysis, hash: ContentHash(of: analysis.discussion))
        }
        try load.finish(makesSearchIndex: true)
    }

    private func recover(
        _ path: String
    ) throws -> (found: [String: Discussion], outcome: RecoveryOutcome) {
        var found: [String: Discussion] = [:]
        let outcome = try DiscussionStore(path: path, for: .recovering).recoverDiscussions {
            discussion, _ in
            found[discussion.id] = discussion
        }
        return (found, outcome)
    }

    @Test("Of a sound store everything, with what its comments answer")
    func sound() throws {
        var replies: [[Reply]] = []
        var discussions: [Discussion] = []
        let outcome = try DiscussionStore(path: path, for: .recovering).recoverDiscussions {
            discussions.append($0)
            replies.append($1)
        }
        #expect(outcome == RecoveryOutcome(wholeDiscussions: 60))
        var expected: [Analysis] = []
        try DiscussionStore(path: path, for: .reading).forEachAnalysis { expected.append($0) }
        #expect(discussions == expected.map(\.discussion))
        #expect(
            replies.map { $0.map { [$0.from, $0.to] } }
                == expected.map { $0.graph.replies.map { [$0.from, $0.to] } })
    }

    @Test(
        "Of a store with pages overwritten, every discussion that has nothing on them is whole",
        arguments: 0..<12)
    func overwritten(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) &* 977 &+ 1)
        let pages = try leaves()
        try #require(pages.count > 60)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let damaged = scratch.file("damaged-\(seed).sqlite")
        var tables: Set<String> = []
        for _ in 0...(seed % 4) {
            guard let (table, page) = pages.randomElement(using: &random) else { continue }
            tables.insert(table)
            for place in ((page - 1) * 4_096)..<(page * 4_096) {
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            // No kind of page begins so: what is there cannot pass for rows.
            bytes[(page - 1) * 4_096] = 0xEE
        }
        try bytes.write(to: URL(fileURLWithPath: damaged))
        let (found, outcome) = try recover(damaged)
        let lossy = Set(outcome.incomplete)
        let before = try recover(path).found
        var whole = 0
        for (id, discussion) in before where !lossy.contains(id) {
            if let kept = found[id] {
                #expect(kept == discussion, "\(id) \(tables)")
                whole += 1
            } else {
                #expect(outcome.mayLackDiscussions, "\(id) \(tables)")
            }
        }
        #expect(outcome.whole == whole)
        // A leaf of comments holds those of a few discussions.
        if tables.isSubset(of: ["comment", "discussion"]) {
            #expect(whole >= 60 - 14 * (1 + seed % 4), "\(tables) \(outcome)")
        }
        // Indexes and results of analyses are not needed for the discussions themselves.
        if tables.allSatisfy({ !Self.needed.contains($0) }) {
            #expect(outcome == RecoveryOutcome(wholeDiscussions: 60), "\(tables)")
        }
    }

    /// What holds something of the discussions themselves or leads to it.
    private static let needed: Set<String> = [
        "discussion", "comment", "stated_quotation", "pingback", "finding", "reply",
        "reply_discussion", "sqlite_autoindex_comment_1", "sqlite_autoindex_comment_2",
    ]

    /// The pages of rows, with the table or index of each.
    private func leaves() throws -> [(String, Int)] {
        let tool = try #require(OutsideTool("sqlite3"))
        let listed = try tool.run([
            path,
            """
            SELECT name, pageno FROM dbstat
            WHERE pagetype = 'leaf' AND name NOT IN ('sqlite_schema', 'grdb_migrations')
            ORDER BY pageno
            """,
        ])
        return listed.text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|")
            guard parts.count == 2, let page = Int(parts[1]) else { return nil }
            return (String(parts[0]), page)
        }
    }

    @Test("Of a store that is cut off at its end, what stands before is read")
    func cutOff() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let cut = scratch.file("cut.sqlite")
        try bytes.prefix(bytes.count - 3 * 4_096).write(to: URL(fileURLWithPath: cut))
        #expect(throws: StoreError.self) { try DiscussionStore(path: cut, for: .reading) }
        let (found, _) = try recover(cut)
        #expect(found.count > 50)
    }

    @Test("A damaged store is told with what to do")
    func told() throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let pages = try leaves().filter { $0.0 == "comment" }.map(\.1)
        for page in pages.dropFirst() { bytes[(page - 1) * 4_096] = 0xEE }
        let damaged = scratch.file("damaged.sqlite")
        try bytes.write(to: URL(fileURLWithPath: damaged))
        let error = #expect(throws: StoreError.self) {
            try DiscussionStore(path: damaged, for: .reading).forEachAnalysis { _ in }
        }
        #expect(error?.code == .damaged)
        #expect(error?.advice.contains("rejoinder export --db FILE --recover") == true)
        let (found, outcome) = try recover(damaged)
        #expect(!outcome.mayLackDiscussions)
        #expect(!outcome.incomplete.isEmpty)
        #expect(found.values.contains { !$0.comments.isEmpty })
    }
}

extension RecoveryOutcome {
    fileprivate init(wholeDiscussions: Int) {
        self.init()
        whole = wholeDiscussions
    }
}

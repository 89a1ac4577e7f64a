import Dispatch
import Foundation
public import DiscussionModel
import GRDB
import Synchronization

/// Many analyses on their way into a store: many to a transaction, with the indexes made at the end
/// where the store is new.
///
/// A transaction ends after so many comments or seconds. What ends the program in between, were it a
/// lost process, leaves the file as it was after the last of them: it can be read, and the next load
/// goes on from there and makes the indexes that are missing. While a load goes on its store is not
/// used for anything else by this process, and other processes wait to write.
///
/// Any thread may call; one works at a time.
public final class StoreLoad: @unchecked Sendable {
    /// What the store held before.
    public let known: KnownDiscussions
    /// What became of the discussions so far.
    public var outcome: LoadOutcome { store.queue.unsafeRead { _ in state.outcome } }

    // Touched only on the queue of the store, by which calls follow one another.
    private struct State {
        var outcome = LoadOutcome()
        /// What is in the transaction that is open.
        var pending = LoadOutcome()
        var begun: ContinuousClock.Instant?
        var isBulk = false
        /// Whether the store held nothing at the beginning.
        var mayBeBulk = false
        /// The rows that were there at the beginning and were met again.
        var met: Set<Int64> = []
        /// What went wrong between two calls.
        var failure: (any Error)?
        var rows: RowStatements?
    }

    private let store: DiscussionStore
    private var state = State()
    private let lastRow: Int64
    private let isEnding = Atomic(false)
    private let isMakingIndexes = Atomic(false)
    private let clock = ContinuousClock()
    private let timer: any DispatchSourceTimer

    /// A transaction ends after so many comments: a tenth of a second of the fastest analyses, and
    /// pages of some 30 MB, which the cache of SQLite holds.
    public static let commentsPerTransaction = 20_000
    /// And after this time, so that others may write.
    private static let longest = Duration.seconds(2)
    /// Making indexes anew pays from here on.
    private static let commentsBeforeBulk = 2_000

    private let limit: Int

    init(_ store: DiscussionStore, commentsPerTransaction limit: Int) throws {
        self.store = store
        self.limit = max(1, limit)
        (known, lastRow, state.isBulk, state.mayBeBulk) = try store.use { database in
            let known = try KnownDiscussions(database)
            let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM discussion")
            return (known, last ?? 0, try SchemaIndexes.areMissing(in: database), last == nil)
        }
        timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + 2, repeating: 2)
        timer.setEventHandler { [weak self] in self?.commitIfOld() }
        timer.activate()
    }

    deinit { timer.cancel() }

    /// Stores an analysis in the place of an earlier one of the same source and id.
    ///
    /// - Parameters:
    ///   - analysis: what is stored.
    ///   - hash: the fingerprint of what it depends on.
    /// - Returns: the key of the discussion in the store.
    /// - Throws: `StoreError`; what was stored before the transaction that is open stays.
    public func save(_ analysis: Analysis, hash: ContentHash) throws -> String {
        try perform { database in
            let rows = state.rows ?? RowStatements(database)
            state.rows = rows
            let saver = AnalysisSaver(database, rows: rows, hash: hash)
            var stored = try saver.row(of: analysis.discussion)
            if state.isBulk, stored != nil {
                // Removing rows without indexes would search whole tables.
                try commit(database)
                try endBulk(database)
            } else if state.mayBeBulk, stored == nil,
                state.outcome.comments + state.pending.comments
                    >= min(limit, Self.commentsBeforeBulk)
            {
                try commit(database)
                try beginBulk(database)
            }
            try begin(database)
            // Another program may have written between two transactions.
            stored = try saver.row(of: analysis.discussion)
            if let stored, stored > lastRow || !state.met.insert(stored).inserted {
                // It stands twice in the input; the later one counts, as one discussion.
            } else {
                state.pending.discussions += 1
                if stored != nil { state.pending.replaced += 1 }
            }
            let key = try saver.save(analysis)
            state.pending.comments += analysis.discussion.comments.count
            if state.pending.comments >= limit { try commit(database) }
            return key
        }
    }

    /// Notes that a discussion was met whose analysis is in the store.
    ///
    /// - Returns: the remarks on it.
    /// - Throws: `StoreError`.
    public func keep(_ hash: ContentHash) throws -> [Finding] {
        guard let row = known.row(of: hash) else { return [] }
        return try perform { database in
            if state.met.insert(row).inserted { state.outcome.unchanged += 1 }
            return try AnalysisLoader(database, discussion: row).allFindings()
        }
    }

    /// The analysis of a discussion that was known at the beginning, with the id that its source
    /// gave it, and its key; `nil` where it is gone.
    ///
    /// - Throws: `StoreError`.
    public func analysis(of hash: ContentHash) throws -> (analysis: Analysis, key: String)? {
        guard let row = known.row(of: hash) else { return nil }
        return try perform { database in
            guard var analysis = try AnalysisLoader(database, discussion: row).analysis(),
                let id = try String.fetchOne(
                    database, sql: "SELECT original_id FROM discussion WHERE id = ?",
                    arguments: [row])
            else { return nil }
            let key = analysis.discussion.id
            analysis.discussion.id = id
            return (analysis, key)
        }
    }

    /// Stores what was saved so far, as where the input failed.
    ///
    /// - Throws: `StoreError`.
    public func flush() throws { try perform { try commit($0) } }

    /// Saves camps across discussions, as `DiscussionStore.save(_:keys:)` does.
    ///
    /// - Throws: `StoreError`.
    public func save(_ corpus: CorpusClustering, keys: [String: String]) throws {
        try perform { database in
            try begin(database)
            try CorpusSaver(database: database, keys: keys).save(corpus)
        }
    }

    /// Stores what is still to be stored and makes the indexes that are missing.
    ///
    /// - Parameter makesSearchIndex: whether that of the words is made too.
    /// - Throws: `StoreError`.
    public func finish(makesSearchIndex: Bool) throws {
        try perform { database in
            try commit(database)
            isMakingIndexes.store(true, ordering: .sequentiallyConsistent)
            defer { isMakingIndexes.store(false, ordering: .sequentiallyConsistent) }
            try endBulk(database)
            guard makesSearchIndex, try !SearchIndex.exists(in: database) else { return }
            try database.inTransaction(.immediate) {
                try SearchIndex.rebuild(in: database)
                return .commit
            }
        }
    }

    /// Closes the file, so that all that was stored stands in it and in no log beside it. Neither the
    /// load nor its store can be used behind that.
    ///
    /// - Throws: `StoreError`.
    public func close() throws {
        timer.cancel()
        try perform { _ in state.rows = nil }
        try store.close()
    }

    /// How many discussions of some inputs the store held before and the load has not met.
    ///
    /// - Parameters:
    ///   - sources: where discussions were read from.
    ///   - folders: folders of which everything was read.
    /// - Throws: `StoreError`.
    public func unmetCount(sources: Set<String>, folders: [String]) throws -> Int {
        guard lastRow > 0 else { return 0 }
        let folders = folders.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        return try perform { database in
            var count = 0
            let rows = try Row.fetchCursor(
                database, sql: "SELECT id, source FROM discussion WHERE id <= ?",
                arguments: [lastRow])
            while let row = try rows.next() {
                let source: String = row[1]
                if !state.met.contains(row[0]),
                    sources.contains(source) || folders.contains(where: source.hasPrefix)
                {
                    count += 1
                }
            }
            return count
        }
    }

    /// The discussions that were stored although the store held them before, under another source;
    /// `nil` where there are none.
    ///
    /// - Throws: `StoreError`.
    public func repeated() throws -> RepeatedDiscussions? {
        guard lastRow > 0 else { return nil }
        return try perform { try RepeatedDiscussions(behind: lastRow, in: $0) }
    }

    /// Ends the load for good, from any thread: stores what is done, and calls `body`, which ends the
    /// process. Whoever else is in the load by then, or comes, waits for that end.
    ///
    /// Work on the indexes is given up; the next load does it.
    public func end(_ body: (LoadOutcome) -> Never) -> Never {
        isEnding.store(true, ordering: .sequentiallyConsistent)
        if isMakingIndexes.load(ordering: .sequentiallyConsistent) { store.queue.interrupt() }
        store.queue.writeWithoutTransaction { database in
            try? commit(database)
            body(state.outcome)
        }
        // Never reached: `body` does not return.
        while true { Thread.sleep(forTimeInterval: 1) }
    }

    private func perform<Result>(_ work: (Database) throws -> Result) throws -> Result {
        do {
            return try store.use { database in
                if let failure = state.failure { throw failure }
                do {
                    return try work(database)
                } catch {
                    rollBack(database)
                    throw error
                }
            }
        } catch {
            while isEnding.load(ordering: .sequentiallyConsistent) {
                // `end` is about to end the process.
                Thread.sleep(forTimeInterval: 0.1)
            }
            throw error
        }
    }

    private func begin(_ database: Database) throws {
        guard state.begun == nil else { return }
        try database.beginTransaction(.immediate)
        state.begun = clock.now
        state.rows?.forgetIDs()
        try SearchIndex.drop(in: database)
    }

    private func commit(_ database: Database) throws {
        guard state.begun != nil else { return }
        try database.commit()
        state.begun = nil
        state.outcome.add(state.pending)
        state.pending = LoadOutcome()
    }

    private func rollBack(_ database: Database) {
        if database.isInsideTransaction { try? database.rollback() }
        state.begun = nil
        state.pending = LoadOutcome()
    }

    /// Rows of a store that is new come without what keeps others in step with them: they are right
    /// by construction, and nothing is replaced.
    private func beginBulk(_ database: Database) throws {
        guard !state.isBulk else { return }
        try database.inTransaction(.immediate) {
            try SchemaIndexes.drop(in: database)
            return .commit
        }
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        state.isBulk = true
    }

    private func endBulk(_ database: Database) throws {
        state.mayBeBulk = false
        guard state.isBulk else { return }
        try SchemaIndexes.complete(in: database)
        try database.execute(sql: "PRAGMA foreign_keys = ON")
        state.isBulk = false
    }

    private func commitIfOld() {
        store.queue.writeWithoutTransaction { database in
            guard let begun = state.begun, clock.now - begun >= Self.longest else { return }
            do {
                try commit(database)
            } catch {
                rollBack(database)
                state.failure = error
            }
        }
    }
}

/// What became of the discussions of a load.
public struct LoadOutcome: Hashable, Sendable {
    /// How many were analysed and stored.
    public var discussions = 0
    /// How many of these stand in the place of earlier ones.
    public var replaced = 0
    /// How many stood in the store as they are.
    public var unchanged = 0
    /// The comments of those that were stored.
    public var comments = 0

    mutating func add(_ other: LoadOutcome) {
        discussions += other.discussions
        replaced += other.replaced
        unchanged += other.unchanged
        comments += other.comments
    }
}

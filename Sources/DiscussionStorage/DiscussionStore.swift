public import DiscussionModel
import GRDB

/// The SQLite store of analyses: one file, one discussion per transaction.
///
/// The tables are described in `Documentation/Schema.md`. A store is made for one writer; any
/// number of programs may read the file meanwhile. After a crash the file holds the last whole
/// discussion that was saved.
public final class DiscussionStore: Sendable {
    /// What a store is opened for.
    public enum Access: Hashable, Sendable {
        /// To save and to read; the file is made where it is missing.
        case writing
        /// To change a file that must be there.
        case changing
        /// To read a file that must be there.
        case reading
        /// To read what can be read of a file that may be damaged, or cut off at its end.
        case recovering
    }

    /// The path as the user named it.
    public let path: String
    /// Where a copy of the file was kept as it was before it was brought to this version's schema;
    /// `nil` where it was of this version.
    public let keptCopy: String?

    let queue: DatabaseQueue

    /// Opens the store at a path; for writing, creates or migrates it.
    ///
    /// - Throws: `StoreError`. A file that is not a store is left unchanged.
    public init(path: String, for access: Access = .writing) throws {
        self.path = path
        do {
            (queue, keptCopy) = try StoreFile.open(path, for: access)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Stores an analysis in one transaction. It replaces the one with the same discussion id that
    /// was read from the same source, and keeps its place in the order of the store.
    ///
    /// Where another source holds the same id, `-2`, `-3` and so on is appended to it, since ids are
    /// unique in a store. The character U+0000 becomes U+FFFD, since SQLite's functions end a text
    /// there. The search index is dropped; `rebuildSearchIndex` makes it again.
    ///
    /// - Parameters:
    ///   - analysis: what is stored, in the place of an earlier one of the same source and id.
    ///   - hash: the fingerprint of what the analysis depends on, by which a load knows it again;
    ///     without it the next load of the same source replaces it.
    /// - Returns: the key of the discussion in the store: its id, made unique.
    /// - Throws: `StoreError`; the file is then as it was before.
    /// - Complexity: O(n) in the rows of the discussion, times the logarithm of the store's size.
    @discardableResult
    public func save(_ analysis: Analysis, hash: ContentHash? = nil) throws -> String {
        try use { database in
            try SchemaIndexes.complete(in: database)
            var key = ""
            try database.inTransaction(.immediate) {
                try SearchIndex.drop(in: database)
                key = try AnalysisSaver(database, hash: hash).save(analysis)
                return .commit
            }
            return key
        }
    }

    /// Begins to store many analyses.
    ///
    /// - Parameter commentsPerTransaction: how many comments are stored at a time, about.
    /// - Throws: `StoreError`.
    /// - Complexity: O(n) in the discussions of the store.
    public func load(
        commentsPerTransaction: Int = StoreLoad.commentsPerTransaction
    ) throws -> StoreLoad {
        try StoreLoad(self, commentsPerTransaction: commentsPerTransaction)
    }

    /// Saves camps across discussions in the place of those that are there.
    ///
    /// They last until a discussion is saved again: they are of the discussions as they were.
    ///
    /// - Parameters:
    ///   - corpus: the camps, with the people and discussions they are of.
    ///   - keys: the key of each of these discussions, as `save(_:)` gave it, by id.
    /// - Throws: `StoreError`; the file is then as it was before.
    public func save(_ corpus: CorpusClustering, keys: [String: String]) throws {
        try wrapped {
            try queue.write { try CorpusSaver(database: $0, keys: keys).save(corpus) }
        }
    }

    /// Calls `body` with every analysis in the store, in the order in which they were first stored.
    ///
    /// One analysis is in memory at a time, and `body` may use the store.
    ///
    /// - Throws: `StoreError`, or what `body` throws.
    public func forEachAnalysis(_ body: (Analysis) throws -> Void) throws {
        let rows = try wrapped {
            try queue.read { try Int64.fetchAll($0, sql: "SELECT id FROM discussion ORDER BY id") }
        }
        for row in rows {
            let analysis = try wrapped {
                try queue.read { try AnalysisLoader($0, discussion: row).analysis() }
            }
            if let analysis { try body(analysis) }
        }
    }

    /// The analysis of the discussion with an id, or `nil` when the store has none.
    ///
    /// - Throws: `StoreError`.
    public func analysis(ofDiscussion id: String) throws -> Analysis? {
        try wrapped {
            try queue.read { database in
                let row = try Int64.fetchOne(
                    database, sql: "SELECT id FROM discussion WHERE key = ?", arguments: [id])
                return try row.flatMap { try AnalysisLoader(database, discussion: $0).analysis() }
            }
        }
    }

    /// The number of discussions in the store.
    ///
    /// - Throws: `StoreError`.
    public func discussionCount() throws -> Int {
        try wrapped {
            try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM discussion") ?? 0 }
        }
    }

    /// Builds the full-text index `comment_text` over all comments.
    ///
    /// To be called once after a load: an index that is kept up with every row costs several times
    /// as much.
    ///
    /// - Throws: `StoreError`.
    /// - Complexity: O(n) in the length of all texts.
    public func rebuildSearchIndex() throws {
        try wrapped { try queue.write { try SearchIndex.rebuild(in: $0) } }
    }

    /// Whether the full-text index is there; where it is, it is up to date.
    ///
    /// - Throws: `StoreError`.
    public func hasSearchIndex() throws -> Bool {
        try wrapped { try queue.read { try SearchIndex.exists(in: $0) } }
    }

    /// What `work` gives, read from the store; failures become `StoreError`.
    func read<Result>(_ work: (Database) throws -> Result) throws -> Result {
        try wrapped { try queue.read(work) }
    }

    /// What `work` reads outside of a transaction, which SQLite could not end after it met a page that
    /// is damaged.
    func readPatchy<Result>(_ work: (Database) throws -> Result) throws -> Result {
        try wrapped { try queue.unsafeRead(work) }
    }

    /// Calls `work` in one transaction, which is rolled back where it gives `nil` or throws.
    func change<Result>(_ work: (Database) throws -> Result?) throws -> Result? {
        try wrapped {
            var result: Result?
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    result = try work(database)
                    return result == nil ? .rollback : .commit
                }
            }
            return result
        }
    }

    /// What `work` gives, outside of a transaction; failures become `StoreError`.
    func use<Result>(_ work: (Database) throws -> Result) throws -> Result {
        try wrapped { try queue.writeWithoutTransaction(work) }
    }

    /// Closes the file; the store cannot be used behind that.
    func close() throws { try wrapped { try queue.close() } }

    private func wrapped<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

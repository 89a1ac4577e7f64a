import Foundation
import GRDB

/// Opens the file of a store, after making sure that it is one.
enum StoreFile {
    /// "Rejo" in ASCII: tells our files from those of other programs (`PRAGMA application_id`).
    static let applicationID = 0x5265_6A6F

    /// - Returns: the file, and the path of the copy that was kept where it was of an older version.
    static func open(
        _ path: String, for access: DiscussionStore.Access
    ) throws -> (queue: DatabaseQueue, keptCopy: String?) {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        guard !isDirectory.boolValue else {
            throw StoreError(
                .cannotOpen, path: path, message: "the path is a folder",
                advice: "Name a file in it, such as \(path)/rejoinder.sqlite.")
        }
        guard exists || access == .writing else {
            throw StoreError(
                .missing, path: path, message: "there is no such file",
                advice: "Make it with: rejoinder analyze INPUT --db FILE.")
        }
        var configuration = Configuration()
        configuration.readonly = [.reading, .recovering].contains(access)
        configuration.busyMode = .timeout(10)
        configuration.label = "store"
        // A load keeps a transaction open over many calls.
        configuration.allowsUnsafeTransactions = access == .writing
        configuration.prepareDatabase { database in
            // Before all that reads: else SQLite reads nothing of a file that is shorter than it says.
            if access == .recovering { try database.execute(sql: "PRAGMA writable_schema = ON") }
            try database.execute(sql: "PRAGMA cache_size = -65536")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        // "./" keeps SQLite from taking a name such as ":memory:" or "file:x" for its own.
        let name = path.hasPrefix("/") ? path : "./" + path
        let queue: DatabaseQueue
        let version: Int
        var keptCopy: String?
        do {
            queue = try DatabaseQueue(path: name, configuration: configuration)
            version = try queue.read { try checkedVersion(of: $0, path: path) }
        } catch let error as DatabaseError where configuration.readonly && error.needsWriting {
            throw StoreError(
                .cannotOpen, path: path,
                message: "SQLite cannot read this file, since it may not write beside it",
                advice: "Copy the file to a folder that you may write in, and read it there.")
        }
        switch access {
        case .writing, .changing:
            if version == 0 {
                // First of all, so that a file without tables yet is known to be ours.
                try queue.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA application_id = \(applicationID)")
                }
            }
            if (1..<Schema.version).contains(version) {
                keptCopy = try copy(queue, beside: path, version: version)
            }
            // Only now, since this changes the file.
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
            }
            try Schema.migrator.migrate(queue)
            if access == .changing {
                try queue.writeWithoutTransaction { try SchemaIndexes.complete(in: $0) }
            }
        case .reading, .recovering:
            guard version == Schema.version else {
                throw StoreError(
                    .failed, path: path, message: "the file holds no store of this version yet",
                    advice: "Bring it up to date with: rejoinder analyze INPUT --db FILE.")
            }
        }
        return (queue, keptCopy)
    }

    /// Copies a store, with what its log holds, to a new file beside it.
    ///
    /// The copy has its name only when it is whole.
    private static func copy(
        _ queue: DatabaseQueue, beside path: String, version: Int
    ) throws -> String {
        var name = "\(path).version-\(version)"
        var number = 1
        while FileManager.default.fileExists(atPath: name) {
            number += 1
            name = "\(path).version-\(version)-\(number)"
        }
        let part = name + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            let copy = try DatabaseQueue(path: part.hasPrefix("/") ? part : "./" + part)
            try queue.backup(to: copy)
            try copy.close()
            try FileManager.default.moveItem(atPath: part, toPath: name)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw StoreError(
                .cannotWrite, path: path,
                message: "this file is of an older version, and a copy of it cannot be kept in"
                    + " \(name)",
                advice: "Make room for a second file of its size in its folder; it is unchanged.")
        }
        return name
    }

    /// Refuses a file in which something else stands where the tables should, such as a view that
    /// never ends, and one in which writing sets something off.
    private static func checkTables(of database: Database, path: String) throws {
        let entries = try Row.fetchCursor(
            database,
            sql:
                "SELECT type, lower(name), lower(tbl_name) FROM sqlite_master WHERE type != 'index'"
        )
        while let entry = try entries.next() {
            let (type, name, table): (String?, String?, String?) = (entry[0], entry[1], entry[2])
            guard let type, let name, let table else { continue }
            let isOurs = Schema.tables.contains(name)
            guard type == "trigger" && Schema.tables.contains(table) || type != "table" && isOurs
            else { continue }
            throw StoreError(
                .failed, path: path,
                message: "another program has put a \(type) where a table of the store was",
                advice: "Analyse the sources into a new file, or remove what was put there.")
        }
    }

    /// The schema version of a store, 0 for an empty file.
    private static func checkedVersion(of database: Database, path: String) throws -> Int {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application == applicationID {
            guard version <= Schema.version else {
                throw StoreError(
                    .newerVersion, path: path,
                    message: "a newer Rejoinder wrote this file (schema \(version); this one knows"
                        + " \(Schema.version))",
                    advice: "Update Rejoinder, or name another file.")
            }
            try checkTables(of: database, path: path)
            return version
        }
        guard application == 0, version == 0, tables == 0 else {
            throw StoreError(
                .otherProgram, path: path, message: "the file is another program's database",
                advice: "Name another file; this one was left as it is.")
        }
        return 0
    }
}

extension DatabaseError {
    /// Whether the failure is that of a file with a write-ahead log on a medium that is read-only:
    /// SQLite keeps an index of the log beside the file even to read it.
    fileprivate var needsWriting: Bool {
        [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(resultCode.primaryResultCode)
    }
}

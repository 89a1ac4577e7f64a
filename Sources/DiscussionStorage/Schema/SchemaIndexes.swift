import GRDB

/// The indexes of the schema that can be made after a load: all but those that keep rows unique.
enum SchemaIndexes {
    /// The statement that makes each index, by its name and in the order of the schema; taken from
    /// the migrations themselves, so that there is no second list.
    static func all() throws -> [(name: String, sql: String)] {
        let scratch = try DatabaseQueue()
        try Schema.migrator.migrate(scratch)
        return try scratch.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, sql FROM sqlite_master
                    WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid
                    """
            ).map { (name: $0[0], sql: $0[1]) }
        }
    }

    /// Whether one is missing, as after a load that was cut short.
    ///
    /// They are dropped together, and made again in their order, so that the last one tells for all.
    static func areMissing(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql:
                "SELECT NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?)",
            arguments: [last]) ?? true
    }

    /// The one that is made last; a test compares it with the schema.
    static let last = "cluster_opponent_opponent"

    /// Drops all of them, in the transaction that is open.
    static func drop(in database: Database) throws {
        for index in try all() {
            try database.execute(sql: "DROP INDEX IF EXISTS \(index.name)")
        }
    }

    /// Makes those that are missing, each in a transaction of its own, so that work that is cut
    /// short goes on from there.
    static func complete(in database: Database) throws {
        guard try areMissing(in: database) else { return }
        // Sorting takes as much room as the index has: in files, since memory is bounded.
        try database.execute(sql: "PRAGMA temp_store = FILE")
        defer { try? database.execute(sql: "PRAGMA temp_store = MEMORY") }
        for index in try all() {
            let isThere = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = ?)",
                arguments: [index.name])
            if isThere != true { try database.execute(sql: index.sql) }
        }
    }
}

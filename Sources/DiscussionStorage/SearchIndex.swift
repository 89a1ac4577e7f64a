import GRDB

/// The full-text index over the comments. Where the table exists it is up to date: whoever changes
/// comments drops it first, in the same transaction.
enum SearchIndex {
    /// The name of the table.
    static let table = "comment_text"

    static func exists(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'comment_text')") ?? false
    }

    static func drop(in database: Database) throws {
        guard try exists(in: database) else { return }
        try database.execute(sql: "DROP TABLE comment_text")
    }

    static func rebuild(in database: Database) throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS comment_text;
                CREATE VIRTUAL TABLE comment_text USING fts5(
                    text, content = 'comment', content_rowid = 'id',
                    tokenize = 'unicode61 remove_diacritics 2');
                INSERT INTO comment_text(comment_text) VALUES ('rebuild');
                """)
    }
}

public import DiscussionModel
import GRDBSQLite

/// The libraries that storing is linked with.
public enum StorageLibraries {
    /// All of them, by name.
    public static var all: [LinkedLibrary] {
        [
            LinkedLibrary(
                "GRDB.swift", version: "7.10.0", licence: "MIT", use: "speaks with SQLite"),
            LinkedLibrary(
                "SQLite", version: sqlite3_libversion().map { String(cString: $0) },
                licence: "blessing", use: "keeps the store"),
        ]
    }
}

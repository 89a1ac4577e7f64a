public import DiscussionModel
import GRDB

/// The corrections of a store, by discussion.
public struct StoredCorrections: Sendable {
    private struct Origin: Hashable {
        var source: String
        var id: String
    }

    private var byOrigin: [Origin: Corrections] = [:]

    /// None.
    public init() {}

    /// What people have set in a discussion as it is read from its source; empty for one that the
    /// store does not hold.
    public func corrections(of discussion: Discussion) -> Corrections {
        byOrigin[Origin(source: discussion.source.storable, id: discussion.id.storable)]
            ?? Corrections()
    }

    fileprivate mutating func add(_ correction: Correction, source: String, id: String) {
        byOrigin[Origin(source: source, id: id), default: Corrections()].set(correction)
    }
}

extension DiscussionStore {
    /// All corrections, to analyse the sources again.
    ///
    /// - Throws: `StoreError`.
    public func corrections() throws -> StoredCorrections {
        try read { database in
            var found = StoredCorrections()
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT c.comment, c.field, c.value, c.note, d.source, d.original_id
                    FROM correction c JOIN discussion d ON d.key = c.discussion
                    """)
            while let row = try rows.next() {
                found.add(
                    try Self.correction(row), source: try row.decode(atIndex: 4),
                    id: try row.decode(atIndex: 5))
            }
            return found
        }
    }

    /// All corrections with the key of the discussion of each, in the order of the store's
    /// discussions and their comments; those of comments that are gone stand behind the others.
    ///
    /// - Throws: `StoreError`.
    public func allCorrections() throws -> [(discussion: String, correction: Correction)] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT c.comment, c.field, c.value, c.note, c.discussion
                    FROM correction c LEFT JOIN discussion d ON d.key = c.discussion
                    LEFT JOIN comment t ON t.discussion_id = d.id AND t.key = c.comment
                    ORDER BY d.id IS NULL, d.id, c.discussion, t.ordinal IS NULL, t.ordinal,
                        c.comment, CASE c.field WHEN 'to' THEN 0 WHEN 'author' THEN 1 ELSE 2 END
                    """
            ).map { (discussion: try $0.decode(atIndex: 4), correction: try Self.correction($0)) }
        }
    }

    /// Changes the corrections of discussions and stores what follows from them, in one
    /// transaction: all of it or nothing.
    ///
    /// - Parameters:
    ///   - keys: the keys of the discussions, each once. One that the store does not hold is passed
    ///     over.
    ///   - body: called with each analysis, whose discussion has the id that its source gave it, and
    ///     its corrections. It changes these and gives the analysis with them, or `nil` to have
    ///     nothing stored; it is then still called with the rest. It must not use the store.
    ///   - hash: the fingerprint of what an analysis with its corrections depends on, as of
    ///     `save(_:hash:)`.
    /// - Returns: whether all was stored.
    /// - Throws: `StoreError`; the file is then as it was before.
    public func correct(
        _ keys: [String], hash: (Analysis, Corrections) -> ContentHash? = { _, _ in nil },
        _ body: (String, Analysis, inout Corrections) -> Analysis?
    ) throws -> Bool {
        let done: Bool? = try change { database in
            var isRefused = false
            for key in keys {
                guard
                    let row = try Row.fetchOne(
                        database, sql: "SELECT id, original_id FROM discussion WHERE key = ?",
                        arguments: [key]),
                    var analysis = try AnalysisLoader(
                        database, discussion: try row.decode(atIndex: 0)
                    ).analysis()
                else { continue }
                analysis.discussion.id = try row.decode(atIndex: 1)
                var corrections = try Self.corrections(of: key, database)
                guard let corrected = body(key, analysis, &corrections) else {
                    isRefused = true
                    continue
                }
                guard !isRefused else { continue }
                try AnalysisSaver(database, hash: hash(corrected, corrections)).replace(
                    try row.decode(atIndex: 0), key: key, with: corrected)
                try Self.save(corrections, of: key, database)
            }
            return isRefused ? nil : true
        }
        return done ?? false
    }

    private static func corrections(of key: String, _ database: Database) throws -> Corrections {
        Corrections(
            try Row.fetchAll(
                database,
                sql: "SELECT comment, field, value, note FROM correction WHERE discussion = ?",
                arguments: [key]
            ).map(correction))
    }

    private static func save(
        _ corrections: Corrections, of key: String, _ database: Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM correction WHERE discussion = ?", arguments: [key])
        var writer = try RowWriter(
            database, into: "correction", "discussion", "comment", "field", "value", "note")
        for correction in corrections.all {
            try writer.add(key)
            try writer.add(correction.comment)
            try writer.add(correction.field.rawValue)
            try writer.add(correction.words)
            try writer.add(correction.note)
            try writer.insert()
        }
    }

    /// A correction of four columns: comment, field, value, note.
    private static func correction(_ row: Row) throws -> Correction {
        let name: String = try row.decode(atIndex: 1)
        guard let field = Correction.Field(rawValue: name),
            let correction = Correction(
                comment: try row.decode(atIndex: 0), field: field,
                words: try row.decode(atIndex: 2), note: try row.decode(atIndex: 3))
        else { throw DamagedRow(message: "“\(name)” is no field of a correction") }
        return correction
    }
}

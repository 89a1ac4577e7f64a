import GRDB

/// The analyses that a store held when a load began, by their fingerprints.
///
/// A fingerprint covers the source and the id, so one number for each discussion is enough to tell
/// whether the same analysis is there.
public struct KnownDiscussions: Sendable {
    private var rows: [UInt64: Int64] = [:]

    /// How many there are.
    public var count: Int { rows.count }

    init(_ database: Database) throws {
        let cursor = try Row.fetchCursor(database, sql: "SELECT content_hash, id FROM discussion")
        while let row = try cursor.next() {
            let words: String = row[0]
            if let hash = ContentHash(words) { rows[hash.value] = row[1] }
        }
    }

    /// Whether the store holds the analysis of a fingerprint.
    public func contains(_ hash: ContentHash) -> Bool { rows[hash.value] != nil }

    func row(of hash: ContentHash) -> Int64? { rows[hash.value] }
}

import GRDB

/// Discussions that a store holds twice, since their source was named in two ways: `page.txt`,
/// `./page.txt` and `page.txt.gz` are three sources.
public struct RepeatedDiscussions: Hashable, Sendable {
    /// How many were stored although they stood there before, under another source.
    public var count: Int
    /// The source of one of them.
    public var source: String
    /// The source under which that one stood there before.
    public var earlier: String

    /// Looks for discussions in the rows behind one whose id, article, number of comments and first
    /// comment are those of a row up to it; `nil` where there is none.
    ///
    /// - Complexity: O(n log n) in the discussions of the store.
    init?(behind row: Int64, in database: Database) throws {
        let found = try Row.fetchOne(
            database,
            sql: """
                WITH named(original_id) AS (
                    SELECT original_id FROM discussion GROUP BY original_id
                    HAVING min(id) <= :row AND max(id) > :row
                )
                SELECT sum(fresh) OVER (), source, earlier FROM (
                    SELECT sum(id > :row) AS fresh, min(iif(id > :row, source, NULL)) AS source,
                        min(iif(id > :row, NULL, source)) AS earlier
                    FROM discussion WHERE original_id IN named
                    GROUP BY original_id, title, url, body,
                        (SELECT count(*) FROM comment WHERE discussion_id = discussion.id),
                        (SELECT text FROM comment WHERE discussion_id = discussion.id
                         ORDER BY ordinal LIMIT 1)
                    HAVING min(id) <= :row AND max(id) > :row
                )
                ORDER BY source LIMIT 1
                """, arguments: ["row": row])
        guard let found else { return nil }
        count = found[0]
        source = found[1]
        earlier = found[2]
    }
}

import GRDB

extension DiscussionStore {
    /// Whether a commenter is stored under a name that is no pseudonym, `person-` with 16 letters
    /// and digits.
    ///
    /// - Throws: `StoreError`.
    /// - Complexity: O(n) in the commenters.
    public func holdsNames() throws -> Bool { try holdsCommenters("name NOT GLOB ?") }

    /// Whether a commenter is stored under a pseudonym.
    ///
    /// - Throws: `StoreError`.
    /// - Complexity: O(n) in the commenters.
    public func holdsPseudonyms() throws -> Bool { try holdsCommenters("name GLOB ?") }

    /// Whether texts were left out: there are none among the first thousand comments, which have words.
    ///
    /// - Throws: `StoreError`.
    public func lacksTexts() throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT coalesce(max(words) > 0 AND max(length(text)) = 0, 0)
                    FROM (SELECT words, text FROM comment LIMIT 1000)
                    """) ?? false
        }
    }

    private func holdsCommenters(_ condition: String) throws -> Bool {
        let form = "person-" + String(repeating: "[a-z2-7]", count: 16)
        return try read { database in
            try Bool.fetchOne(
                database,
                sql:
                    "SELECT EXISTS (SELECT 1 FROM commenter WHERE name IS NOT NULL AND \(condition))",
                arguments: [form]) ?? false
        }
    }
}

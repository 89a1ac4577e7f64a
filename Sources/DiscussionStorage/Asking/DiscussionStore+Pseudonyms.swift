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

import GRDB

/// Where a person is in a store.
public struct CommenterPlace: Hashable, Sendable {
    /// The key of the discussion.
    public var discussion: String
    /// The key of the commenter in it.
    public var commenter: String
}

extension DiscussionStore {
    /// The people who have a name, an alias or a key, in the order of the store.
    ///
    /// Where nobody has it as it is written, whoever has it in other capitals, accents and widths.
    ///
    /// - Parameters:
    ///   - name: a name, an alias or a key.
    ///   - discussion: the key of the discussion to look in; `nil` for all.
    /// - Throws: `StoreError`.
    /// - Complexity: O(n) in the commenters of the store.
    public func commenters(
        named name: String, in discussion: String? = nil
    ) throws -> [CommenterPlace] {
        let name = name.storable
        let exact = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT d.key, p.key FROM commenter p JOIN discussion d ON d.id = p.discussion_id
                    WHERE (? IS NULL OR d.key = ?) AND p.id IN (
                        SELECT id FROM commenter WHERE name = ? OR key = ?
                        UNION SELECT commenter_id FROM alias WHERE name = ?)
                    ORDER BY p.id
                    """, arguments: [discussion, discussion, name, name, name]
            ).map {
                CommenterPlace(
                    discussion: try $0.decode(atIndex: 0), commenter: try $0.decode(atIndex: 1))
            }
        }
        guard exact.isEmpty else { return exact }
        let folded = Likeness.folded(name)
        var found: [CommenterPlace] = []
        var seen: Set<CommenterPlace> = []
        try forEachName(in: discussion) { place, written in
            guard Likeness.folded(written) == folded, seen.insert(place).inserted else { return }
            found.append(place)
        }
        return found
    }

    /// The names and keys of people that are like a name, the likest first, at most five.
    ///
    /// - Throws: `StoreError`.
    /// - Complexity: O(n) in the commenters of the store.
    public func names(like name: String, in discussion: String? = nil) throws -> [String] {
        var likeness = Likeness(to: name)
        try forEachName(in: discussion) { _, written in likeness.consider(written) }
        return likeness.best
    }

    /// The keys of the discussions that have a comment of an id, in the order of the store.
    ///
    /// - Throws: `StoreError`.
    /// - Complexity: O(d log n) in the discussions and the comments of the store.
    public func discussions(
        withComment id: String, in discussion: String? = nil
    ) throws -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT d.key FROM discussion d
                    WHERE (? IS NULL OR d.key = ?) AND EXISTS (
                        SELECT 1 FROM comment c WHERE c.discussion_id = d.id AND c.key = ?)
                    ORDER BY d.id
                    """, arguments: [discussion, discussion, id.storable])
        }
    }

    /// The ids of comments that are like an id, the likest first, at most five.
    ///
    /// - Throws: `StoreError`.
    public func commentIDs(like id: String, in discussion: String? = nil) throws -> [String] {
        var likeness = Likeness(to: id)
        try read { database in
            let ids = try String.fetchCursor(
                database,
                sql: """
                    SELECT c.key FROM comment c JOIN discussion d ON d.id = c.discussion_id
                    WHERE ? IS NULL OR d.key = ? ORDER BY c.id
                    """, arguments: [discussion, discussion])
            while let next = try ids.next() { likeness.consider(next) }
        }
        return likeness.best
    }

    /// Whether there is a discussion of a key.
    ///
    /// - Throws: `StoreError`.
    public func hasDiscussion(_ key: String) throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM discussion WHERE key = ?)",
                arguments: [key.storable]) ?? false
        }
    }

    /// The keys of discussions that are like a key, the likest first, at most five.
    ///
    /// - Throws: `StoreError`.
    public func discussions(like key: String) throws -> [String] {
        var likeness = Likeness(to: key)
        try read { database in
            let keys = try String.fetchCursor(
                database, sql: "SELECT key FROM discussion ORDER BY id")
            while let next = try keys.next() { likeness.consider(next) }
        }
        return likeness.best
    }

    private func forEachName(
        in discussion: String?, _ body: (CommenterPlace, String) -> Void
    ) throws {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT d.key, p.key, p.name FROM commenter p
                    JOIN discussion d ON d.id = p.discussion_id WHERE ? IS NULL OR d.key = ?
                    UNION ALL
                    SELECT d.key, p.key, a.name FROM alias a JOIN commenter p ON p.id = a.commenter_id
                    JOIN discussion d ON d.id = p.discussion_id WHERE ? IS NULL OR d.key = ?
                    """, arguments: [discussion, discussion, discussion, discussion])
            while let row = try rows.next() {
                // An unknown person has a key and no name.
                let key: String = try row.decode(atIndex: 1)
                body(
                    CommenterPlace(discussion: try row.decode(atIndex: 0), commenter: key),
                    try row.decode(String?.self, atIndex: 2) ?? key)
            }
        }
    }
}

import GRDB

/// The migrations of the store, oldest first. A migration that was published never changes.
enum Schema {
    /// The `user_version` of a file with all migrations.
    static let version = 5

    /// The tables of all versions, in small letters.
    static let tables: Set<String> = {
        let statements = [firstTables, sourceKnowledge, stanceTables, corrections]
        let words = statements.joined(separator: "\n").split(whereSeparator: { " \n(".contains($0) }
        )
        let named = zip(zip(words, words.dropFirst()), words.dropFirst(2))
            .filter { $0.0 == ("CREATE", "TABLE") }.map { String($0.1) }
        return Set(named + [SearchIndex.table])
    }()

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: firstTables)
            try database.execute(sql: firstViews)
            try database.execute(
                sql: """
                    PRAGMA application_id = \(StoreFile.applicationID);
                    PRAGMA user_version = 1;
                    """)
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: sourceKnowledge)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: stanceTables)
            try database.execute(sql: stanceViews)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { database in
            // How many camps were asked for; NULL where that was left open or is not known.
            try database.execute(sql: "ALTER TABLE clustering ADD COLUMN asked INTEGER")
            try database.execute(sql: summaryViews)
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { database in
            try database.execute(sql: corrections)
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        return migrator
    }
}

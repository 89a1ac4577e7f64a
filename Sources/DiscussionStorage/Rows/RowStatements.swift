import GRDB

/// The statements that insert rows, kept from one discussion to the next, and the row ids that are
/// free in the transaction that is open.
final class RowStatements {
    let database: Database
    private var insertions: [String: Statement] = [:]
    private var lastIDs: [String: Int64] = [:]

    init(_ database: Database) {
        self.database = database
    }

    /// The statement that inserts a row into a table: the same columns each time.
    func insertion(into table: String, _ columns: [String]) throws -> Statement {
        if let known = insertions[table] { return known }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: "INSERT INTO \(table)(\(columns.joined(separator: ", "))) VALUES (\(places))")
        insertions[table] = statement
        return statement
    }

    /// Takes ids behind all that a table has, and returns the last one before them, 0 or more.
    func reserve(_ count: Int, of table: String) throws -> Int64 {
        let last =
            try lastIDs[table]
            ?? max(
                0,
                Int64.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM \(table)")) ?? 0)
        guard last < Int64.max / 2 else {
            throw DamagedRow(message: "the ids of the table \(table) have run out at \(last)")
        }
        lastIDs[table] = last + Int64(count)
        return last
    }

    /// Forgets which ids are free: others may write between two transactions.
    func forgetIDs() { lastIDs = [:] }
}

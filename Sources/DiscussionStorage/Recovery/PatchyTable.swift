import GRDB
import GRDBSQLite

/// The rows of a table in a file that may be damaged, by row id and without any index.
struct PatchyTable {
    let database: Database
    let name: String

    /// A row of three numbers: its id and two columns.
    typealias Numbers = (id: Int64, first: Int64, second: Int64)

    /// Row ids that are tried one by one behind a page that cannot be read; a page holds far fewer
    /// rows, and a page of pages that is damaged far more, of which the rest is then given up.
    private static let reach: Int64 = 100_000

    /// Calls `body` with two columns of each row that can be read, in the order of the ids.
    ///
    /// - Parameter onGap: called where rows were passed over, with the row before.
    func forEach(
        _ first: String, _ second: String, onGap: (Numbers?) -> Void, _ body: (Numbers) -> Void
    ) throws {
        let statement = try database.makeStatement(
            sql: "SELECT id, \(first), \(second) FROM \(name) NOT INDEXED WHERE id > ? ORDER BY id")
        var last: Numbers?
        /// Up to which id rows were read or tried.
        var place: Int64 = 0
        var tries: Int64 = 0
        while tries <= Self.reach {
            switch try rows(
                of: statement, after: place,
                { row in
                    if tries > 0 {
                        onGap(last)
                        tries = 0
                    }
                    last = row
                    place = row.id
                    body(row)
                })
            {
            case true: return
            case false:
                // What cannot be read may begin with the next id, or be that row alone.
                if tries > 0 { place += 1 }
                tries += 1
            }
        }
        onGap(last)
    }

    /// Whether the end was reached; not, where something cannot be read.
    private func rows(
        of prepared: Statement, after id: Int64, _ body: (Numbers) -> Void
    ) throws -> Bool {
        let statement = prepared.sqliteStatement
        sqlite3_reset(statement)
        defer { sqlite3_reset(statement) }
        sqlite3_bind_int64(statement, 1, id)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                body(
                    (
                        sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1),
                        sqlite3_column_int64(statement, 2)
                    ))
            case SQLITE_DONE: return true
            case let code where [SQLITE_CORRUPT, SQLITE_IOERR].contains(code & 0xFF):
                return false
            case let code:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
            }
        }
    }
}

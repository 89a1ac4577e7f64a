import Foundation
import GRDB

/// Changes of rows that SQLite takes and no program should have made.
///
/// Each is a few bytes: which table, which column, which row, which kind of value, and the value.
struct RowDamage {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    func apply(to path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let tables = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                        AND name NOT LIKE 'comment_text%' ORDER BY name
                    """)
            var rest = bytes
            while rest.count > 4 {
                let table = tables[Int(rest.removeFirst()) % tables.count]
                let columns = try database.columns(in: table).map(\.name)
                let column = columns[Int(rest.removeFirst()) % columns.count]
                let row = Int(rest.removeFirst())
                let value = Self.value(from: &rest)
                // Constraints may refuse it.
                try? Self.change(table, column, row: row, to: value, in: database)
            }
        }
        try queue.close()
    }

    private static func change(
        _ table: String, _ column: String, row: Int, to value: DatabaseValue, in database: Database
    ) throws {
        let rows = try Int64.fetchAll(database, sql: "SELECT rowid FROM \"\(table)\"")
        if rows.isEmpty || row == 255 {
            try database.execute(
                sql: "INSERT INTO \"\(table)\" (\"\(column)\") VALUES (?)", arguments: [value])
        } else if row == 254 {
            try database.execute(sql: "DELETE FROM \"\(table)\"")
        } else {
            try database.execute(
                sql: "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE rowid = ?",
                arguments: [value, rows[row % rows.count]])
        }
    }

    private static func value(from bytes: inout ArraySlice<UInt8>) -> DatabaseValue {
        let kind = bytes.removeFirst()
        let length = Int(kind >> 3)
        let value = bytes.prefix(length)
        bytes = bytes.dropFirst(length)
        switch kind & 7 {
        case 0: return .null
        case 1: return Int64.max.databaseValue
        case 2: return Int64.min.databaseValue
        case 3: return (value.reduce(0) { $0 << 8 | Int64($1) } - 1).databaseValue
        case 4: return Double.infinity.databaseValue
        case 5: return (-1.5).databaseValue
        case 6: return Data(value).databaseValue
        default: return String(decoding: value, as: UTF8.self).databaseValue
        }
    }
}

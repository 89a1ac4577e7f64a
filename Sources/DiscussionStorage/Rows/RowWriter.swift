import GRDB
import GRDBSQLite

/// Inserts rows into one table with one prepared statement.
///
/// Values are bound in the order of the columns and then inserted; SQLite's own calls are used,
/// since boxing each value costs more than the insert.
struct RowWriter {
    private let database: Database
    private let statement: Statement
    private var column: CInt = 0

    init(_ database: Database, into table: String, _ columns: String...) throws {
        self.database = database
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        statement = try database.cachedStatement(
            sql: "INSERT INTO \(table)(\(columns.joined(separator: ", "))) VALUES (\(places))")
    }

    mutating func add(_ value: Int64) throws {
        column += 1
        try check(sqlite3_bind_int64(statement.sqliteStatement, column, value))
    }

    mutating func add(_ value: Int) throws {
        try add(Int64(value))
    }

    mutating func add(_ value: Int?) throws {
        guard let value else { return try addNull() }
        try add(Int64(value))
    }

    mutating func add(_ value: Bool) throws {
        try add(Int64(value ? 1 : 0))
    }

    /// Binds a number; one that is not finite becomes NULL, since it stands for nothing.
    mutating func add(_ value: Double?) throws {
        guard let value, value.isFinite else { return try addNull() }
        column += 1
        try check(sqlite3_bind_double(statement.sqliteStatement, column, value))
    }

    mutating func add(_ value: String?) throws {
        guard let value else { return try addNull() }
        column += 1
        var text = value.storable
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text64(
                    statement.sqliteStatement, column, characters.baseAddress ?? Self.nothing,
                    UInt64(characters.count), Self.copied, UInt8(SQLITE_UTF8))
            }
        }
        try check(code)
    }

    mutating func addNull() throws {
        column += 1
        try check(sqlite3_bind_null(statement.sqliteStatement, column))
    }

    /// Inserts the row of the values bound since the last one.
    mutating func insert() throws {
        column = 0
        let code = sqlite3_step(statement.sqliteStatement)
        let message = code == SQLITE_DONE ? nil : database.lastErrorMessage
        sqlite3_reset(statement.sqliteStatement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    private func check(_ code: CInt) throws {
        guard code == SQLITE_OK else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }

    /// What the C macro `SQLITE_TRANSIENT` is: SQLite copies the bytes at once.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// An address for texts without bytes; a null address would bind NULL.
    nonisolated(unsafe) private static let nothing: UnsafePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()
}

extension String {
    /// The text without U+0000, where SQLite's text functions would end it; U+FFFD stands there,
    /// so that places in the text stay.
    var storable: String {
        guard utf8.contains(0) else { return self }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })
        return String(scalars)
    }
}

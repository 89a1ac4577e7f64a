import Foundation
import GRDB
import GRDBSQLite

/// Inserts rows into one table with one prepared statement.
///
/// Values are bound in the order of the columns and then inserted; SQLite's own calls are used,
/// since boxing each value costs more than the insert.
struct RowWriter {
    private let database: Database
    private let statement: Statement
    private let pointer: SQLiteStatement
    private var column: CInt = 0

    init(_ database: Database, into table: String, _ columns: String...) throws {
        self.database = database
        statement = try RowStatements(database).insertion(into: table, columns)
        pointer = statement.sqliteStatement
    }

    /// - Parameter rows: where the statement is kept for the next time.
    init(_ rows: RowStatements, into table: String, _ columns: String...) throws {
        database = rows.database
        statement = try rows.insertion(into: table, columns)
        pointer = statement.sqliteStatement
    }

    mutating func add(_ value: Int64) throws {
        column += 1
        try check(sqlite3_bind_int64(pointer, column, value))
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
        try check(sqlite3_bind_double(pointer, column, value))
    }

    mutating func add(_ value: String?) throws {
        guard let value else { return try addNull() }
        column += 1
        var text = value
        let code: CInt? = text.withUTF8 { bytes in
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return bind(Self.nothing, 0)
            }
            if memchr(start, 0, bytes.count) != nil { return nil }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                bind($0, bytes.count)
            }
        }
        if let code { return try check(code) }
        var mended = value.storable
        try check(
            mended.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    bind($0.baseAddress ?? Self.nothing, $0.count)
                }
            })
    }

    private func bind(_ start: UnsafePointer<CChar>, _ count: Int) -> CInt {
        sqlite3_bind_text64(
            pointer, column, start, UInt64(count), Self.copied, UInt8(SQLITE_UTF8))
    }

    mutating func addNull() throws {
        column += 1
        try check(sqlite3_bind_null(pointer, column))
    }

    /// Inserts the row of the values bound since the last one.
    mutating func insert() throws {
        column = 0
        let code = sqlite3_step(pointer)
        let message = code == SQLITE_DONE ? nil : database.lastErrorMessage
        sqlite3_reset(pointer)
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

import DiscussionModel
import GRDB
import GRDBSQLite

/// One row of a query, valid until the next.
struct RowReader {
    fileprivate let statement: SQLiteStatement

    /// Calls `body` with each row of a query that has one parameter, an id.
    static func forEach(
        _ database: Database, _ sql: String, of id: Int64, _ body: (RowReader) throws -> Void
    ) throws {
        let prepared = try database.cachedStatement(sql: sql)
        let statement = prepared.sqliteStatement
        sqlite3_reset(statement)
        defer { sqlite3_reset(statement) }
        sqlite3_bind_int64(statement, 1, id)
        let row = RowReader(statement: statement)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(row)
            case SQLITE_DONE: return
            case let code:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
            }
        }
    }

    private func isNull(_ column: CInt) -> Bool {
        sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    func integer(_ column: CInt) -> Int { Int(sqlite3_column_int64(statement, column)) }

    func integerIfAny(_ column: CInt) -> Int? { isNull(column) ? nil : integer(column) }

    func flag(_ column: CInt) -> Bool { integer(column) != 0 }

    func number(_ column: CInt) -> Double { sqlite3_column_double(statement, column) }

    func numberIfAny(_ column: CInt) -> Double? { isNull(column) ? nil : number(column) }

    func text(_ column: CInt) -> String {
        withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a text, none where it is absent.
    func withBytes<Value>(
        _ column: CInt, _ body: (UnsafeBufferPointer<UInt8>) -> Value
    ) -> Value {
        let bytes = sqlite3_column_text(statement, column)
        let count = bytes == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
        return body(UnsafeBufferPointer(start: bytes, count: count))
    }

    func textIfAny(_ column: CInt) -> String? { isNull(column) ? nil : text(column) }

    func span(_ column: CInt) throws -> TextSpan {
        let (start, end) = (integer(column), integer(column + 1))
        guard 0 <= start, start <= end else {
            throw DamagedRow(message: "a span runs from \(start) to \(end)")
        }
        return TextSpan(start: start, end: end)
    }

    func spanIfAny(_ column: CInt) throws -> TextSpan? {
        isNull(column) ? nil : try span(column)
    }

    /// The value that a text stands for.
    func member<Value: RawRepresentable<String>>(_ column: CInt) throws -> Value {
        let name = text(column)
        guard let value = Value(rawValue: name) else {
            throw DamagedRow(message: "“\(name)” is no \(Value.self)")
        }
        return value
    }

    /// A moment of three columns: RFC 3339, seconds, whether it is approximate.
    func timestamp(_ column: CInt) -> Timestamp? {
        guard let written = textIfAny(column) else { return nil }
        let precision: Timestamp.Precision =
            written.hasSuffix("Z") ? .instant : written.contains("T") ? .localTime : .day
        return Timestamp(
            seconds: Int64(integer(column + 1)), precision: precision,
            isApproximate: flag(column + 2))
    }

    /// A stance of four columns, without its cues: label and probabilities; `nil` where there is no
    /// label.
    func stance(_ column: CInt) throws -> Stance? {
        guard !isNull(column) else { return nil }
        var stance = Stance(
            agree: number(column + 1), neutral: number(column + 2), disagree: number(column + 3))
        stance.label = try member(column)
        return stance
    }

    /// Evidence of three columns: kind, detail, weight.
    func evidence(_ column: CInt) throws -> Evidence {
        Evidence(kind: try member(column), detail: text(column + 1), weight: number(column + 2))
    }
}

extension RowWriter {
    /// Binds the three columns of a moment.
    mutating func add(_ timestamp: Timestamp?) throws {
        try add(timestamp?.description)
        if let timestamp { try add(timestamp.seconds) } else { try addNull() }
        try add(timestamp?.isApproximate ?? false)
    }

    /// Binds the three columns of a piece of evidence.
    mutating func add(_ evidence: Evidence) throws {
        try add(evidence.kind.rawValue)
        try add(evidence.detail)
        try add(finite: evidence.weight)
    }

    /// Binds the four columns of a stance.
    mutating func add(_ stance: Stance?) throws {
        guard let stance else {
            for _ in 0..<4 { try addNull() }
            return
        }
        try add(stance.label.rawValue)
        try add(finite: stance.agree)
        try add(finite: stance.neutral)
        try add(finite: stance.disagree)
    }

    /// Binds a number for a column that is never NULL; one that is not finite becomes 0.
    mutating func add(finite value: Double) throws {
        try add(value.isFinite ? value : 0)
    }
}

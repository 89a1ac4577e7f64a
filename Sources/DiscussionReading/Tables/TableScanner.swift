/// Goes through the rows of a table of any size in bounded memory.
struct TableScanner {
    /// Longer rows are not read.
    static let maximumRowBytes = 64 << 20
    private static let chunkBytes = 1 << 20

    /// A row, or what should be one.
    struct Row {
        /// The first byte.
        var offset: Int
        /// The bytes to the beginning of the next row.
        var length: Int
        /// The 1-based line on which it begins.
        var line: Int
        /// The lines that it spans.
        var lines: Int
        /// What is wrong with it; `nil` for a row whose cells can be asked for.
        var problem: String?
    }

    private let file: RandomAccessFile?
    private var parser: TableRowParser
    private var buffer: [UInt8]
    private var bufferOffset: Int
    private var position = 0
    private var line: Int
    private var reachedEnd: Bool
    private var lastByte: UInt8?
    /// How far a cell may reach for its closing quote. Reduced with each one that is not found, so
    /// that a file of opening quotes is not read anew from each of them to its end.
    private var reach: Int
    private let maximumReach: Int
    private static let minimumReach = 256
    /// Whether a cell that was asked for was in no encoding that says what it is.
    private(set) var guessedEncoding = false

    /// Creates a scanner of a file from a place on, which lies on a line.
    init(
        _ file: RandomAccessFile, dialect: TableDialect, offset: Int, line: Int,
        maximumRowBytes: Int = Self.maximumRowBytes
    ) {
        self.file = file
        reach = maximumRowBytes
        maximumReach = maximumRowBytes
        parser = TableRowParser(dialect: dialect)
        buffer = []
        bufferOffset = offset
        self.line = line
        reachedEnd = false
    }

    /// Creates a scanner of rows in memory.
    init(_ bytes: [UInt8], dialect: TableDialect, offset: Int, line: Int) {
        file = nil
        reach = max(Self.maximumRowBytes, bytes.count)
        maximumReach = reach
        parser = TableRowParser(dialect: dialect)
        buffer = bytes
        bufferOffset = offset
        self.line = line
        reachedEnd = true
    }

    /// Whether what was read so far ends without a line end.
    var endsAmidLine: Bool { lastByte != nil && lastByte != 0x0A && lastByte != 0x0D }

    /// The text of a cell of the last row, and whether it was quoted.
    mutating func cell(_ index: Int) -> (text: String, isQuoted: Bool) {
        guard parser.cells.indices.contains(index) else { return ("", false) }
        let cell = parser.cells[index]
        let (text, isGuessed) = buffer.withUnsafeBufferPointer {
            TableRowParser.text(of: cell, in: $0, as: parser.dialect)
        }
        if isGuessed { guessedEncoding = true }
        return (text, cell.isQuoted)
    }

    /// The next row that is not blank; `nil` at the end.
    ///
    /// - Parameter expected: the number of cells that a row must have. One that spans several
    ///   lines and has another number is taken to have lost a quote: only its first line counts,
    ///   and the next row is looked for on the line below.
    mutating func next(width expected: Int? = nil) throws -> Row? {
        while true {
            if position >= buffer.count, reachedEnd { return nil }
            let start = position
            let limit = min(buffer.count, start + reach)
            let isLast = reachedEnd && limit == buffer.count
            let outcome = buffer.withUnsafeBufferPointer {
                parser.parse(
                    UnsafeBufferPointer(rebasing: $0[..<limit]), from: start, isLast: isLast)
            }
            switch outcome {
            case .unfinished:
                if limit == start + reach {
                    return try broken(
                        "the row, or a cell that is never closed, is too long; --max-record SIZE raises"
                            + " the limit")
                }
                try refill()
            case .unclosed:
                return try broken("a quotation mark opens a cell and none closes it")
            case .row(let next, let lineEnds):
                if parser.isBlank, expected != 1 {
                    position = next
                    line += lineEnds
                    continue
                }
                let row = Row(
                    offset: bufferOffset + start, length: next - start, line: line,
                    lines: max(1, lineEnds), problem: nil)
                if let expected, let problem = wrongWidth(expected) {
                    if lineEnds > 1 { return try broken(problem) }
                    position = next
                    line += lineEnds
                    var bad = row
                    bad.problem = problem
                    return bad
                }
                position = next
                line += lineEnds
                reach = min(maximumReach, reach * 4)
                return row
            }
        }
    }

    private func wrongWidth(_ expected: Int) -> String? {
        let width = parser.cells.count
        if width == expected { return nil }
        if width == expected + 1, parser.endsInDelimiter { return nil }
        return "the row has \(width) \(width == 1 ? "cell" : "cells") where the first row has"
            + " \(expected)"
    }

    /// Leaves out the line at the present place.
    private mutating func broken(_ problem: String) throws -> Row {
        reach = max(Self.minimumReach, reach / 4)
        let start = bufferOffset + position
        let firstLine = line
        while true {
            let end = parser.dialect.endsRowsWithReturns ? UInt8(0x0D) : 0x0A
            if let place = buffer[position...].firstIndex(of: end) {
                position = place + 1
                break
            }
            position = buffer.count
            if reachedEnd { break }
            try refill()
        }
        line += 1
        return Row(
            offset: start, length: bufferOffset + position - start, line: firstLine, lines: 1,
            problem: problem)
    }

    private mutating func refill() throws {
        guard let file else {
            reachedEnd = true
            return
        }
        bufferOffset += position
        buffer.removeFirst(position)
        position = 0
        let bytes = try file.bytes(
            at: bufferOffset + buffer.count, count: max(Self.chunkBytes, buffer.count))
        if bytes.isEmpty { reachedEnd = true }
        lastByte = bytes.last ?? lastByte
        buffer += bytes
    }
}

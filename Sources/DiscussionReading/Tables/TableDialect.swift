/// How the cells of a table are set apart.
struct TableDialect: Hashable {
    /// The byte between cells.
    var delimiter = UInt8(ascii: ",")
    /// Whether `\` takes the meaning from the character behind it, besides doubled quotes.
    var hasBackslashEscapes = false
    /// Whether `\n`, `\t` and `\r` stand for what they stand for in a program, as in a dump of
    /// PostgreSQL. Only where cells are not quoted.
    var hasLetterEscapes = false
    /// Whether a carriage return alone ends a row.
    var endsRowsWithReturns = false
    /// Whether a quotation mark at the beginning of a cell quotes it.
    var hasQuotes = true

    /// The delimiters that are tried, the commonest first.
    static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]

    /// The rows of the beginning of a table as a dialect reads them.
    struct Reading {
        var dialect: TableDialect
        /// The first byte of the first row.
        var start: Int
        /// The cells of the first row.
        var header: [String]
        /// The share of the rows with as many cells as the first, 0...1; 1 without further rows.
        var consistency: Double
        /// The number of rows behind the first.
        var rows: Int
        /// How many cells the rows have more than the first, where nearly all have one more.
        var surplus: Int
    }

    /// Reads the beginning of a table in every dialect and takes the one that fits best.
    ///
    /// - Parameters:
    ///   - head: UTF-8, without a byte order mark; may end amid anything.
    ///   - isWhole: whether nothing follows.
    ///   - worth: how much a header is worth, to choose among dialects that fit alike.
    /// - Returns: `nil` when no dialect finds two cells in the first row.
    static func reading(
        _ head: [UInt8], isWhole: Bool, worth: ([String]) -> Int
    ) -> Reading? {
        var start = 0
        var candidates = delimiters
        // The line `sep=;` with which some programs are told the delimiter.
        if head.starts(with: Array("sep=".utf8)), head.count > 5, head[5] == 0x0A || head[5] == 0x0D
        {
            candidates = [head[4]]
            start = head[5] == 0x0D && head.count > 6 && head[6] == 0x0A ? 7 : 6
        }
        let endsRowsWithReturns = head.contains(0x0D) && !head.contains(0x0A)
        let hasBackslashes = head.contains(0x5C)
        var best: (reading: Reading, worth: Double)?
        for delimiter in candidates {
            for isEscaping in hasBackslashes ? [false, true] : [false] {
                var dialect = TableDialect(
                    delimiter: delimiter, hasBackslashEscapes: isEscaping,
                    endsRowsWithReturns: endsRowsWithReturns)
                guard
                    let (reading, irregular) = reading(
                        head, from: start, isWhole: isWhole, as: &dialect)
                else { continue }
                let score =
                    Double(worth(reading.header)) + 4 * reading.consistency
                    + Double(min(reading.header.count, 20)) / 100
                    - min(1, Double(irregular) / 4)
                    - (isEscaping ? reading.dialect.hasLetterEscapes ? -0.02 : 0.02 : 0)
                if score > best?.worth ?? -.infinity { best = (reading, score) }
            }
        }
        return best?.reading
    }

    private static func reading(
        _ head: [UInt8], from start: Int, isWhole: Bool, as dialect: inout TableDialect
    ) -> (Reading, irregular: Int)? {
        var counts: [Int] = []
        var header: [String] = []
        var irregular = 0
        var hasQuotedCells = false
        var hasNullMarks = false
        head.withUnsafeBufferPointer { bytes in
            var at = start
            var parser = TableRowParser(dialect: dialect)
            while at < bytes.count, counts.count < 400 {
                let outcome = parser.parse(bytes, from: at, isLast: true)
                irregular += parser.irregularQuotes
                guard case .row(let next, _) = outcome else {
                    if isWhole { irregular += 1 }
                    break
                }
                // The last row may be cut.
                if next >= bytes.count, !isWhole, !counts.isEmpty { break }
                at = next
                if parser.isBlank { continue }
                if counts.isEmpty {
                    header = parser.cells.map { cell in
                        TableRowParser.text(of: cell, in: bytes, as: parser.dialect).text
                    }
                } else {
                    hasQuotedCells = hasQuotedCells || parser.cells.contains { $0.isQuoted }
                    hasNullMarks =
                        hasNullMarks
                        || parser.cells.contains { cell in
                            cell.range.count == 2 && bytes[cell.range.lowerBound] == 0x5C
                                && bytes[cell.range.lowerBound + 1] == UInt8(ascii: "N")
                        }
                }
                var count = parser.cells.count
                if count == counts.first.map({ $0 + 1 }), parser.endsInDelimiter { count -= 1 }
                counts.append(count)
            }
        }
        guard let width = counts.first, width >= 2 else { return nil }
        let rows = counts.dropFirst()
        let wider = rows.count { $0 == width + 1 }
        let surplus = rows.count > 1 && wider * 10 >= rows.count * 9 ? 1 : 0
        let fitting = rows.count { $0 == width + surplus }
        if dialect.hasBackslashEscapes, dialect.delimiter == 0x09, !hasQuotedCells, hasNullMarks {
            dialect.hasLetterEscapes = true
            dialect.hasQuotes = false
        }
        let consistency = rows.isEmpty ? 1 : Double(fitting) / Double(rows.count)
        let reading = Reading(
            dialect: dialect, start: start, header: header, consistency: consistency,
            rows: rows.count, surplus: surplus)
        return (reading, irregular)
    }
}

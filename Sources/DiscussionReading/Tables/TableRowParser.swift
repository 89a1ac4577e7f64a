/// A cell of a row, by its place.
struct TableCell: Hashable {
    /// The bytes between the quotes where it is quoted.
    var range: Range<Int>
    /// Whether it stands in quotes.
    var isQuoted: Bool
    /// Whether there are doubled quotes or backslashes to be undone.
    var hasEscapes: Bool
}

/// Finds the cells of one row after another, as RFC 4180 has them and a little beyond.
///
/// A quote ends its cell only before a delimiter or the row's end; elsewhere it is part of the
/// text. Where a quoted cell has gone over a line end and then a quote stands as if it opened a
/// cell, the quote of the first was never closed.
struct TableRowParser {
    /// What was found at a place.
    enum Outcome: Hashable {
        /// A row; `next` is where the one after it begins.
        case row(next: Int, lineEnds: Int)
        /// The bytes end amid the row.
        case unfinished
        /// The quote of a cell is never closed.
        case unclosed
    }

    let dialect: TableDialect
    /// The cells of the row that was parsed last.
    private(set) var cells: [TableCell] = []
    /// The quotes in quoted cells of that row that neither end them nor are doubled.
    private(set) var irregularQuotes = 0
    /// Whether that row has nothing in it, or nothing but delimiters, as spreadsheets leave rows
    /// that were emptied.
    var isBlank: Bool {
        cells.allSatisfy(\.range.isEmpty) && (cells.count > 1 || cells.first?.isQuoted == false)
    }

    /// Whether nothing stands behind the last delimiter, as some programs end every row.
    var endsInDelimiter: Bool {
        cells.count > 1 && cells[cells.count - 1].range.isEmpty && !cells[cells.count - 1].isQuoted
    }

    init(dialect: TableDialect) {
        self.dialect = dialect
    }

    /// Parses the row that begins at a place.
    ///
    /// - Parameter isLast: whether nothing comes behind the bytes.
    /// - Complexity: O(bytes of the row).
    mutating func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
    ) -> Outcome {
        cells.removeAll(keepingCapacity: true)
        irregularQuotes = 0
        var at = start
        var lineEnds = 0
        while true {
            var opening = at
            while opening < bytes.count, bytes[opening] == 0x20 { opening += 1 }
            if dialect.hasQuotes, opening < bytes.count, bytes[opening] == 0x22 {
                switch quoted(bytes, after: opening, isLast: isLast, &lineEnds) {
                case .ended(let end): at = end
                case .unfinished: return .unfinished
                case .unclosed: return .unclosed
                }
            } else {
                guard let end = plain(bytes, from: at, isLast: isLast, &lineEnds) else {
                    return .unfinished
                }
                at = end
            }
            guard at < bytes.count else {
                return isLast ? .row(next: at, lineEnds: lineEnds) : .unfinished
            }
            if bytes[at] == dialect.delimiter {
                at += 1
                continue
            }
            if bytes[at] == 0x0D {
                if at + 1 == bytes.count, !isLast { return .unfinished }
                if at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
            }
            return .row(next: at + 1, lineEnds: lineEnds + 1)
        }
    }

    /// Whether a row ends at a place, which must be within the bytes.
    private func isRowEnd(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        if bytes[place] == 0x0A { return true }
        guard bytes[place] == 0x0D else { return false }
        return dialect.endsRowsWithReturns || place + 1 == bytes.count || bytes[place + 1] == 0x0A
    }

    private mutating func plain(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, _ lineEnds: inout Int
    ) -> Int? {
        var at = start
        var hasEscapes = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == dialect.delimiter { break }
            if byte <= 0x0D, isRowEnd(bytes, at: at) {
                if byte == 0x0D, at + 1 == bytes.count, !isLast { return nil }
                break
            }
            if byte == 0x5C, dialect.hasBackslashEscapes, at + 1 < bytes.count {
                hasEscapes = true
                at += 1
                if bytes[at] == 0x0A { lineEnds += 1 }
            }
            at += 1
        }
        if at >= bytes.count, !isLast { return nil }
        at = min(at, bytes.count)
        cells.append(TableCell(range: start..<at, isQuoted: false, hasEscapes: hasEscapes))
        return at
    }

    private enum QuotedEnd {
        case ended(Int)
        case unfinished
        case unclosed
    }

    private mutating func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>, after opening: Int, isLast: Bool,
        _ lineEnds: inout Int
    ) -> QuotedEnd {
        var at = opening + 1
        var hasEscapes = false
        var hasLineEnd = false
        let missing = isLast ? QuotedEnd.unclosed : .unfinished
        while true {
            while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x0A, bytes[at] != 0x0D,
                bytes[at] != 0x5C
            {
                at += 1
            }
            guard at < bytes.count else { return missing }
            switch bytes[at] {
            case 0x5C:
                guard dialect.hasBackslashEscapes else { break }
                guard at + 1 < bytes.count else { return missing }
                hasEscapes = true
                at += 1
                if bytes[at] == 0x0A { lineEnds += 1 }
            case 0x22:
                guard at + 1 < bytes.count else {
                    guard isLast else { return .unfinished }
                    return end(opening + 1..<at, hasEscapes, at: at + 1)
                }
                if bytes[at + 1] == 0x22 {
                    hasEscapes = true
                    at += 1
                    break
                }
                var after = at + 1
                while after < bytes.count, bytes[after] == 0x20 { after += 1 }
                guard after < bytes.count else {
                    guard isLast else { return .unfinished }
                    return end(opening + 1..<at, hasEscapes, at: after)
                }
                if bytes[after] == dialect.delimiter || isRowEnd(bytes, at: after) {
                    return end(opening + 1..<at, hasEscapes, at: after)
                }
                let before = bytes[at - 1]
                if hasLineEnd, before == dialect.delimiter || before == 0x0A || before == 0x0D {
                    return .unclosed
                }
                irregularQuotes += 1
            case 0x0A:
                hasLineEnd = true
                lineEnds += 1
            default:
                // A carriage return before a line feed is counted with it.
                if dialect.endsRowsWithReturns {
                    hasLineEnd = true
                    lineEnds += 1
                }
            }
            at += 1
        }
    }

    private mutating func end(_ range: Range<Int>, _ hasEscapes: Bool, at end: Int) -> QuotedEnd {
        cells.append(TableCell(range: range, isQuoted: true, hasEscapes: hasEscapes))
        return .ended(end)
    }

    /// The text of a cell, with the escapes undone.
    ///
    /// - Returns: also whether its encoding had to be guessed.
    static func text(
        of cell: TableCell, in bytes: UnsafeBufferPointer<UInt8>, as dialect: TableDialect
    ) -> (text: String, isGuessed: Bool) {
        let raw = UnsafeBufferPointer(rebasing: bytes[cell.range])
        guard cell.hasEscapes else { return decoded(raw) }
        // `\N` is how the dumps of databases write that there is nothing.
        if !cell.isQuoted, raw.count == 2, raw[1] == UInt8(ascii: "N") { return ("", false) }
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var at = 0
        while at < raw.count {
            var byte = raw[at]
            at += 1
            if byte == 0x22, cell.isQuoted, at < raw.count, raw[at] == 0x22 {
                at += 1
            } else if byte == 0x5C, dialect.hasBackslashEscapes, at < raw.count {
                byte = raw[at]
                at += 1
                if dialect.hasLetterEscapes { byte = letterEscape(byte) }
            }
            plain.append(byte)
        }
        return plain.withUnsafeBufferPointer { decoded($0) }
    }

    /// What `\n` and the like stand for in a dump of PostgreSQL.
    private static func letterEscape(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "v"): 0x0B
        default: letter
        }
    }

    private static func decoded(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (text: String, isGuessed: Bool) {
        if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
        let decoded = TextDecoder.decoded(Array(bytes))
        return (String(decoding: decoded.bytes, as: UTF8.self), true)
    }
}

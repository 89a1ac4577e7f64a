import DiscussionModel

/// Tables of comments, one comment a row, under a row of names: CSV as RFC 4180 has it
/// (https://www.rfc-editor.org/rfc/rfc4180), and the same with tabs, semicolons or bars.
///
/// The delimiter, the quotes and backslashes are guessed from the beginning; which column holds what
/// is guessed from the names or told by `ReadingOptions.columns`. Rows of one discussion may stand
/// anywhere; memory is bounded by the largest discussion. Texts are the source's own.
public struct TableFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `csv`.
    public let name = "csv"

    /// How people recognise it.
    public let recognition =
        "a row of names, one of which is that of a text column, over rows with as many cells"

    /// A table holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks for a header with the names of a text and of two more fields, over rows that fit.
    public func sniff(_ head: InputHead) -> Double {
        let isWhole = head.bytes.count < InputHead.maximumBytes
        let first = head.bytes.trimmedStart.first
        guard let first, first != UInt8(ascii: "{"), first != UInt8(ascii: "["),
            first != UInt8(ascii: "<")
        else { return 0 }
        let bytes = TableHead.utf8(head.bytes)
        guard let reading = TableHead.reading(bytes, isWhole: isWhole),
            !reading.header.contains(where: { $0.utf8.count > 80 })
        else { return 0 }
        let worth = TableColumns(guessing: reading.header).worth
        guard worth >= 2, reading.consistency >= 0.6 || reading.rows < 2 else { return 0 }
        let known = Double(worth) / Double(reading.header.count)
        if worth >= 3 || known > 0.6 && reading.rows > 0 { return 0.85 }
        return reading.rows > 1 && reading.consistency > 0.9 ? 0.5 : 0
    }

    /// The discussions in the order of their first rows; one where no column tells them apart.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try TableStream(input, format: name, options: options)
    }
}

/// The beginning of a table.
enum TableHead {
    /// The beginning of a table as UTF-8 without a byte order mark, whatever it was.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard UTF16Copy.isLowByteFirst(bytes) != nil else { return bytes }
        return TextDecoder.decoded(bytes).bytes
    }

    /// The dialect that fits best, and the names.
    static func reading(_ bytes: [UInt8], isWhole: Bool) -> TableDialect.Reading? {
        // Of what we wrote ourselves nothing has to be guessed.
        if bytes.starts(with: (ExportedTable.header.joined(separator: ",") + "\r\n").utf8) {
            return TableDialect.Reading(
                dialect: TableDialect(), start: 0, header: ExportedTable.header, consistency: 1,
                rows: 1, surplus: 0)
        }
        return TableDialect.reading(bytes, isWhole: isWhole) { TableColumns(guessing: $0).worth }
    }
}

/// The discussions of one table in the order of their first rows.
private struct TableStream: DiscussionStream {
    private let input: OpenInput
    private let format: String
    private let file: RandomAccessFile
    private let reading: TableDialect.Reading
    private let columns: TableColumns
    private var time = TableTime()
    private var index = RecordIndex()
    private var findings: [Finding] = []
    private var position = 0
    private var toldEncoding = false
    /// The bad rows at the end that are kept back until it is known what follows.
    private static let maximumPending = 50

    var share: Double { Double(position) / Double(max(1, index.count)) }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        let head = try input.head()
        let bytes = TableHead.utf8(head.bytes)
        let isWhole = head.bytes.count < InputHead.maximumBytes
        guard !bytes.trimmed.isEmpty else {
            throw ReadingError(
                .empty, file: input.name, problem: "there is no row in it",
                advice: "expected a row of names and one row for each comment")
        }
        guard let reading = TableHead.reading(bytes, isWhole: isWhole) else {
            throw ReadingError(
                .malformed, file: input.name, line: 1,
                problem: "no comma, tab, semicolon or bar divides the first row into columns",
                advice: "expected a row of names such as `id,author,text`, one row for each"
                    + " comment below it")
        }
        self.reading = reading
        columns = try TableColumns(reading.header, asked: options.columns, file: input.name)
        let mark = head.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let lowByteFirst = UTF16Copy.isLowByteFirst(head.bytes) {
            file = try UTF16Copy.file(of: input, lowByteFirst: lowByteFirst)
        } else {
            file = try input.randomAccess()
        }
        try findRows(from: reading.start + mark, options: options)
    }

    /// Whether the table is one that `rejoinder export` wrote, and says more than others do.
    private var isExported: Bool { reading.header == ExportedTable.header }

    private mutating func nextExported(_ id: String) throws -> Discussion {
        var table = ExportedTable()
        for run in index.runs(of: position) {
            let bytes = try file.bytes(at: run.offset, count: run.length)
            var scanner = TableScanner(
                bytes, dialect: reading.dialect, offset: run.offset, line: run.line)
            while let row = try scanner.next(width: width) {
                table.add(line: row.line) { scanner.cell($0) }
            }
        }
        position += 1
        var discussion = table.discussion(id: id, source: input.name, format: format)
        if position == 1 { discussion.findings = findings + discussion.findings }
        return discussion
    }

    private var width: Int { reading.header.count + reading.surplus }

    private mutating func findRows(from start: Int, options: ReadingOptions) throws {
        var scanner = TableScanner(
            file, dialect: reading.dialect, offset: start, line: reading.start > 0 ? 2 : 1,
            maximumRowBytes: options.maximumRecordBytes ?? TableScanner.maximumRowBytes)
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        let discussions = columns.places(of: .discussion)
        let times = columns.places(of: .time)
        _ = try scanner.next()
        // What is wrong at the end of a file may only be that it is cut.
        var pending: [TableScanner.Row] = []
        while let row = try scanner.next(width: width) {
            if row.problem != nil {
                if pending.count == Self.maximumPending {
                    let first = pending.removeFirst()
                    try warnings.add(first.problem ?? "", line: first.line)
                }
                pending.append(row)
                continue
            }
            for bad in pending { try warnings.add(bad.problem ?? "", line: bad.line) }
            pending = []
            for place in times { time.learn(from: scanner.cell(place + reading.surplus).text) }
            if isExported {
                index.add(
                    LineRange(offset: row.offset, length: row.length, number: row.line), inFile: 0,
                    to: ExportedTable.undefused(scanner.cell(0).text), lines: row.lines)
                continue
            }
            let key = discussions.first.map { scanner.cell($0 + reading.surplus).text } ?? ""
            index.add(
                LineRange(offset: row.offset, length: row.length, number: row.line), inFile: 0,
                to: TableColumns.said(key).map(TableComments.identifier) ?? "", lines: row.lines)
        }
        if let first = pending.first, scanner.endsAmidLine {
            findings.append(Finding(cutAmid: "row", file: input.name, line: first.line))
        } else {
            for bad in pending { try warnings.add(bad.problem ?? "", line: bad.line) }
        }
        findings += warnings.findings
    }

    mutating func next() throws -> Discussion? {
        guard position < index.count else {
            // A table of no rows is a discussion of no comments.
            guard index.count == 0, position == 0 else { return nil }
            position = 1
            return Discussion(
                id: input.stem, source: input.name, format: format, findings: findings)
        }
        let id = index.keys[position]
        if isExported { return try nextExported(id) }
        var comments = TableComments(columns: columns, time: time, discussion: id)
        var guessedEncoding = false
        for run in index.runs(of: position) {
            let bytes = try file.bytes(at: run.offset, count: run.length)
            var scanner = TableScanner(
                bytes, dialect: reading.dialect, offset: run.offset, line: run.line)
            while let row = try scanner.next(width: width) {
                guard row.problem == nil else { continue }
                comments.add(line: row.line) { scanner.cell($0 + reading.surplus).text }
            }
            guessedEncoding = guessedEncoding || scanner.guessedEncoding
        }
        position += 1
        var discussion = comments.assembled(
            id: id.isEmpty ? nil : id, input: input.name, stem: input.stem, format: format)
        if guessedEncoding, !toldEncoding {
            toldEncoding = true
            let finding = Finding(
                id: "encoding-guessed", severity: .warning,
                message: "Cells that are not UTF-8 are read as Windows-1252.", file: input.name)
            discussion.findings.insert(finding, at: 0)
        }
        if position == 1 { discussion.findings = findings + discussion.findings }
        return discussion
    }
}

public import DiscussionModel

/// Reads tables of corrections: those that `rejoinder correct --export` writes, and those that
/// people make in a spreadsheet with the same columns in any order.
public struct CorrectionReader {
    /// A row of the table.
    public struct Row: Hashable, Sendable {
        /// The 1-based line on which it begins.
        public var line: Int
        /// The key of the discussion.
        public var discussion: String
        /// What is set.
        public var correction: Correction
    }

    /// What is wrong with a row, or with the table.
    public struct Problem: Hashable, Sendable {
        /// The 1-based line.
        public var line: Int
        /// What, in words for people that start in lower case.
        public var words: String
    }

    /// The rows that can be understood, in their order.
    public private(set) var rows: [Row] = []
    /// What cannot, in the order of the lines.
    public private(set) var problems: [Problem] = []

    /// What a row sets, and the place of the row.
    private var known: [Subject: Int] = [:]

    private struct Subject: Hashable {
        var discussion: String
        var comment: String
        var field: Correction.Field
    }

    /// Reads a table.
    ///
    /// - Parameter bytes: CSV with commas, semicolons, tabs or bars; UTF-8 or a guess.
    /// - Complexity: O(n) in the bytes.
    public init(_ bytes: [UInt8]) {
        let bytes = TableHead.utf8(bytes)
        guard
            let reading = TableDialect.reading(
                bytes, isWhole: true, worth: { Self.places(in: $0).count })
        else {
            problems = [Problem(line: 1, words: "the first line names no columns: \(Self.wanted)")]
            return
        }
        let places = Self.places(in: reading.header)
        let missing = Correction.columns.dropLast().filter { places[$0] == nil }
        guard missing.isEmpty else {
            problems = [
                Problem(
                    line: 1,
                    words: "the first line names no \(missing.joined(separator: ", ")):"
                        + " \(Self.wanted)")
            ]
            return
        }
        bytes.withUnsafeBufferPointer { read($0, reading, places) }
    }

    private static let wanted =
        "the columns are \(Correction.columns.joined(separator: ", ")), the last as you like"

    /// The place of each known column.
    private static func places(in header: [String]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, name) in header.enumerated() {
            let name = name.split(whereSeparator: \.isWhitespace).joined().lowercased()
            if Correction.columns.contains(name), places[name] == nil { places[name] = place }
        }
        return places
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ reading: TableDialect.Reading,
        _ places: [String: Int]
    ) {
        var parser = TableRowParser(dialect: reading.dialect)
        var (at, line) = (reading.start, 1)
        var isHeader = true
        while at < bytes.count {
            let begin = line
            switch parser.parse(bytes, from: at, isLast: true) {
            case .row(let next, let lineEnds):
                (at, line) = (next, line + lineEnds)
            case .unfinished, .unclosed:
                problems.append(Problem(line: begin, words: "a quotation mark is never closed"))
                return
            }
            if parser.isBlank { continue }
            if isHeader {
                isHeader = false
                continue
            }
            add(line: begin) { name in
                guard let place = places[name], parser.cells.indices.contains(place) else {
                    return ""
                }
                let cell = TableRowParser.text(
                    of: parser.cells[place], in: bytes, as: reading.dialect)
                return ExportedTable.undefused(cell.text)
            }
        }
    }

    private mutating func add(line: Int, _ cell: (String) -> String) {
        let (discussion, comment) = (cell("discussion"), cell("comment"))
        let (name, value, note) = (cell("field"), cell("value"), cell("note"))
        func refuse(_ words: String) { problems.append(Problem(line: line, words: words)) }
        // A row of separators alone, as spreadsheets leave them at the end.
        if [discussion, comment, name, value].allSatisfy(\.isEmpty) { return }
        for (column, value) in [
            ("discussion", discussion), ("comment", comment), ("value", value),
        ] where value.isEmpty {
            return refuse("the column \(column) is empty")
        }
        let plain = name.split(whereSeparator: \.isWhitespace).joined().lowercased()
        guard let field = Correction.Field(rawValue: plain) else {
            return refuse("the field is “\(name.prefix(100))” and not to, author or stance")
        }
        let words = field == .stance ? value.lowercased() : value
        guard
            let correction = Correction(
                comment: comment, field: field, words: words, note: note.isEmpty ? nil : note)
        else {
            return refuse("the stance is “\(value.prefix(100))” and not agree, neutral or disagree")
        }
        let subject = Subject(discussion: discussion, comment: comment, field: field)
        if let place = known[subject], rows[place].correction.value != correction.value {
            let earlier = rows[place]
            return refuse(
                "line \(earlier.line) sets the same to “\(earlier.correction.words.prefix(100))”")
        }
        known[subject] = rows.count
        rows.append(Row(line: line, discussion: discussion, correction: correction))
    }
}

/// Which column of a table holds what.
struct TableColumns {
    /// The fields that `--columns` may name.
    static let nameable: [TableField] = [
        .text, .author, .id, .parent, .discussion, .time, .score, .title, .url, .account,
    ]

    private var places: [TableField: [Int]] = [:]
    /// The names of the columns as they stand in the table.
    let names: [String]

    /// Finds the columns by the names that were asked for, and the others by their usual names.
    ///
    /// - Throws: `ReadingError` of code `malformed` where a column is not there.
    init(
        _ names: [String], asked: [String: String], file: String, line: Int? = 1
    ) throws(ReadingError) {
        self.init(guessing: names, except: asked)
        for (field, name) in asked.sorted(by: { $0.key < $1.key }) {
            guard let known = TableField(rawValue: field), Self.nameable.contains(known) else {
                throw ReadingError(
                    .malformed, file: "--columns \(field)=\(name)",
                    problem: "a comment has no field `\(field)`",
                    advice: "the fields are "
                        + Self.nameable.map(\.rawValue).joined(separator: ", "))
            }
            guard let place = Self.place(of: name, in: names) else {
                throw Self.missing(name, among: names, file: file, line: line)
            }
            places[known] = [place]
        }
        guard places[.text] != nil else {
            throw ReadingError(
                .malformed, file: file, line: line,
                problem: "no column is known to hold the text; the columns are "
                    + Self.listed(names),
                advice: "name it with --columns text=NAME")
        }
    }

    /// Finds columns by their usual names.
    init(guessing names: [String], except asked: [String: String] = [:]) {
        self.names = names
        let folded = names.map(Self.folded)
        var taken = Set(asked.values.compactMap { Self.place(of: $0, in: names) })
        let order: [TableField] = [
            .text, .discussion, .id, .parent, .account, .author, .time, .score, .page, .url,
            .title,
        ]
        for field in order where asked[field.rawValue] == nil {
            var found: [Int] = []
            for name in field.usualNames {
                guard let place = folded.firstIndex(of: name), !taken.contains(place) else {
                    continue
                }
                found.append(place)
                taken.insert(place)
                // One column may be filled where another is empty, as the two times of SOCC are.
                if field != .time { break }
            }
            if !found.isEmpty { places[field] = found }
        }
        // `post_id` is the comment's own id where no other column could be and another column
        // names the discussion; where nothing else does, it names the discussion.
        if places[.id] == nil, asked["discussion"] == nil, let place = places[.discussion]?.first,
            folded[place] == "postid", places[.parent] != nil
        {
            places[.id] = [place]
            places[.discussion] = nil
        }
    }

    /// Whether a column holds the field.
    func holds(_ field: TableField) -> Bool { places[field] != nil }

    /// The places of the columns that hold the field, the likeliest first.
    func places(of field: TableField) -> [Int] { places[field] ?? [] }

    /// The name of the column that holds the field.
    func name(of field: TableField) -> String? { places[field]?.first.map { names[$0] } }

    /// How many fields have a column, by which a header is known from a sentence; 0 without text.
    var worth: Int { holds(.text) ? places.count : 0 }

    /// The value of a field in a row: the first that says something.
    func value(of field: TableField, in row: (Int) -> String?) -> String? {
        for place in places(of: field) {
            if let value = row(place), let kept = Self.said(value) { return kept }
        }
        return nil
    }

    /// A cell without white space around it, or `nil` for the ways in which programs write that
    /// there is nothing.
    static func said(_ cell: String) -> String? {
        let trimmed = String(decoding: cell.utf8.trimmed, as: UTF8.self)
        switch trimmed {
        case "", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "\\N", "<NA>", "NaT": return nil
        default: return trimmed
        }
    }

    /// A name in small letters without spaces and marks: `Created At`, `createdAt` and
    /// `created_at` are one.
    static func folded(_ name: String) -> String {
        String(
            decoding: name.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case 0x41...0x5A: byte | 0x20
                case 0x30...0x39, 0x61...0x7A, 0x80...: byte
                default: nil
                }
            }, as: UTF8.self)
    }

    private static func place(of name: String, in names: [String]) -> Int? {
        names.firstIndex(of: name)
            ?? names.firstIndex { $0.lowercased() == name.lowercased() }
            ?? names.firstIndex { !folded(name).isEmpty && folded($0) == folded(name) }
    }

    private static func missing(
        _ name: String, among names: [String], file: String, line: Int?
    ) -> ReadingError {
        ReadingError(
            .malformed, file: file, line: line,
            problem: "there is no column `\(name)`; the columns are \(listed(names))",
            advice: "name one of these with --columns")
    }

    private static func listed(_ names: [String]) -> String {
        let shown = names.prefix(60).map { $0.isEmpty ? "(no name)" : "“\($0.prefix(60))”" }
        return shown.joined(separator: ", ") + (names.count > 60 ? ", …" : "")
    }
}

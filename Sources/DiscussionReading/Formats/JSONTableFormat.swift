import DiscussionModel

/// Tables of comments in JSON, one object a comment: a line each (https://jsonlines.org), or the
/// elements of an array, as many programs write a table out.
///
/// Which member holds what is guessed from the names, as in `TableFormat`, or told by
/// `ReadingOptions.columns`; members of an object within count as `author.name`.
public struct JSONTableFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `jsonl`.
    public let name = "jsonl"

    /// How people recognise it.
    public let recognition =
        "JSON objects, a line each or in an array, with a text and an author and no other format's"

    /// A table holds whole discussions.
    public var readsPages: Bool { false }

    /// Looks at the first object, if the head holds it whole.
    public func sniff(_ head: InputHead) -> Double {
        guard let first = head.bytes.trimmedStart.first,
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return 0 }
        var objects = JSONObjects(head.bytes)
        let whole = objects.next().flatMap {
            JSONTableStream.names(head.bytes[$0.range], parser: JSONParser())
        }
        // Of an object longer than the head the members are known as far as it shows them.
        guard let names = whole ?? head.outline.firstMembers else { return 0 }
        let columns = TableColumns(guessing: names)
        let hasAuthor = columns.holds(.author) || columns.holds(.account)
        // Any format that knows its own keys is surer than this.
        return columns.holds(.text) && hasAuthor ? 0.3 : 0
    }

    /// The discussions in the order of their first objects; one where no member tells them apart.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        let head = try input.head().bytes
        let parser = JSONParser()
        var rows = JSONObjects(head)
        var names: [String] = []
        var known: Set<String> = []
        while names.count < 1_000, let range = rows.next()?.range {
            for name in JSONTableStream.names(head[range], parser: parser) ?? []
            where known.insert(name).inserted { names.append(name) }
        }
        if names.isEmpty { names = try input.head().outline.firstMembers ?? [] }
        // Where a member is an object in one row and null in another, its parts are what counts.
        let objects = Set(
            names.filter { $0.contains(".") }.compactMap { $0.split(separator: ".").first })
        names.removeAll { objects.contains(Substring($0)) }
        let isArray = head.trimmedStart.first == UInt8(ascii: "[")
        if names.isEmpty, !isArray || !head.trimmedStart.dropFirst().trimmed.starts(with: [0x5D]) {
            throw ReadingError(
                head.trimmed.isEmpty ? .empty : .malformed, file: input.name, line: 1,
                problem: "no JSON object stands at its beginning",
                advice: "expected JSON objects, one a line or in an array, one for each comment")
        }
        guard !names.isEmpty else {
            return ListedDiscussions([
                Discussion(id: input.stem, source: input.name, format: name)
            ])
        }
        let columns = try TableColumns(names, asked: options.columns, file: input.name)
        return isArray
            ? try JSONTableStream.listed(input, format: name, columns: columns, options: options)
            : try JSONTableStream(input, format: name, columns: columns, options: options)
    }
}

/// The discussions of JSON lines, in the order of their first lines.
private struct JSONTableStream: DiscussionStream {
    private let input: OpenInput
    private let format: String
    private let columns: TableColumns
    private let lines: GroupedLines<WholeLines>
    private let time: TimeBox

    var share: Double { lines.share }

    /// What is learnt of the times while lines are read.
    private final class TimeBox {
        var time = TableTime()
    }

    init(
        _ input: OpenInput, format: String, columns: TableColumns, options: ReadingOptions
    ) throws {
        self.input = input
        self.format = format
        self.columns = columns
        let time = TimeBox()
        let keeper = WholeLines { root, key in
            guard root.isObject else {
                throw JSONParser.Failure(problem: "it is not a JSON object")
            }
            let row = JSONRow(root)
            Self.learn(&time.time, from: row, columns)
            key.append(contentsOf: Self.discussion(of: row, columns).utf8)
        }
        self.time = time
        // How times are written is known once all were seen.
        lines = try GroupedLines([input], options: options, keeper: keeper, mayStream: false)
    }

    mutating func next() throws -> Discussion? {
        guard let group = try lines.next() else { return nil }
        let id = group.key
        var comments = TableComments(columns: columns, time: time.time, discussion: id)
        try group.forEachLine { root, number, _ in
            let row = JSONRow(root)
            comments.add(line: number) { row[columns.names[$0]] }
        }
        var discussion = comments.assembled(
            id: id.isEmpty ? nil : id, input: input.name, stem: input.stem, format: format)
        discussion.findings = lines.takeFindings() + discussion.findings
        return discussion
    }

    /// The discussions of an array, which is held in memory.
    static func listed(
        _ input: OpenInput, format: String, columns: TableColumns, options: ReadingOptions
    ) throws -> ListedDiscussions {
        let bytes = try input.contents(limit: options.maximumPageBytes)
        let parser = JSONParser()
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var time = TableTime()
        var order: [String] = []
        var rows: [String: [(row: JSONRow, line: Int)]] = [:]
        var objects = JSONObjects(bytes)
        while let (range, line) = objects.next() {
            do {
                let row = try bytes[range].withUnsafeBufferPointer {
                    try parser.withDocument($0) { JSONRow($0) }
                }
                learn(&time, from: row, columns)
                let key = discussion(of: row, columns)
                if rows[key] == nil { order.append(key) }
                rows[key, default: []].append((row, line))
            } catch let failure as JSONParser.Failure {
                try warnings.add(failure.problem, line: line)
            }
        }
        var findings = warnings.findings
        if objects.isCut {
            findings.append(
                Finding(
                    cutAmid: "record", file: input.name, line: 1 + bytes.count { $0 == 0x0A }))
        }
        var discussions = order.map { id in
            var comments = TableComments(columns: columns, time: time, discussion: id)
            for (row, line) in rows[id] ?? [] {
                comments.add(line: line) { row[columns.names[$0]] }
            }
            return comments.assembled(
                id: id.isEmpty ? nil : id, input: input.name, stem: input.stem, format: format)
        }
        if discussions.isEmpty {
            discussions = [Discussion(id: input.stem, source: input.name, format: format)]
        }
        discussions[0].findings = findings + discussions[0].findings
        return ListedDiscussions(discussions)
    }

    private static func learn(_ time: inout TableTime, from row: JSONRow, _ columns: TableColumns) {
        for place in columns.places(of: .time) {
            if let text = row[columns.names[place]] { time.learn(from: text) }
        }
    }

    private static func discussion(of row: JSONRow, _ columns: TableColumns) -> String {
        let key = columns.places(of: .discussion).first.flatMap { row[columns.names[$0]] }
        return key.flatMap(TableColumns.said).map(TableComments.identifier) ?? ""
    }

    /// The names of the members of an object, or `nil` where it is none.
    static func names(_ bytes: ArraySlice<UInt8>, parser: JSONParser) -> [String]? {
        try? bytes.withUnsafeBufferPointer { bytes in
            try parser.withDocument(bytes) { JSONRow($0).names }
        }
    }
}

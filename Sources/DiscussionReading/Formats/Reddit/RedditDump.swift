import DiscussionModel

/// The threads of dumps of comments and submissions, one row a line, the threads interleaved or not.
///
/// Memory: see `GroupedLines`.
struct RedditDump: DiscussionStream {
    private let input: OpenInput
    private let names: [String]
    private let format: String
    private let lines: GroupedLines<FieldsOfLines>

    var share: Double { lines.share }

    /// Reads an input and its companions.
    init(_ input: OpenInput, options: ReadingOptions, format: String) throws {
        self.input = input
        self.format = format
        let inputs = [input] + input.companions
        names = inputs.map(\.name)
        let keeper = FieldsOfLines(
            RedditKey.allCases.map(\.name), wrapping: (RedditKey.kind.rawValue, "data")
        ) { row, key in
            try Self.appendThread(of: row, to: &key)
        }
        lines = try GroupedLines(inputs, options: options, keeper: keeper)
        guard lines.isEmpty else { return }
        let first = lines.firstBadLine
        throw ReadingError(
            first == nil ? .empty : .malformed, file: input.name, line: first?.number,
            problem: first.map { "no line is a comment or submission: \($0.problem)" }
                ?? "there is no comment in it",
            advice: "expected one JSON object per line with `link_id`, `parent_id` and `body`, or"
                + " with `id`, `title` and `selftext`")
    }

    mutating func next() throws -> Discussion? {
        guard let group = try lines.next() else { return nil }
        var thread = RedditThread(
            id: group.key.isEmpty ? nil : group.key, expecting: group.count)
        var source: Int?
        try group.forEachLine { row, number, input in
            source = source ?? input
            if row[.body] != nil {
                // A number tells lines of one file apart only.
                thread.add(comment: row, under: nil, line: names.count == 1 ? number : nil)
            } else {
                thread.add(submission: row)
            }
        }
        var discussion = thread.discussion(
            source: names[source ?? 0], format: format, stem: input.stem)
        discussion.findings = lines.takeFindings() + discussion.findings
        return discussion
    }

    /// Whether an input begins with a row of a dump.
    static func begins(_ head: InputHead) -> Bool {
        let line = head.bytes.trimmedStart.prefix { $0 != UInt8(ascii: "\n") }
        guard let row = JSONHead(Array(line)),
            row.begins("{"), !row.has("kind", "\"Listing\""),
            !row.has("replies", "["), !row.has("replies", "{"), !row.has("comments", "["),
            !row.has("data", "[")
        else { return false }
        return RedditFormat.holdsComments(row) || RedditFormat.holdsSubmissions(row)
    }

    /// The thread that a row belongs to; nothing where a comment says none.
    private static func appendThread(of row: some RedditData, to key: inout [UInt8]) throws {
        if row[.body] != nil {
            // Nearly all rows, without a string.
            let isPlain = row[.linkID]?.withBytes { bytes in
                guard bytes.count > 3, bytes.starts(with: "t3_".utf8) else { return false }
                key.append(contentsOf: bytes.dropFirst(3))
                return true
            }
            if isPlain != true {
                key.append(contentsOf: (RedditText.thread(ofComment: row) ?? "").utf8)
            }
            return
        }
        guard row[.linkID] == nil else {
            throw JSONParser.Failure(problem: "a comment has no `body`")
        }
        guard row[.title] != nil || row[.selftext] != nil,
            let id = (row[.id] ?? row[.name]).flatMap({ RedditText.thing($0) })?.bareID
        else {
            throw JSONParser.Failure(problem: "it has neither `body` nor `id` and `title`")
        }
        key.append(contentsOf: id.utf8)
    }
}

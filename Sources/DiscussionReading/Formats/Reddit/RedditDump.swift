import DiscussionModel

/// The threads of dumps of comments and submissions, one row a line, the threads interleaved.
///
/// Memory is bounded by the largest thread and the index of the lines.
struct RedditDump: DiscussionStream {
    private let input: OpenInput
    private let names: [String]
    private let format: String
    private let lines: GroupedLines
    private var position = 0

    var share: Double { Double(position) / Double(max(1, lines.keys.count)) }

    /// Reads an input and its companions.
    init(_ input: OpenInput, options: ReadingOptions, format: String) throws {
        self.input = input
        self.format = format
        let inputs = [input] + input.companions
        names = inputs.map(\.name)
        lines = try GroupedLines(inputs, options: options) { root, _ in
            let row = try Self.row(root)
            return row.thread ?? ""
        }
        guard lines.keys.isEmpty else { return }
        let first = lines.firstBadLine
        throw ReadingError(
            first == nil ? .empty : .malformed, file: input.name, line: first?.number,
            problem: first.map { "no line is a comment or submission: \($0.problem)" }
                ?? "there is no comment in it",
            advice: "expected one JSON object per line with `link_id`, `parent_id` and `body`, or"
                + " with `id`, `title` and `selftext`")
    }

    mutating func next() throws -> Discussion? {
        guard position < lines.keys.count else { return nil }
        let id = lines.keys[position]
        var thread = RedditThread(id: id.isEmpty ? nil : id)
        var source: Int?
        try lines.forEachLine(of: position) { line in
            source = source ?? line.input
            guard let row = try? Self.row(line.value) else { return }
            if row.isComment {
                // A number tells lines of one file apart only.
                thread.add(
                    comment: row.data, under: nil, line: names.count == 1 ? line.number : nil)
            } else {
                thread.add(submission: row.data)
            }
        }
        position += 1
        var discussion = thread.discussion(
            source: names[source ?? 0], format: format, stem: input.stem)
        if position == 1 { discussion.findings = lines.findings + discussion.findings }
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

    private struct Row {
        var data: JSONValue
        var isComment: Bool
        var thread: String?
    }

    /// A row as it stands, or as a thing with its kind.
    private static func row(_ root: JSONValue) throws -> Row {
        guard root.isObject else { throw JSONParser.Failure(problem: "it is not a JSON object") }
        let data = root["kind"] == nil ? root : root["data"] ?? root
        if data["body"] != nil {
            return Row(data: data, isComment: true, thread: RedditText.thread(ofComment: data))
        }
        guard data["link_id"] == nil else {
            throw JSONParser.Failure(problem: "a comment has no `body`")
        }
        guard data["title"] != nil || data["selftext"] != nil,
            let id = (data["id"] ?? data["name"]).flatMap(RedditText.thing)?.bareID
        else {
            throw JSONParser.Failure(problem: "it has neither `body` nor `id` and `title`")
        }
        return Row(data: data, isComment: false, thread: id)
    }
}

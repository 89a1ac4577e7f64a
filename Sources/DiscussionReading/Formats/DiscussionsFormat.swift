import DiscussionModel

/// The filter form: one discussion a line as a JSON object with its comments in `comments`, as
/// `Documentation/Formats.md` lists its members; what other programs write into a pipe, and what
/// `rejoinder export --as jsonl` writes.
///
/// Each discussion is handed out as soon as its line is there. A line that cannot be read is an error
/// of its own, and the next line is read.
public struct DiscussionsFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `discussions`.
    public let name = "discussions"

    /// How people recognise it.
    public let recognition =
        "JSON lines, one discussion each, with `comments` that have an `id` or `author` and a `text`"

    /// A line holds a whole discussion.
    public var readsPages: Bool { false }

    /// Each line is answered before the next is waited for.
    public var readsLineByLine: Bool { true }

    /// Looks for a first object whose comments have texts.
    public func sniff(_ head: InputHead) -> Double {
        guard let json = head.json, json.begins("{"), json.has("comments", "[") else {
            return 0
        }
        let line = head.bytes.trimmedStart.prefix { $0 != 0x0A }
        let isWhole = line.count < head.bytes.trimmedStart.count
        let known = try? Array(line).withUnsafeBufferPointer { bytes in
            try JSONParser().withDocument(bytes) { Self.confidence(in: $0) }
        }
        if let known { return known }
        guard !isWhole else { return 0 }
        // A line longer than the head.
        let begins =
            json.begins("{\"id\":") && json.has("comments", "[{") && json.has("text")
            && json.has(any: "author", "posted", "parent")
        return begins ? 0.85 : Self.confidence(in: head.outline)
    }

    /// How sure the members are that a head shows of a line, in whatever order.
    private static func confidence(in outline: JSONOutline) -> Double {
        let isOurs = outline.firstMembers?.allSatisfy(DiscussionRecord.members.contains) ?? false
        let hasComments =
            outline.has("comments[].text")
            && (outline.has("comments[].id") || outline.has("comments[].author"))
        return isOurs && hasComments ? 0.8 : 0
    }

    private static func confidence(in root: JSONValue) -> Double {
        guard root.isObject, root["id"] != nil, let comments = root["comments"] else { return 0 }
        var strangers = 0
        root.forEachChild { key, _ in
            if let key, !DiscussionRecord.members.contains(key) { strangers += 1 }
        }
        guard let first = comments.elements.first else { return strangers == 0 ? 0.6 : 0 }
        guard first["text"]?.string != nil, first["id"] != nil || first["author"] != nil else {
            return 0
        }
        return strangers == 0 ? 0.9 : strangers < 4 ? 0.5 : 0
    }

    /// The discussions, one for each line.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        DiscussionLines(input, format: name, options: options)
    }
}

/// The discussions of an input, a line each.
private struct DiscussionLines: DiscussionStream {
    private let input: OpenInput
    private let format: String
    private let isStrict: Bool
    private let readsLinesAlone: Bool
    private let parser = JSONParser()
    private var lines: InputLines

    init(_ input: OpenInput, format: String, options: ReadingOptions) {
        self.input = input
        self.format = format
        isStrict = options.isStrict
        readsLinesAlone = options.readsLinesAlone && input.name == "-"
        lines = InputLines(
            input, maximumBytes: options.maximumRecordBytes ?? LineScanner.maximumLineBytes)
    }

    /// Unknown for a stream.
    var share: Double {
        input.size > 0 ? min(1, Double(input.bytesRead) / Double(input.size)) : 0
    }

    mutating func next() throws -> Discussion? {
        while let line = try lines.next() {
            if line.isTooLong {
                throw error(
                    line, problem: "the line is too long to be held",
                    advice: "raise the limit with --max-record SIZE")
            }
            // Nothing but what JSON calls white space.
            if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            do {
                return try line.bytes.withUnsafeBufferPointer { bytes in
                    try parser.withDocument(bytes) { root in
                        try DiscussionRecord(root).discussion(
                            source: input.name, format: format, line: line.number,
                            otherwise: readsLinesAlone
                                ? input.stem : "\(input.stem)-\(line.number)")
                    }
                }
            } catch let failure as JSONParser.Failure {
                throw error(
                    line,
                    problem: line.isLast
                        ? "the last line is no discussion: \(failure.problem)" : failure.problem,
                    advice: "expected a JSON object with `id` and `comments`, each with `id`,"
                        + " `author`, `text`")
            }
        }
        return nil
    }

    private func error(
        _ line: InputLines.Line, problem: String, advice: String
    ) -> ReadingError {
        var error = ReadingError(
            .malformed, file: input.name, line: line.number, problem: problem, advice: advice)
        error.isOfOneRecord = !isStrict
        return error
    }
}

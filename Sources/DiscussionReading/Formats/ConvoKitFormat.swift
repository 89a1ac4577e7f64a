import DiscussionModel

/// ConvoKit utterances: one JSON object per line, with `id`, `conversation_id` (or `root`),
/// `speaker` (or `user`), `reply_to`, `timestamp`, `text`.
///
/// The conversations may be interleaved in any way: the input is gone through once for the places
/// of each conversation's lines and once more for the conversations, in the order of their first
/// lines. Memory is bounded by the largest conversation and two words for each run of lines of
/// one conversation.
public struct ConvoKitFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `convokit`.
    public let name = "convokit"

    /// What is told of it.
    public let recognition =
        "JSON lines whose first object has `text` and `conversation_id`, `root` or `reply_to`"

    /// A corpus holds whole conversations.
    public var readsPages: Bool { false }

    /// Looks for the keys in the first line, as far as it is shown.
    public func sniff(_ head: InputHead) -> Double {
        let bytes = head.bytes.trimmedStart
        guard bytes.first == UInt8(ascii: "{") else { return 0 }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        func has(_ key: String) -> Bool { line.holds(Array("\"\(key)\"".utf8)) }
        guard has("text") else { return 0 }
        let isGrouped = has("conversation_id") || has("root")
        let isThreaded = has("reply_to") || has("reply-to")
        if isGrouped && isThreaded { return 0.95 }
        return isGrouped && (has("speaker") || has("user")) || isThreaded ? 0.8 : 0
    }

    /// The conversations, each with the setting `.forum`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        try ConvoKitStream(input, format: name)
    }
}

/// The conversations of one input in the order of their first lines.
private struct ConvoKitStream: DiscussionStream {
    /// Bad lines told one by one; the rest is counted.
    private static let maximumBadLines = 20

    private let input: OpenInput
    private let format: String
    private let file: RandomAccessFile
    private let parser = JSONParser()
    private var conversations: [(id: String, lines: [LineRun])] = []
    private var findings: [Finding] = []
    private var position = 0

    var share: Double { Double(position) / Double(max(1, conversations.count)) }

    init(_ input: OpenInput, format: String) throws {
        self.input = input
        self.format = format
        file = try input.randomAccess()
        try index()
    }

    /// Finds the lines of each conversation.
    private mutating func index() throws {
        var scanner = LineScanner(file)
        var indexOfID: [String: Int] = [:]
        var badLines: [(number: Int, problem: String)] = []
        let parser = parser
        var isAtLine = true
        while isAtLine {
            let line = try scanner.next { bytes, range -> (String, LineRange)? in
                guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
                do {
                    let id = try parser.withDocument(Self.withoutMark(bytes, range)) { root in
                        try Self.conversation(of: root)
                    }
                    return (id, range)
                } catch let failure as JSONParser.Failure {
                    badLines.append((range.number, failure.problem))
                    return nil
                }
            }
            isAtLine = line != nil
            guard let line, let (id, range) = line else { continue }
            let place = indexOfID[id] ?? conversations.count
            if place == conversations.count {
                indexOfID[id] = place
                conversations.append((id, []))
            }
            conversations[place].lines.add(range)
        }
        badLines += scanner.skippedLines.map { ($0, "it is too long") }
        try report(badLines)
    }

    private mutating func report(_ badLines: [(number: Int, problem: String)]) throws {
        if conversations.isEmpty {
            let first = badLines.first
            throw ReadingError(
                first == nil ? .empty : .malformed, file: input.name, line: first?.number,
                problem: first.map { "no line is an utterance: \($0.problem)" }
                    ?? "there is no utterance in it",
                advice: "expected one JSON object per line with `id`, `conversation_id`,"
                    + " `speaker`, `reply_to`, `timestamp`, `text`")
        }
        for line in badLines.prefix(Self.maximumBadLines) {
            findings.append(
                Finding(
                    id: "bad-line", severity: .warning,
                    message: "A line is no utterance and was left out: \(line.problem).",
                    file: input.name, line: line.number))
        }
        if badLines.count > Self.maximumBadLines {
            let more = badLines.count - Self.maximumBadLines
            findings.append(
                Finding(
                    id: "bad-line", severity: .warning,
                    message: "\(more) more lines are no utterances and were left out.",
                    file: input.name))
        }
    }

    /// The conversation that an utterance says it belongs to; empty when it says none.
    private static func conversation(of root: JSONValue) throws -> String {
        guard root.isObject else { throw JSONParser.Failure(problem: "it is not a JSON object") }
        guard root["text"] != nil || root["id"] != nil else {
            throw JSONParser.Failure(problem: "it has neither `id` nor `text`")
        }
        return root["conversation_id"]?.identifier ?? root["root"]?.identifier ?? ""
    }

    /// A line without the byte order mark that a file may begin with.
    private static func withoutMark(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: LineRange
    ) -> UnsafeBufferPointer<UInt8> {
        guard range.offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return bytes }
        return UnsafeBufferPointer(rebasing: bytes.dropFirst(3))
    }

    mutating func next() throws -> Discussion? {
        guard position < conversations.count else { return nil }
        let (id, runs) = conversations[position]
        conversations[position].lines = []
        position += 1
        var utterances: [ConvoKitUtterance] = []
        for run in runs {
            let bytes = try file.bytes(at: run.offset, count: run.length)
            bytes.withUnsafeBufferPointer { bytes in
                var number = run.firstLine
                for line in bytes.split(
                    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                {
                    let range = LineRange(
                        offset: run.offset + line.startIndex, length: line.count, number: number)
                    let rebased = UnsafeBufferPointer(rebasing: line)
                    number += 1
                    // A line inside a run was parsed before, unless it is blank or was reported.
                    let utterance = try? parser.withDocument(Self.withoutMark(rebased, range)) {
                        $0.isObject ? ConvoKitUtterance($0, line: range.number) : nil
                    }
                    if let utterance { utterances.append(utterance) }
                }
            }
        }
        let conversation = CommentAssembly(
            utterances.map(\.found), file: input.name, statesTopLevel: true)
        var discussion = Discussion(
            id: id.isEmpty ? input.stem : id, source: input.name, format: format, setting: .forum,
            comments: conversation.comments, findings: conversation.findings)
        if position == 1 { discussion.findings = findings + discussion.findings }
        return discussion
    }
}

/// Consecutive lines of one conversation.
private struct LineRun {
    var offset: Int
    var length: Int
    var firstLine: Int
    var lastLine: Int
}

extension [LineRun] {
    /// Adds a line, to the last run where it follows it at once.
    fileprivate mutating func add(_ line: LineRange) {
        if let last, last.lastLine + 1 == line.number {
            self[count - 1].length = line.offset + line.length - last.offset
            self[count - 1].lastLine = line.number
        } else {
            append(
                LineRun(
                    offset: line.offset, length: line.length, firstLine: line.number,
                    lastLine: line.number))
        }
    }
}

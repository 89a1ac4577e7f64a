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
        try ConvoKitStream(input, format: name, options: options)
    }
}

/// The conversations of one input in the order of their first lines.
private struct ConvoKitStream: DiscussionStream {
    private let input: OpenInput
    private let format: String
    private let lines: GroupedLines
    private var position = 0

    var share: Double { Double(position) / Double(max(1, lines.keys.count)) }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        lines = try GroupedLines([input], options: options) { root, _ in
            guard root.isObject else {
                throw JSONParser.Failure(problem: "it is not a JSON object")
            }
            guard root["text"] != nil || root["id"] != nil else {
                throw JSONParser.Failure(problem: "it has neither `id` nor `text`")
            }
            return root["conversation_id"]?.identifier ?? root["root"]?.identifier ?? ""
        }
        guard lines.keys.isEmpty else { return }
        let first = lines.firstBadLine
        throw ReadingError(
            first == nil ? .empty : .malformed, file: input.name, line: first?.number,
            problem: first.map { "no line is an utterance: \($0.problem)" }
                ?? "there is no utterance in it",
            advice: "expected one JSON object per line with `id`, `conversation_id`,"
                + " `speaker`, `reply_to`, `timestamp`, `text`")
    }

    mutating func next() throws -> Discussion? {
        guard position < lines.keys.count else { return nil }
        let id = lines.keys[position]
        var utterances: [FoundComment] = []
        try lines.forEachLine(of: position) { line in
            guard line.value.isObject else { return }
            utterances.append(ConvoKitUtterance(line.value, line: line.number).found)
        }
        position += 1
        let assembly = CommentAssembly(utterances, file: input.name, statesTopLevel: true)
        return Discussion(
            id: id.isEmpty ? input.stem : id, source: input.name, format: format, setting: .forum,
            comments: assembly.comments,
            findings: (position == 1 ? lines.findings : []) + assembly.findings)
    }
}

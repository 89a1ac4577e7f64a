import DiscussionModel

/// ConvoKit corpora (https://convokit.cornell.edu/documentation/data_format.html): utterances as JSON
/// lines with `id`, `conversation_id` (or `root`), `speaker` (or `user`), `reply_to`, `timestamp`,
/// `text`, or in the older form as one array; with `speakers.json` and `conversations.json` beside
/// them, names, titles and addresses too.
///
/// The conversations may be interleaved in any way and come in the order of their first lines.
/// Memory is that of `GroupedLines` and the speakers' names.
public struct ConvoKitFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `convokit`.
    public let name = "convokit"

    /// How people recognise it.
    public let recognition =
        "JSON lines whose first object has `text` and `conversation_id`, `root` or `reply_to`"

    /// A corpus holds whole conversations.
    public var readsPages: Bool { false }

    /// Looks for the keys in the first line, as far as it is shown, or in the first object of an
    /// array.
    public func sniff(_ head: InputHead) -> Double {
        let bytes = head.bytes.trimmedStart
        if bytes.first == UInt8(ascii: "[") {
            var objects = JSONObjects(head.bytes)
            guard let range = objects.next()?.range else { return 0 }
            return Self.confidence(in: head.bytes[range])
        }
        guard bytes.first == UInt8(ascii: "{") else { return 0 }
        return Self.confidence(in: bytes.prefix { $0 != UInt8(ascii: "\n") })
    }

    private static func confidence(in object: ArraySlice<UInt8>) -> Double {
        func has(_ key: String) -> Bool { object.holds(Array("\"\(key)\"".utf8)) }
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
        let details = ConvoKitDetails(of: input, limit: options.maximumPageBytes)
        let isArray = try input.head().bytes.trimmedStart.first == UInt8(ascii: "[")
        return isArray
            ? try ConvoKitArray.discussions(input, format: name, details, options: options)
            : try ConvoKitStream(input, format: name, details, options: options)
    }
}

/// The conversations of one input in the order of their first lines.
private struct ConvoKitStream: DiscussionStream {
    private let input: OpenInput
    private let format: String
    private let details: ConvoKitDetails
    private let lines: GroupedLines<FieldsOfLines>
    private var isFirst = true

    var share: Double { lines.share }

    init(
        _ input: OpenInput, format: String, _ details: ConvoKitDetails, options: ReadingOptions
    ) throws {
        self.input = input
        self.format = format
        self.details = details
        let keeper = FieldsOfLines(ConvoKitKey.allCases.map(\.name)) { row, key in
            key.append(contentsOf: try ConvoKitConversation.id(of: row).utf8)
        }
        lines = try GroupedLines([input], options: options, keeper: keeper)
        guard lines.isEmpty else { return }
        let first = lines.firstBadLine
        throw ReadingError(
            first == nil ? .empty : .malformed, file: input.name, line: first?.number,
            problem: first.map { "no line is an utterance: \($0.problem)" }
                ?? "there is no utterance in it",
            advice: "expected one JSON object per line with `id`, `conversation_id`,"
                + " `speaker`, `reply_to`, `timestamp`, `text`")
    }

    mutating func next() throws -> Discussion? {
        guard let group = try lines.next() else { return nil }
        var conversation = ConvoKitConversation(id: group.key, details)
        try group.forEachLine { row, number, _ in conversation.add(row, line: number) }
        var discussion = conversation.discussion(of: input, format: format)
        let findings = (isFirst ? details.findings : []) + lines.takeFindings()
        discussion.findings = findings + discussion.findings
        isFirst = false
        return discussion
    }
}

/// The older form of a corpus: all utterances in one array, which is held in memory.
private enum ConvoKitArray {
    static func discussions(
        _ input: OpenInput, format: String, _ details: ConvoKitDetails, options: ReadingOptions
    ) throws -> ListedDiscussions {
        let bytes = try input.contents(limit: options.maximumPageBytes)
        let parser = JSONParser()
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var conversations: [ConvoKitConversation] = []
        var placeOfID: [String: Int] = [:]
        var objects = JSONObjects(bytes)
        while let (range, line) = objects.next() {
            do {
                try bytes[range].withUnsafeBufferPointer { bytes in
                    try parser.withDocument(bytes) { root in
                        guard root.isObject else {
                            throw JSONParser.Failure(problem: "it is not a JSON object")
                        }
                        let id = try ConvoKitConversation.id(of: root)
                        let place = placeOfID[id] ?? conversations.count
                        if place == conversations.count {
                            placeOfID[id] = place
                            conversations.append(ConvoKitConversation(id: id, details))
                        }
                        conversations[place].add(root, line: line)
                    }
                }
            } catch let failure as JSONParser.Failure {
                try warnings.add(failure.problem, line: line)
            }
        }
        var findings = details.findings + warnings.findings
        if objects.isCut {
            findings.append(
                Finding(
                    cutAmid: "record", file: input.name, line: 1 + bytes.count { $0 == 0x0A }))
        }
        guard !conversations.isEmpty else {
            throw ReadingError(
                .empty, file: input.name, problem: "there is no utterance in it",
                advice: "expected an array of objects with `id`, `root`, `user`, `reply_to`,"
                    + " `timestamp`, `text`")
        }
        var discussions = conversations.map { $0.discussion(of: input, format: format) }
        discussions[0].findings = findings + discussions[0].findings
        return ListedDiscussions(discussions)
    }
}

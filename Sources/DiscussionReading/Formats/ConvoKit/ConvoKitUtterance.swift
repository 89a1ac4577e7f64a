import DiscussionModel

/// The members of utterances that are read.
enum ConvoKitKey: Int, CaseIterable {
    case conversationID
    case id
    case meta
    case replyTo
    case replyToOfOld
    case root
    case speaker
    case text
    case timestamp
    case user

    /// How corpora write it.
    var name: StaticString {
        switch self {
        case .conversationID: "conversation_id"
        case .id: "id"
        case .meta: "meta"
        case .replyTo: "reply_to"
        case .replyToOfOld: "reply-to"
        case .root: "root"
        case .speaker: "speaker"
        case .text: "text"
        case .timestamp: "timestamp"
        case .user: "user"
        }
    }
}

/// An utterance: an object of a document, or the fields of one that were set aside.
protocol ConvoKitData {
    /// A value of it.
    associatedtype Value: SourceValue

    /// The member of a key, or `nil`.
    subscript(_ key: ConvoKitKey) -> Value? { get }
}

extension JSONValue: ConvoKitData {
    subscript(_ key: ConvoKitKey) -> JSONValue? { self[key.name] }
}

extension FieldRow: ConvoKitData {
    subscript(_ key: ConvoKitKey) -> FieldValue? { self[key.rawValue] }
}

/// One line of a ConvoKit corpus.
struct ConvoKitUtterance {
    var id: String?
    /// The id of the speaker, which in most corpora is a name.
    var speaker: String?
    /// The speaker's name where the corpus tells it apart from the id.
    var name: String?
    var parent: String?
    var timestamp: Timestamp?
    var score: Int?
    var url: String?
    var text: String
    var line: Int

    init(_ value: some ConvoKitData, line: Int) {
        id = value[.id]?.identifier
        let speaker = value[.speaker] ?? value[.user]
        let name = speaker?.identifier ?? speaker?.withValue { $0["id"]?.identifier } ?? nil
        self.speaker = name.flatMap { ["", "[deleted]", "[removed]"].contains($0) ? nil : $0 }
        let parent = (value[.replyTo] ?? value[.replyToOfOld])?.identifier
        self.parent = parent?.isEmpty == true ? nil : parent
        timestamp = value[.timestamp].flatMap { Self.moment($0) }
        (score, url) =
            value[.meta]?.withValue { meta in
                (
                    (meta["score"] ?? meta["ups"] ?? meta["likes"])?.count,
                    (meta["permalink"] ?? meta["url"])?.words
                )
            } ?? (nil, nil)
        text = value[.text]?.string ?? ""
        self.line = line
    }

    /// A number as tables have it, alone or in a string, or an ISO date.
    private static func moment(_ value: some SourceValue) -> Timestamp? {
        value.epochMoment ?? value.string.flatMap { TableTime().timestamp($0) }
    }

    /// The utterance among the others of its conversation.
    var found: FoundComment {
        FoundComment(
            Comment(
                id: id ?? "", nameAsWritten: name ?? speaker,
                accountID: name == nil ? nil : speaker,
                posted: timestamp, text: text, statedParent: parent, score: score, url: url,
                removal: RedditText.removal(text),
                statedQuotations: QuoteMarks.statedQuotations(in: text)),
            line: line)
    }
}

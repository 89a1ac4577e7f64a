import DiscussionModel

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

    init(_ value: JSONValue, line: Int) {
        id = value["id"]?.identifier
        let speaker = value["speaker"] ?? value["user"]
        let name = speaker?.identifier ?? speaker?["id"]?.identifier
        self.speaker = name.flatMap { ["", "[deleted]", "[removed]"].contains($0) ? nil : $0 }
        let parent = (value["reply_to"] ?? value["reply-to"])?.identifier
        self.parent = parent?.isEmpty == true ? nil : parent
        timestamp = value["timestamp"].flatMap(Self.moment)
        let meta = value["meta"]
        score = (meta?["score"] ?? meta?["ups"] ?? meta?["likes"])?.count
        url = (meta?["permalink"] ?? meta?["url"])?.words
        text = value["text"]?.string ?? ""
        self.line = line
    }

    /// A number as tables have it, alone or in a string, or an ISO date.
    private static func moment(_ value: JSONValue) -> Timestamp? {
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

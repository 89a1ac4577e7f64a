import DiscussionModel

/// One line of a ConvoKit corpus.
struct ConvoKitUtterance {
    var id: String?
    var speaker: String?
    var parent: String?
    var timestamp: Timestamp?
    var score: Int?
    var text: String
    var line: Int

    init(_ value: JSONValue, line: Int) {
        id = value["id"]?.identifier
        let speaker = value["speaker"] ?? value["user"]
        let name = speaker?.identifier ?? speaker?["id"]?.identifier
        self.speaker = name?.isEmpty == true ? nil : name
        let parent = (value["reply_to"] ?? value["reply-to"])?.identifier
        self.parent = parent?.isEmpty == true ? nil : parent
        timestamp = value["timestamp"].flatMap(Self.moment)
        score = value["meta"]?["score"]?.integer.flatMap { Int(exactly: $0) }
        text = value["text"]?.string ?? ""
        self.line = line
    }

    /// Seconds since 1970 as a number or in a string, milliseconds where seconds would lie beyond
    /// the year 5000, or an ISO date.
    private static func moment(_ value: JSONValue) -> Timestamp? {
        if let number = value.number ?? value.string.flatMap(Double.init) {
            let seconds = abs(number) > 1e11 ? number / 1_000 : number
            guard seconds.isFinite, abs(seconds) < 2.5e11 else { return nil }
            return Timestamp(seconds: Int64(seconds.rounded(.down)))
        }
        return value.string.flatMap { DateReader.isoTimestamp($0) }
    }

    /// The utterance among the others of its conversation.
    var found: FoundComment {
        FoundComment(
            Comment(
                id: id ?? "", nameAsWritten: speaker, posted: timestamp, text: text,
                statedParent: parent, score: score,
                statedQuotations: QuoteMarks.statedQuotations(in: text)),
            line: line)
    }
}

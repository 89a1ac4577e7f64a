import DiscussionModel

/// Pages as they are pasted into text files: an article with its comments, in any layout that
/// `CommentLayout` knows.
public struct PlainTextFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `text`.
    public let name = "text"

    /// How people recognise it.
    public let recognition =
        "any text; comments begin with lines that repeat, such as `12. Name says:`"

    /// Any text is a page when it is nothing more special and no markup or data.
    public func sniff(_ head: InputHead) -> Double {
        let text = head.bytes.trimmedStart
        let marks = ["<!doctype", "<!DOCTYPE", "<html", "<?xml", "<rss", "[{", "[[", "{\"", "{}"]
        if marks.contains(where: { text.starts(with: $0.utf8) }) { return 0 }
        if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
            let next = text.dropFirst().trimmedStart.first
            if next == UInt8(ascii: "\"") || next == UInt8(ascii: "{") { return 0 }
        }
        return 0.1
    }

    /// A page of a hundred thousand comments has half a million lines; a file of lines that are so
    /// many is something else, and each may become a comment of its own.
    private static let mostLines = 2_000_000

    private static func checkLines(_ bytes: [UInt8], file: String) throws {
        guard bytes.count > mostLines else { return }
        let lines = max(bytes.count { $0 == 0x0A }, bytes.count { $0 == 0x0D })
        guard lines > mostLines else { return }
        throw ReadingError(
            .tooLarge, file: file,
            problem: "it has \(lines) lines, and a page of text at most \(mostLines)",
            advice: "name its format with --format, or divide it into a file for each discussion")
    }

    /// The page as one discussion: `.page` under an article, `.forum` where posts stand alone.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        let bytes = try input.contents(limit: options.maximumPageBytes)
        let decoded = TextDecoder.decoded(bytes)
        try Self.checkLines(decoded.bytes, file: input.name)
        var page = Page(decoded.bytes)
        page.saved = input.modified
        let reading = PageReading(page, file: input.name)
        guard !reading.isEmpty else {
            throw ReadingError(
                .empty, file: input.name, problem: "there is no text in it",
                advice: "expected an article with its comments; was it saved?")
        }
        var discussion = Discussion(
            id: input.stem, source: input.name, format: name, setting: reading.setting,
            article: reading.article, comments: reading.comments)
        for index in discussion.comments.indices {
            discussion.comments[index].statedQuotations = QuoteMarks.statedQuotations(
                in: discussion.comments[index].text)
        }
        if let finding = Finding(decoded, file: input.name) { discussion.findings.append(finding) }
        discussion.findings += reading.findings
        return ListedDiscussions([discussion])
    }
}

import DiscussionModel
import DiscussionReading
import Testing

@Suite("WordPress exports")
struct WXRFormatTests {
    private static let opening =
        "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item><wp:post_id>1</wp:post_id>"
    private static let ending = "</item></channel></rss>"

    private func comment(_ id: String, parent: String, text: String = "words") -> String {
        "<wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_parent>\(parent)"
            + "</wp:comment_parent><wp:comment_content>\(text)</wp:comment_content></wp:comment>"
    }

    private func discussions(
        _ text: String, isStrict: Bool = false
    ) throws -> [Discussion] {
        var options = ReadingOptions()
        options.isStrict = isStrict
        var stream = try WXRFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "export.xml"), options: options)
        var found: [Discussion] = []
        while let discussion = try stream.next() { found.append(discussion) }
        return found
    }

    private func one(_ comments: String) throws -> Discussion {
        try #require(try discussions(Self.opening + comments + Self.ending).first)
    }

    @Test("An item without comments is a discussion; a file without items is an error")
    func empty() throws {
        #expect(try one("").comments.isEmpty)
        let error = #expect(throws: ReadingError.self) {
            try discussions("<rss><channel></channel></rss>")
        }
        #expect(error?.code == .empty)
        #expect(throws: ReadingError.self) { try discussions("no XML at all") }
    }

    @Test("A missing parent is a ghost, and a comment that answers itself answers nothing")
    func damagedThreads() throws {
        let discussion = try one(
            comment("1", parent: "9") + comment("2", parent: "2") + comment("3", parent: "4")
                + comment("4", parent: "3") + comment("5", parent: "6") + comment("6", parent: "0")
                + comment("6", parent: "0"))
        #expect(discussion.comments.count { $0.isGhost } == 1)
        #expect(discussion.comments.count { !$0.isGhost } == 6)
        let parents = Dictionary(
            uniqueKeysWithValues: discussion.comments.map { ($0.id, $0.statedParent) })
        #expect(parents["1"] == "9")
        #expect(parents["5"] == "6")
        #expect(parents["6"] == "0")
        #expect(discussion.findings.contains { $0.id == "duplicate-id" })
    }

    @Test("Comments nested 50,000 deep are read")
    func depth() throws {
        let comments = (1...50_000).map { comment("\($0)", parent: "\($0 - 1)") }.joined()
        let discussion = try one(comments)
        #expect(discussion.comments.count == 50_000)
        #expect(discussion.comments.last?.statedParent == "49999")
    }

    @Test("A cut between two items is an error after all discussions before it")
    func cutBetweenItems() throws {
        let text = Self.opening + comment("1", parent: "0") + "</item>\n"
        var stream = try WXRFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "export.xml"), options: ReadingOptions())
        #expect(try stream.next()?.comments.count == 1)
        let error = #expect(throws: ReadingError.self) { try stream.next() }
        #expect(error?.line == 2)
        #expect(error?.problem.contains("</channel>") == true)
    }

    @Test("A cut amid a comment keeps its words and is told as an error")
    func cutAmidComment() throws {
        let text =
            Self.opening + comment("1", parent: "0") + "<wp:comment><wp:comment_id>2"
            + "</wp:comment_id><wp:comment_content>half a sen"
        let discussion = try #require(try discussions(text).first)
        #expect(discussion.comments.map(\.text) == ["words", "half a sen"])
        #expect(discussion.findings.contains { $0.id == "truncated" && $0.severity == .error })
    }

    @Test("Strict reading refuses damaged markup")
    func strict() throws {
        #expect(throws: ReadingError.self) {
            try discussions(Self.opening + "<b>" + Self.ending, isStrict: true)
        }
    }

    @Test("The version without comment types and parents states no parents")
    func oldVersion() throws {
        let discussion = try one("<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>")
        #expect(discussion.comments[0].statedParent == nil)
        #expect(discussion.comments[0].approval == nil)
    }

    @Test("E-mail and network addresses are nowhere in the model")
    func privacy() throws {
        let discussion = try one(
            "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author_email>secret@mail"
                + "</wp:comment_author_email><wp:comment_author_IP>192.0.2.1"
                + "</wp:comment_author_IP><wp:comment_content>x</wp:comment_content></wp:comment>")
        #expect(!String(describing: discussion).contains("secret"))
        #expect(!String(describing: discussion).contains("192.0.2"))
    }
}

import DiscussionModel
import DiscussionReading
import Testing

@Suite("Blogger exports and Atom feeds of comments")
struct BloggerFormatTests {
    private static let opening = """
        <feed xmlns='http://www.w3.org/2005/Atom'
          xmlns:blogger='http://schemas.google.com/blogger/2018'><title>Blog</title>
        """

    private func discussions(_ entries: String) throws -> [Discussion] {
        var stream = try BloggerFormat().discussions(
            in: OpenInput(bytes: Array((Self.opening + entries).utf8), name: "feed.atom"),
            options: ReadingOptions())
        var found: [Discussion] = []
        while let discussion = try stream.next() { found.append(discussion) }
        return found
    }

    private func post(_ id: String) -> String {
        "<entry><id>tag:blogger.com,1999:blog-1.post-\(id)</id>"
            + "<blogger:type>POST</blogger:type><title>t</title></entry>"
    }

    private func comment(_ id: String, on post: String, to parent: String = "") -> String {
        let parent = parent.isEmpty ? "" : "tag:blogger.com,1999:blog-1.post-\(parent)"
        return "<entry><id>tag:blogger.com,1999:blog-1.post-\(id)</id>"
            + "<blogger:parent>tag:blogger.com,1999:blog-1.post-\(post)</blogger:parent>"
            + "<blogger:inReplyTo>\(parent)</blogger:inReplyTo>"
            + "<blogger:type>COMMENT</blogger:type><content type='html'>c\(id)</content></entry>"
    }

    @Test("A feed without posts and comments is an error")
    func empty() {
        let error = #expect(throws: ReadingError.self) { try discussions("</feed>") }
        #expect(error?.code == .empty)
    }

    @Test("Comments go to their posts wherever they stand; damaged threads are kept")
    func grouped() throws {
        let found = try discussions(
            comment("11", on: "1") + post("2") + post("1") + comment("12", on: "1", to: "13")
                + comment("13", on: "1", to: "12") + comment("14", on: "1", to: "14")
                + comment("15", on: "1", to: "99") + comment("11", on: "1") + "</feed>")
        #expect(found.map(\.id) == ["1", "2"])
        #expect(found[0].article.title == "t")
        #expect(found[0].site == "Blog")
        #expect(found[0].comments.count { !$0.isGhost } == 5)
        #expect(found[0].comments.contains { $0.isGhost && $0.id == "99" })
        #expect(found[1].comments.isEmpty)
    }

    @Test("A cut gives all before it, and says where")
    func cut() throws {
        let found = try discussions(
            post("1") + comment("11", on: "1") + "\n<entry><id>tag:blogger.com,1999:blog-1.post-9")
        #expect(found.map(\.comments.count) == [1])
        let finding = try #require(found.first?.findings.first { $0.id == "truncated" })
        #expect(finding.severity == .error && finding.line == 3)
    }
}

import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("RSS feeds of comments")
struct CommentFeedFormatTests {
    private func discussions(_ text: String) throws -> [Discussion] {
        var stream = try CommentFeedFormat().discussions(
            in: OpenInput(bytes: Array(text.utf8), name: "feed.xml"), options: ReadingOptions())
        var found: [Discussion] = []
        while let discussion = try stream.next() { found.append(discussion) }
        return found
    }

    @Test("A feed without items is an error")
    func empty() {
        let error = #expect(throws: ReadingError.self) {
            try discussions("<rss><channel></channel></rss>")
        }
        #expect(error?.code == .empty)
    }

    @Test("A feed of one post has its title; a cut says where")
    func onePost() throws {
        let found = try discussions(
            """
            <rss><channel><title>Comments on: Fog</title>
            <item><link>https://x.example/fog/#comment-1</link><description>a</description></item>
            <item><link>https://x.example/fog/#comm
            """)
        #expect(found.first?.article.title == "Fog")
        #expect(found.first?.comments.first?.id == "1")
        #expect(found.first?.findings.contains { $0.id == "truncated" } == true)
    }

    @Test(
        "Only a paragraph that leads to another comment is WordPress's own",
        arguments: [
            ("<p>In reply to <a href=\"u#comment-12\">Ana</a>.</p><p>Yes.</p>", "12"),
            ("<p>Als Antwort auf <a href='u#comment-7'>Ana</a>.</p>Ja.", "7"),
            ("<p>See <a href=\"u#comment-12\">this one</a> please.</p>", nil),
            ("<p><a href=\"u#comment-12\">Ana</a>.</p>", nil),
            ("<p>In reply to <a href=\"u\">Ana</a>.</p>", nil),
            ("", nil),
        ])
    func replies(html: String, parent: String?) {
        let reply = FeedReply(html)
        #expect(reply.parent == parent)
        if parent == nil { #expect(reply.words == html) }
        if parent != nil { #expect(!reply.words.contains("Ana")) }
    }
}

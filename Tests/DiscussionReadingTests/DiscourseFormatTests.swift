import DiscussionModel
@testable import DiscussionReading
import Testing

@Suite("Discourse topics")
struct DiscourseFormatTests {
    private func discussions(_ texts: String...) throws -> [Discussion] {
        let inputs = texts.enumerated().map {
            OpenInput(bytes: Array($1.utf8), name: "topic-\($0).json")
        }
        inputs[0].companions = Array(inputs.dropFirst())
        var stream = try DiscourseFormat().discussions(in: inputs[0], options: ReadingOptions())
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func post(
        _ id: Int, _ number: Int, to parent: Int? = nil, by name: String = "ana",
        words: String = "<p>w</p>", more: String = ""
    ) -> String {
        #"{"id":\#(id),"post_number":\#(number),"username":"\#(name)","topic_id":7,"#
            + #""cooked":"\#(words)","reply_to_post_number":\#(parent.map(String.init) ?? "null")"#
            + more + "}"
    }

    private func topic(_ posts: String..., stream: [Int] = []) -> String {
        #"{"id":7,"title":"T","post_stream":{"posts":["# + posts.joined(separator: ",")
            + #"],"stream":\#(stream)}}"#
    }

    @Test("Pages of a topic are joined, so that answers across them find their posts")
    func pages() throws {
        let first = topic(post(11, 1), post(12, 2), stream: [11, 12, 13])
        let second = topic(post(13, 3, to: 2), stream: [11, 12, 13])
        func head(_ text: String) -> InputHead {
            InputHead(bytes: Array(text.utf8), fileName: "t.json")
        }
        func key(_ text: String) -> String? { DiscourseFormat().companionKey(head(text)) }
        #expect(key(first) != nil && key(second) == key(first))
        let other = topic(post(13, 3)).replacing("\"topic_id\":7", with: "\"topic_id\":70")
        #expect(key(other) != key(first))
        let all = try discussions(first, second)
        #expect(all.count == 1)
        #expect(all[0].comments.map(\.id) == ["11", "12", "13"])
        #expect(all[0].comments.map(\.statedParent) == ["0", nil, "12"])
        #expect(all[0].findings.isEmpty)
    }

    @Test("An account that changed its name, or that a row does not name, stays one")
    func accounts() throws {
        let all = try discussions(
            topic(
                post(1, 1, by: "old", more: #","user_id":5"#),
                post(2, 2, by: "new", more: #","user_id":5"#), post(3, 3, by: "new"),
                post(4, 4, by: "bo")))
        #expect(all[0].comments.map(\.accountID) == ["5", "5", "5", "bo"])
    }

    @Test("A quotation of another topic has no source here")
    func otherTopics() throws {
        func aside(_ topic: Int) -> String {
            #"<aside class='quote' data-username='bo' data-post='1' data-topic='\#(topic)'>"#
                + "<blockquote><p>quoted</p></blockquote></aside><p>w</p>"
        }
        let all = try discussions(
            topic(post(11, 1), post(12, 2, words: aside(7)), post(13, 3, words: aside(8))))
        let quotations = all[0].comments.flatMap(\.statedQuotations)
        #expect(quotations.map(\.author) == ["bo", "bo"])
        #expect(quotations.map(\.source) == ["11", nil])
    }

    @Test("Damaged topics keep every post")
    func damaged() throws {
        let all = try discussions(
            topic(
                post(1, 1, to: 1), post(2, 2, to: 3), post(3, 3, to: 2), post(3, 3),
                post(4, 4, to: 9),
                post(6, 5, to: 7), post(7, 7)))
        #expect(all[0].comments.map(\.id) == ["1", "2", "3", "post-9", "4", "7", "6"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "0", "2", nil, "post-9", nil, "7"])
    }

    @Test("A topic that is cut gives the posts before the cut")
    func cut() throws {
        let text = topic(post(1, 1), post(2, 2), post(3, 3))
        let all = try discussions(String(text.prefix(text.count - 90)))
        #expect(all[0].comments.map(\.id) == ["1", "2"])
        #expect(all[0].findings.contains { $0.id == "truncated" && $0.severity == .error })
    }

    @Test("What holds no post is an error")
    func nothing() {
        #expect(throws: ReadingError.self) { try discussions("{\"topic_list\":{\"topics\":[]}}") }
        #expect(throws: ReadingError.self) { try discussions("[]") }
    }
}

import DiscussionModel
import DiscussionReading
import Testing

@Suite("Comments of YouTube")
struct YouTubeFormatTests {
    private func thread(_ id: String, video: String = "v", replies: String = "", counted: Int = 0)
        -> String
    {
        """
        {"kind": "youtube#commentThread", "id": "\(id)", "snippet": {"videoId": "\(video)",
        "topLevelComment": {"id": "\(id)", "snippet": {"textOriginal": "words of \(id)",
        "authorDisplayName": "ana"}}, "totalReplyCount": \(counted)},
        "replies": {"comments": [\(replies)]}}
        """
    }

    private func reply(_ id: String, to parent: String) -> String {
        """
        {"kind": "youtube#comment", "id": "\(id)", "snippet": {"parentId": "\(parent)",
        "textOriginal": "words of \(id)", "authorDisplayName": "bo"}}
        """
    }

    @Test("An answer without items is a discussion without comments")
    func nothing() throws {
        let all = try YouTubeFormat().read(
            #"{"kind": "youtube#commentThreadListResponse", "items": []}"#)
        #expect(all.map(\.comments.count) == [0])
        #expect(all[0].id == "input")
    }

    @Test("What is no JSON is an error that names the place")
    func malformed() {
        let error = #expect(throws: ReadingError.self) {
            try YouTubeFormat().read(#"{"items": ]}"#)
        }
        #expect(error?.code == .malformed)
        #expect(error?.byte == 10)
    }

    @Test("Each video is a discussion, across answers that follow each other in one input")
    func videos() throws {
        let page = { (threads: String) in #"{"items": [\#(threads)]}"# }
        let all = try YouTubeFormat().read(
            page(thread("1") + "," + thread("2", video: "w")) + "\n" + page(thread("3")))
        #expect(all.map(\.id) == ["v", "w"])
        #expect(all.map { $0.comments.map(\.id) } == [["1", "3"], ["2"]])
        #expect(all[0].article.url == "https://www.youtube.com/watch?v=v")
    }

    @Test("An answer that came with another request is put under its thread")
    func later() throws {
        let all = try YouTubeFormat().read(
            "[\(reply("1.a", to: "1")), \(thread("1", counted: 1))]")
        #expect(all.count == 1)
        #expect(all[0].comments.map(\.id) == ["1", "1.a"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "1"])
        #expect(all[0].findings.isEmpty)
    }

    @Test("Answers that the source counts and does not give are told")
    func missing() throws {
        let all = try YouTubeFormat().read(
            "[\(thread("1", replies: reply("1.a", to: "1"), counted: 12))]")
        let finding = try #require(all[0].findings.first)
        #expect(finding.id == "missing-comments")
        #expect(finding.message.contains("11 more comments"))
    }

    @Test("A missing parent is a ghost, a comment twice is one, one that answers itself is cut")
    func damaged() throws {
        let all = try YouTubeFormat().read(
            "[\(reply("1.a", to: "1")), \(reply("1.a", to: "1")), \(reply("2", to: "2"))]")
        #expect(all[0].comments.map(\.id) == ["1", "1.a", "2"])
        #expect(all[0].comments.map(\.isGhost) == [true, false, false])
        #expect(all[0].comments[2].statedParent == "0")
        #expect(
            Set(all[0].findings.map(\.id)) == ["missing-parent", "duplicate-id", "reply-circle"])
    }

    @Test("A file that was cut gives what stands before the cut, and says where it ends")
    func cut() throws {
        let whole = #"{"items": [\#(thread("1")), \#(thread("2"))]}"#
        for length in stride(from: thread("1").utf8.count + 20, to: whole.utf8.count, by: 7) {
            let all = try YouTubeFormat().read(String(whole.prefix(length)))
            #expect(all[0].comments.first?.text == "words of 1")
            let finding = try #require(all[0].findings.first { $0.id == "truncated" })
            #expect(finding.severity == .error)
            #expect(finding.message.contains("byte \(length)"))
        }
    }

    @Test("An item that is no comment is left out with a warning, and fatal when strict")
    func badItem() throws {
        let text = #"{"items": [{"snippet": {"title": "a video"}}, \#(thread("1"))]}"#
        let all = try YouTubeFormat().read(text)
        #expect(all[0].comments.map(\.id) == ["1"])
        #expect(all[0].findings.map(\.id) == ["bad-line"])
        #expect(throws: ReadingError.self) { try YouTubeFormat().read(text, isStrict: true) }
    }

    @Test("Other answers of the same interface are not claimed")
    func others() {
        let format = YouTubeFormat()
        #expect(format.sniff(text: #"{"kind": "youtube#videoListResponse", "items": []}"#) == 0)
        #expect(format.sniff(text: #"{"items": [{"id": "1", "snippet": {"title": "t"}}]}"#) == 0)
        #expect(format.sniff(text: #"{"comments": [{"id": "1", "text": "t"}]}"#) == 0)
    }
}

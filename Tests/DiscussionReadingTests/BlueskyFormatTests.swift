import DiscussionModel
import DiscussionReading
import Testing

@Suite("Posts of Bluesky")
struct BlueskyFormatTests {
    private func uri(_ key: String) -> String { "at://did:plc:\(key)/app.bsky.feed.post/\(key)" }

    private func post(_ key: String, to parent: String? = nil, root: String = "a") -> String {
        let reply =
            parent.map {
                """
                , "reply": {"root": {"uri": "\(uri(root))"}, "parent": {"uri": "\(uri($0))"}}
                """
            } ?? ""
        return """
            {"uri": "\(uri(key))", "author": {"did": "did:plc:\(key)", "handle": "\(key).example"},
            "record": {"text": "words of \(key)", "createdAt": "2024-01-01T10:00:00Z"\(reply)}}
            """
    }

    @Test("A thread of one post is its first comment")
    func one() throws {
        let all = try BlueskyFormat().read(#"{"thread": {"post": \#(post("a"))}}"#)
        #expect(all.map(\.id) == [uri("a")])
        #expect(all[0].setting == .forum)
        let comment = try #require(all[0].comments.first)
        #expect(comment.statedParent == "0")
        #expect(comment.nameAsWritten == "a.example")
        #expect(comment.accountID == "did:plc:a")
    }

    @Test("A parent that is not found is a ghost; the thread has the id of its first post")
    func ghost() throws {
        let all = try BlueskyFormat().read(
            """
            {"thread": {"post": \(post("c", to: "b")), "replies": [],
            "parent": {"$type": "app.bsky.feed.defs#notFoundPost", "uri": "\(uri("b"))",
            "notFound": true}}}
            """)
        #expect(all.map(\.id) == [uri("a")])
        #expect(all[0].comments.map(\.id) == [uri("b"), uri("c")])
        #expect(all[0].comments.map(\.isGhost) == [true, false])
    }

    @Test("Posts of several threads are a discussion each")
    func several() throws {
        let all = try BlueskyFormat().read(
            #"{"posts": [\#(post("b", to: "a")), \#(post("z")), \#(post("a"))]}"#)
        #expect(all.map(\.id) == [uri("a"), uri("z")])
        #expect(all[0].comments.map(\.id) == [uri("a"), uri("b")])
    }

    @Test("Answers nested tens of thousands deep are read")
    func deep() throws {
        let depth = 20_000
        var text = #"{"thread": "#
        for level in 0..<depth {
            text +=
                #"{"post": \#(post("\(level)", to: level == 0 ? nil : "\(level - 1)", root: "0"))"#
            text += #", "replies": ["#
        }
        text += String(repeating: "]}", count: depth) + "}"
        let all = try BlueskyFormat().read(text)
        #expect(all.map(\.comments.count) == [depth])
        #expect(all[0].comments.last?.statedParent == uri("\(depth - 2)"))
    }

    @Test("A circle of parents is cut, a post twice counts once")
    func damaged() throws {
        let all = try BlueskyFormat().read(
            #"{"posts": [\#(post("b", to: "c")), \#(post("c", to: "b")), \#(post("c", to: "b"))]}"#)
        #expect(all[0].comments.map(\.id) == [uri("b"), uri("c")])
        #expect(Set(all[0].findings.map(\.id)) == ["duplicate-id", "reply-circle"])
    }

    @Test("A file that was cut gives the posts before the cut")
    func cut() throws {
        let whole = #"{"posts": [\#(post("a")), \#(post("b", to: "a"))]}"#
        let all = try BlueskyFormat().read(String(whole.dropLast(160)))
        #expect(all[0].comments.map(\.text) == ["words of a"])
        #expect(all[0].findings.map(\.id).contains("truncated"))
    }
}

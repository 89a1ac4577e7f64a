import DiscussionModel
import DiscussionReading
import Testing

@Suite("Comments of Lemmy")
struct LemmyFormatTests {
    private func comment(_ id: Int, path: String, post: Int = 4) -> String {
        """
        {"comment": {"id": \(id), "creator_id": 1, "post_id": \(post), "path": "\(path)",
        "content": "words of \(id)", "removed": false, "deleted": false},
        "creator": {"id": 1, "name": "ana", "actor_id": "https://a.example/u/ana"},
        "counts": {"score": 1}}
        """
    }

    private func list(_ comments: String...) -> String {
        #"{"comments": [\#(comments.joined(separator: ","))]}"#
    }

    @Test("A post without comments is a discussion without comments")
    func nothing() throws {
        let all = try LemmyFormat().read(
            #"{"post_view": {"post": {"id": 4, "name": "T", "ap_id": "https://a.example/post/4"}}}"#
        )
        #expect(all.map(\.id) == ["4"])
        #expect(all[0].article.url == "https://a.example/post/4")
        #expect(all[0].comments.isEmpty)
        #expect(try LemmyFormat().read(list()).map(\.comments.count) == [0])
    }

    @Test("The step before the last one of a path is the parent")
    func paths() throws {
        let all = try LemmyFormat().read(
            list(
                comment(3, path: "0.1.2.3"), comment(1, path: "0.1"), comment(2, path: "0.1.2"),
                comment(9, path: "0.8.9"), comment(7, path: "7")))
        #expect(all[0].comments.map(\.id) == ["1", "2", "3", "8", "9", "7"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "1", "2", nil, "8", "0"])
        #expect(all[0].comments.map(\.isGhost) == [false, false, false, true, false, false])
    }

    @Test("Comments of several posts are several discussions")
    func posts() throws {
        let all = try LemmyFormat().read(
            list(comment(1, path: "0.1"), comment(2, path: "0.2", post: 5)))
        #expect(all.map(\.id) == ["4", "5"])
    }

    @Test("An answer for the post and one for its comments make one discussion in one input")
    func together() throws {
        let post = #"{"post_view": {"post": {"id": 4, "name": "T", "creator_id": 1}}}"#
        for text in [
            post + "\n" + list(comment(1, path: "0.1")).replacing("\n", with: " "),
            "[\(post), \(list(comment(1, path: "0.1")))]",
            #"{"post": \#(post), "comments": \#(list(comment(1, path: "0.1")))}"#,
        ] {
            let all = try LemmyFormat().read(text)
            #expect(all.map(\.article.title) == ["T"])
            #expect(all[0].comments.map(\.isByArticleAuthor) == [true])
            #expect(LemmyFormat().sniff(text: text) > 0.8)
        }
    }

    @Test("Duplicates count once, circles are cut, a file that was cut gives what is before")
    func damaged() throws {
        let all = try LemmyFormat().read(
            list(
                comment(1, path: "0.2.1"), comment(2, path: "0.1.2"), comment(2, path: "0.1.2"),
                comment(3, path: "0.3.3")))
        #expect(all[0].comments.map(\.id) == ["1", "2", "3"])
        #expect(Set(all[0].findings.map(\.id)) == ["duplicate-id", "reply-circle"])
        let cut = try LemmyFormat().read(
            String(list(comment(1, path: "0.1"), comment(2, path: "0.2")).dropLast(200)))
        #expect(cut[0].comments.map(\.id) == ["1"])
        #expect(cut[0].findings.map(\.id).contains("truncated"))
    }
}

import DiscussionModel
@testable import DiscussionReading
import Testing

@Suite("Reddit threads")
struct RedditFormatTests {
    private func discussions(
        _ text: String, strict: Bool = false
    ) throws -> [Discussion] {
        let input = OpenInput(bytes: Array(text.utf8), name: "thread.json")
        var options = ReadingOptions()
        options.isStrict = strict
        var stream = try RedditFormat().discussions(in: input, options: options)
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func row(
        _ id: String, to parent: String, in link: String = "t3_l", by author: String = "ana",
        at time: Int = 1_500_000_000, more: String = ""
    ) -> String {
        """
        {"id":"\(id)","link_id":"\(link)","parent_id":"\(parent)","author":"\(author)",\
        "body":"words of \(id)","created_utc":\(time)\(more)}
        """
    }

    private func listing(_ children: String...) -> String {
        #"{"kind":"Listing","data":{"children":["# + children.joined(separator: ",") + "]}}"
    }

    private func thing(_ row: String, replies: String = "\"\"") -> String {
        #"{"kind":"t1","data":"# + row.dropLast() + #","replies":"# + replies + "}}"
    }

    @Test("Nested answers are read in the thread of the submission, however deep they lie")
    func nested() throws {
        let levels = 1...20_000
        let opened = levels.map { level in
            let own = row("c\(level)", to: level == 1 ? "t3_l" : "t1_c\(level - 1)")
            return #"{"kind":"Listing","data":{"children":[{"kind":"t1","data":"#
                + own.dropLast() + #","replies":"#
        }
        let closed = levels.map { _ in "}}]}}" }
        let inner = opened.joined() + "\"\"" + closed.joined()
        let submission =
            #"{"kind":"t3","data":{"id":"l","title":"Deep","author":"bo","selftext":"","score":3}}"#
        let all = try discussions("[" + listing(submission) + "," + inner + "]")
        #expect(all.count == 1)
        #expect(all[0].id == "l")
        #expect(all[0].article.title == "Deep")
        #expect(all[0].article.score == 3)
        #expect(all[0].comments.count == 20_000)
        #expect(all[0].comments.first?.statedParent == "0")
        #expect(all[0].comments.last?.statedParent == "c19999")
    }

    @Test("Each deleted author is unknown, and what was deleted or removed is told apart")
    func deleted() throws {
        func gone(_ id: String, _ body: String) -> String {
            #"{"id":"\#(id)","link_id":"t3_l","parent_id":"t3_l","author":"[deleted]","#
                + #""author_fullname":"t2_x","body":"\#(body)"}"#
        }
        let comments = try discussions(
            [
                gone("1", "[deleted]"), gone("2", "[removed]"), gone("3", "[ Removed by Reddit ]"),
                gone("4", "still here"),
            ].joined(separator: "\n"))[0].comments
        #expect(comments.map(\.nameAsWritten) == [nil, nil, nil, nil])
        #expect(comments.map(\.accountID) == [nil, nil, nil, nil])
        #expect(comments.map(\.removal) == [.author, .moderator, .moderator, nil])
        #expect(comments.map(\.text) == ["", "", "", "still here"])
    }

    @Test("A person whose account only some rows tell stays one person")
    func accounts() throws {
        let comments = try discussions(
            [
                row("1", to: "t3_l"),
                row("2", to: "t1_1", more: #","author_fullname":"t2_9""#),
                row("3", to: "t1_2", by: "bo"),
            ].joined(separator: "\n"))[0].comments
        #expect(comments.map(\.accountID) == ["t2_9", "t2_9", nil])
    }

    @Test("Stubs of `more` are counted with the comments that they stand for")
    func stubs() throws {
        let more = #"{"kind":"more","data":{"count":7,"parent_id":"t1_1","children":["2","3"]}}"#
        let more2 = #"{"kind":"more","data":{"count":0,"parent_id":"t1_1","children":[]}}"#
        let all = try discussions(listing(thing(row("1", to: "t3_l")), more, more2))
        #expect(all.count == 1)
        let finding = try #require(all[0].findings.first { $0.id == "missing-comments" })
        #expect(finding.message.contains("7 comments"))
        #expect(finding.message.contains("2 stubs"))
    }

    @Test("Damaged threads keep every comment")
    func damaged() throws {
        let comments = try discussions(
            [
                row("late", to: "t1_later", at: 9), row("later", to: "t3_l", at: 8),
                row("self", to: "t1_self", at: 10), row("a", to: "t1_b", at: 11),
                row("b", to: "t1_a", at: 12), row("b", to: "t1_late", at: 13),
                row("orphan", to: "t1_gone", at: 14),
            ].joined(separator: "\n"))[0]
        let parents = Dictionary(
            uniqueKeysWithValues: comments.comments.map { ($0.id, $0.statedParent) })
        #expect(
            parents == [
                "later": "0", "late": "later", "self": "0", "a": "0", "b": "a", "gone": nil,
                "orphan": "gone",
            ])
        #expect(
            comments.findings.map(\.id) == ["duplicate-id", "reply-circle", "missing-parent"])
    }

    @Test("A file that was cut gives what stands before the cut, and says where it is")
    func cut() throws {
        let whole = listing(
            thing(row("1", to: "t3_l"), replies: listing(thing(row("2", to: "t1_1")))),
            thing(row("3", to: "t3_l")), thing(row("4", to: "t3_l")))
        let end = try #require(whole.firstRange(of: "words of 4"))
        let cut = String(whole[..<end.lowerBound])
        let all = try discussions(cut)
        #expect(all[0].comments.map(\.id) == ["1", "2", "3"])
        let finding = try #require(all[0].findings.first { $0.id == "truncated" })
        #expect(finding.severity == .error)
        #expect(finding.message.contains("byte \(cut.utf8.count)"))
    }

    @Test("A cut dump gives the rows before, and a bad row is a warning with its line")
    func rows() throws {
        let text =
            row("1", to: "t3_l") + "\n{\"id\": 12,,}\n[]\n" + row("2", to: "t1_1") + "\n"
            + row("3", to: "t1_1").prefix(40)
        let all = try discussions(text)
        #expect(all[0].comments.map(\.id) == ["1", "2"])
        #expect(all[0].findings.map(\.id) == ["truncated", "bad-line", "bad-line"])
        #expect(all[0].findings.map(\.line) == [5, 2, 3])
        #expect(throws: ReadingError.self) { try discussions(text, strict: true) }
    }

    @Test("A dump of submissions is joined with the dump of comments")
    func joined() throws {
        let comments = OpenInput(
            bytes: Array((row("1", to: "t3_l") + "\n" + row("2", to: "t3_k", in: "t3_k")).utf8),
            name: "RC")
        let submissions = OpenInput(
            bytes: Array(
                [
                    #"{"id":"l","title":"One","selftext":"","author":"bo","subreddit":"s"}"#,
                    #"{"id":"m","title":"Two","selftext":"","author":"bo","subreddit":"s"}"#,
                ].joined(separator: "\n").utf8), name: "RS")
        let key = RedditFormat().companionKey(try comments.head())
        #expect(try key != nil && RedditFormat().companionKey(submissions.head()) == key)
        comments.companions = [submissions]
        var stream = try RedditFormat().discussions(in: comments, options: ReadingOptions())
        var all: [Discussion] = []
        while let discussion = try stream.next() { all.append(discussion) }
        #expect(all.map(\.id) == ["l", "k", "m"])
        #expect(all.map(\.article.title) == ["One", nil, "Two"])
        #expect(all.map(\.comments.count) == [1, 1, 0])
        #expect(all.map(\.source) == ["RC", "RC", "RS"])
    }

    @Test("Entities of the interface are read once, and bare text is left as it is")
    func entities() throws {
        func body(_ text: String) -> String {
            #"{"id":"1","link_id":"t3_l","parent_id":"t3_l","author":"a","body":"\#(text)"}"#
        }
        #expect(try discussions(body("&gt; a &amp;amp; b"))[0].comments[0].text == "> a &amp; b")
        #expect(try discussions(body("> a &amp; b"))[0].comments[0].text == "> a &amp; b")
    }

    @Test("A thread a line is a discussion a line")
    func lines() throws {
        let first = listing(thing(row("1", to: "t3_l")))
        let second = listing(thing(row("2", to: "t3_m", in: "t3_m")))
        let all = try discussions("[\(first)]\n[\(second)]\n")
        #expect(all.map(\.id) == ["l", "m"])
    }

    @Test("What holds no thread is an error that says what was expected")
    func nothing() {
        let error = #expect(throws: ReadingError.self) { try discussions("{\"kind\":\"t5\"}") }
        #expect(error?.code == .malformed)
        #expect(error?.advice.contains("link_id") == true)
        #expect(throws: ReadingError.self) { try discussions("") }
        #expect(throws: ReadingError.self) { try discussions("{") }
    }
}

import DiscussionModel
@testable import DiscussionReading
import Testing

@Suite("GitHub issues and discussions")
struct GitHubFormatTests {
    private func discussions(_ texts: String...) throws -> [Discussion] {
        let inputs = texts.enumerated().map {
            OpenInput(bytes: Array($1.utf8), name: "issue-\($0).json")
        }
        inputs[0].companions = Array(inputs.dropFirst())
        var stream = try GitHubFormat().discussions(in: inputs[0], options: ReadingOptions())
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func comment(_ id: Int, issue: Int = 1, more: String = "") -> String {
        #"{"id":\#(id),"issue_url":"https://api.github.com/repos/o/r/issues/\#(issue)","#
            + #""user":{"login":"ana","id":5},"body":"w\#(id)","author_association":"NONE","#
            + #""created_at":"2020-01-01T00:00:0\#(id % 10)Z"\#(more)}"#
    }

    private let issue =
        #"{"url":"https://api.github.com/repos/o/r/issues/1","number":1,"id":77,"title":"T","#
        + #""body":"b","user":{"login":"bo","id":6},"comments":2,"#
        + #""repository_url":"https://api.github.com/repos/o/r","comments_url":"u"}"#

    @Test("An issue is joined with the file of its comments, in whichever order")
    func joined() throws {
        let comments = "[" + comment(1) + "," + comment(2) + "]"
        func head(_ text: String) -> InputHead {
            InputHead(bytes: Array(text.utf8), fileName: "i.json")
        }
        func key(_ text: String) -> String? { GitHubFormat().companionKey(head(text)) }
        #expect(key(issue) != nil && key(comments) == key(issue))
        #expect(key(comment(1, issue: 2)) != key(issue))
        for all in [try discussions(issue, comments), try discussions(comments, issue)] {
            #expect(all.count == 1)
            #expect(all[0].id == "1")
            #expect(all[0].site == "o/r")
            #expect(all[0].article.title == "T")
            #expect(all[0].comments.map(\.id) == ["1", "2"])
            #expect(all[0].comments.map(\.statedParent) == [nil, nil])
            #expect(all[0].findings.isEmpty)
        }
    }

    @Test("Comments of many issues are grouped, as arrays, lines and pages one behind the other")
    func grouped() throws {
        let array = "[" + comment(1) + "," + comment(2, issue: 2) + "]"
        let expected = [["1", "3"], ["2"]]
        for text in [
            "[" + [comment(1), comment(2, issue: 2), comment(3)].joined(separator: ",") + "]",
            [comment(1), comment(2, issue: 2), comment(3)].joined(separator: "\n"),
            array + "[" + comment(3) + "]",
        ] {
            let all = try discussions(text)
            #expect(all.map(\.id) == ["1", "2"])
            #expect(all.map { $0.comments.map(\.id) } == expected)
        }
    }

    @Test("Ids of comments, reviews and comments on lines are counted apart")
    func kinds() throws {
        let place = #""html_url":"https://github.com/o/r/pull/1#x""#
        let all = try discussions(
            "["
                + [
                    comment(1),
                    #"{"id":1,"body":"r","submitted_at":"2020-01-02T00:00:00Z",\#(place)}"#,
                    #"{"id":1,"body":"l","pull_request_review_id":1,\#(place)}"#,
                    #"{"id":2,"body":"m","pull_request_review_id":1,"in_reply_to_id":1,\#(place)}"#,
                ].joined(separator: ",") + "]")
        #expect(all.count == 1)
        #expect(all[0].comments.map(\.id) == ["1", "review-1", "line-1", "2"])
        #expect(all[0].comments.map(\.statedParent) == [nil, nil, "0", "line-1"])
    }

    @Test("The account `ghost`, and none, are each unknown by itself")
    func ghosts() throws {
        let all = try discussions(
            "["
                + [
                    #"{"id":1,"body":"a","user":{"login":"ghost","id":10137},"issue_url":"u"}"#,
                    #"{"id":2,"body":"b","user":null,"issue_url":"u"}"#,
                ].joined(separator: ",") + "]")
        #expect(all[0].comments.map(\.nameAsWritten) == [nil, nil])
        #expect(all[0].comments.map(\.accountID) == [nil, nil])
    }

    @Test("Comments on lines in a conversation answer its first")
    func conversations() throws {
        let all = try discussions(
            #"{"data":{"repository":{"pullRequest":{"number":3,"title":"T","body":"b","#
                + #""url":"https://github.com/o/r/pull/3","reviewThreads":{"nodes":["#
                + #"{"isResolved":true,"comments":{"totalCount":4,"nodes":[{"id":"a","body":"x"},"#
                + #"{"id":"b","body":"y"},{"id":"c","body":"z"}]}}]}}}}}"#)
        #expect(all[0].comments.map(\.statedParent) == ["0", "a", "a"])
    }

    @Test("Damaged threads keep every comment")
    func damaged() throws {
        func line(_ id: Int, to parent: Int) -> String {
            #"{"id":\#(id),"body":"w","pull_request_review_id":9,"in_reply_to_id":\#(parent),"#
                + #""pull_request_url":"https://api.github.com/repos/o/r/pulls/1"}"#
        }
        let all = try discussions(
            "["
                + [
                    line(1, to: 1), line(2, to: 3), line(3, to: 2), line(4, to: 50), line(4, to: 1),
                    line(5, to: 6), line(6, to: 1),
                ].joined(separator: ",") + "]")
        #expect(all[0].comments.map(\.id) == ["1", "2", "3", "50", "4", "6", "5"])
        #expect(
            all[0].comments.map(\.statedParent) == ["0", "0", "2", nil, "50", "1", "6"])
    }

    @Test("A file that is cut gives what stands before the cut")
    func cut() throws {
        let text = "[" + issue + "," + comment(1) + "," + comment(2)
        let all = try discussions(String(text.dropLast(20)))
        #expect(all[0].article.title == "T")
        #expect(all[0].comments.first?.id == "1")
        #expect(all[0].findings.contains { $0.id == "truncated" && $0.severity == .error })
    }

    @Test("What holds no issue is an error")
    func nothing() {
        #expect(throws: ReadingError.self) { try discussions("[]") }
        #expect(throws: ReadingError.self) { try discussions(#"[{"content":"+1","id":3}]"#) }
    }
}

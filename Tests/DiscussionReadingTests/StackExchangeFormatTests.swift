import DiscussionModel
import DiscussionReading
import Testing

@Suite("Questions of Stack Exchange")
struct StackExchangeFormatTests {
    private func items(_ items: String...) -> String {
        #"{"items": [\#(items.joined(separator: ","))], "has_more": false}"#
    }

    private func comment(
        _ id: Int, on post: Int, by user: Int = 1, to other: Int? = nil, more: String = ""
    ) -> String {
        let reply = other.map { #", "reply_to_user": {"user_id": \#($0)}"# } ?? ""
        return """
            {"comment_id": \(id), "post_id": \(post), "creation_date": \(id), "body": "b\(id)",
            "owner": {"user_id": \(user), "display_name": "u\(user)"}\(reply)\(more)}
            """
    }

    private func answer(_ id: Int, to question: Int) -> String {
        #"{"answer_id": \#(id), "question_id": \#(question), "creation_date": 5, "body": "a"}"#
    }

    @Test("A question without answers is an article without comments")
    func one() throws {
        let all = try StackExchangeFormat().read(
            items(
                #"{"question_id": 1, "title": "a &lt; b", "creation_date": 0, "body": "<p>q</p>"}"#)
        )
        #expect(all.map(\.id) == ["1"])
        #expect(all[0].article.title == "a < b")
        #expect(all[0].article.body == "q")
        #expect(try StackExchangeFormat().read(items()).map(\.comments.count) == [0])
    }

    @Test("Comments stand under the post they name, which is a ghost where it is not there")
    func posts() throws {
        let all = try StackExchangeFormat().read(
            items(
                comment(10, on: 2), answer(2, to: 1),
                comment(11, on: 1, more: #", "post_type": "question""#), comment(12, on: 3)))
        #expect(all.map(\.id) == ["1", "3"])
        #expect(
            Set(all[0].comments.map { "\($0.id)>\($0.statedParent ?? "")" }) == [
                "2>0", "10>2", "11>0",
            ])
        #expect(all[1].comments.map(\.id) == ["3", "12"])
        #expect(all[1].comments[0].isGhost)
    }

    @Test("Who is addressed in a comment is answered with the last comment of theirs")
    func addressed() throws {
        let all = try StackExchangeFormat().read(
            items(
                answer(2, to: 1), comment(10, on: 2, by: 5), comment(11, on: 2, by: 6, to: 5),
                comment(12, on: 2, by: 5, to: 6), comment(13, on: 2, by: 7, to: 5),
                comment(14, on: 2, by: 8, to: 9)))
        #expect(all[0].comments.map(\.statedParent) == ["0", "2", "10", "11", "12", "2"])
    }

    @Test("A comment with the number of an answer keeps apart from it")
    func numbers() throws {
        let all = try StackExchangeFormat().read(items(answer(2, to: 1), comment(2, on: 2)))
        #expect(all[0].comments.map(\.id) == ["2", "comment-2"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "2"])
    }

    @Test("Deleted users are unknown, each by themselves")
    func owners() throws {
        let all = try StackExchangeFormat().read(
            items(
                #"{"answer_id": 2, "question_id": 1, "creation_date": 5, "body": "a", "#
                    + #""owner": {"user_type": "does_not_exist", "display_name": "user9"}}"#))
        #expect(all[0].comments[0].nameAsWritten == nil)
        #expect(all[0].comments[0].accountID == nil)
    }

    @Test("Posts without texts are kept, with a finding that says how to get them")
    func withoutTexts() throws {
        let all = try StackExchangeFormat().read(
            items(#"{"answer_id": 2, "question_id": 1, "creation_date": 5}"#))
        #expect(all[0].comments.map(\.text) == [""])
        #expect(all[0].findings.map(\.id) == ["no-texts"])
    }

    @Test("Duplicates count once, and a file that was cut gives what is before")
    func damaged() throws {
        let all = try StackExchangeFormat().read(items(answer(2, to: 1), answer(2, to: 1)))
        #expect(all[0].comments.map(\.id) == ["2"])
        #expect(all[0].findings.map(\.id) == ["duplicate-id"])
        let cut = try StackExchangeFormat().read(
            String(items(answer(2, to: 1), answer(3, to: 1)).dropLast(60)))
        #expect(cut[0].comments.map(\.id) == ["2"])
        #expect(cut[0].findings.map(\.id).contains("truncated"))
    }
}

import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("ConvoKit utterances")
struct ConvoKitFormatTests {
    private func discussions(_ lines: String...) throws -> [Discussion] {
        let input = OpenInput(
            bytes: Array(lines.joined(separator: "\n").utf8), name: "talk.jsonl")
        var stream = try ConvoKitFormat().discussions(in: input, options: ReadingOptions())
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func line(
        _ id: String, in conversation: String = "c", by speaker: String = "\"ana\"",
        to parent: String? = nil, at time: String = "null", text: String = "words"
    ) -> String {
        let parent = parent.map { "\"\($0)\"" } ?? "null"
        return """
            {"id": "\(id)", "conversation_id": "\(conversation)", "speaker": \(speaker), \
            "reply_to": \(parent), "timestamp": \(time), "text": "\(text)"}
            """
    }

    @Test("No utterance at all is an error that names the line")
    func nothing() {
        let empty = #expect(throws: ReadingError.self) { _ = try discussions("", "  ") }
        #expect(empty?.code == .empty)
        let malformed = #expect(throws: ReadingError.self) { _ = try discussions("{", "[]") }
        #expect(malformed?.code == .malformed)
        #expect(malformed?.line == 1)
    }

    @Test("A root utterance is the first comment and answers the article's place")
    func one() throws {
        let discussion = try #require(
            try discussions(line("7", at: "1183686900", text: #"a\n \n b"#)).first)
        #expect(discussion.id == "c")
        #expect(discussion.setting == .forum)
        #expect(discussion.format == "convokit")
        let comment = try #require(discussion.comments.first)
        #expect(comment.id == "7")
        #expect(comment.nameAsWritten == "ana")
        #expect(comment.statedParent == "0")
        #expect(comment.text == "a\n \n b")
        #expect(comment.posted?.description == "2007-07-06T01:55:00Z")
    }

    @Test("Conversations that are interleaved come out whole, in the order of their first lines")
    func interleaving() throws {
        let all = try discussions(
            line("1", in: "x"), line("2", in: "y"), line("3", in: "x", to: "1"), "",
            line("4", in: "x", to: "3"), line("5", in: "y", to: "2"))
        #expect(all.map(\.id) == ["x", "y"])
        #expect(all.map { $0.comments.map(\.id) } == [["1", "3", "4"], ["2", "5"]])
    }

    @Test("Time orders the comments when it does not contradict the replies")
    func order() throws {
        let sorted = try discussions(
            line("1", at: "10"), line("2", to: "1", at: "\"30\""), line("3", to: "1", at: "20.5"))
        #expect(sorted[0].comments.map(\.id) == ["1", "3", "2"])
        let contradicted = try discussions(
            line("1", at: "10"), line("2", to: "3", at: "11"), line("3", to: "1", at: "12"))
        #expect(contradicted[0].comments.map(\.id) == ["1", "3", "2"])
        let untimed = try discussions(line("1"), line("2", to: "1", at: "5"), line("3", at: "1"))
        #expect(untimed[0].comments.map(\.id) == ["1", "2", "3"])
    }

    @Test("A speaker of null, nothing or no letters is no name")
    func speakers() throws {
        let all = try discussions(
            line("1", by: "null"), line("2", by: "\"\""), line("3", by: "{\"id\": \"bo\"}"),
            #"{"id": 4, "root": "c", "user": "cy", "reply-to": 1, "text": "t"}"#)
        #expect(all[0].comments.map(\.nameAsWritten) == [nil, nil, "bo", "cy"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "0", "0", "1"])
    }

    @Test("An utterance that is answered and not there is a ghost before the first answer")
    func ghost() throws {
        let all = try discussions(line("1"), line("2", to: "gone"), line("3", to: "gone"))
        let comments = all[0].comments
        #expect(comments.map(\.id) == ["1", "gone", "2", "3"])
        #expect(comments.map(\.isGhost) == [false, true, false, false])
        #expect(comments.map(\.statedParent) == ["0", nil, "gone", "gone"])
        #expect(all[0].findings.map(\.id) == ["missing-parent"])
    }

    @Test("A comment whose own id is the article's is renamed with its answers")
    func articleID() throws {
        let all = try discussions(line("0"), line("1", to: "0"), line("0-1", to: "1"))
        #expect(all[0].comments.map(\.id) == ["0-1-1", "1", "0-1"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "0-1-1", "1"])
    }

    @Test("Replies to oneself and around a circle are cut with a remark, no comment is lost")
    func circles() throws {
        let all = try discussions(
            line("1", to: "1"), line("2", to: "4"), line("3", to: "2"), line("4", to: "3"))
        #expect(Set(all[0].comments.map(\.id)) == ["1", "2", "3", "4"])
        #expect(all[0].comments.first { $0.id == "1" }?.statedParent == "0")
        #expect(all[0].comments.first { $0.id == "2" }?.statedParent == "0")
        #expect(all[0].comments.first { $0.id == "4" }?.statedParent == "3")
        #expect(all[0].findings.map(\.id) == ["reply-circle"])
    }

    @Test("An id that stands twice counts once, a bad line costs only itself")
    func remarks() throws {
        let all = try discussions(line("1"), "{oops", line("1", text: "again"), line("2"))
        #expect(all[0].comments.map(\.text) == ["words", "words"])
        #expect(all[0].findings.map(\.id) == ["bad-line", "duplicate-id"])
        #expect(all[0].findings.map(\.line) == [2, 3])
        let many = try discussions(
            line("1"), Array(repeating: "x\n", count: 99).joined())
        #expect(many[0].findings.count == 21)
    }

    @Test("Escapes of half a character and numbers that are none do not lose the comment")
    func repair() throws {
        let all = try discussions(
            line("1", at: "NaN", text: #"a \ud83d b NaN \\ud83d \ud83d\ude00"#),
            line("2", at: "-Infinity"))
        #expect(all[0].comments.map(\.text) == ["a \u{FFFD} b NaN \\ud83d \u{1F600}", "words"])
        #expect(all[0].comments.map(\.posted) == [nil, nil])
    }

    @Test("Ids larger than 64 bits and numbers beyond any cost nothing")
    func hugeNumbers() throws {
        let all = try discussions(
            #"{"id": 18446744073709551615, "conversation_id": "c", "text": "a"}"#,
            #"{"id": 184467440737095516150, "conversation_id": "c", "text": "b", "timestamp": 1e999}"#
        )
        #expect(all[0].comments.map(\.id) == ["18446744073709551615", "184467440737095516150"])
        #expect(all[0].comments.map(\.posted) == [nil, nil])
    }

    @Test("A document of 100,000 levels is read, one of two million is a bad line")
    func depth() throws {
        func deep(_ levels: Int) -> String {
            let nest =
                String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            return #"{"id":"2","conversation_id":"c","text":"a","meta":"# + nest + "}"
        }
        let read = try discussions(line("1"), deep(100_000))
        #expect(read[0].comments.map(\.id) == ["1", "2"])
        let refused = try discussions(line("1"), deep(2_000_000))
        #expect(refused[0].comments.map(\.id) == ["1"])
        #expect(refused[0].findings.map(\.id) == ["bad-line"])
    }

    @Test("A file that is cut gives what stands before the cut, and an error that says where")
    func cut() throws {
        let all = try discussions(line("1"), line("2", to: "1"), #"{"id": "3", "text": "half"#)
        #expect(all[0].comments.map(\.id) == ["1", "2"])
        #expect(all[0].findings.map(\.id) == ["truncated"])
        #expect(all[0].findings.map(\.line) == [3])
        #expect(all[0].findings.map(\.severity) == [.error])
    }

    @Test("Names and titles come from the files beside the utterances")
    func companions() throws {
        let input = OpenInput(
            bytes: Array(
                [line("1", by: "\"s1\""), line("2", by: "\"s2\"", to: "1")]
                    .joined(separator: "\n").utf8), name: "utterances.jsonl")
        input.companions = [
            OpenInput(
                bytes: Array(#"{"s1":{"meta":{"name":"Ana"},"vectors":[]},"s2":{"age":3}}"#.utf8),
                name: "speakers.json"),
            OpenInput(
                bytes: Array(#"{"c":{"meta":{"title":"Kilns","url":"k/1"},"vectors":[]}}"#.utf8),
                name: "conversations.json"),
        ]
        var stream = try ConvoKitFormat().discussions(in: input, options: ReadingOptions())
        let discussion = try #require(try stream.next())
        #expect(discussion.article.title == "Kilns")
        #expect(discussion.article.url == "k/1")
        #expect(discussion.comments.map(\.nameAsWritten) == ["Ana", "s2"])
        #expect(discussion.comments.map(\.accountID) == ["s1", nil])
    }

    @Test("A damaged file beside the utterances costs a remark and no utterance")
    func damagedCompanion() throws {
        let input = OpenInput(bytes: Array(line("1").utf8), name: "utterances.jsonl")
        input.companions = [OpenInput(bytes: Array("{\"s1\":".utf8), name: "speakers.json")]
        var stream = try ConvoKitFormat().discussions(in: input, options: ReadingOptions())
        let discussion = try #require(try stream.next())
        #expect(discussion.comments.count == 1)
        #expect(discussion.findings.map(\.id) == ["companion-unread"])
    }

    @Test("A deleted speaker is nobody")
    func deleted() throws {
        let all = try discussions(line("1", by: "\"[deleted]\""))
        #expect(all[0].comments[0].nameAsWritten == nil)
    }
}

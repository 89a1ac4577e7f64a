import DiscussionModel
@testable import DiscussionReading
import Testing

@Suite("Lobsters")
struct LobstersFormatTests {
    private func discussions(_ text: String) throws -> [Discussion] {
        let input = OpenInput(bytes: Array(text.utf8), name: "story.json")
        var stream = try LobstersFormat().discussions(in: input, options: ReadingOptions())
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func comment(_ id: String, _ place: String) -> String {
        #"{"short_id":"\#(id)","comment_plain":"w","commenting_user":"ana",\#(place)}"#
    }

    @Test("The indentation gives the parent where none is written")
    func indentation() throws {
        let comments = [1, 2, 3, 2, 1, 3].enumerated().map { index, level in
            comment("c\(index)", "\"indent_level\":\(level)")
        }
        let all = try discussions(
            #"{"short_id":"s","title":"T","comments":["# + comments.joined(separator: ",") + "]}")
        #expect(all[0].comments.map(\.statedParent) == ["0", "c0", "c1", "c0", "0", "c4"])
    }

    @Test("Comments without their story are grouped by its address")
    func scattered() throws {
        let address = #""url":"https://lobste.example/s/%/t#c_x","parent_comment":null"#
        let all = try discussions(
            "["
                + ["a", "b", "a"].enumerated().map { index, story in
                    comment("c\(index)", address.replacing("%", with: story))
                }.joined(separator: ",") + "]")
        #expect(all.map(\.id) == ["a", "b"])
        #expect(all.map(\.comments.count) == [2, 1])
    }

    @Test("Damaged threads keep every comment")
    func damaged() throws {
        let comments = [
            comment("a", #""parent_comment":"b""#), comment("b", #""parent_comment":"a""#),
            comment("c", #""parent_comment":"c""#), comment("d", #""parent_comment":"gone""#),
            comment("d", #""parent_comment":null"#),
        ]
        let all = try discussions(
            #"{"short_id":"s","title":"T","comments":["# + comments.joined(separator: ",") + "]}")
        #expect(all[0].comments.map(\.id) == ["a", "b", "c", "gone", "d"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "a", "0", nil, "gone"])
    }

    @Test("A story that is cut gives the comments before the cut")
    func cut() throws {
        let all = try discussions(
            #"{"short_id":"s","title":"T","comments":["# + comment("a", #""depth":0"#)
                + #",{"short_id":"b","comm"#)
        #expect(all[0].comments.first?.id == "a")
        #expect(all[0].findings.contains { $0.id == "truncated" })
    }

    @Test("What holds no story is an error")
    func nothing() {
        #expect(throws: ReadingError.self) { try discussions("[]") }
        #expect(throws: ReadingError.self) { try discussions("{\"short_id\": 1}") }
    }
}

import DiscussionModel
@testable import DiscussionReading
import Testing

@Suite("Hacker News")
struct HackerNewsFormatTests {
    private func discussions(_ text: String) throws -> [Discussion] {
        let input = OpenInput(bytes: Array(text.utf8), name: "items.json")
        var stream = try HackerNewsFormat().discussions(in: input, options: ReadingOptions())
        var discussions: [Discussion] = []
        while let discussion = try stream.next() { discussions.append(discussion) }
        return discussions
    }

    private func item(_ id: Int, to parent: Int, more: String = "") -> String {
        #"{"by":"ana","id":\#(id),"parent":\#(parent),"text":"w\#(id)","time":\#(1000 + id),"#
            + #""type":"comment"\#(more)}"#
    }

    @Test("Items in any order find their story, and each chain without one stands alone")
    func scattered() throws {
        let all = try discussions(
            [
                item(5, to: 4), item(4, to: 1), item(9, to: 8),
                #"{"by":"bo","id":1,"title":"T","type":"story","time":5,"kids":[4,6]}"#,
            ].joined(separator: "\n"))
        #expect(all.map(\.id) == ["1", "8"])
        #expect(all[0].article.title == "T")
        #expect(all[0].comments.map(\.id) == ["4", "5"])
        #expect(all[0].comments.map(\.statedParent) == ["0", "4"])
        #expect(all[0].findings.map(\.id) == ["missing-comments"])
        #expect(all[1].comments.map(\.isGhost) == [true, false])
    }

    @Test("A tree of any depth is read without recursion")
    func deep() throws {
        let levels = 1...10_000
        let opened = levels.map { #"{"id":\#($0),"type":"comment","text":"w","children":["# }
        let closed = levels.map { _ in "]}" }
        let text =
            #"{"id":900000,"story_id":900000,"created_at_i":5,"type":"story","children":["#
            + opened.joined() + closed.joined() + "]}"
        let all = try discussions(text)
        #expect(all[0].comments.count == 10_000)
        #expect(all[0].comments.last?.statedParent == "9999")
    }

    @Test("A tree that is cut gives the comments before the cut")
    func cut() throws {
        let text =
            #"{"id":1,"type":"story","title":"T","children":[{"id":2,"type":"comment","#
            + #""author":"ana","text":"whole","children":[]},{"id":3,"type":"comment","text":"hal"#
        let all = try discussions(text)
        #expect(all[0].comments.first?.text == "whole")
        #expect(all[0].findings.contains { $0.id == "truncated" && $0.severity == .error })
    }

    @Test("Circles and answers to oneself are cut, and duplicates count once")
    func damaged() throws {
        let all = try discussions(
            "["
                + [
                    item(2, to: 3), item(3, to: 2), item(4, to: 4), item(5, to: 4),
                    item(5, to: 4),
                ].joined(separator: ",") + "]")
        #expect(all.map(\.comments.count) == [2, 2])
        #expect(all[0].comments.map(\.statedParent) == ["0", "2"])
        #expect(all[1].comments.map(\.statedParent) == ["0", "4"])
        #expect(all[1].findings.map(\.id).contains("duplicate-id"))
    }

    @Test("A tree a line is a story a line")
    func lines() throws {
        func line(_ id: Int) -> String {
            #"{"id":\#(id),"type":"story","children":[{"id":\#(id + 1),"text":"w"}]}"#
        }
        #expect(try discussions(line(1) + "\n" + line(5)).map(\.id) == ["1", "5"])
    }

    @Test("What holds no item is an error")
    func nothing() {
        #expect(throws: ReadingError.self) { try discussions("[]") }
        #expect(throws: ReadingError.self) { try discussions("[1, 2, 3]") }
        #expect(throws: ReadingError.self) { try discussions("{\"hits\": []}") }
    }
}

import TestSupport
import Testing

@testable import DiscussionReporting

@Suite("The order of comments in a report")
struct CommentOutlineTests {
    @Test("Without comments there is no order")
    func empty() {
        #expect(CommentOutline(parents: [0]).order.isEmpty)
        #expect(CommentOutline(parents: []).order.isEmpty)
    }

    @Test("Answers stand behind what they answer, in the order of the page")
    func order() {
        // 1 ← 3 ← 4, 1 ← 5, 2
        let outline = CommentOutline(parents: [0, 0, 0, 1, 3, 1])
        #expect(outline.order == [1, 3, 4, 5, 2])
        #expect(outline.depths == [0, 1, 1, 2, 3, 2])
        #expect(outline.descendants == [0, 3, 0, 1, 0, 0])
        #expect(outline.places == [-1, 0, 4, 1, 2, 3])
    }

    @Test("A comment may stand before what it answers")
    func forward() {
        let outline = CommentOutline(parents: [0, 2, 0])
        #expect(outline.order == [2, 1])
        #expect(outline.descendants == [0, 0, 1])
    }

    @Test("A ring and a target outside lose no comment")
    func damaged() {
        #expect(CommentOutline(parents: [0, 2, 1, 0, 99]).order == [3, 4, 1, 2])
        #expect(CommentOutline(parents: [0, 1]).order == [1])
    }

    @Test("A hundred thousand answers in a row need no stack")
    func deep() {
        let outline = CommentOutline(parents: [0] + Array(0..<100_000))
        #expect(outline.order == Array(1...100_000))
        #expect(outline.depths[100_000] == 100_000)
        #expect(outline.descendants[1] == 99_999)
    }

    @Test("Every comment stands once, whatever the parents", arguments: 0..<50)
    func all(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...30, using: &random)
        let parents = (0...count).map { _ in Int.random(in: 0...count, using: &random) }
        #expect(CommentOutline(parents: parents).order.sorted() == Array(1...count))
    }
}

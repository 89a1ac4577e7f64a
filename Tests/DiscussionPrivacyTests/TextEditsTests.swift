import DiscussionModel
import Testing

@testable import DiscussionPrivacy

@Suite("Replaced words and where they went")
struct TextEditsTests {
    private let text = Array("Ada met Bo and Ada.".unicodeScalars)

    private func edits(_ list: [(Int, Int, String)]) -> TextEdits {
        var edits = TextEdits()
        edits.add(
            list.map { TextEdits.Edit(start: $0.0, end: $0.1, words: $0.2) }, of: text)
        return edits
    }

    @Test("Spans keep their words, and take all of what stands for words that they cut")
    func moved() {
        let edits = edits([(15, 18, "x"), (0, 3, "person"), (8, 10, "")])
        let after = edits.applied(to: text)
        #expect(after == "person met  and x.")
        func words(_ start: Int, _ end: Int) -> String {
            edits.moved(TextSpan(start: start, end: end)).words(of: after)
        }
        #expect(words(0, 3) == "person")
        #expect(words(1, 2) == "person")
        #expect(words(2, 7) == "person met")
        #expect(words(4, 7) == "met")
        #expect(words(11, 19) == "and x.")
        #expect(words(16, 19) == "x.")
        #expect(words(8, 10).isEmpty)
        #expect(words(19, 19).isEmpty)
        #expect(words(0, 19) == after)
    }

    @Test("Of edits that overlap the first stays, and of the others what it leaves is replaced")
    func overlapping() {
        var edits = edits([(4, 7, "saw")])
        edits.add(
            [
                .init(start: 0, end: 5, words: "A"), .init(start: 8, end: 10, words: "B"),
                .init(start: 9, end: 14, words: "C"), .init(start: 11, end: 13, words: "D"),
            ], of: text)
        #expect(edits.applied(to: text) == "A saw B C Ada.")
        #expect(edits.overlaps(6..<9) && !edits.overlaps(7..<8))
    }
}

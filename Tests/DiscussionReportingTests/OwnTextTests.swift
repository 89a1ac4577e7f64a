import DiscussionModel
import Testing

@testable import DiscussionReporting

@Suite("The own words of a comment")
struct OwnTextTests {
    private func ownText(_ text: String, quoting spans: [(Int, Int)]) -> String {
        let discussion = Discussion(
            id: "d", source: "d", format: "test", comments: [Comment(id: "1", text: text)])
        let graph = ReplyGraph(
            commenters: [Commenter(id: "a", name: "Ann")],
            authorships: [Authorship(commenter: 0)],
            quotations: spans.map { start, end in
                Quotation(
                    comment: 1, span: TextSpan(start: start, end: end), source: 0,
                    sourceSpan: TextSpan(start: 0, end: 1), similarity: 1)
            })
        return Analysis(
            discussion: discussion, graph: graph,
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []), threads: []),
            summary: DiscussionSummary()
        ).ownText(of: 1)
    }

    @Test("What is quoted is a sign, at the beginning, in the middle and at the end")
    func quotations() {
        #expect(ownText("abc def", quoting: []) == "abc def")
        #expect(ownText("abc def", quoting: [(0, 3)]) == "[…] def")
        #expect(ownText("né abc déf", quoting: [(3, 6)]) == "né […] déf")
        #expect(ownText("abc def", quoting: [(4, 7)]) == "abc […]")
        #expect(ownText("abc", quoting: [(0, 3)]) == "[…]")
    }

    @Test("Quotations that overlap or touch are one, and what ends behind the text ends with it")
    func overlaps() {
        #expect(ownText("abcdefgh", quoting: [(2, 6), (1, 4), (6, 7)]) == "a[…]h")
        #expect(ownText("abc", quoting: [(1, 90)]) == "a[…]")
        #expect(ownText("abc", quoting: [(50, 90), (1, 1)]) == "abc")
    }
}

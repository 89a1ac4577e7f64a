import Testing

@testable import DiscussionReading

@Suite("Tags of more attributes than any page has")
struct AttributeLimitTests {
    private func limited(_ page: String) -> String {
        String(decoding: AttributeLimit.applied(to: Array(page.utf8)), as: UTF8.self)
    }

    @Test(
        "Pages as sites write them stay as they are",
        arguments: [
            "", "<", "a < b", "<p>", "<p class='a b c' id=x>text</p>", "<!-- <p a b> --> < p",
            #"<a href="x?a=1>2" title='it"s'>y</a>"#, "<p data-x=\"never closed",
        ])
    func kept(page: String) {
        #expect(limited(page) == page)
    }

    @Test("What is beyond the limit becomes blank, and the page keeps its length and its text")
    func cut() {
        let many = (0..<1_000).map { "a\($0)=\"> \($0)\"" }.joined(separator: " ")
        let page = "<p \(many)>x</p><b>y</b>"
        let result = limited(page)
        #expect(result.utf8.count == page.utf8.count)
        #expect(result.contains("a\(AttributeLimit.maximumAttributes - 1)="))
        #expect(!result.contains("a\(AttributeLimit.maximumAttributes)="))
        #expect(result.hasSuffix(">x</p><b>y</b>"))
    }
}

import DiscussionModel
import Testing

@testable import DiscussionReading

@Suite("The text of HTML")
struct HTMLTextTests {
    @Test(
        "Paragraphs, lines and lists are kept, and white space is collapsed",
        arguments: [
            ("<p>a  b</p>\n<p>c</p>", "a b\n\nc"), ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"), ("<ul><li></li></ul>x", "x"),
            ("<pre>a\n  b</pre>c", "a\n  b\n\nc"), ("a<b>b</b> c", "ab c"), ("  plain  ", "plain"),
            ("a<script>x</script><style>y</style>b", "ab"), ("x<div>y</div>z", "x\ny\nz"),
        ])
    func shape(html: String, text: String) {
        #expect(HTMLText.marked(fragment: html).text == text)
    }

    @Test(
        "Entities, emoji, joiners and marks of direction come through",
        arguments: [
            ("&lt;b&gt; &amp;amp; &#x1F600; &eacute;", "<b> &amp; 😀 é"),
            ("\u{1F468}\u{200D}\u{1F469} <i>x</i>", "\u{1F468}\u{200D}\u{1F469} x"),
            ("\u{202B}שלום\u{202C} <i>x</i>", "\u{202B}שלום\u{202C} x"),
            ("a\u{200B}b<i></i>", "a\u{200B}b"), ("<img class=emoji alt='🙂'>", "🙂"),
        ])
    func characters(html: String, text: String) {
        #expect(HTMLText.marked(fragment: html).text == text)
    }

    @Test("A quotation names who is quoted above the words or below them")
    func cites() {
        let above = HTMLText.marked(
            fragment: "<blockquote><cite>Ana wrote:</cite>x y</blockquote>z")
        #expect(above.text == "Ana wrote:\nx y\n\nz")
        #expect(above.quotations.map(\.author) == ["Ana"])
        #expect(above.quotations.map { $0.span.words(of: above.text) } == ["x y"])
        let below = HTMLText.marked(
            fragment: "<blockquote><p>x y</p><footer><cite>Ana</cite></footer></blockquote>z")
        #expect(below.quotations.map(\.author) == ["Ana"])
        #expect(below.quotations.map { $0.span.words(of: below.text) } == ["x y"])
    }

    @Test("Quotations in quotations are all there, the outer one first")
    func nested() {
        let text = HTMLText.marked(
            fragment: "<blockquote>a<blockquote>b</blockquote>c</blockquote>d")
        #expect(text.text == "a\n\nb\n\nc\n\nd")
        #expect(
            text.quotations.map { $0.span.words(of: text.text) } == ["a\n\nb\n\nc", "b"])
    }

    @Test("50,000 elements in one another are no trouble")
    func deep() {
        let count = 50_000
        let html =
            String(repeating: "<blockquote>", count: count) + "x"
            + String(repeating: "</blockquote>", count: count)
        let text = HTMLText.marked(fragment: html)
        #expect(text.text == "x")
        #expect(text.quotations.count == count)
    }
}

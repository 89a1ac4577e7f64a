import TestSupport
import Testing

@testable import DiscussionReporting

@Suite("Pages built from nodes")
struct HTMLNodeTests {
    private func text(@HTMLContent _ content: () -> [HTMLNode]) -> String {
        HTMLWriter.text(of: content())
    }

    @Test("Nothing gives nothing, and an element stands with its attributes and content")
    func elements() {
        #expect(text {}.isEmpty)
        #expect(
            text { HTMLNode(.p, .class("a b"), .set(.tabindex, -1)) { "Hello" } }
                == "<p class=\"a b\" tabindex=\"-1\">Hello</p>")
        #expect(text { HTMLNode(.input, .set(.type, "search")) } == "<input type=\"search\">")
        #expect(text { HTMLNode(.details, .set(.open)) {} } == "<details open></details>")
    }

    @Test("Words stay words, in text and in attributes")
    func escaping() {
        let words = "<script>alert('x')</script> & \"y\""
        #expect(
            text { HTMLNode(.p, .set(.title, words)) { words } }
                == "<p title=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;\">"
                + "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;</p>")
    }

    @Test("Characters that act are shown as signs, line ends and tabs stay")
    func controls() {
        #expect(text { "a\u{0}b\u{202E}c\r\nd\te\u{200B}" } == "a␀b⟨U+202E⟩c\nd\te⟨U+200B⟩")
    }

    @Test("Only http and https are addresses")
    func addresses() {
        for good in ["http://example.org/", "HTTPS://example.org/a?b=c&d#e"] {
            #expect(WebAddress(good)?.text == good)
        }
        for bad in [
            nil, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://example.org", "//a.b",
            "data:text/html,x", "https://a b", "https://a\nb", "http:/a", "vbscript:x",
            "https://a\\b",
            "/page", "https://a\u{85}b",
        ] {
            #expect(WebAddress(bad) == nil, "\(bad ?? "nil")")
        }
    }

    @Test("Nodes that wait hold no less-than sign, and mean the same")
    func deferred() {
        let nodes = [
            HTMLNode(.p, .class("text")) { "</script><script>" },
            HTMLNode(.b) { "plain" },
        ]
        #expect(
            DeferredNodes.element(nodes, class: "nodes")
                == #"<script type="application/json" class="nodes">"#
                + #"[["p",{"class":"text"},"\u003c/script>\u003cscript>"],["b",0,"plain"]]</script>"#
        )
    }

    @Test("Numbers of drawings are short")
    func numbers() {
        #expect(DrawnNumber.text(12) == "12")
        #expect(DrawnNumber.text(-0.04) == "0")
        #expect(DrawnNumber.text(-1.26) == "-1.3")
        #expect(DrawnNumber.text(.nan) == "0")
    }
}

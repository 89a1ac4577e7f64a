import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReporting

@Suite("The report as a page")
struct HTMLReportTests {
    private static let provenance = ReportProvenance(
        version: "1.2.3", command: ["rejoinder", "report", "it's here.txt"],
        settings: [.init(name: "Believed", value: "the source's replies")])

    private static let samples: [Analysis] =
        [
            SampleAnalysis.footbridge, SampleAnalysis.millpond, SampleAnalysis.silence,
            HostileAnalysis.names,
        ] + (UInt64(0)..<40).map { RandomAnalysis.make(seed: $0) }

    private func page(_ analyses: [Analysis]) -> String {
        HTMLReport.text(of: analyses, provenance: Self.provenance)
    }

    /// The page without its own style and script.
    private func content(of page: String) -> String {
        page.replacing(ReportResources.style, with: "").replacing(ReportResources.script, with: "")
    }

    @Test("A page may load nothing and run nothing but its own")
    func policy() {
        let page = page([SampleAnalysis.millpond])
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!page.contains("unsafe"))
        #expect(page.hasPrefix("<!DOCTYPE html>\n"))
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test("Whatever strangers write, only our own elements and attributes come about")
    func safety() {
        let tags = Set(HTMLTag.allCases.map(\.rawValue)).union([
            "html", "head", "meta", "body", "style", "script", "title",
        ])
        for analysis in Self.samples {
            let content = content(of: page([analysis]))
            for match in content.matches(of: #/<\/?([A-Za-z][^\s\/>]*)/#) {
                #expect(tags.contains(String(match.output.1)), "\(match.output.1)")
            }
            #expect(content.matches(of: #/\son[a-z]+=/#.ignoresCase()).isEmpty)
            #expect(!content.contains(" style="))
            #expect(
                content.unicodeScalars.allSatisfy { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A: true
                    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
                    default: true
                    }
                })
        }
    }

    @Test("Every link inside the page has its place, and no place is named twice")
    func links() {
        for analyses in [[SampleAnalysis.footbridge, SampleAnalysis.millpond]]
            + Self.samples.map({ [$0] })
        {
            let content = content(of: page(analyses))
            let places = content.matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
            #expect(Set(places).count == places.count)
            for match in content.matches(of: #/href="#([^"]*)"/#) {
                #expect(places.contains(String(match.output.1)), "\(match.output.1)")
            }
            for match in content.matches(of: #/aria-labelledby="([^"]*)"/#) {
                #expect(places.contains(String(match.output.1)), "\(match.output.1)")
            }
        }
    }

    @Test("Every comment stands in the page with its words, in small discussions as elements")
    func comments() {
        let page = page([SampleAnalysis.millpond])
        for (index, comment) in SampleAnalysis.millpond.discussion.comments.enumerated() {
            #expect(page.contains("id=\"d1-c\(index + 1)\""))
            #expect(page.contains(comment.text) || page.contains("class=\"cue\""))
        }
    }

    @Test("A reply tells whom it answers, how sure that is, why, and how it takes it")
    func replies() throws {
        let page = page([SampleAnalysis.millpond])
        let start = try #require(page.range(of: "id=\"d1-c2\""))
        let end = try #require(page.range(of: "id=\"d1-c3\""))
        let comment = page[start.lowerBound..<end.lowerBound]
        #expect(comment.contains("href=\"#d1-c1\""))
        #expect(comment.contains("88 % sure"))
        #expect(comment.contains("<b>adjacency</b> (stands close by): <bdi>the one before</bdi>"))
        #expect(comment.contains("disagrees 94 %"))
        #expect(comment.contains("<span class=\"cue\" title=\"opening: No, it has not.\">"))
    }

    @Test("Quoted words and names lead to where they come from")
    func sources() {
        let page = page([SampleAnalysis.footbridge])
        #expect(
            page.contains(
                "<a class=\"quoted\" href=\"#d1-article\" title=\"Words of the article\">"
                    + "nobody has said why</a>"))
        #expect(
            page.contains(
                "<a class=\"mention\" href=\"#d1-c1\" title=\"Odd Lund, #1\">@Odd Lund</a>"))
    }

    @Test("Unsure answers look unsure, inferred authors are called that")
    func unsure() {
        let page = page([SampleAnalysis.footbridge])
        #expect(page.contains("class=\"comment depth-3 unsure\" id=\"d1-c6\""))
        #expect(page.contains("unsure, 50 %"))
        #expect(page.contains("author inferred, 90 %"))
    }

    @Test("Of many comments most wait as data, each once")
    func large() {
        let page = page([LargeAnalysis.make(comments: 1_234)])
        let blocks = page.matches(of: #/class="nodes">/#)
        #expect(blocks.count == 12)
        for ordinal in 1...1_234 {
            let places = page.ranges(of: "\"d1-c\(ordinal)\"").count
            #expect(places == 1, "\(ordinal)")
        }
        #expect(page.contains("The first 100 of 1\u{202F}234 comments are here"))
    }

    @Test("Several discussions have an overview, and later ones wait when there is much")
    func several() {
        let analyses = (0..<4).map { _ in LargeAnalysis.make(comments: 400) }
        let page = page(analyses)
        #expect(page.contains("<h1>4 discussions</h1>"))
        #expect(page.matches(of: #/class="rest">/#).count == 2)
        #expect(page.contains("href=\"#d4\""))
        #expect(!self.page([analyses[0]]).contains("id=\"overview\""))
    }

    @Test("How the page was made is told, the command as a shell takes it")
    func making() {
        let page = page([SampleAnalysis.footbridge])
        #expect(page.contains("Rejoinder 1.2.3"))
        #expect(page.contains("rejoinder report &#39;it&#39;\\&#39;&#39;s here.txt&#39;"))
        #expect(page.contains("1 discussion as text"))
        #expect(page.contains("encoding-guessed"))
    }

    @Test("The figures that it tells of its accuracy are those of Documentation/Accuracy.md")
    func accuracy() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/Accuracy.md")
        let table = try String(contentsOf: file, encoding: .utf8)
        let words = ReportAccount.statements.map(\.words).joined(separator: " ")
        for (told, row) in [
            ("28,277", "| parent right, all 28277 posts |"),
            ("89.5 %", "| 0.846 | 0.895 |"), ("96 %", "| 0.219 | 0.964 |"),
            ("six of ten", "| share inferred | 1.000 | 1.000 | 0.416 |"),
        ] {
            #expect(words.contains(told))
            #expect(table.contains(row), "\(row)")
        }
    }

    @Test("The same analyses give the same bytes, in one piece or in parts")
    func sameBytes() {
        var report = HTMLReport(provenance: Self.provenance)
        var parts = ""
        for analysis in Self.samples.prefix(6) { report.append(analysis) { parts += $0 } }
        #expect(
            report.opening() + parts + report.closing() == page(Array(Self.samples.prefix(6))))
    }
}

import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionReporting

/// What tries pages in a real browser; `Scripts/browser-environment.sh` makes it.
private let browser: OutsideTool? =
    OutsideTool("chromium") == nil || OutsideTool("chromedriver") == nil
    ? nil
    : .python(
        with: ["selenium", "axe_selenium_python"], namedBy: "REJOINDER_BROWSER_PYTHON")

@Suite(
    "The report in a browser",
    .enabled(
        if: browser != nil,
        "needs chromium, chromium-driver and a Python with selenium and axe-selenium-python"),
    .serialized)
struct BrowserTests {
    @Test("Chromium shows it, follows its links, finds nothing to object to and loads nothing")
    func pages() throws {
        let scratch = try ScratchFolder()
        for (name, analyses) in Self.pages {
            try scratch.write(
                HTMLReport.text(
                    of: analyses,
                    provenance: ReportProvenance(version: "0", command: ["rejoinder", "report"])),
                to: name)
        }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Peers/report_in_browser.py")
        let output = try #require(browser).run([script.path, scratch.path])
        #expect(output.status == 0, "\(output.text)\(output.errors)")
    }

    /// The pages by the names under which the script knows them.
    private static let pages: [(String, [Analysis])] = [
        ("single.html", [SampleAnalysis.millpond]),
        ("several.html", [SampleAnalysis.footbridge, SampleAnalysis.millpond]),
        ("hostile.html", [hostile, HostileAnalysis.names]),
        ("middling.html", [LargeAnalysis.make(comments: 700)]),
        ("large.html", [LargeAnalysis.make(comments: 10_000)]),
        ("many.html", (0..<30).map { LargeAnalysis.make(comments: 40 + $0) }),
    ]

    /// Comments that want to be more than text.
    private static let hostile: Analysis = {
        let texts = [
            "<script>window.harmed = true</script><img src=x onerror='window.harmed = true'>"
                + "</script><svg onload='window.harmed = true'></p></div></main>",
            "[a](javascript:window.harmed=true) javascript:window.harmed=true",
            "left \u{202E}right\u{2066} and \u{0}nothing\u{7}",
            String(repeating: "😀", count: 10_000),
            String(repeating: "long", count: 5_000),
            "{\"a\": \"\\u003c/script>\"} \\ \u{2028} ]]> -->",
        ]
        let comments = texts.enumerated().map { index, text in
            Comment(
                id: "<\(index)>", nameAsWritten: text, text: text,
                url: "javascript:window.harmed=true")
        }
        let names = texts.map { Commenter(id: $0, name: String($0.prefix(60))) }
        return Analysis(
            discussion: Discussion(
                id: "\"><script>window.harmed = true</script>", source: "</title>",
                format: "text",
                article: Article(
                    title: "</title><script>window.harmed = true</script>",
                    author: "<b>x</b>", url: "JavaScript:window.harmed=true", body: texts[0]),
                comments: comments,
                findings: [
                    Finding(id: "<i>", severity: .note, message: texts[0], file: "<u>")
                ]),
            graph: ReplyGraph(
                commenters: names,
                authorships: names.indices.map { Authorship(commenter: $0) },
                mentions: [
                    Mention(
                        comment: 2, commenter: 0, span: TextSpan(start: 0, end: 9),
                        written: texts[0])
                ],
                quotations: [
                    Quotation(
                        comment: 3, span: TextSpan(start: 2, end: 90_000), source: 1,
                        sourceSpan: TextSpan(start: 0, end: 3), similarity: 1)
                ],
                replies: names.indices.map { index in
                    Reply(
                        from: index + 1, to: index, confidence: 0.4,
                        evidence: [Evidence(kind: .echo, detail: texts[0], weight: 1)],
                        stance: Stance(
                            agree: 0, neutral: 0.25, disagree: 0.75,
                            cues: [
                                StanceCue(
                                    kind: "<script>", detail: texts[0],
                                    span: TextSpan(start: 1, end: 4), weight: 1)
                            ]))
                }),
            stances: DiscussionStances(chains: [
                DisagreementChain(
                    kind: .chain, comments: [0, 1, 2, 3], participants: [0, 1, 2], mean: 0.75)
            ]),
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []), threads: []),
            summary: DiscussionSummary(sentences: [
                SummarySentence(comment: 1, span: TextSpan(start: 0, end: 9), text: texts[0])
            ]))
    }()
}

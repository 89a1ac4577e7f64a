import DiscussionModel
import DiscussionReporting
import TestSupport
import Testing

@Suite("Reports")
struct ReportTests {
    private static let samples: [Analysis] =
        [SampleAnalysis.footbridge, SampleAnalysis.millpond, HostileAnalysis.names]
        + [SampleAnalysis.silence]
        + (UInt64(0)..<40).map { RandomAnalysis.make(seed: $0) }

    @Test("Summaries are as the golden files have them")
    func golden() throws {
        for (form, ending) in [
            (SummaryReport.Form.text, "txt"), (.markdown, "md"), (.json, "json"),
        ] {
            let report = SummaryReport(as: form)
            let texts = [
                SampleAnalysis.footbridge, SampleAnalysis.silence, SampleAnalysis.millpond,
            ].map { report.text(of: $0) }
            try expectGolden(
                texts.joined(separator: report.separator), "summary.\(ending)")
        }
    }

    @Test("The outcome is as the golden file has it")
    func outcome() throws {
        let report = OutcomeReport()
        try expectGolden(
            report.text(of: SampleAnalysis.footbridge) + report.text(of: SampleAnalysis.silence)
                + report.text(of: SampleAnalysis.millpond),
            "outcome.txt")
    }

    @Test("The busiest pairs and the longest threads come first and are few")
    func ranking() {
        let names = ["A", "B", "C", "D", "E", "F", "G", "H"]
        // Thread k is opened by person 0 and answered k times, by person k.
        var comments: [Comment] = []
        var (authors, replies, threads) = ([Int](), [Reply](), [CommentThread]())
        func add(_ author: Int, to target: Int) {
            comments.append(Comment(id: "\(comments.count + 1)", text: "Well."))
            authors.append(author)
            replies.append(
                Reply(
                    from: comments.count, to: target, confidence: 1,
                    evidence: [Evidence(kind: .default, detail: "", weight: 1)]))
        }
        for thread in 1..<8 {
            add(0, to: 0)
            let root = comments.count
            for _ in 0..<thread { add(thread, to: root) }
            threads.append(
                CommentThread(
                    root: root, comments: Array(root...comments.count), commenters: 2, depth: 2))
        }
        let analysis = Analysis(
            discussion: Discussion(id: "x", source: "x", format: "text", comments: comments),
            graph: ReplyGraph(
                commenters: names.map { Commenter(id: $0, name: $0) },
                authorships: authors.map { Authorship(commenter: $0) }, replies: replies),
            measures: DiscussionMeasures(
                comments: [], commenters: [], engagement: Engagement(measures: []),
                threads: threads),
            summary: DiscussionSummary())
        let lines = SummaryReport().text(of: analysis).split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.contains("→") } == [
                "  H → A  7 replies", "  G → A  6 replies", "  F → A  5 replies",
                "  E → A  4 replies", "  D → A  3 replies",
            ])
        #expect(
            lines.suffix(3) == [
                "  1. [28] A: 8 comments by 2 commenters, 2 deep",
                "  2. [21] A: 7 comments by 2 commenters, 2 deep",
                "  3. [15] A: 6 comments by 2 commenters, 2 deep",
            ])
    }

    @Test("No line is wider than the terminal, and nothing of a stranger steers it")
    func safety() {
        for width in [60, 80, 120] {
            for analysis in Self.samples {
                let text =
                    SummaryReport(width: width).text(of: analysis)
                    + OutcomeReport(width: width).text(of: analysis)
                for line in text.split(separator: "\n") {
                    #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
                }
                #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || isHarmless($0) })
            }
        }
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    @Test("Colour adds escapes and changes no word")
    func color() {
        for analysis in Self.samples.prefix(3) {
            let plain =
                SummaryReport().text(of: analysis) + OutcomeReport().text(of: analysis)
            let colored =
                SummaryReport(isColored: true).text(of: analysis)
                + OutcomeReport(isColored: true).text(of: analysis)
            #expect(colored != plain)
            #expect(colored.replacing(#/\x1B\[[0-9;]*m/#, with: "") == plain)
        }
    }

    @Test("In Markdown nothing of a stranger is markup")
    func markdown() {
        var analysis = SampleAnalysis.footbridge
        analysis.discussion.article.title = "# <script>*a* [b](c) | `d` & ~~e~~"
        let text = SummaryReport(as: .markdown).text(of: analysis)
        #expect(
            text.hasPrefix(
                ##"## \# \<script\>\*a\* \[b\](c) \| \`d\` \& \~\~e\~\~"##))
    }

    @Test("A JSON summary is one line")
    func json() {
        for analysis in Self.samples {
            let text = SummaryReport(as: .json).text(of: analysis)
            #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 1)
            #expect(text.hasSuffix("}\n"))
        }
    }
}

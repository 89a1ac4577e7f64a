import DiscussionModel
import DiscussionReporting
import Foundation
import TestSupport
import Testing

@Suite("Answers about people, comments and words")
struct ShowReportTests {
    private static let samples: [Analysis] =
        [SampleAnalysis.footbridge, SampleAnalysis.millpond, HostileAnalysis.names]
        + (UInt64(0)..<30).map { RandomAnalysis.make(seed: $0) }

    private static let hits = HostileText.names.map { name in
        SearchHit(
            discussion: name, title: name, comment: name, name: name, nameConfidence: 0.8,
            passage: [
                .init(text: "… said \(name) ", isMatch: false), .init(text: name, isMatch: true),
            ], rank: -1,
            answer: .init(
                comment: name, name: name, confidence: 0.5,
                evidence: [Evidence(kind: .mention, detail: name, weight: 1)],
                stance: Stance(agree: 0.1, neutral: 0.2, disagree: 0.7)))
    }

    private func texts(
        of analysis: Analysis, as form: ShowReport.Form = .text, isColored: Bool = false,
        width: Int = 80
    ) -> [String] {
        let report = ShowReport(as: form, isColored: isColored, width: width)
        return analysis.graph.commenters.indices.map { report.text(of: $0, in: analysis) }
            + analysis.discussion.comments.indices.prefix(20).map {
                report.text(ofComment: $0 + 1, in: analysis)
            }
    }

    @Test("A person's comments stand with what they answer, why, and who answered them")
    func commenter() {
        let lines = ShowReport().text(of: 1, in: SampleAnalysis.footbridge)
            .split(separator: "\n").map(String.init)
        #expect(lines[0] == "The footbridge opens in spring")
        #expect(lines.contains { $0.hasPrefix("Bea · 1 comment · ") })
        #expect(lines.contains { $0.hasPrefix("[c2] Bea · 2021-03-04T10:00:00") })
        #expect(lines.contains { $0.hasPrefix("  - answers [c1] Odd Lund, ") })
        #expect(lines.contains("    @Odd Lund: the mayor did say why, in June."))
        #expect(lines.contains { $0.hasPrefix("  - answered by [c3] Mara Quill (inferred, 90 %)") })
        #expect(lines.contains("Named by"))
    }

    @Test("A comment stands between what is above and what is below it")
    func comment() throws {
        let text = ShowReport().text(ofComment: 2, in: SampleAnalysis.footbridge)
        let above = try #require(text.range(of: "Above it\n  - [c1] Odd Lund"))
        let own = try #require(text.range(of: "\n[c2] Bea"))
        let below = try #require(text.range(of: "Below it\n  - [c3] Mara Quill"))
        #expect(above.upperBound < own.lowerBound && own.upperBound < below.lowerBound)
        #expect(ShowReport().text(ofComment: 9, in: SampleAnalysis.footbridge) == "")
    }

    @Test("What was corrected is told to be")
    func corrected() {
        var analysis = SampleAnalysis.footbridge
        let correction = Correction(comment: "c2", value: .stance(.disagree), note: "I asked her")
        analysis.graph.replies[1].evidence.insert(correction.evidence, at: 0)
        analysis.graph.replies[1].stance = Stance(.disagree, correctedBy: correction)
        analysis.graph.authorships[1].inference = AuthorInference(
            confidence: 1, evidence: [correction.evidence])
        let text = ShowReport().text(ofComment: 2, in: analysis)
        #expect(text.contains("[c2] Bea (corrected)"))
        #expect(text.contains("  - answers [c1] Odd Lund, corrected: I asked her"))
        #expect(text.contains("  - disagrees, corrected: I asked her\n"))
        let outcome = OutcomeReport(width: 120).text(of: analysis)
        #expect(outcome.contains(", 1 author corrected, "))
        #expect(outcome.contains("replies: 1 corrected, "))
    }

    @Test("No line is wider than the terminal, and nothing of a stranger steers it")
    func safety() {
        for width in [60, 80] {
            let found = ShowReport(width: width).text(of: Self.hits, of: 99, for: "\u{1B}[1mred")
            for text in Self.samples.flatMap({ texts(of: $0, width: width) }) + [found] {
                for line in text.split(separator: "\n") {
                    #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
                }
                #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || isHarmless($0) })
            }
        }
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2060...0x206F: false
        default: true
        }
    }

    @Test("Colour adds escapes and changes no word")
    func color() {
        let plain =
            texts(of: SampleAnalysis.footbridge).joined()
            + ShowReport().text(of: Self.hits, of: Self.hits.count, for: "x")
        let colored =
            texts(of: SampleAnalysis.footbridge, isColored: true).joined()
            + ShowReport(isColored: true).text(of: Self.hits, of: Self.hits.count, for: "x")
        #expect(colored != plain)
        #expect(colored.replacing(#/\x1B\[[0-9;]*m/#, with: "") == plain)
    }

    @Test("In Markdown nothing of a stranger is markup, and what was searched for is set off")
    func markdown() {
        var analysis = SampleAnalysis.footbridge
        analysis.discussion.comments[1].text = "# <b>*a*\n- [b](c)\n1. one\n    code"
        let text = ShowReport(as: .markdown).text(ofComment: 2, in: analysis)
        #expect(
            text.contains(
                ##"> \# \<b\>\*a\*  \##n> \- \[b\](c)  \##n> 1\. one  \##n> code\##n"##))
        let hit = SearchHit(
            discussion: "d", title: nil, comment: "1", name: "A",
            passage: [.init(text: "the ", isMatch: false), .init(text: "fog", isMatch: true)],
            rank: 0)
        let found = ShowReport(as: .markdown).text(of: [hit], of: 1, for: "fog")
        #expect(found.contains("> the **fog**\n"))
    }

    @Test("An answer in JSON is one line")
    func json() {
        for analysis in Self.samples {
            for text in texts(of: analysis, as: .json) {
                #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 1)
                #expect(text.hasPrefix("{\"schema\":\"rejoinder/1\",") && text.hasSuffix("}\n"))
            }
        }
        let lines = ShowReport(as: .json).text(of: Self.hits, of: 99, for: "x")
        #expect(lines.unicodeScalars.filter { $0 == "\n" }.count == Self.hits.count)
    }
}

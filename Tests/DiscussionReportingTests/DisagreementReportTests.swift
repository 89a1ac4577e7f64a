import DiscussionModel
import DiscussionReporting
import TestSupport
import Testing

@Suite("What the reports say of disagreement and camps")
struct DisagreementReportTests {
    private func lines(_ analysis: Analysis) -> [String] {
        OutcomeReport(width: 200).text(of: analysis).split(separator: "\n").map(String.init)
    }

    private func lines(
        _ change: (inout DiscussionStances) -> Void
    ) -> [String] {
        var analysis = SampleAnalysis.millpond
        change(&analysis.stances)
        return lines(analysis)
    }

    private func camps(_ verdict: StanceClustering.Verdict, z: Double?, of count: Int) -> String? {
        lines {
            $0.clustering = StanceClustering(
                verdict: verdict, z: z, clusters: Array($0.clustering.clusters.prefix(count)))
        }.first { $0.hasPrefix("  camps: ") }
    }

    @Test("Nothing is said of stances where nobody has looked for them")
    func unjudged() {
        let text = lines(SampleAnalysis.footbridge).joined()
        for word in ["stances", "disagreement", "camps"] { #expect(!text.contains(word)) }
    }

    @Test("Where there is no disagreement that goes on and no camp, the report says so")
    func calm() {
        let text = lines {
            $0 = DiscussionStances(clustering: StanceClustering(verdict: .noClearCamps, z: 0.25))
        }
        #expect(text.contains("  stances: 3 agree, 4 disagree, 1 not judged"))
        #expect(text.contains("  disagreement: none that goes on"))
        #expect(text.contains("  camps: no clear camps (z = 0.3)"))
    }

    @Test("The verdict says how sure it is")
    func verdicts() {
        #expect(camps(.camps, z: 2.5, of: 2) == "  camps: probably 2 (z = 2.5)")
        #expect(camps(.camps, z: 3.04, of: 2) == "  camps: 2 (z = 3)")
        #expect(camps(.noClearCamps, z: nil, of: 0) == "  camps: no clear camps")
        #expect(camps(.tooLittleEvidence, z: nil, of: 0) == "  camps: too little evidence to tell")
        #expect(camps(.asked, z: nil, of: 2) == "  camps: 2, as many as asked for; not tested")
        #expect(camps(.asked, z: nil, of: 0) == "  camps: none could be found")
    }

    @Test("The five most important strands are told, the longest first, branches once")
    func ranking() {
        func chain(_ kind: DisagreementChain.Kind, _ last: Int, branch: Int? = nil)
            -> DisagreementChain
        {
            DisagreementChain(
                kind: kind, comments: Array(1...last), participants: [0, 1], mean: 0.75,
                branchOf: branch, sharedComments: branch == nil ? 0 : 2)
        }
        let text = lines { stances in
            stances.chains = [
                chain(.chain, 3), chain(.chain, 4), chain(.quarrel, 4), chain(.chain, 3),
                chain(.chain, 7, branch: 3), chain(.exchange, 5, branch: 4), chain(.exchange, 3),
                chain(.chain, 3),
            ]
        }
        let told = text.filter { $0.hasPrefix("    - ") }
        #expect(
            told == [
                "    - Rolf and Signe: a chain of 7 comments; then they fall silent; 2 branches with"
                    + " 4 further comments",
                "    - Rolf and Signe: a quarrel of 4 comments; then they fall silent",
                "    - Rolf and Signe: a chain of 4 comments; then they fall silent",
                "    - Rolf and Signe: an exchange of 3 comments; then they fall silent",
                "    - Rolf and Signe: a chain of 3 comments; then they fall silent",
            ])
        #expect(text.contains("  disagreement: 1 quarrel, 2 exchanges, 5 chains"))
        #expect(text.contains("    and 1 more"))
    }

    @Test("A chain says how long it took, whether it heats up, and how it ends")
    func chainWords() {
        func told(_ change: (inout DisagreementChain) -> Void) -> String {
            let text = lines { stances in
                stances.chains = [stances.chains[0]]
                change(&stances.chains[0])
            }
            return text.first { $0.hasPrefix("    - ") }.map { String($0.dropFirst(6)) } ?? ""
        }
        let head = "Rolf and Signe: a quarrel of 4 comments within 3 hours"
        #expect(told { _ in } == head + ", perhaps cooling down; Signe has the last word")
        #expect(
            told { $0.trend = .init(slope: 0.5, pValue: 0.01) }
                == head + ", heating up; Signe has the last word")
        #expect(
            told { $0.trend = .init(slope: 0.5, pValue: 0.2) } == head + "; Signe has the last word"
        )
        #expect(
            told {
                $0.trend = nil
                $0.ending = .concession
            } == head + "; it ends with a concession")
        #expect(
            told {
                $0.trend = nil
                $0.ending = .agreement
                $0.seconds = nil
                $0.mean = 0.6
            } == "Rolf and Signe: probably a quarrel of 4 comments; then somebody agrees")
        let durations: [(Double, String)] = [
            (0, "1 minute"), (89, "1 minute"), (5_300, "88 minutes"), (7_200, "2 hours"),
            (100_000, "28 hours"), (400_000, "5 days"), (9e6, "3 months"), (9e7, "3 years"),
        ]
        for (seconds, words) in durations {
            let text = told {
                $0.trend = nil
                $0.seconds = seconds
            }
            #expect(text.contains(" within \(words); "), "\(text)")
        }
        for seconds in [-1, .nan, .infinity] {
            #expect(!told { $0.seconds = seconds }.contains("within"))
        }
    }

    @Test("The sharpest reply of a chain is told with the reasons for its stance")
    func reasons() {
        let text = lines(SampleAnalysis.millpond)
        let place = text.firstIndex { $0.hasPrefix("    - ") } ?? 0
        #expect(
            text[(place + 1)...].prefix(2) == [
                "      [m2] Signe: “No, it has not. Swifts drink there.”",
                "      because of: No, it has not.; the two are at odds",
            ])
    }

    @Test("Camps tell members, unsure ones last, and no more of them than fit")
    func members() {
        let few = lines(SampleAnalysis.millpond)
        #expect(
            few.contains("    1. 3 commenters: Signe, Pål, probably Ulla (against the article)"))
        #expect(few.contains("    2. 2 commenters: Rolf, Vera (with the article)"))
        let hostile = OutcomeReport(width: 60).text(of: HostileAnalysis.names)
        #expect(hostile.contains(" and \(HostileText.names.count / 2 - 8) more"))
        #expect(!hostile.contains("\u{1B}"))
    }

    @Test("In the Markdown of disagreement nothing of a stranger is markup")
    func markdown() {
        var analysis = SampleAnalysis.millpond
        analysis.graph.commenters[1].name = "</script>*Signe* | `x`"
        let text = SummaryReport(as: .markdown).text(of: analysis)
        #expect(text.contains(##"- Rolf and \</script\>\*Signe\* \| \`x\`: a quarrel"##))
        #expect(!text.contains("</script>"))
    }
}

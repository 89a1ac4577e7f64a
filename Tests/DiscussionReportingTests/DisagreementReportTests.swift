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

    private func camps(
        _ verdict: StanceClustering.Verdict, z: Double?, of count: Int, asked: Int? = nil
    ) -> String? {
        lines {
            $0.clustering = StanceClustering(
                verdict: verdict, z: z, asked: asked,
                clusters: Array($0.clustering.clusters.prefix(count)))
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
        #expect(text.contains("  camps: no clear camps (z = 0.3): chance gives as much"))
    }

    @Test("The verdict says how sure it is")
    func verdicts() {
        #expect(camps(.camps, z: 2.5, of: 2) == "  camps: probably 2 (z = 2.5)")
        #expect(camps(.camps, z: 3.04, of: 2) == "  camps: 2 (z = 3)")
        #expect(
            camps(.noClearCamps, z: nil, of: 0) == "  camps: no clear camps: chance gives as much")
        #expect(
            camps(.tooLittleEvidence, z: nil, of: 0)
                == "  camps: too little evidence to tell: too few take sides")
        #expect(camps(.asked, z: nil, of: 0) == "  camps: none could be found")
        #expect(camps(.asked, z: nil, of: 2) == "  camps: 2, for a number given; not tested")
    }

    @Test("Where people stand apart and there are still no camps, the verdict says why")
    func noGroups() {
        let text = camps(.noClearCamps, z: 2.14, of: 0) ?? ""
        #expect(text.hasPrefix("  camps: no clear camps (z = 2.1): some stand apart more than by"))
        #expect(text.contains("no two groups"))
        #expect(!text.contains("chance gives as much"))
    }

    @Test("Of the camps that were asked for the report says how many there are")
    func asked() {
        #expect(
            camps(.asked, z: nil, of: 2, asked: 2) == "  camps: 2, as many as asked for; not tested"
        )
        #expect(
            camps(.asked, z: nil, of: 2, asked: 6)
                == "  camps: 2 of the 6 asked for, since a camp has two commenters or more; not tested"
        )
        #expect(
            camps(.asked, z: nil, of: 0, asked: 2)?.hasPrefix("  camps: none of the 2 asked for")
                == true)
    }

    /// The sample with remarks that some of its eight comments are not in English.
    private func foreign(_ count: Int, isCalm: Bool) -> Analysis {
        var analysis = SampleAnalysis.millpond
        if isCalm {
            analysis.stances = DiscussionStances(
                clustering: StanceClustering(verdict: .noClearCamps, z: 0.5))
        }
        let verb = count == 1 ? "1 comment is" : "\(count) comments are"
        analysis.stances.findings = [
            Finding(
                id: "stance-language", severity: .note,
                message: "\(verb) not in English: and so on",
                file: "pages/millpond.txt")
        ]
        return analysis
    }

    @Test("A quarrel that could not be read is not told as peace")
    func otherLanguages() {
        let text = lines(foreign(7, isCalm: true)).joined(separator: "\n")
        #expect(text.contains("  language: 7 of 8 comments are not in English: "))
        #expect(text.contains("  disagreement: cannot be told, since most comments are not in"))
        #expect(!text.contains("none that goes on"))
        #expect(text.contains("chance gives as much; most comments are not in English"))
        let summary = SummaryReport(width: 200).text(of: foreign(7, isCalm: true))
        #expect(summary.contains("- 7 of 8 comments are not in English: "))
        let few = lines(foreign(1, isCalm: true)).joined(separator: "\n")
        #expect(few.contains("  language: 1 of 8 comments is not in English: "))
        #expect(few.contains("  disagreement: none that goes on"))
    }

    @Test("The five most important strands are told, quarrels, then the longest first")
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
                "    - Rolf and Signe: a quarrel of 4 comments; then they fall silent",
                "    - Rolf and Signe: a chain of 7 comments; then they fall silent; 1 branch",
                "    - Rolf and Signe: a chain of 4 comments; then they fall silent",
                "    - Rolf and Signe: an exchange of 3 comments; then they fall silent",
                "    - Rolf and Signe: a chain of 3 comments; then they fall silent",
            ])
        #expect(text.contains("  disagreement: 1 quarrel, 2 exchanges, 5 chains"))
        #expect(text.contains("      within it an exchange of 5 comments between Rolf and Signe"))
        #expect(text.contains("    and 1 chain more"))
    }

    @Test("Every chain of the first line is told or counted, quarrels inside longer chains too")
    func sums() {
        func chain(_ kind: DisagreementChain.Kind, _ comments: [Int], of trunk: Int? = nil)
            -> DisagreementChain
        {
            DisagreementChain(
                kind: kind, comments: comments, participants: [0, 1], mean: 0.75, branchOf: trunk,
                sharedComments: trunk == nil ? 0 : 2)
        }
        var analysis = SampleAnalysis.millpond
        analysis.stances.chains = [
            chain(.chain, [0, 1, 2, 3, 4, 5]), chain(.quarrel, [1, 2, 3, 4], of: 0),
            chain(.chain, [0, 1, 2, 6], of: 0), chain(.chain, [0, 1, 2, 7, 8], of: 0),
            chain(.exchange, [1, 2, 6], of: 2), chain(.exchange, [2, 3, 4], of: 0),
            chain(.exchange, [3, 4, 5], of: 0),
        ]
        let text = lines(analysis)
        #expect(text.contains("  disagreement: 1 quarrel, 3 exchanges, 3 chains"))
        let place = text.firstIndex { $0.hasPrefix("    - ") } ?? 0
        #expect(
            text[place...].prefix(5) == [
                "    - Rolf and Signe: a chain of 5 comments and the article; then they fall silent;"
                    + " 2 branches with 3 further comments",
                "      within it a quarrel of 4 comments between Rolf and Signe",
                "      branching from it an exchange of 3 comments between Rolf and Signe",
                "      within it an exchange of 3 comments between Rolf and Signe",
                "      and 1 exchange more",
            ])
        #expect(!text.contains { $0.hasPrefix("    and ") })
        #expect(
            SummaryReport(width: 400).text(of: analysis)
                .contains("; within it a quarrel of 4 comments between Rolf and Signe; "))
        #expect(
            SummaryReport(as: .json).text(of: analysis)
                .contains(#""within":[{"kind":"quarrel","comments":["m1","m2","m3","m4"]"#))
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

    @Test("Reasons are wrapped, so that each can be read whole")
    func longReasons() {
        var analysis = SampleAnalysis.millpond
        let details = (1...3).map {
            "the \($0). reason, which takes far more than a third of a line"
        }
        analysis.graph.replies[1].stance?.cues = details.map {
            StanceCue(kind: "words", detail: $0, weight: 1)
        }
        let text = OutcomeReport(width: 80).text(of: analysis)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("because of: " + details.joined(separator: "; ")))
    }

    @Test("What stands for a camp is told whole")
    func longRepresentative() {
        var analysis = SampleAnalysis.millpond
        let words = (1...40).map { "word\($0)" }.joined(separator: " ")
        analysis.stances.clustering.clusters[0].representative[0].text = words
        let text = OutcomeReport(width: 80).text(of: analysis)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("“\(words)”"))
    }

    @Test("People without a name are counted")
    func nameless() {
        func who(_ names: [String?]) -> String {
            var analysis = SampleAnalysis.millpond
            for (index, name) in names.enumerated() { analysis.graph.commenters[index].name = name }
            analysis.stances.chains = [
                DisagreementChain(
                    kind: .chain, comments: [1, 2, 3, 4], participants: Array(names.indices),
                    mean: 0.75)
            ]
            let line = lines(analysis).first { $0.hasPrefix("    - ") } ?? ""
            return String(line.dropFirst(6).prefix { $0 != ":" })
        }
        #expect(who([nil, nil, nil, nil]) == "4 unknown people")
        #expect(who(["Ea", nil, "Bo", nil]) == "Ea, Bo and 2 unknown people")
        #expect(who(["Ea", nil]) == "Ea and 1 unknown person")
    }

    @Test("An author of the article who does not comment is told apart from the commenters")
    func author() {
        var analysis = SampleAnalysis.millpond
        let author = analysis.graph.articleAuthor ?? 0
        analysis.stances.clustering.clusters[1].members[1].commenter = author
        let head = "    2. 1 commenter and the article's author, cohesion 0.88: "
        #expect(lines(analysis).contains { $0.hasPrefix(head) })
    }

    @Test("Camps tell members, unsure ones last, and no more of them than fit")
    func members() {
        let few = lines(SampleAnalysis.millpond)
        #expect(
            few.contains(
                "    1. 3 commenters, cohesion 0.94: Signe, Pål, probably Ulla (against the article)"
            )
        )
        #expect(few.contains("    2. 2 commenters, cohesion 0.88: Rolf, Vera (with the article)"))
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

import DiscussionModel
import Foundation
import Rejoinder
import Testing

/// The replies of a page with the stance that a reader sees in each.
private struct StanceGold: Decodable {
    struct Edge: Decodable {
        var from: Int
        var to: Int
        /// `agree`, `neutral`, `disagree`, or `mixed`, which may be taken for anything.
        var stance: String?
    }

    var document: String
    var replies: [Edge]

    /// The edges that have one right answer.
    var scored: [Edge] { replies.filter { $0.stance != nil && $0.stance != "mixed" } }
}

/// A page whose replies are those of its gold, judged.
private struct JudgedPage {
    var gold: StanceGold
    var graph: ReplyGraph
    var stances: DiscussionStances

    init(page: URL, gold file: URL) throws {
        gold = try JSONDecoder().decode(StanceGold.self, from: Data(contentsOf: file))
        var reader = try DiscussionReader(inputs: [page.path()])
        let next = reader.next()
        let discussion = try #require(next).get()
        graph = ReplyReconstructor().replyGraph(of: discussion)
        let targets = Dictionary(
            gold.replies.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        for index in graph.replies.indices {
            graph.replies[index].to = targets[graph.replies[index].from] ?? 0
        }
        stances = StanceAnalyzer().stances(of: discussion, graph: &graph)
    }

    func label(of comment: Int) -> String? {
        graph.replies.first { $0.from == comment }?.stance?.label.rawValue
    }

    /// What is not as the gold has it, as "comment: found instead of wanted".
    var wrong: [String] {
        gold.scored.compactMap { edge in
            let found = label(of: edge.from)
            return found == edge.stance
                ? nil : "\(edge.from): \(found ?? "nothing") instead of \(edge.stance ?? "")"
        }
    }

    /// Disagreement that was taken for agreement: the mistake that does most harm.
    var reversed: [Int] {
        gold.scored.filter { $0.stance == "disagree" && label(of: $0.from) == "agree" }.map(\.from)
    }
}

@Suite("The stances of pages that a reader has judged")
struct GoldStancesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let originals = ProcessInfo.processInfo.environment["REJOINDER_ORIGINALS"]
        .map { URL(filePath: $0) }
    private static let skip: ConditionTrait = .enabled(
        if: originals != nil,
        "REJOINDER_ORIGINALS is not set to a folder that holds seeds/ and gold/")

    private func sample(_ name: String) throws -> JudgedPage {
        try JudgedPage(
            page: Self.root.appending(path: "seeds/\(name).txt"),
            gold: Self.root.appending(path: "Tests/Gold/\(name).json"))
    }

    @Test("On the original page at least 15 of 22 stances are right", Self.skip)
    func original() throws {
        let folder = try #require(Self.originals)
        let page = try JudgedPage(
            page: folder.appending(path: "seeds/002_0148107ed2c4c9cd.txt"),
            gold: folder.appending(path: "gold/002_0148107ed2c4c9cd.json"))
        #expect(page.gold.scored.count == 22)
        #expect(page.gold.scored.count - page.wrong.count >= 15, "\(page.wrong)")
        for comment in [6, 8, 35] { #expect(page.label(of: comment) != "agree") }
    }

    @Test("On the page of the ferry nine stances in ten are right, and two camps stand apart")
    func ferry() throws {
        let page = try sample("ferry-coins")
        #expect(page.gold.scored.count == 45)
        #expect(page.wrong.count * 10 <= page.gold.scored.count, "\(page.wrong)")
        #expect(page.reversed.count <= 1, "\(page.reversed)")
        #expect(page.stances.clustering.verdict == .camps)
        let camps = page.stances.clustering.clusters.map { cluster in
            Set(cluster.members.compactMap { page.graph.commenters[$0.commenter].name })
        }
        #expect(camps.count == 2)
        #expect(camps.contains { $0.isSuperset(of: ["old_pilot", "Bosun Bill", "Lindiwe"]) })
        #expect(camps.contains { $0.isSuperset(of: ["quaydata", "Tamsin Reyes"]) })
    }

    @Test(
        "On the page of the goats, all irony, a third of disagreement is taken for agreement at most"
    )
    func goats() throws {
        let page = try sample("cemetery-goats")
        let disagreeing = page.gold.scored.count { $0.stance == "disagree" }
        #expect(disagreeing >= 15)
        #expect(page.reversed.count * 3 <= disagreeing, "\(page.reversed)")
    }

    @Test("The report knows how many comments the judge could not read")
    func otherLanguages() {
        let texts = [
            "Die Brücke über den Mühlbach ist zu teuer und niemand braucht sie im Winter.",
            "Das ist nicht wahr, und wer dort wohnt, der weiß es auch seit vielen Jahren.",
            "Sie haben die Rechnung nie gelesen, sonst würden Sie so etwas nicht schreiben.",
        ]
        let discussion = Discussion(
            id: "d", source: "d.txt", format: "text",
            comments: texts.enumerated().map { index, text in
                Comment(
                    id: "\(index + 1)", nameAsWritten: index == 1 ? "Bo" : "Ea",
                    text: text, statedParent: index == 0 ? nil : "\(index)")
            })
        let report = OutcomeReport().text(of: Analyzer().analysis(of: discussion))
        #expect(report.contains("  language: 3 of 3 comments are not in English"))
        #expect(!report.contains("none that goes on"))
    }

    @Test("Where people thank and remember there are no camps")
    func thanks() throws {
        let root = Self.root.appending(path: "seeds")
        for name in ["library-goodbye", "lentil-soup"] {
            var reader = try DiscussionReader(inputs: [root.appending(path: name + ".txt").path()])
            let next = reader.next()
            let analysis = Analyzer().analysis(of: try #require(next).get())
            #expect(analysis.stances.clustering.clusters.isEmpty, "\(name)")
            #expect(analysis.stances.clustering.verdict != .camps, "\(name)")
        }
    }
}

import DiscussionModel
import Foundation
import Rejoinder
import Testing

@Suite("The replies of the original page")
struct OriginalRepliesTests {
    static let folder = ProcessInfo.processInfo.environment["REJOINDER_ORIGINALS"]
        .map { URL(filePath: $0) }

    private static let skip: ConditionTrait = .enabled(
        if: folder != nil, "REJOINDER_ORIGINALS is not set to a folder that holds seeds/ and gold/")

    /// What a person wrote down of the page.
    private struct Gold: Decodable {
        struct Author: Decodable {
            var comment: Int
            var name: String?
            var inferred: String?
        }

        struct Edge: Decodable {
            var from: Int
            var to: Int
            var evidence: [String]

            /// Whether the page itself says who is answered.
            var isHard: Bool {
                !Set(evidence).isDisjoint(with: [
                    "mention", "quote", "article-quote", "article-author-address",
                ])
            }
        }

        var document: String
        var authors: [Author]
        var replies: [Edge]
        var topLevel: [Int]
        /// Further targets that are not wrong, by comment.
        var accept: [String: [Int]]
    }

    private func scored() throws -> (gold: Gold, analysis: Analysis) {
        let folder = try #require(Self.folder)
        let data = try Data(contentsOf: folder.appending(path: "gold/002_0148107ed2c4c9cd.json"))
        let gold = try JSONDecoder().decode(Gold.self, from: data)
        var reader = try DiscussionReader(inputs: [
            folder.appending(path: "seeds/" + gold.document).path()
        ])
        let next = reader.next()
        let discussion = try #require(next).get()
        return (gold, Analyzer(replies: .recover).analysis(of: discussion))
    }

    /// The edges of the gold that the analysis has otherwise, as "from to: found instead of wanted".
    private func wrong(_ edges: [Gold.Edge], _ gold: Gold, _ analysis: Analysis) -> [String] {
        edges.compactMap { edge in
            let found = analysis.graph.replies.first { $0.from == edge.from }
            let right = [edge.to] + (gold.accept[String(edge.from)] ?? [])
            if let found, right.contains(found.to) { return nil }
            let why = found?.evidence.first.map { "\($0.kind.rawValue) \($0.detail)" } ?? "nothing"
            return "\(edge.from) answers \(found?.to ?? -1) (\(why)) instead of \(edge.to)"
        }
    }

    @Test("All comments are found with their authors as written", skip)
    func authors() throws {
        let (gold, analysis) = try scored()
        let found = analysis.discussion.comments.map(\.nameAsWritten)
        #expect(found.count == 41)
        #expect(found == gold.authors.map(\.name))
    }

    @Test("The three missing authors are inferred", skip)
    func missing() throws {
        let (gold, analysis) = try scored()
        let wanted = gold.authors.filter { $0.inferred != nil }
        #expect(wanted.count == 3)
        let found = wanted.map { author -> String? in
            guard analysis.graph.authorships.indices.contains(author.comment - 1) else {
                return nil
            }
            let authorship = analysis.graph.authorships[author.comment - 1]
            guard authorship.inference != nil else { return nil }
            return analysis.graph.commenters[authorship.commenter].name
        }
        #expect(found == wanted.map(\.inferred))
    }

    @Test("Every edge that a mention or quotation shows is right", skip)
    func hardEdges() throws {
        let (gold, analysis) = try scored()
        let wrong = wrong(gold.replies.filter(\.isHard), gold, analysis)
        #expect(wrong == [])
    }

    @Test("Of the edges that a reader infers at least four in six are right", skip)
    func softEdges() throws {
        let (gold, analysis) = try scored()
        let soft = gold.replies.filter { !$0.isHard }
        let wrong = wrong(soft, gold, analysis)
        #expect(soft.count - wrong.count >= 4, "\(wrong)")
    }

    @Test("At most one top-level comment is attached to another comment", skip)
    func topLevel() throws {
        let (gold, analysis) = try scored()
        let wrong = wrong(
            gold.topLevel.map { Gold.Edge(from: $0, to: 0, evidence: []) }, gold, analysis)
        #expect(wrong.count <= 1, "\(wrong)")
    }
}

import DiscussionModel
import DiscussionReading
import DiscussionReporting
import DiscussionStorage
import Rejoinder
import TestSupport
import Testing

@Suite("Analyses with corrections")
struct CorrectedAnalysisTests {
    /// A dispute of two in front of others.
    private static let talk = Discussion(
        id: "talk", source: "talk.txt", format: "text",
        article: Article(title: "The weir", body: "The weir on the river will be taken down."),
        comments: [
            ("Ada", "The weir should stay, the fish ladder works very well."),
            ("Ben", "@Ada no, that is wrong, it does not work at all."),
            ("Ada", "@Ben you are wrong, I have counted the trout myself."),
            ("Ben", "@Ada nonsense, you counted nothing and that is not true."),
            ("Cid", "@Ada I agree, well said."),
        ].enumerated().map { at, comment in
            Comment(id: "\(at + 1)", nameAsWritten: comment.0, text: comment.1)
        })

    private func random(_ seed: UInt64) -> (Discussion, Corrections) {
        var random = SeededGenerator(seed: seed &* 7 &+ 1)
        var talk = Self.talk
        talk.id = "talk-\(seed)"
        talk.comments = (0..<Int.random(in: 2...14, using: &random)).map { at in
            var comment = Self.talk.comments.randomElement(using: &random) ?? Self.talk.comments[0]
            comment.id = "c\(at)"
            return comment
        }
        let ids = talk.comments.map(\.id)
        let corrections = (0..<6).compactMap { _ in
            let words: [String] = [ids.randomElement(using: &random) ?? "0", "=Tove", "disagree"]
            return Correction(
                comment: ids.randomElement(using: &random) ?? "c0",
                field: Correction.Field.allCases.randomElement(using: &random) ?? .to,
                words: words.randomElement(using: &random) ?? "0",
                note: Bool.random(using: &random) ? "\"so\", he\nsaid" : nil)
        }
        return (talk, Corrections(corrections))
    }

    @Test("A stance that was set is the reply's, and chains follow from it")
    func stances() {
        let before = Analyzer().analysis(of: Self.talk)
        #expect(before.stances.chains.contains { $0.comments.contains(4) })
        let peace = (2...4).map { Correction(comment: "\($0)", value: .stance(.agree)) }
        let after = Analyzer().analysis(of: Self.talk, corrections: Corrections(peace))
        #expect(after.stances.chains.isEmpty)
        for reply in after.graph.replies where (2...4).contains(reply.from) {
            #expect(reply.stance?.label == .agree && reply.stance?.probability == 1)
            #expect(reply.stance?.cues.map(\.kind) == ["corrected"])
        }
    }

    @Test("Without corrections nothing changes, and one that cannot be applied is a finding")
    func findings() {
        let before = Analyzer().analysis(of: Self.talk)
        #expect(Analyzer().analysis(of: Self.talk, corrections: Corrections()) == before)
        var after = Analyzer().analysis(
            of: Self.talk,
            corrections: Corrections([Correction(comment: "77", value: .target("1"))]))
        #expect(after.graph.findings.map(\.id) == ["correction-not-applied"])
        after.graph.findings = []
        #expect(after == before)
    }

    @Test("Corrections that are exported and read into a fresh store give the same analysis")
    func exported() throws {
        let scratch = try ScratchFolder()
        let first = try DiscussionStore(path: scratch.file("first.sqlite"))
        let second = try DiscussionStore(path: scratch.file("second.sqlite"))
        var all: [(String, Corrections)] = []
        for seed in 0..<25 as Range<UInt64> {
            let (talk, corrections) = random(seed)
            let analysis = Analyzer().analysis(of: talk)
            try first.save(analysis)
            try second.save(analysis)
            all.append((talk.id, corrections))
        }
        func apply(_ corrections: [(String, Corrections)], to store: DiscussionStore) throws {
            let wanted = Dictionary(uniqueKeysWithValues: corrections)
            _ = try store.correct(corrections.map(\.0)) { key, analysis, stored in
                for correction in wanted[key]?.all ?? [] { stored.set(correction) }
                return Analyzer(replies: analysis.replyMode ?? .auto)
                    .analysis(of: analysis.discussion, corrections: stored)
            }
        }
        try apply(all, to: first)
        let table =
            try CorrectionTable.header
            + first.allCorrections().map { CorrectionTable.row(of: $1, in: $0) }.joined()
        let reader = CorrectionReader(Array(table.utf8))
        #expect(reader.problems.isEmpty)
        var read: [String: Corrections] = [:]
        for row in reader.rows { read[row.discussion, default: Corrections()].set(row.correction) }
        #expect(read.keys.sorted() == all.map(\.0).sorted())
        try apply(all.map { ($0.0, read[$0.0] ?? Corrections()) }, to: second)
        func bytes(_ store: DiscussionStore) throws -> [[UInt8]] {
            var result: [[UInt8]] = []
            try store.forEachAnalysis { result.append(AnalysisJSON().bytes(of: $0)) }
            return result
        }
        #expect(try bytes(first) == bytes(second))
        // The source analysed again gives the same.
        let stored = try first.corrections()
        for seed in 0..<25 as Range<UInt64> {
            let talk = random(seed).0
            let again = Analyzer().analysis(of: talk, corrections: stored.corrections(of: talk))
            #expect(try first.analysis(ofDiscussion: talk.id) == again)
        }
    }

    @Test("What a store gives back is analysed as the source was")
    func exact() throws {
        let scratch = try ScratchFolder()
        let store = try DiscussionStore(path: scratch.file("store.sqlite"))
        for seed in 0..<30 as Range<UInt64> {
            var discussion = RandomAnalysis.make(seed: seed).discussion
            discussion.id = "d\(seed)"
            let mode = ReplyMode.allCases[Int(seed) % 3]
            let analysis = Analyzer(replies: mode).analysis(of: discussion)
            try store.save(analysis)
            let loaded = try #require(try store.analysis(ofDiscussion: discussion.id))
            let again = Analyzer(replies: loaded.replyMode ?? .auto)
                .analysis(of: loaded.discussion)
            #expect(AnalysisJSON().document(of: again) == AnalysisJSON().document(of: loaded))
        }
    }
}

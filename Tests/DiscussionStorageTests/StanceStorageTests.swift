import DiscussionModel
import DiscussionStorage
import Foundation
import TestSupport
import Testing

@Suite(
    "Stances, chains and camps in the store",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct StanceStorageTests {
    private let scratch: ScratchFolder
    private let path: String

    init() throws {
        scratch = try ScratchFolder()
        path = scratch.file("store.sqlite")
    }

    private func rows(_ statement: String) throws -> [String] {
        let tool = try #require(OutsideTool("sqlite3"))
        let output = try tool.run(
            ["-bail", path], input: "PRAGMA foreign_keys = ON; \(statement);")
        #expect(output.status == 0, "\(output.errors)")
        return output.text.split(separator: "\n").map(String.init)
    }

    private func read() throws -> [Analysis] {
        var analyses: [Analysis] = []
        try DiscussionStore(path: path, for: .reading).forEachAnalysis { analyses.append($0) }
        return analyses
    }

    private static let tables = [
        "stance_cue", "chain", "chain_comment", "chain_participant", "clustering", "cluster",
        "cluster_member", "cluster_term", "cluster_comment", "cluster_opponent",
    ]

    @Test("They come back as they were saved")
    func roundTrip() throws {
        let store = try DiscussionStore(path: path)
        for sample in [SampleAnalysis.millpond, HostileAnalysis.names] { try store.save(sample) }
        let (saved, hostile) = (try read()[0], try read()[1])
        #expect(saved == SampleAnalysis.millpond)
        #expect(hostile.stances == HostileAnalysis.names.stances)
        #expect(hostile.graph.replies == HostileAnalysis.names.graph.replies)
    }

    @Test("Replacing a discussion leaves nothing of its old stances, chains and camps")
    func replacing() throws {
        let store = try DiscussionStore(path: path)
        func counts() throws -> [String] {
            try Self.tables.flatMap { try rows("SELECT count(*) FROM \($0)") }
        }
        try store.save(SampleAnalysis.millpond)
        let once = try counts()
        #expect(!once.contains("0"))
        try store.save(SampleAnalysis.millpond)
        #expect(try counts() == once)
        var bare = SampleAnalysis.millpond
        bare.stances = DiscussionStances()
        for index in bare.graph.replies.indices { bare.graph.replies[index].stance = nil }
        bare.graph.alsoAnswers = []
        bare.summary.camps = []
        try store.save(bare)
        #expect(try counts() == ["0", "0", "0", "0", "1", "0", "0", "0", "0", "0"])
        #expect(try read() == [bare])
    }

    @Test("A row of branches of any length can be saved and replaced")
    func manyBranches() throws {
        let store = try DiscussionStore(path: path)
        var analysis = SampleAnalysis.millpond
        analysis.stances.chains = (0..<3_000).map { index in
            var chain = SampleAnalysis.millpond.stances.chains[min(index, 1)]
            chain.branchOf = index == 0 ? nil : index - 1
            return chain
        }
        try store.save(analysis)
        try store.save(analysis)
        #expect(try read() == [analysis])
        try store.save(SampleAnalysis.millpond)
        #expect(try rows("SELECT count(*) FROM chain") == ["2"])
    }

    @Test("The view disagreement tells each chain in a row")
    func disagreement() throws {
        let store = try DiscussionStore(path: path)
        var analysis = SampleAnalysis.millpond
        analysis.stances.chains[0].trend?.pValue = 0.03125
        analysis.stances.chains.append(
            DisagreementChain(kind: .chain, comments: [0, 1, 2], participants: [0, 1], mean: 0.5))
        analysis.graph.commenters[1].name = nil
        try store.save(analysis)
        #expect(
            try rows("SELECT * FROM disagreement") == [
                "millpond|1|quarrel|Rolf, (unknown)|4|0.81|3.0|cools down|last word||"
                    + "High time. The pond has smelled for years.",
                "millpond|2|chain|Rolf, (unknown), Ulla|4|0.79|5.0||silence|1|"
                    + "High time. The pond has smelled for years.",
                "millpond|3|chain|Rolf, (unknown)|3|0.5|||silence||The mill pond will be drained",
            ])
    }

    @Test("The view camps tells each camp in a row, and none where there are none")
    func camps() throws {
        let store = try DiscussionStore(path: path)
        try store.save(SampleAnalysis.footbridge)
        try store.save(SampleAnalysis.millpond)
        #expect(
            try rows("SELECT * FROM camps") == [
                "millpond|1|3|Signe, Pål, Ulla|0.94|against|2 (3 of 3)|swifts, forty|"
                    + "Swifts drink there.",
                "millpond|2|2|Rolf, Vera|0.88|with|1 (1 of 2)||",
            ])
        #expect(
            try rows("SELECT name, cluster FROM commenter WHERE cluster IS NOT NULL") == [
                "Rolf|2", "Signe|1", "Pål|1", "Ulla|1", "Vera|2",
            ])
    }

    @Test("who_replies_to_whom counts agreement and disagreement")
    func whoRepliesToWhom() throws {
        try DiscussionStore(path: path).save(SampleAnalysis.millpond)
        let edges = CommenterGraph(SampleAnalysis.millpond.graph).edges.map {
            "\($0.from)|\($0.to)|\($0.replies)|\($0.agree)|\($0.disagree)"
        }
        #expect(
            edges == ["0|1|1|0|1", "0|3|1|0|0", "1|0|2|0|2", "2|1|1|1|0", "3|0|1|0|1", "4|0|1|1|0"])
        #expect(
            try rows(
                """
                SELECT from_name, to_name, replies, agree, disagree FROM who_replies_to_whom
                ORDER BY from_name, to_name
                """) == [
                    "Pål|Signe|1|1|0", "Rolf|Signe|1|0|1", "Rolf|Ulla|1||", "Signe|Rolf|2|0|2",
                    "Ulla|Rolf|1|0|1", "Vera|Rolf|1|1|0",
                ])
    }

    @Test("Camps across discussions have room, are shown, and go when a discussion changes")
    func across() throws {
        let store = try DiscussionStore(path: path)
        try store.save(SampleAnalysis.millpond)
        var other = SampleAnalysis.millpond
        other.discussion.id = "weir"
        try store.save(other)
        _ = try rows(
            """
            INSERT INTO clustering VALUES (90, NULL, 'camps', 5, NULL);
            INSERT INTO cluster VALUES (70, 90, NULL, 1, 2, 0.5, NULL);
            INSERT INTO cluster_member
            SELECT 70, id, name = 'Rolf', 0.75 FROM commenter WHERE name IN ('Rolf', 'Vera')
            """)
        #expect(try rows("SELECT count(*) FROM cluster_member WHERE cluster_id = 70") == ["4"])
        #expect(
            try rows("SELECT * FROM camps WHERE discussion IS NULL")
                == ["|1|2|Vera, Rolf|0.5||||"])
        #expect(try read() == [SampleAnalysis.millpond, other])
        try store.save(SampleAnalysis.silence)
        #expect(try rows("SELECT * FROM camps WHERE discussion IS NULL").isEmpty)
        #expect(try rows("SELECT count(*) FROM cluster_member WHERE cluster_id = 70") == ["0"])
    }

    @Test("A file of version 2 is brought up to date and keeps what it holds")
    func migration() throws {
        let dump = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Fixtures/version-2.sql"), encoding: .utf8)
        let tool = try #require(OutsideTool("sqlite3"))
        #expect(try tool.run(["-bail", path], input: dump).status == 0)
        #expect(try rows("PRAGMA user_version") == ["2"])
        #expect(throws: StoreError.self) { try DiscussionStore(path: path, for: .reading) }
        let store = try DiscussionStore(path: path)
        #expect(try rows("PRAGMA user_version") == ["5"])
        // Version 2 held no measures of comments, commenters and threads beyond their counts, and
        // summed up no article beside its comments.
        var older = SampleAnalysis.footbridge
        older.summary.about = []
        older.measures.commentColumns = []
        older.measures.commenterColumns = []
        older.measures.threadColumns = []
        #expect(try read() == [older])
        #expect(try rows("SELECT * FROM disagreement").isEmpty)
        #expect(try rows("SELECT * FROM camps").isEmpty)
        try store.save(SampleAnalysis.millpond)
        try store.save(SampleAnalysis.footbridge)
        #expect(try read() == [SampleAnalysis.footbridge, SampleAnalysis.millpond])
    }

    @Test("Chains and camps that name what is not there are refused")
    func broken() throws {
        let store = try DiscussionStore(path: path)
        let breaks: [(inout DiscussionStances) -> Void] = [
            { $0.chains[0].branchOf = 0 }, { $0.chains[1].branchOf = -1 },
            { $0.chains[0].comments[0] = 99 }, { $0.chains[0].participants = [6] },
            { $0.clustering.clusters[0].members[0].commenter = -1 },
            { $0.clustering.clusters[0].opponents[0].cluster = 3 },
            { $0.clustering.clusters[0].representative[0].comment = 9 },
        ]
        for breaking in breaks {
            var analysis = SampleAnalysis.millpond
            breaking(&analysis.stances)
            #expect(throws: StoreError.self) { try store.save(analysis) }
        }
        var unknown = SampleAnalysis.millpond
        unknown.summary.camps.append([])
        #expect(throws: StoreError.self) { try store.save(unknown) }
        #expect(try store.discussionCount() == 0)
    }

    @Test("Numbers that are not finite do no harm")
    func notFinite() throws {
        let store = try DiscussionStore(path: path)
        var analysis = SampleAnalysis.millpond
        analysis.graph.replies[1].stance?.agree = .nan
        analysis.stances.chains[0].mean = .infinity
        analysis.stances.chains[0].seconds = .nan
        analysis.stances.clustering.z = .nan
        analysis.stances.clustering.clusters[0].cohesion = .nan
        try store.save(analysis)
        let saved = try read()[0]
        #expect(saved.graph.replies[1].stance?.agree == 0)
        #expect(saved.stances.chains[0].mean == 0)
        #expect(saved.stances.chains[0].seconds == nil)
        #expect(saved.stances.clustering.z == nil)
        #expect(saved.stances.clustering.clusters[0].cohesion == 0)
    }
}

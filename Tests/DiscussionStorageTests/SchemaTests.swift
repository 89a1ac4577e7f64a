import DiscussionModel
import DiscussionStorage
import Foundation
import TestSupport
import Testing

@Suite(
    "What sqlite3 reads",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct SchemaTests {
    private let scratch: ScratchFolder
    private let path: String
    private let store: DiscussionStore

    init() throws {
        scratch = try ScratchFolder()
        path = scratch.file("store.sqlite")
        store = try DiscussionStore(path: path)
    }

    private func rows(_ statement: String) throws -> [String] {
        let tool = try #require(OutsideTool("sqlite3"))
        let output = try tool.run([path, statement])
        #expect(output.status == 0, "\(output.errors)")
        return output.text.split(separator: "\n").map(String.init)
    }

    @Test("The file says what it is")
    func pragmas() throws {
        #expect(try rows("PRAGMA user_version") == ["5"])
        #expect(try rows("PRAGMA application_id") == ["1382378095"])
        #expect(try rows("PRAGMA journal_mode") == ["wal"])
    }

    @Test("The columns of the design are there, in the views in its order")
    func columns() throws {
        let expected = [
            "discussion": "id key source format title author published url site body content_hash",
            "commenter": "id discussion_id key name article_author comments cluster",
            "alias": "commenter_id name",
            "comment": "id discussion_id key ordinal commenter_id author_confidence posted depth"
                + " ghost score stated_parent text",
            "mention": "comment_id commenter_id start end written",
            "quotation":
                "comment_id start end source_comment_id source_start source_end similarity",
            "reply": "id discussion_id from_comment to_comment rank confidence stance agree neutral"
                + " disagree",
            "evidence": "reply_id kind detail weight",
            "stance_cue": "reply_id kind detail start end weight",
            "chain": "id discussion_id kind mean seconds",
            "chain_comment": "chain_id position comment_id",
            "cluster": "id discussion_id number size cohesion",
            "cluster_member": "cluster_id commenter_id confidence",
            "summary_sentence": "discussion_id scope position comment_id start end",
            "measure": "discussion_id subject name value",
            "finding": "discussion_id severity code message",
        ]
        for (table, names) in expected.sorted(by: { $0.key < $1.key }) {
            let there = try rows("SELECT name FROM pragma_table_info('\(table)')")
            for name in names.split(separator: " ") {
                #expect(there.contains(String(name)), "\(table).\(name)")
            }
        }
        #expect(
            try rows("SELECT name FROM pragma_table_info('who_replies_to_whom')") == [
                "discussion", "from_name", "to_name", "replies", "agree", "disagree", "mentions",
                "quotations",
            ])
    }

    @Test("Documentation/Schema.md has every table with every column")
    func documentation() throws {
        let page = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Documentation/Schema.md"), encoding: .utf8)
        let lines = page.split(separator: "\n")
        let tables = try rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'grdb_migrations'")
        #expect(tables.count == 26)
        for table in tables {
            let line = lines.first { $0.hasPrefix("| `\(table)`") } ?? ""
            for column in try rows("SELECT name FROM pragma_table_info('\(table)')") {
                #expect(line.contains("`\(column)`"), "\(table).\(column)")
            }
        }
    }

    @Test("Every foreign key has an index, so that replacing stays cheap")
    func foreignKeyIndexes() throws {
        let bare = try rows(
            """
            SELECT m.name || '.' || f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
            WHERE m.type = 'table' AND NOT EXISTS (
                SELECT 1 FROM pragma_index_list(m.name) i, pragma_index_info(i.name) c
                WHERE c.seqno = 0 AND c.name = f."from")
            """)
        #expect(bare.isEmpty)
    }

    @Test("who_replies_to_whom is the commenter graph")
    func whoRepliesToWhom() throws {
        try store.save(SampleAnalysis.footbridge)
        #expect(
            try rows("SELECT * FROM who_replies_to_whom") == [
                "footbridge|Odd Lund|Bea|1|||1|0",
                "footbridge|Bea|Odd Lund|1|||1|0",
                "footbridge||Kim|1|||0|0",
                "footbridge|Mara Quill|Bea|1|||1|0",
            ])
    }

    @Test("A reply to the article counts where its evidence names the author, and never to oneself")
    func articleAuthor() throws {
        var analysis = SampleAnalysis.footbridge
        analysis.graph.replies[0].evidence.append(
            Evidence(kind: .address, detail: "Mara", weight: 1))
        analysis.graph.replies[2] = Reply(
            from: 3, to: 0, confidence: 1,
            evidence: [Evidence(kind: .mention, detail: "Mara", weight: 1)])
        try store.save(analysis)
        #expect(
            try rows("SELECT * FROM who_replies_to_whom WHERE to_name = 'Mara Quill'") == [
                "footbridge|Odd Lund|Mara Quill|1|||1|1"
            ])
    }

    @Test("who_replies_to_whom agrees with the commenter graph of any analysis")
    func viewProperty() throws {
        for seed in UInt64(0)..<40 { try store.save(RandomAnalysis.make(seed: seed)) }
        var expected: [String] = []
        try store.forEachAnalysis { analysis in
            let edges = CommenterGraph(analysis.graph).edges.filter { $0.replies > 0 }
            expected += edges.map {
                "\(analysis.discussion.id.utf8.count)|\($0.replies)|\($0.mentions)|\($0.quotations)"
            }
        }
        let found = try rows(
            """
            SELECT length(CAST(discussion AS BLOB)), replies, mentions, quotations
            FROM who_replies_to_whom
            """)
        #expect(found.sorted() == expected.sorted())
        #expect(found.count > 40)
    }

    @Test("article_summary has a row for each discussion")
    func articleSummary() throws {
        try store.save(SampleAnalysis.footbridge)
        try store.save(SampleAnalysis.silence)
        #expect(
            try rows("SELECT * FROM article_summary") == [
                "footbridge|The footbridge opens in spring|Mara Quill|2021-03-04|5|4|"
                    + "The town will open the footbridge in April.|"
                    + "It cost twice the estimate, and nobody has said why."
                    + " the mayor did say why, in June.",
                "silence|Nobody answered|||0|0||",
            ])
    }

    @Test("substr gives the words of mentions, quotations and summaries")
    func spans() throws {
        try store.save(SampleAnalysis.footbridge)
        #expect(
            try rows(
                """
                SELECT substr(c.text, start + 1, end - start), written
                FROM mention m JOIN comment c ON c.id = m.comment_id ORDER BY position
                """) == [
                    "@Odd Lund|@Odd Lund", "Bea|Bea", "@Bea|@Bea", "Mara Quill|Mara Quill",
                ])
        #expect(
            try rows(
                """
                SELECT substr(c.text, start + 1, end - start),
                    substr(d.body, source_start + 1, source_end - source_start)
                FROM quotation q JOIN comment c ON c.id = q.comment_id
                JOIN discussion d ON d.id = c.discussion_id
                """) == ["nobody has said why|nobody has said why"])
        #expect(
            try rows(
                """
                SELECT count(*) FROM summary_sentence s JOIN discussion d ON d.id = s.discussion_id
                LEFT JOIN comment c ON c.id = s.comment_id
                WHERE substr(coalesce(c.text, d.body), start + 1, end - start) = s.text
                """) == ["4"])
    }

    @Test("The file is sound, also after replacing, and nothing of the old discussion is left")
    func integrity() throws {
        for _ in 0..<3 {
            for seed in UInt64(0)..<20 { try store.save(RandomAnalysis.make(seed: seed)) }
        }
        try store.rebuildSearchIndex()
        #expect(try rows("PRAGMA integrity_check") == ["ok"])
        #expect(try rows("PRAGMA foreign_key_check").isEmpty)
        #expect(try rows("SELECT count(*) FROM discussion") == ["20"])
        var comments = 0
        var evidence = 0
        var stances = (cues: 0, chains: 0, members: 0)
        try store.forEachAnalysis { analysis in
            comments += analysis.discussion.comments.count
            evidence += (analysis.graph.replies + analysis.graph.alsoAnswers)
                .map(\.evidence.count).reduce(0, +)
            stances.cues += (analysis.graph.replies + analysis.graph.alsoAnswers)
                .compactMap(\.stance?.cues.count).reduce(0, +)
            stances.chains += analysis.stances.chains.count
            stances.members += analysis.stances.clustering.numbers.count
        }
        #expect(try rows("SELECT count(*) FROM comment") == ["\(comments)"])
        #expect(try rows("SELECT count(*) FROM evidence") == ["\(evidence)"])
        #expect(stances.cues > 0 && stances.chains > 0 && stances.members > 0)
        #expect(try rows("SELECT count(*) FROM stance_cue") == ["\(stances.cues)"])
        #expect(try rows("SELECT count(*) FROM chain") == ["\(stances.chains)"])
        #expect(try rows("SELECT count(*) FROM cluster_member") == ["\(stances.members)"])
    }

    @Test("The search index finds words whatever their case and accents")
    func search() throws {
        var analysis = SampleAnalysis.footbridge
        analysis.discussion.comments[4].text = "Élan vital, says the MAYOR."
        try store.save(analysis)
        try store.rebuildSearchIndex()
        let query = """
            SELECT c.key FROM comment_text t JOIN comment c ON c.id = t.rowid
            WHERE comment_text MATCH 'elan mayor'
            """
        #expect(try rows(query) == ["c5"])
        #expect(
            try rows("INSERT INTO comment_text(comment_text) VALUES ('integrity-check')").isEmpty)
    }
}

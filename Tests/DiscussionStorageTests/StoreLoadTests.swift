import DiscussionModel
import DiscussionStorage
import Foundation
import TestSupport
import Testing

@Suite(
    "Loading many analyses",
    .enabled(if: OutsideTool("sqlite3") != nil, "sqlite3 is not installed"))
struct StoreLoadTests {
    private let scratch: ScratchFolder
    private let path: String

    init() throws {
        scratch = try ScratchFolder()
        path = scratch.file("store.sqlite")
    }

    private func rows(_ statement: String, in path: String? = nil) throws -> [String] {
        let tool = try #require(OutsideTool("sqlite3"))
        let output = try tool.run([path ?? self.path, statement])
        #expect(output.status == 0, "\(output.errors)")
        return output.text.split(separator: "\n").map(String.init)
    }

    private func analyses(in path: String) throws -> [Analysis] {
        var analyses: [Analysis] = []
        try DiscussionStore(path: path, for: .reading).forEachAnalysis { analyses.append($0) }
        return analyses
    }

    private static let indexes = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE INDEX%'"
    private static let random = (UInt64(0)..<30).map { RandomAnalysis.make(seed: $0) }

    private func hash(_ analysis: Analysis) -> ContentHash {
        ContentHash(of: analysis.discussion, settings: "as ever")
    }

    @Test("What is loaded, in however many transactions, is what is saved one by one")
    func equal() throws {
        let one = scratch.file("one.sqlite")
        let store = try DiscussionStore(path: one)
        for analysis in Self.random { try store.save(analysis, hash: hash(analysis)) }
        try store.rebuildSearchIndex()
        let expected = try rows(".dump", in: one).filter { !$0.contains("INDEX") }
        for limit in [1, 10, 100_000] {
            let path = scratch.file("\(limit).sqlite")
            let load = try DiscussionStore(path: path).load(commentsPerTransaction: limit)
            for analysis in Self.random { _ = try load.save(analysis, hash: hash(analysis)) }
            try load.finish(makesSearchIndex: true)
            #expect(load.outcome.discussions == 30)
            #expect(try rows("PRAGMA integrity_check", in: path) == ["ok"])
            #expect(try rows("PRAGMA foreign_key_check", in: path) == [])
            let dump = try rows(".dump", in: path).filter { !$0.contains("INDEX") }
            #expect(dump == expected, "\(limit)")
            #expect(
                try rows(Self.indexes, in: path).sorted() == rows(Self.indexes, in: one).sorted())
        }
    }

    @Test("A load that is cut short leaves a sound file, and the next one makes its indexes")
    func cutShort() throws {
        let whole = try DiscussionStore(path: path)
        let indexes = try rows(Self.indexes)
        #expect(indexes.count > 10)
        try #require(indexes.last == "cluster_opponent_opponent", "what tells that all are there")
        do {
            let load = try whole.load(commentsPerTransaction: 5)
            for analysis in Self.random.prefix(20) {
                _ = try load.save(analysis, hash: hash(analysis))
            }
            try load.flush()
        }
        #expect(try rows(Self.indexes) == [])
        #expect(try rows("PRAGMA integrity_check") == ["ok"])
        #expect(try rows("PRAGMA foreign_key_check") == [])
        #expect(try analyses(in: path).count == 20)
        let next = try DiscussionStore(path: path).load(commentsPerTransaction: 5)
        #expect(next.known.count == 20)
        for analysis in Self.random where !next.known.contains(hash(analysis)) {
            _ = try next.save(analysis, hash: hash(analysis))
        }
        // Something that is replaced needs the indexes at once.
        var changed = Self.random[3]
        changed.discussion.article.body += " More."
        _ = try next.save(changed, hash: hash(changed))
        #expect(try rows(Self.indexes).sorted() == indexes.sorted())
        try next.finish(makesSearchIndex: false)
        #expect(next.outcome.discussions == 11 && next.outcome.replaced == 1)
        #expect(try rows("PRAGMA foreign_key_check") == [])
        #expect(try rows(Self.indexes).sorted() == indexes.sorted())
    }

    @Test("A file that a load left without indexes gets them before something is removed")
    func changing() throws {
        do {
            let load = try DiscussionStore(path: path).load(commentsPerTransaction: 1)
            for analysis in Self.random { _ = try load.save(analysis, hash: hash(analysis)) }
            try load.flush()
        }
        #expect(try rows(Self.indexes) == [])
        _ = try DiscussionStore(path: path, for: .changing)
        #expect(try rows(Self.indexes).count > 10)
    }

    @Test("A second writer waits for the first, and both are stored")
    func twoWriters() throws {
        let first = try DiscussionStore(path: path).load()
        _ = try first.save(Self.random[0], hash: hash(Self.random[0]))
        // The first one's transaction ends by itself.
        let second = try DiscussionStore(path: path)
        try second.save(SampleAnalysis.footbridge)
        _ = try first.save(Self.random[1], hash: hash(Self.random[1]))
        try first.finish(makesSearchIndex: false)
        #expect(try analyses(in: path).count == 3)
        #expect(try rows("PRAGMA foreign_key_check") == [])
    }

    @Test("A writer that cannot wait any longer says so")
    func busy() throws {
        _ = try DiscussionStore(path: path)
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/bin/bash")
        holder.arguments = [
            "-c",
            "(echo 'BEGIN IMMEDIATE;'; echo '.shell touch \(path).held'; sleep 25) | sqlite3 \(path)",
        ]
        try holder.run()
        defer {
            holder.terminate()
            holder.waitUntilExit()
        }
        while !FileManager.default.fileExists(atPath: path + ".held"), holder.isRunning {
            usleep(10_000)
        }
        let error = #expect(throws: StoreError.self) {
            try DiscussionStore(path: path).save(SampleAnalysis.footbridge)
        }
        #expect(error?.code == .busy)
        #expect(error?.advice.contains("other program") == true)
    }

    @Test("An analysis that cannot be stored takes nothing with it that was stored before")
    func failure() throws {
        let store = try DiscussionStore(path: path)
        let load = try store.load(commentsPerTransaction: 1)
        _ = try load.save(SampleAnalysis.footbridge, hash: hash(SampleAnalysis.footbridge))
        var broken = SampleAnalysis.millpond
        broken.graph.replies[0].to = 99
        #expect(throws: StoreError.self) { try load.save(broken, hash: hash(broken)) }
        #expect(load.outcome.discussions == 1)
        #expect(try analyses(in: path) == [SampleAnalysis.footbridge])
    }

    @Test(
        "A file that takes no more is told, and what was stored stays",
        .enabled(if: SmallFileSystem.isPossible, "only an administrator may mount a small disk"))
    func full() throws {
        let mount = try #require(try SmallFileSystem(megabytes: 1))
        let path = mount.path + "/store.sqlite"
        let store = try DiscussionStore(path: path)
        let load = try store.load(commentsPerTransaction: 1)
        var count = 0
        let error = #expect(throws: StoreError.self) {
            for seed in UInt64(0)..<5_000 {
                var analysis = RandomAnalysis.make(seed: seed % 30)
                analysis.discussion.id = "n\(seed)"
                _ = try load.save(analysis, hash: hash(analysis))
                count = load.outcome.discussions
            }
        }
        #expect(error?.code == .cannotWrite)
        #expect(error?.description.contains("room") == true, "\(error?.description ?? "")")
        #expect(count > 0)
        let copy = scratch.file("copy.sqlite")
        _ = try #require(OutsideTool("sqlite3")).run([path, ".backup '\(copy)'"])
        #expect(try rows("PRAGMA integrity_check", in: copy) == ["ok"])
        #expect(try rows("PRAGMA foreign_key_check", in: copy) == [])
        #expect(try rows("SELECT count(*) FROM discussion", in: copy) == ["\(count)"])
    }

    @Test("Whatever an analysis depends on is in its fingerprint")
    func fingerprints() {
        var seen: Set<ContentHash> = []
        func add(
            _ discussion: Discussion, _ corrections: [Correction] = [], _ settings: String = ""
        ) {
            let hash = ContentHash(
                of: discussion, corrections: Corrections(corrections), settings: settings)
            #expect(seen.insert(hash).inserted)
        }
        let sample = SampleAnalysis.footbridge.discussion
        add(sample)
        let changes: [(inout Discussion) -> Void] = [
            { $0.id += "x" }, { $0.source += "x" }, { $0.format += "x" }, { $0.site = nil },
            { $0.setting = .chat }, { $0.article.title = nil }, { $0.article.author = "" },
            { $0.article.author = nil }, { $0.article.published?.seconds += 1 },
            { $0.article.published?.isApproximate.toggle() }, { $0.article.url = "" },
            { $0.article.body += " " }, { $0.article.accountID = "7" }, { $0.article.score = 0 },
            { $0.article.score = 1 }, { $0.comments.removeLast() }, { $0.comments.swapAt(0, 1) },
            { $0.comments[1].id += "x" }, { $0.comments[1].nameAsWritten = nil },
            { $0.comments[1].nameAsWritten = "" }, { $0.comments[1].accountID = "a" },
            { $0.comments[1].posted = nil }, { $0.comments[1].text += "!" },
            { $0.comments[1].statedParent = "9" }, { $0.comments[1].score = -1 },
            { $0.comments[1].isGhost.toggle() }, { $0.comments[1].url = "u" },
            { $0.comments[1].isByArticleAuthor.toggle() }, { $0.comments[1].removal = .author },
            { $0.comments[1].approval = .spam },
            {
                $0.comments[1].statedQuotations = [
                    StatedQuotation(span: TextSpan(start: 0, end: 1), author: "q")
                ]
            },
            {
                $0.comments[1].statedQuotations = [
                    StatedQuotation(span: TextSpan(start: 0, end: 2), author: "q")
                ]
            },
            { $0.pingbacks = [Comment(id: "p", text: "")] },
            { $0.findings.append(Finding(id: "f", severity: .note, message: "", file: "")) },
            { $0.findings.append(Finding(id: "f", severity: .error, message: "", file: "")) },
        ]
        for change in changes {
            var changed = sample
            change(&changed)
            add(changed)
        }
        add(sample, [], "other options")
        add(sample, [Correction(comment: "c2", value: .target("0"))])
        add(sample, [Correction(comment: "c2", value: .author("0"))])
        add(sample, [Correction(comment: "c2", value: .target("0"), note: "seen")])
        #expect(
            ContentHash(of: sample).description == ContentHash(of: sample).description)
        #expect(ContentHash(of: sample).description.utf8.count == 16)
    }
}

/// A file system in memory that is soon full; needs the rights of an administrator.
private final class SmallFileSystem {
    let path: String
    private let folder: ScratchFolder

    /// Whether one can be had here: root in a container may lack the right to mount.
    static let isPossible = getuid() == 0 && ((try? SmallFileSystem(megabytes: 1)) ?? nil) != nil

    init?(megabytes: Int) throws {
        folder = try ScratchFolder()
        path = folder.file("small")
        guard let mount = OutsideTool("mount") else { return nil }
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
        let output = try mount.run([
            "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path,
        ])
        guard output.status == 0 else { return nil }
    }

    deinit { _ = try? OutsideTool("umount")?.run(["-l", path]) }
}

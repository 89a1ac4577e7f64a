import DiscussionModel
import DiscussionStorage
import TestSupport
import Testing

@Suite("The store")
struct DiscussionStoreTests {
    private let scratch: ScratchFolder
    private let path: String

    init() throws {
        scratch = try ScratchFolder()
        path = scratch.file("store.sqlite")
    }

    private func analyses(in store: DiscussionStore) throws -> [Analysis] {
        var analyses: [Analysis] = []
        try store.forEachAnalysis { analyses.append($0) }
        return analyses
    }

    @Test("An empty store has no analyses")
    func empty() throws {
        let store = try DiscussionStore(path: path)
        #expect(try analyses(in: store).isEmpty)
        #expect(try store.discussionCount() == 0)
        #expect(try store.analysis(ofDiscussion: "footbridge") == nil)
    }

    @Test("An analysis comes back as it was saved, also from a file opened again")
    func roundTrip() throws {
        try DiscussionStore(path: path).save(SampleAnalysis.footbridge)
        let store = try DiscussionStore(path: path, for: .reading)
        #expect(try analyses(in: store) == [SampleAnalysis.footbridge])
        #expect(try store.analysis(ofDiscussion: "footbridge") == SampleAnalysis.footbridge)
    }

    @Test("A discussion without comments comes back as it was saved")
    func silence() throws {
        let store = try DiscussionStore(path: path)
        try store.save(SampleAnalysis.silence)
        #expect(try analyses(in: store) == [SampleAnalysis.silence])
    }

    @Test("Any analysis with hostile names comes back as it was saved")
    func properties() throws {
        let store = try DiscussionStore(path: path)
        let saved = (0..<60).map { RandomAnalysis.make(seed: $0) }
        for analysis in saved { try store.save(analysis) }
        for (before, after) in zip(saved, try analyses(in: store)) {
            #expect(before == after, "discussion \(before.discussion.id)")
        }
        #expect(try store.discussionCount() == saved.count)
    }

    @Test("The same source again replaces its discussion and keeps its place")
    func replacing() throws {
        let store = try DiscussionStore(path: path)
        try store.save(SampleAnalysis.footbridge)
        try store.save(SampleAnalysis.silence)
        var changed = SampleAnalysis.footbridge
        changed.discussion.comments[1].text = "@Odd Lund: the mayor said nothing at all."
        changed.graph.quotations = []
        try store.save(changed)
        #expect(try analyses(in: store) == [changed, SampleAnalysis.silence])
    }

    @Test("Two sources with the same discussion id are both kept, under different ids")
    func sameID() throws {
        let store = try DiscussionStore(path: path)
        var other = SampleAnalysis.footbridge
        other.discussion.source = "elsewhere/footbridge.txt"
        for _ in 0..<2 {
            try store.save(SampleAnalysis.footbridge)
            try store.save(other)
        }
        #expect(
            try analyses(in: store).map(\.discussion.id) == ["footbridge", "footbridge-2"])
        other.discussion.id = "footbridge-2"
        #expect(try analyses(in: store) == [SampleAnalysis.footbridge, other])
    }

    @Test("A save that fails leaves the file as it was")
    func rollback() throws {
        let store = try DiscussionStore(path: path)
        try store.save(SampleAnalysis.footbridge)
        var broken = SampleAnalysis.footbridge
        broken.discussion.comments[0].text = "Changed."
        broken.graph.replies[4].to = 99
        #expect(throws: StoreError.self) { try store.save(broken) }
        #expect(try analyses(in: store) == [SampleAnalysis.footbridge])
    }

    @Test("U+0000 becomes U+FFFD, so that no text is cut short and spans stay")
    func zeroCharacters() throws {
        let store = try DiscussionStore(path: path)
        var analysis = SampleAnalysis.silence
        analysis.discussion.article.body = "before\0after"
        try store.save(analysis)
        #expect(try analyses(in: store)[0].discussion.article.body == "before\u{FFFD}after")
        try store.save(analysis)
        #expect(try store.discussionCount() == 1)
    }

    @Test("While analyses are read the store can be used")
    func reentry() throws {
        let store = try DiscussionStore(path: path)
        try store.save(SampleAnalysis.footbridge)
        try store.forEachAnalysis { analysis in
            try store.save(analysis)
            #expect(try store.discussionCount() == 1)
        }
    }

    @Test("Numbers that are not finite are stored as undefined")
    func notFinite() throws {
        let store = try DiscussionStore(path: path)
        var analysis = SampleAnalysis.footbridge
        analysis.measures.engagement.measures[0].value = .nan
        analysis.graph.replies[0].confidence = .infinity
        try store.save(analysis)
        let read = try analyses(in: store)[0]
        #expect(read.measures.engagement["depth"] == nil)
        #expect(read.graph.replies[0].confidence == 0)
    }

    @Test("The search index is there after a rebuild and gone after the next change")
    func searchIndex() throws {
        let store = try DiscussionStore(path: path)
        #expect(try !store.hasSearchIndex())
        try store.save(SampleAnalysis.footbridge)
        try store.rebuildSearchIndex()
        #expect(try store.hasSearchIndex())
        try store.rebuildSearchIndex()
        try store.save(SampleAnalysis.silence)
        #expect(try !store.hasSearchIndex())
    }
}

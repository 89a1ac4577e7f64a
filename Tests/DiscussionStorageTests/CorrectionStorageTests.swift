import DiscussionModel
import DiscussionStorage
import TestSupport
import Testing

@Suite("Corrections in the store")
struct CorrectionStorageTests {
    private let scratch: ScratchFolder
    private let store: DiscussionStore
    private let first = Correction(comment: "c2", value: .target("0"), note: "says so herself")
    private let second = Correction(comment: "c3", value: .author("Bea"))

    init() throws {
        scratch = try ScratchFolder()
        store = try DiscussionStore(path: scratch.file("store.sqlite"))
        try store.save(SampleAnalysis.footbridge)
    }

    private func set(_ corrections: [Correction]) throws -> Bool {
        try store.correct(["footbridge"]) { _, analysis, stored in
            for correction in corrections { stored.set(correction) }
            return analysis
        }
    }

    @Test("Corrections are kept, listed by comment, and found by the source of their discussion")
    func kept() throws {
        #expect(try set([second, first]))
        #expect(try store.allCorrections().map(\.correction) == [first, second])
        #expect(try store.allCorrections().map(\.discussion) == ["footbridge", "footbridge"])
        let found = try store.corrections().corrections(of: SampleAnalysis.footbridge.discussion)
        #expect(found == Corrections([first, second]))
        #expect(
            try store.corrections().corrections(of: SampleAnalysis.silence.discussion).isEmpty)
    }

    @Test("They outlast the discussion that is stored again, and its comments")
    func outlast() throws {
        #expect(try set([first]))
        var analysis = SampleAnalysis.silence
        analysis.discussion.id = SampleAnalysis.footbridge.discussion.id
        analysis.discussion.source = SampleAnalysis.footbridge.discussion.source
        try store.save(analysis)
        #expect(try store.allCorrections().map(\.correction) == [first])
    }

    @Test("What is stored with them replaces the analysis and leaves the index of words in place")
    func replaced() throws {
        try store.rebuildSearchIndex()
        let done = try store.correct(["footbridge", "nowhere"]) { key, analysis, _ in
            #expect(key == "footbridge")
            #expect(analysis == SampleAnalysis.footbridge)
            var changed = analysis
            changed.graph.replies[0].confidence = 0.25
            return changed
        }
        #expect(done)
        #expect(try store.analysis(ofDiscussion: "footbridge")?.graph.replies[0].confidence == 0.25)
        #expect(try store.hasSearchIndex())
        let hits = try store.comments(with: SearchWords("mayor"), limit: 9)
        #expect(hits.map(\.comment) == ["c2"])
    }

    @Test("A discussion whose id was made unique keeps its key and gets its own id")
    func madeUnique() throws {
        var other = SampleAnalysis.footbridge
        other.discussion.source = "elsewhere.txt"
        #expect(try store.save(other) == "footbridge-2")
        let done = try store.correct(["footbridge-2"]) { _, analysis, _ in
            #expect(analysis.discussion.id == "footbridge")
            return analysis
        }
        #expect(done)
        #expect(try store.discussionCount() == 2)
        #expect(try store.analysis(ofDiscussion: "footbridge-2") != nil)
    }

    @Test("Where one discussion is refused nothing is stored of any, and all are tried")
    func refused() throws {
        try store.save(SampleAnalysis.millpond)
        let keys = ["footbridge", SampleAnalysis.millpond.discussion.id]
        var tried: [String] = []
        let done = try store.correct(keys) { key, analysis, stored in
            tried.append(key)
            stored.set(first)
            return key == "footbridge" ? nil : analysis
        }
        #expect(!done)
        #expect(tried == keys)
        #expect(try store.allCorrections().isEmpty)
        #expect(try store.analysis(ofDiscussion: "footbridge") == SampleAnalysis.footbridge)
    }

    @Test("A file that is to be changed must be there")
    func missing() {
        let error = #expect(throws: StoreError.self) {
            try DiscussionStore(path: scratch.file("gone.sqlite"), for: .changing)
        }
        #expect(error?.code == .missing)
    }

    @Test("Which replies were believed comes back as it was saved")
    func replyMode() throws {
        var analysis = SampleAnalysis.silence
        for mode in ReplyMode.allCases {
            analysis.replyMode = mode
            try store.save(analysis)
            #expect(try store.analysis(ofDiscussion: "silence") == analysis)
        }
    }
}

import DiscussionModel
import DiscussionStorage
import TestSupport
import Testing

@Suite("What is asked of a store")
struct AskingTests {
    private let scratch: ScratchFolder
    private let store: DiscussionStore

    init() throws {
        scratch = try ScratchFolder()
        store = try DiscussionStore(path: scratch.file("store.sqlite"))
        try store.save(SampleAnalysis.footbridge)
        try store.save(SampleAnalysis.millpond)
        try store.rebuildSearchIndex()
    }

    @Test("Words are taken apart at spaces and kept together in quotation marks")
    func words() {
        #expect(SearchWords("old  bridge").terms == ["old", "bridge"])
        #expect(SearchWords("the \"old bridge\" here").terms == ["the", "old bridge", "here"])
        #expect(SearchWords("“old bridge” „so was“").terms == ["old bridge", "so was"])
        #expect(SearchWords("12\" pipe").terms == ["12", "pipe"])
        #expect(SearchWords("* - ^ : ( )").terms.isEmpty)
    }

    @Test("A search finds the comments with all words, with what they answer and why")
    func search() throws {
        let hits = try store.comments(with: SearchWords("MAYOR \"did say\""), limit: 5)
        let hit = try #require(hits.first)
        #expect(hits.count == 1)
        #expect(hit.discussion == "footbridge" && hit.comment == "c2" && hit.name == "Bea")
        #expect(hit.passage.filter(\.isMatch).map(\.text) == ["mayor", "did say"])
        #expect(hit.passage.map(\.text).joined() == "@Odd Lund: the mayor did say why, in June.")
        #expect(hit.answer?.comment == "c1" && hit.answer?.name == "Odd Lund")
        #expect(hit.answer?.evidence == SampleAnalysis.footbridge.graph.replies[1].evidence)
        #expect(try store.commentCount(with: SearchWords("mayor")) == 1)
        #expect(try store.comments(with: SearchWords("mayor"), in: "silence", limit: 5).isEmpty)
    }

    @Test("Words are found in Chinese, Japanese and Thai, where no spaces stand between them")
    func unspacedWords() throws {
        var analysis = SampleAnalysis.footbridge
        analysis.discussion.comments[0].text = "昨天下午旧木桥又被洪水冲坏了，村里的人都很着急。旧木桥该修了。"
        analysis.discussion.comments[1].text = "橋の修理はABC建設に頼みました。費用は the mayor が払います。"
        analysis.discussion.comments[2].text = "สะพานไม้เก่าพังอีกแล้ว"
        let changed = analysis
        let store = try DiscussionStore(path: scratch.file("unspaced.sqlite"))
        try store.save(changed)
        try store.rebuildSearchIndex()
        func found(_ words: String) throws -> [String] {
            let hits = try store.comments(with: SearchWords(words), limit: 9)
            #expect(try store.commentCount(with: SearchWords(words)) == hits.count)
            return hits.map(\.comment)
        }
        let ids = changed.discussion.comments.map(\.id)
        #expect(try found("木桥") == [ids[0]])
        #expect(try found("木桥 洪水") == [ids[0]])
        #expect(try found("木桥 修理") == [])
        #expect(try found("修理 mayor") == [ids[1]])
        #expect(try found("abc建設") == [ids[1]])
        #expect(try found("修理 may") == [])
        #expect(try found("สะพาน") == [ids[2]])
        #expect(try found("修%") == [])
        let hit = try #require(try store.comments(with: SearchWords("木桥"), limit: 1).first)
        #expect(hit.rank == -2)
        #expect(hit.passage.filter(\.isMatch).map(\.text) == ["木桥", "木桥"])
        #expect(hit.passage.map(\.text).joined() == changed.discussion.comments[0].text)
        #expect(try store.comments(with: SearchWords("木桥"), in: "nowhere", limit: 1).isEmpty)
    }

    @Test("A long text without spaces is cut around what was searched for")
    func unspacedPassage() throws {
        var analysis = SampleAnalysis.footbridge
        let filler = String(repeating: "あ", count: 400)
        analysis.discussion.comments[0].text = "\(filler)橋\(filler)"
        let store = try DiscussionStore(path: scratch.file("long.sqlite"))
        try store.save(analysis)
        try store.rebuildSearchIndex()
        let hit = try #require(try store.comments(with: SearchWords("橋"), limit: 1).first)
        #expect(hit.passage.map(\.isMatch) == [false, true, false])
        #expect(hit.passage[0].text == "…" + String(repeating: "あ", count: 30))
        #expect(hit.passage[1].text == "橋")
        #expect(hit.passage[2].text == String(repeating: "あ", count: 89) + "…")
    }

    @Test("A stance that somebody has set is told as such by a search")
    func correctedStance() throws {
        var analysis = SampleAnalysis.footbridge
        let correction = Correction(comment: "c2", value: .stance(.agree), note: "I asked her")
        analysis.graph.replies[1].stance = Stance(.agree, correctedBy: correction)
        try store.save(analysis)
        try store.rebuildSearchIndex()
        let hit = try #require(try store.comments(with: SearchWords("mayor"), limit: 1).first)
        let stance = try #require(hit.answer?.stance)
        #expect(stance.isCorrected && stance.label == .agree)
        #expect(stance.cues.map(\.detail) == ["I asked her"])
    }

    @Test(
        "Nothing that is searched for is a command",
        arguments: [
            "\"", "\"\"", "a\"b", "NEAR(why mayor)", "mayor*", "why OR mayor", "text:mayor",
            "^mayor",
            "-mayor", "mayor AND", "(", ")", "{a b}: c", "'; DROP TABLE comment; --", "\u{0}mayor",
            "+", "a + b", "\\", "mayor NOT", "%", "🤔", "霧",
        ])
    func hostile(words: String) throws {
        _ = try store.comments(with: SearchWords(words), limit: 5)
        _ = try store.commentCount(with: SearchWords(words))
    }

    @Test("People are found by name, alias and key, and in other capitals where nobody fits better")
    func people() throws {
        for name in ["Odd Lund", "odd lund", "odd", "ODD LUND", "Ódd Lund"] {
            let found = try store.commenters(named: name)
            #expect(found.map(\.commenter) == ["odd"], "\(name)")
            #expect(found.map(\.discussion) == ["footbridge"])
        }
        #expect(try store.commenters(named: "Odd Lund", in: "silence").isEmpty)
        #expect(try store.commenters(named: "Nobody").isEmpty)
        #expect(try store.names(like: "Odd Lumd").contains("Odd Lund"))
        #expect(try store.names(like: "qqqqqqqq").isEmpty)
    }

    @Test("Comments and discussions are found by id, and told what is like it")
    func places() throws {
        #expect(try store.discussions(withComment: "c2") == ["footbridge"])
        #expect(try store.discussions(withComment: "c2", in: "nowhere").isEmpty)
        #expect(try store.commentIDs(like: "c9", in: "footbridge").prefix(2) == ["c1", "c2"])
        #expect(try store.hasDiscussion("footbridge"))
        #expect(try store.discussions(like: "footbrigde") == ["footbridge"])
    }
}

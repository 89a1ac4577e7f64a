import DiscussionModel
import Testing

@testable import ReplyReconstruction

@Suite("Parents that the source states")
struct StatedParentsTests {
    /// The stated parents as they are used in `auto`, by ordinal from 1.
    private func parents(
        _ comments: [(id: String, parent: String?)], _ mode: ReplyMode = .auto
    ) -> [Int?] {
        let parents = StatedParents(Talk.stated(comments), mode: mode)
        return comments.indices.map { parents.parent(of: $0 + 1) }
    }

    @Test("Nothing stated is nothing known")
    func nothing() {
        #expect(parents([]).isEmpty)
        #expect(parents([("a", nil)]) == [nil])
    }

    @Test("Stated parents are believed, except in recovery")
    func believed() {
        let comments: [(String, String?)] = [("a", "0"), ("b", "a"), ("c", "a"), ("d", nil)]
        #expect(parents(comments) == [0, 1, 1, nil])
        #expect(parents(comments, .stated) == [0, 1, 1, nil])
        #expect(parents(comments, .recover) == [nil, nil, nil, nil])
        let graph = Talk.graph(Talk.stated(comments), .stated)
        #expect(graph.targets == [0, 1, 1, 0])
        #expect(graph.kinds(of: 2) == [.stated])
        #expect(graph.kinds(of: 4) == [.default])
        #expect(graph.reply(of: 2)?.confidence == 1)
    }

    @Test("A source that puts everything under the article states nothing, unless one insists")
    func flat() {
        #expect(parents([("a", "0"), ("b", "0")]) == [nil, nil])
        #expect(parents([("a", "0"), ("b", "0")], .stated) == [0, 0])
    }

    @Test("Itself or somebody missing is no parent")
    func missing() {
        let comments: [(String, String?)] = [("a", "0"), ("b", "b"), ("c", "gone"), ("d", "a")]
        #expect(parents(comments) == [0, nil, nil, 1])
        #expect(Talk.graph(Talk.stated(comments), .stated).targets == [0, 0, 0, 1])
    }

    @Test("A parent may stand later in the source")
    func later() {
        #expect(parents([("a", "b"), ("b", "0")]) == [2, 0])
    }

    @Test("In a cycle the oldest answers the article")
    func cycles() {
        #expect(parents([("a", "b"), ("b", "a")]) == [0, 1])
        #expect(parents([("a", "c"), ("b", "a"), ("c", "b"), ("d", "c")]) == [0, 1, 2, 3])
        #expect(parents([("x", "b"), ("a", "c"), ("b", "a"), ("c", "b")]) == [3, 0, 2, 3])
        #expect(
            parents([("a", "d"), ("b", "c"), ("c", "b"), ("d", "a")]) == [0, 0, 2, 1],
            "two cycles")
    }

    @Test("A long chain, up or down, is followed to its end")
    func chain() {
        let down = (0..<50_000).map { (String($0 + 1), String($0) as String?) }
        #expect(parents(down) == (0..<50_000).map { $0 })
        let ring = (0..<50_000).map { (String($0 + 1), String(($0 + 1) % 50_000 + 1) as String?) }
        #expect(parents(ring).first == .some(0))
        #expect(parents(ring).dropFirst().allSatisfy { $0 != 0 })
    }

    @Test("What is recovered makes no cycle with what is stated")
    func noCycleWithRecovered() {
        var talk = Talk.stated([("a", "b"), ("b", nil), ("c", "b"), ("d", "c")])
        talk.comments[0].text = "The piers were never repointed since the great flood."
        talk.comments[1].text = "@Person 0: \"never repointed since the great flood\" is untrue."
        for mode in ReplyMode.allCases {
            for setting in Discussion.Setting.allCases {
                talk.setting = setting
                let graph = Talk.graph(talk, mode)
                GraphRules.check(graph, of: talk, mode)
            }
        }
    }
}

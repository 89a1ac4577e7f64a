import DiscussionModel
import StanceAnalysis
import Testing

@Suite struct StanceAnalyzerTests {
    @Test func aDiscussionWithoutCommentsHasNoStances() {
        let discussion = Discussion(id: "d", source: "s", format: "text")
        var graph = ReplyGraph(commenters: [], authorships: [])
        let stances = StanceAnalyzer().stances(of: discussion, graph: &graph)
        #expect(stances.chains.isEmpty)
        #expect(stances.clustering.clusters.isEmpty)
    }

    @Test func theOrderOfTheCommentsInTheFileChangesNoStance() throws {
        let people = ["Ann", "Ben", "Cid", "Ann", "Ben", "Ann", "Cid", "Ben"]
        let texts = [
            "The bridge should be shut.", "No, it should not.", "I agree with you, Ann.",
            "Why not, when it is falling down?", "It is not falling. You made that up.",
            "I did not make anything up, you did.", "Calm down, both of you.",
            "You started it, and you are wrong.",
        ]
        let parents = [0, 1, 1, 2, 4, 5, 6, 6]
        func stances(_ order: [Int]) -> [Int: Stance?] {
            var place: [Int: Int] = [0: 0]
            for (at, comment) in order.enumerated() { place[comment] = at + 1 }
            let discussion = Discussion(
                id: "d", source: "s", format: "discussions", setting: .forum,
                comments: order.map {
                    Comment(id: String($0), nameAsWritten: people[$0 - 1], text: texts[$0 - 1])
                })
            let names = ["Ann", "Ben", "Cid"]
            var graph = ReplyGraph(
                commenters: names.map { Commenter(id: $0, name: $0) },
                authorships: order.map {
                    Authorship(commenter: names.firstIndex(of: people[$0 - 1]) ?? 0)
                },
                replies: order.enumerated().map { at, comment in
                    Reply(
                        from: at + 1, to: place[parents[comment - 1]] ?? 0, confidence: 1,
                        evidence: [])
                })
            _ = StanceAnalyzer().stances(of: discussion, graph: &graph)
            return Dictionary(
                uniqueKeysWithValues: graph.replies.map { (order[$0.from - 1], $0.stance) })
        }
        let straight = stances(Array(1...8))
        #expect(straight == stances([8, 7, 6, 5, 4, 3, 2, 1]))
        #expect(straight == stances([3, 1, 8, 2, 6, 4, 7, 5]))
    }
}

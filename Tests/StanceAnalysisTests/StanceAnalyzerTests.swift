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
}

import DiscussionModel
import Testing

@testable import StanceAnalysis

@Suite struct CampBootstrapTests {
    private static let north = ["Ada", "Bo", "Cyd", "Dov", "Eli"]
    private static let south = ["Fay", "Gus", "Hal", "Ida", "Jo"]

    /// A fight of two sides, and somebody whom both contradict once.
    private var graph: CampGraph {
        var debate = Debate.random(
            camps: [Self.north, Self.south], turns: 90, fault: 0, seed: 4)
        debate.turns.append(.init(from: "Ada", to: "Torn", tone: -0.6))
        debate.turns.append(.init(from: "Fay", to: "Torn", tone: -0.6))
        let (_, graph) = debate.made
        var tally = CampTally()
        tally.add(graph, keys: graph.commenters.map(\.id) + ["the article"])
        return CampGraph(tally, weights: .shared)
    }

    private func confidences(_ graph: CampGraph) -> [String: Double] {
        let labels = graph.people.map { Self.south.contains($0) ? 1 : 0 }
        let shares = CampBootstrap.confidences(of: graph, labels: labels, camps: 2, floor: 0)
        return Dictionary(uniqueKeysWithValues: zip(graph.people, shares))
    }

    @Test func whoFightsForOneSideIsSurerThanWhoIsBetweenThem() throws {
        let confidences = confidences(graph)
        let torn = try #require(confidences["Torn"])
        for person in Self.north + Self.south {
            let share = try #require(confidences[person])
            #expect(share > 0.9)
            #expect(share > torn)
        }
    }

    @Test func theSameEvidenceGivesTheSameConfidences() {
        #expect(confidences(graph) == confidences(graph))
    }
}

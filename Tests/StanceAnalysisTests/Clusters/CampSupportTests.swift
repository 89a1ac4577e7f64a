import DiscussionModel
import Testing

@testable import StanceAnalysis

@Suite struct CampSupportTests {
    private func opinions(_ debate: Debate) -> (opinions: CampOpinions, people: [String]) {
        let (_, graph) = debate.made
        var tally = CampTally()
        tally.add(graph, keys: graph.commenters.map(\.id) + ["the article"])
        let signed = CampGraph(tally, weights: .shared)
        return (CampOpinions(signed), signed.people)
    }

    @Test func aCrowdThatIsDividedItselfHasMostDisagreementWithin() {
        // Two whom a few contradict, among many of whom each contradicts another.
        let crowd = (0..<30).map { "p\($0)" }
        var turns = crowd.indices.map { at in
            Debate.Turn(from: crowd[at], to: crowd[(at + 7) % 30], tone: -0.8)
        }
        for person in crowd.prefix(10) {
            turns.append(.init(from: person, to: "q0", tone: -0.8))
            turns.append(.init(from: person, to: "q1", tone: -0.8))
        }
        let (opinions, people) = opinions(Debate(turns: turns))
        let support = CampSupport(opinions, labels: people.map { $0.hasPrefix("q") ? 1 : 0 })
        #expect(support.disagreementBetween < 0.5)
    }

    @Test func inAFightOfTwoSidesDisagreementIsBetweenThem() {
        let debate = Debate.random(
            camps: [["Ada", "Bo", "Cyd", "Dov"], ["Fay", "Gus", "Hal", "Ida"]], turns: 80, seed: 2)
        let (opinions, people) = opinions(debate)
        let support = CampSupport(opinions, labels: people.map { $0 < "E" ? 0 : 1 })
        #expect(support.disagreementBetween > 0.5)
        for person in people.indices {
            #expect(support.probability(of: person) > 0.6)
            #expect(support.ties[person] > 0.1)
        }
        let wrong = CampSupport(opinions, labels: people.map { $0 < "E" && $0 != "Bo" ? 0 : 1 })
        let place = people.firstIndex(of: "Bo") ?? 0
        #expect(wrong.probability(of: place) < 0.5)
        #expect(wrong.ties[place] < 0)
    }

    @Test func opponentsInCommonAreATieAndOneOfOnesOwnIsNone() {
        let (opinions, people) = opinions(
            Debate(turns: [
                .init(from: "Ada", to: "Gus", tone: -0.8), .init(from: "Bo", to: "Gus", tone: -0.8),
                .init(from: "Cyd", to: "Hal", tone: -0.8),
            ]))
        let support = CampSupport(opinions, labels: people.map { $0 < "E" ? 0 : 1 })
        let ties = Dictionary(uniqueKeysWithValues: zip(people, support.ties))
        #expect((ties["Ada"] ?? 0) > 0.1)
        #expect((ties["Bo"] ?? 0) > 0.1)
        #expect(ties["Cyd"] == 0)
    }

    @Test func whoIsInNoCampSpeaksForNobody() {
        let (opinions, people) = opinions(
            Debate(turns: [.init(from: "Ada", to: "Bo", tone: 0.8)]))
        let support = CampSupport(opinions, labels: people.map { $0 == "Ada" ? -1 : 0 })
        #expect(support.odds == [0, 0])
        #expect(support.ties == [0, 0])
    }
}

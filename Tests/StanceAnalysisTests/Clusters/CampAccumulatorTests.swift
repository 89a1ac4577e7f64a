import DiscussionModel
import StanceAnalysis
import Testing

@Suite struct CampAccumulatorTests {
    private static let north = ["Ada", "Bo", "Cyd", "Dov"]
    private static let south = ["Fay", "Gus", "Hal", "Ida"]

    /// Ten short discussions of the same people, each too short to show camps.
    private var corpus: [(discussion: Discussion, graph: ReplyGraph)] {
        (1...10 as ClosedRange<UInt64>).map { seed in
            var made = Debate.random(camps: [Self.north, Self.south], turns: 8, seed: seed).made
            made.discussion.id = "d\(seed)"
            made.discussion.site = "example.org"
            return made
        }
    }

    @Test func peopleOfManyDiscussionsFormCampsTogether() {
        var accumulator = CampAccumulator()
        for (discussion, graph) in corpus { accumulator.add(discussion, graph) }
        let result = accumulator.clustering()
        #expect(result.people.map(\.id) == Self.north + Self.south)
        #expect(result.clustering.verdict == .camps)
        let ids = result.clustering.clusters.map { cluster in
            cluster.members.map { result.people[$0.commenter].id }.sorted()
        }
        #expect(Set(ids) == [Self.north, Self.south])
    }

    @Test func theOrderOfTheDiscussionsChangesNoCamp() {
        var one = CampAccumulator()
        var two = CampAccumulator()
        for (discussion, graph) in corpus { one.add(discussion, graph) }
        for (discussion, graph) in corpus.reversed() { two.add(discussion, graph) }
        #expect(one.clustering().clustering == two.clustering().clustering)
        #expect(one.clustering().people.map(\.name) == two.clustering().people.map(\.name))
    }

    @Test func aNameThatIsWrittenInTwoWaysIsShownAlikeWhateverComesFirst() {
        func names(_ spellings: [String]) -> [String?] {
            var accumulator = CampAccumulator()
            for (spelling, made) in zip(spellings, corpus) {
                var graph = made.graph
                for index in graph.commenters.indices where graph.commenters[index].id == "Ada" {
                    graph.commenters[index].name = spelling
                }
                accumulator.add(made.discussion, graph)
            }
            return accumulator.clustering().people.filter { $0.id == "Ada" }.map(\.name)
        }
        #expect(names(["Ada", "ADA"]) == ["ADA"])
        #expect(names(["ADA", "Ada"]) == ["ADA"])
    }

    @Test func theSameNameOnAnotherSiteIsSomebodyElse() {
        var accumulator = CampAccumulator()
        for (number, made) in corpus.prefix(2).enumerated() {
            var discussion = made.discussion
            discussion.site = "site \(number)"
            accumulator.add(discussion, made.graph)
        }
        let people = accumulator.clustering().people
        let all = corpus.prefix(2).map { $0.graph.commenters.count }.reduce(0, +)
        #expect(people.count == all)
        #expect(people.allSatisfy { $0.discussions.count == 1 })
    }

    @Test func whereNoSiteIsKnownNamesAreJoinedWithinOneSourceOnly() {
        func people(_ sources: [String]) -> CorpusClustering {
            var accumulator = CampAccumulator()
            for (source, made) in zip(sources, corpus) {
                var discussion = made.discussion
                discussion.site = nil
                discussion.source = source
                accumulator.add(discussion, made.graph)
            }
            return accumulator.clustering()
        }
        #expect(people(["one.csv", "two.csv"]).people.allSatisfy { $0.discussions.count == 1 })
        #expect(people(["one.csv", "one.csv"]).people.contains { $0.discussions.count == 2 })
        #expect(people(["one.csv"]).hasPeopleWithoutSite)
    }

    @Test func unknownAuthorsAreNotJoined() {
        var accumulator = CampAccumulator()
        for made in corpus.prefix(2) {
            var graph = made.graph
            for index in graph.commenters.indices { graph.commenters[index].name = nil }
            accumulator.add(made.discussion, graph)
        }
        #expect(accumulator.clustering().people.allSatisfy { $0.discussions.count == 1 })
    }
}

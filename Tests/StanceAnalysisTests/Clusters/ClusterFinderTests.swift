import DiscussionModel
import StanceAnalysis
import TestSupport
import Testing

@Suite struct ClusterFinderTests {
    private static let north = ["Ada", "Bo", "Cyd", "Dov", "Eli"]
    private static let south = ["Fay", "Gus", "Hal", "Ida", "Jo"]
    private static let west = ["Kit", "Lea", "Moe", "Nan", "Oz"]

    private func camps(_ debate: Debate, _ count: CampCount = .auto) -> (
        StanceClustering, [[String]]
    ) {
        let (discussion, graph) = debate.made
        let clustering = ClusterFinder(camps: count).clustering(of: discussion, graph: graph)
        return (clustering, graph.ids(clustering))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aFightOfTwoSidesHasTwoCamps(seed: UInt64) {
        let debate = Debate.random(camps: [Self.north, Self.south], turns: 80, seed: seed)
        let (clustering, ids) = camps(debate)
        #expect(clustering.verdict == .camps)
        #expect((clustering.z ?? 0) > 2)
        #expect(Set(ids) == [Self.north, Self.south])
        for cluster in clustering.clusters {
            #expect(cluster.cohesion > 0.7)
            for member in cluster.members { #expect(member.confidence > 0.6) }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func threeSidesAreThreeCamps(seed: UInt64) {
        let debate = Debate.random(
            camps: [Self.north, Self.south, Self.west], turns: 240, fault: 0.05, seed: seed)
        let (clustering, ids) = camps(debate)
        #expect(clustering.verdict == .camps)
        #expect(Set(ids) == [Self.north, Self.south, Self.west])
    }

    @Test func twoSidesThatOnlyFightEachOtherAreTwoCamps() {
        var turns: [Debate.Turn] = []
        for round in 0..<3 {
            for (at, person) in Self.north.enumerated() {
                let other = Self.south[(at + round) % 5]
                turns.append(.init(from: person, to: other, tone: -0.8))
                turns.append(.init(from: other, to: person, tone: -0.8))
            }
        }
        let (clustering, ids) = camps(Debate(turns: turns))
        #expect(clustering.verdict == .camps)
        #expect(Set(ids) == [Self.north, Self.south])
    }

    @Test func thanksMakeNoCamps() {
        let people = Self.north + Self.south
        let (clustering, _) = camps(
            Debate(
                turns: (0..<40).map { number in
                    .init(
                        from: people[number % 10], to: people[(number * 7 + 3) % 10],
                        tone: number % 5 == 0 ? 0 : 0.8)
                }.filter { $0.from != $0.to }))
        #expect(clustering.verdict == .noClearCamps)
        #expect(clustering.clusters.isEmpty)
    }

    @Test func aQuestionWithAnswersMakesNoCamps() {
        let helpers = Self.south + Self.west
        let turns = helpers.flatMap { helper in
            [
                Debate.Turn(from: helper, to: "Asker", tone: 0),
                Debate.Turn(from: "Asker", to: helper, tone: helper < "H" ? 0.6 : 0),
            ]
        }
        let (clustering, _) = camps(Debate(turns: turns))
        #expect(clustering.clusters.isEmpty)
        #expect(clustering.verdict != .camps)
    }

    @Test func oneAgainstAllIsNoCamp() {
        let turns = (Self.north + Self.south).flatMap { person in
            [
                Debate.Turn(from: person, to: "Zed", tone: -0.8),
                Debate.Turn(from: "Zed", to: person, tone: -0.8),
            ]
        }
        let (clustering, _) = camps(Debate(turns: turns))
        #expect(clustering.clusters.isEmpty)
    }

    @Test func fewPeopleAreTooLittleEvidence() {
        let (clustering, _) = camps(
            Debate(turns: [
                .init(from: "Ada", to: "Bo", tone: -0.9), .init(from: "Bo", to: "Ada", tone: -0.9),
            ]))
        #expect(clustering.verdict == .tooLittleEvidence)
        #expect(camps(Debate(turns: [])).0.verdict == .tooLittleEvidence)
    }

    @Test func whoIsAskedForTwoCampsGetsTwo() {
        for seed in 1...5 as ClosedRange<UInt64> {
            let debate = Debate.random(
                camps: [Self.north + Self.south], turns: 60, fault: 0.3, seed: seed)
            let (clustering, ids) = camps(debate, .exactly(2))
            #expect(clustering.verdict == .asked)
            #expect(clustering.z == nil)
            #expect(ids.count == 2)
            #expect(ids.allSatisfy { $0.count >= 2 })
            #expect(ids.joined().count == 10)
        }
    }

    @Test func chanceSeldomGivesCamps() {
        var found = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            let debate = Debate.random(
                camps: [Self.north + Self.south], turns: 30, fault: 0.6, seed: seed)
            found += camps(debate).0.verdict == .camps ? 1 : 0
        }
        #expect(found <= 3)
    }

    @Test func whoSaysNothingToAnybodyIsInNoCamp() {
        var debate = Debate.random(camps: [Self.north, Self.south], turns: 80, seed: 3)
        debate.turns.append(.init(from: "Loner", to: Debate.article, tone: 0))
        #expect(camps(debate).1.joined().contains("Loner") == false)
        #expect(camps(debate, .exactly(2)).1.joined().contains("Loner") == false)
    }

    @Test func theArticlesAuthorIsTakenAsASide() {
        var debate = Debate.random(camps: [Self.north, Self.south], turns: 80, seed: 4)
        for person in Self.south {
            debate.turns.append(.init(from: person, to: Debate.article, tone: -0.9))
        }
        for author in ["Ada", nil] {
            debate.articleAuthor = author
            if author == nil {
                debate.turns.append(.init(from: "Bo", to: Debate.article, tone: 0.9))
                debate.turns.append(.init(from: "Dov", to: Debate.article, tone: 0.9))
            }
            let (discussion, graph) = debate.made
            let clustering = ClusterFinder().clustering(of: discussion, graph: graph)
            #expect(Set(graph.ids(clustering)) == [Self.north, Self.south])
            for (cluster, ids) in zip(clustering.clusters, graph.ids(clustering)) {
                #expect(cluster.articleSide == (ids.contains("Ada") ? .with : .against))
            }
        }
    }

    @Test(arguments: [CampCount.auto, .exactly(2)])
    func theOrderOfTheCommentsChangesNothing(count: CampCount) {
        for seed in 1...6 as ClosedRange<UInt64> {
            let debate = Debate.random(
                camps: [Self.north, Self.south], turns: 60, fault: 0.25, seed: seed)
            let (discussion, graph) = debate.made
            let (moved, movedGraph) = shuffled(discussion, graph, seed: seed)
            let finder = ClusterFinder(camps: count)
            let one = finder.clustering(of: discussion, graph: graph)
            let two = finder.clustering(of: moved, graph: movedGraph)
            #expect(one.z == two.z)
            #expect(one.verdict == two.verdict)
            func plain(_ clustering: StanceClustering, _ graph: ReplyGraph) -> [[String]] {
                clustering.clusters.map { cluster in
                    ["\(cluster.cohesion)"]
                        + cluster.members.map {
                            "\(graph.commenters[$0.commenter].id) \($0.confidence)"
                        }
                }
            }
            #expect(plain(one, graph) == plain(two, movedGraph))
        }
    }

    /// The same discussion with its comments and commenters in another order.
    private func shuffled(
        _ discussion: Discussion, _ graph: ReplyGraph, seed: UInt64
    ) -> (Discussion, ReplyGraph) {
        var random = SeededGenerator(seed: seed)
        let order = discussion.comments.indices.shuffled(using: &random)
        var ordinals = [Int](repeating: 0, count: order.count + 1)
        for (place, index) in order.enumerated() { ordinals[index + 1] = place + 1 }
        let people = graph.commenters.indices.shuffled(using: &random)
        var places = people
        for (place, index) in people.enumerated() { places[index] = place }
        var moved = discussion
        moved.comments = order.map { discussion.comments[$0] }
        var result = graph
        result.commenters = people.map { graph.commenters[$0] }
        result.authorships = order.map {
            Authorship(commenter: places[graph.authorships[$0].commenter])
        }
        result.replies = graph.replies.map { reply in
            var reply = reply
            reply.from = ordinals[reply.from]
            reply.to = ordinals[reply.to]
            return reply
        }.sorted { $0.from < $1.from }
        return (moved, result)
    }
}

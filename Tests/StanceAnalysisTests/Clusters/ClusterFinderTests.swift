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

    @Test func campsThatAreAskedForAreFilledWithPeopleNotWithTheArticle() {
        let turns = ["Ada", "Bo", "Cyd", "Dov"].map {
            Debate.Turn(from: $0, to: Debate.article, tone: $0 == "Ada" ? 0.6 : -0.6)
        }
        let (clustering, ids) = camps(Debate(turns: turns), .exactly(2))
        #expect(clustering.verdict == .asked)
        #expect(ids.map(\.count) == [2, 2])
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
        #expect(clustering.reason == .fewPeople)
        #expect(camps(Debate(turns: [])).0.verdict == .tooLittleEvidence)
    }

    @Test func twoPeopleAreNoTwoCampsThoughTwoAreAskedFor() {
        let (clustering, _) = camps(
            Debate(turns: [
                .init(from: "Ada", to: "Bo", tone: -0.9), .init(from: "Bo", to: "Ada", tone: -0.9),
            ]), .exactly(2))
        #expect(clustering.verdict == .asked)
        #expect(clustering.asked == 2)
        #expect(clustering.clusters.isEmpty)
        #expect(clustering.reason == .fewPeople)
    }

    @Test func whoAsksForMoreCampsThanThereArePeopleForIsTold() {
        let debate = Debate.random(camps: [Self.north, Self.south], turns: 80, seed: 1)
        let (clustering, ids) = camps(debate, .exactly(6))
        #expect(ids.count == 5)
        #expect(clustering.asked == 6)
        #expect(clustering.reason == .fewPeople)
        #expect(camps(debate, .exactly(2)).0.reason == nil)
    }

    /// A debate whose people also pass the time of day with some, and contradict somebody of their
    /// own side.
    private var debateWithBystanders: Debate {
        var debate = Debate.random(camps: [Self.north, Self.south], turns: 160, seed: 5)
        for (at, person) in Self.west.enumerated() {
            debate.turns.append(.init(from: person, to: Self.north[at], tone: 0))
        }
        return debate
    }

    @Test func whoOnlySaysNeutralThingsIsInNoCamp() {
        let (clustering, ids) = camps(debateWithBystanders)
        #expect(clustering.verdict == .camps)
        #expect(Set(ids) == [Self.north, Self.south])
        let (discussion, graph) = debateWithBystanders.made
        let asked = ClusterFinder(camps: .exactly(2)).clustering(of: discussion, graph: graph)
        let members = asked.clusters.flatMap(\.members)
        #expect(members.count == 15)
        for member in members where Self.west.contains(graph.commenters[member.commenter].id) {
            #expect(member.confidence <= 0.6)
        }
    }

    @Test func whoContradictsBothSidesAlikeIsInNoCamp() {
        var debate = Debate.random(camps: [Self.north, Self.south], turns: 160, seed: 6)
        for person in ["Ada", "Bo", "Fay", "Gus"] {
            debate.turns.append(.init(from: "Zed", to: person, tone: -0.7))
        }
        #expect(!camps(debate).1.joined().contains("Zed"))
    }

    /// Few whom many contradict, among many who contradict each other nearly as often as not.
    private func dividedCrowd(seed: UInt64) -> Debate {
        var random = SeededGenerator(seed: seed)
        let crowd = (0..<120).map { "p\($0)" }
        var turns: [Debate.Turn] = []
        for person in crowd {
            for _ in 0..<2 {
                let other = crowd.randomElement(using: &random) ?? person
                let tone = Double.random(in: 0...1, using: &random) < 0.57 ? 0.7 : -0.7
                if other != person { turns.append(.init(from: person, to: other, tone: tone)) }
            }
        }
        for disputed in 0..<8 {
            for _ in 0..<6 {
                let other = crowd.randomElement(using: &random) ?? ""
                turns.append(.init(from: other, to: "q\(disputed)", tone: -0.7))
            }
        }
        return Debate(turns: turns)
    }

    @Test func aFewWhomADividedCrowdContradictsAreSeldomACamp() {
        var found = 0
        for seed in 1...8 as ClosedRange<UInt64> {
            let (clustering, _) = camps(dividedCrowd(seed: seed))
            found += clustering.verdict == .camps ? 1 : 0
        }
        #expect(found <= 1)
    }

    @Test func closeCallsTellNoSideToTheArticle() {
        for (tone, side) in [(-0.05, nil), (-0.9, StanceCluster.ArticleSide.against)] {
            var debate = Debate.random(camps: [Self.north, Self.south], turns: 80, seed: 4)
            debate.articleAuthor = "Ada"
            debate.turns.append(.init(from: "Fay", to: Debate.article, tone: tone))
            debate.turns.removeAll {
                Set([$0.from, $0.to]).contains("Ada")
                    && !Set(Self.north).isSuperset(of: [$0.from, $0.to])
            }
            let (discussion, graph) = debate.made
            let clustering = ClusterFinder(camps: .exactly(2))
                .clustering(of: discussion, graph: graph)
            for (cluster, ids) in zip(clustering.clusters, graph.ids(clustering)) {
                #expect(cluster.articleSide == (ids.contains("Ada") ? .with : side))
            }
        }
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
        #expect(found <= 4)
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

import DiscussionModel
import StanceAnalysis
import Testing

@Suite struct ChainFinderTests {
    @Test func withoutCommentsOrStancesThereIsNoChain() {
        #expect(Dispute().chains.isEmpty)
        let dispute = Dispute(path: "abc", [0.9, 0.9, 0.9])
        var graph = dispute.graph
        for index in graph.replies.indices { graph.replies[index].stance = nil }
        #expect(ChainFinder().chains(of: dispute.discussion, graph: graph).isEmpty)
    }

    @Test func twoDisagreeingRepliesInARowAreAChainFromWhatTheyDisagreeWith() throws {
        let chain = try #require(Dispute(path: "abc", [0.1, 0.9, 0.5]).chains.first)
        #expect(chain.kind == .chain)
        #expect(chain.comments == [1, 2, 3])
        #expect(chain.participants == [0, 1, 2])
        #expect(chain.mean == 0.7)
        #expect(Dispute(path: "ab", [0.1, 0.9]).chains.isEmpty)
        #expect(Dispute(path: "abc", [0.1, 0.9, 0.49]).chains.isEmpty)
    }

    @Test func aChainMayBeginWithTheArticle() throws {
        let unknown = try #require(Dispute(path: "ab", [0.9, 0.9]).chains.first)
        #expect(unknown.comments == [0, 1, 2])
        #expect(unknown.participants == [0, 1])
        let known = try #require(
            Dispute(path: "aba", [0.9, 0.9, 0.9], articleAuthor: 1).chains.first)
        #expect(known.kind == .quarrel)
        #expect(known.participants == [1, 0])
    }

    @Test(arguments: [
        ([0.1, 0.9, 0.4, 0.9], [[1, 2, 3, 4]]),
        ([0.1, 0.9, 0.34, 0.9], []),
        // A weak step stands neither first nor last.
        ([0.1, 0.9, 0.9, 0.4, 0.1], [[1, 2, 3]]),
        ([0.1, 0.4, 0.9, 0.9], [[2, 3, 4]]),
        ([0.1, 0.9, 0.4], []),
        // Of two weak steps either may be the one, so that two chains share their middle.
        ([0.1, 0.9, 0.4, 0.9, 0.4, 0.9], [[1, 2, 3, 4], [3, 4, 5, 6]]),
        ([0.1, 0.9, 0.4, 0.4, 0.9], []),
    ])
    func oneDoubtfulReplyMayStandBetweenTwoThatDisagree(
        _ disagree: [Double], _ expected: [[Int]]
    ) {
        let dispute = Dispute(path: "abcdef", disagree)
        #expect(dispute.chains.map(\.comments) == expected)
    }

    @Test func repliesToOneselfDisagreeWithNobody() {
        #expect(Dispute(path: "abbc", [0.1, 0.9, 0.9, 0.9]).chains.isEmpty)
        // Two unknown commenters in a row are two people.
        #expect(Dispute(path: "a??", [0.1, 0.9, 0.9]).chains.count == 1)
    }

    @Test(arguments: [(1.0, 1), (0.7, 1), (0.69, 0)])
    func aChainIsCutWhereTheEdgeIsUnsure(_ confidence: Double, _ count: Int) {
        var dispute = Dispute(path: "abc", [0.1, 0.9, 0.9])
        dispute.turns[2].confidence = confidence
        #expect(dispute.chains.count == count)
    }

    @Test(arguments: [
        ("aba", DisagreementChain.Kind.exchange),
        ("abab", .quarrel),
        ("ababa", .quarrel),
        ("abc", .chain),
        ("?a?", .chain),
    ])
    func twoPeopleInTurnAreAnExchangeAndFromFourCommentsAQuarrel(
        _ commenters: String, _ kind: DisagreementChain.Kind
    ) {
        let disagree = [0.1] + [Double](repeating: 0.9, count: commenters.count - 1)
        #expect(Dispute(path: commenters, disagree).chains.map(\.kind) == [kind])
    }

    @Test func anExchangeInsideALongerChainIsToldBesideIt() {
        let chains = Dispute(path: "cababd", [0.1, 0.9, 0.9, 0.9, 0.9, 0.9]).chains
        #expect(chains.map(\.comments) == [[1, 2, 3, 4, 5, 6], [2, 3, 4, 5]])
        #expect(chains.map(\.kind) == [.chain, .quarrel])
        #expect(chains[1].branchOf == 0)
        #expect(chains[1].sharedComments == 4)
        #expect(chains[1].participants == [0, 1])
    }

    @Test func branchesSayWhatTheyShare() {
        var dispute = Dispute(path: "abcde", [0.1, 0.9, 0.9, 0.9, 0.9])
        dispute.turns.append(.init(parent: 3, disagree: 0.8, commenter: 5))
        dispute.turns.append(.init(parent: 6, disagree: 0.8, commenter: 6))
        dispute.turns.append(.init(parent: 6, disagree: 0.8, commenter: 7))
        let chains = dispute.chains
        #expect(chains.map(\.comments) == [[1, 2, 3, 4, 5], [1, 2, 3, 6, 7], [1, 2, 3, 6, 8]])
        #expect(chains.map(\.branchOf) == [nil, 0, 1])
        #expect(chains.map(\.sharedComments) == [0, 3, 4])
    }

    @Test func chainsThatShareOnlyTheirFirstCommentAreNoBranches() {
        var dispute = Dispute(path: "abc", [0.1, 0.9, 0.9])
        dispute.turns.append(.init(parent: 1, disagree: 0.9, commenter: 3))
        dispute.turns.append(.init(parent: 4, disagree: 0.9, commenter: 4))
        #expect(dispute.chains.map(\.branchOf) == [nil, nil])
    }

    @Test func aCommentMayStandBeforeWhatItAnswers() {
        let dispute = Dispute([
            .init(parent: 3, disagree: 0.9, commenter: 0),
            .init(parent: 1, disagree: 0.9, commenter: 1),
            .init(parent: 0, disagree: 0.1, commenter: 2),
        ])
        #expect(dispute.chains.map(\.comments) == [[3, 1, 2]])
    }

    @Test func repliesInACircleAreLeftAlone() {
        let dispute = Dispute([
            .init(parent: 2, disagree: 0.9, commenter: 0),
            .init(parent: 1, disagree: 0.9, commenter: 1),
            .init(parent: 2, disagree: 0.9, commenter: 2),
            .init(parent: 4, disagree: 0.9, commenter: 0),
            .init(parent: 99, disagree: 0.9, commenter: 0),
            .init(parent: 0, disagree: 0.9, commenter: 0),
            .init(parent: 6, disagree: 0.9, commenter: 1),
        ])
        #expect(dispute.chains.map(\.comments) == [[0, 6, 7]])
    }

    @Test func theDurationIsToldWhereBothTimesAreKnownWellEnough() {
        var dispute = Dispute(path: "abc", [0.1, 0.9, 0.9])
        dispute.turns[0].seconds = 100
        #expect(dispute.chains[0].seconds == nil)
        dispute.turns[2].seconds = 160
        #expect(dispute.chains[0].seconds == 60)
        dispute.turns[2].seconds = 40
        #expect(dispute.chains[0].seconds == nil)

        dispute.turns[2].seconds = 160
        var discussion = dispute.discussion
        discussion.comments[0].posted?.precision = .day
        #expect(ChainFinder().chains(of: discussion, graph: dispute.graph)[0].seconds == nil)
        discussion.comments[2].posted?.precision = .day
        #expect(ChainFinder().chains(of: discussion, graph: dispute.graph)[0].seconds == nil)
        discussion = dispute.discussion
        discussion.comments[2].posted?.isApproximate = true
        #expect(ChainFinder().chains(of: discussion, graph: dispute.graph)[0].seconds == nil)
    }

    @Test func theTrendIsToldFromFourReplies() throws {
        #expect(Dispute(path: "abcd", [0.6, 0.7, 0.8]).chains[0].trend == nil)
        let trend = try #require(Dispute(path: "abcd", [0.6, 0.7, 0.8, 0.9]).chains[0].trend)
        #expect(trend.slope > 0)
        #expect(trend.pValue == 2.0 / 24)
    }
}

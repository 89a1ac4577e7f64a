import DiscussionModel
import StanceAnalysis
import TestSupport
import Testing

@Suite struct ChainPropertyTests {
    @Test func chainsKeepTheirDefinitionInLargeDisputes() {
        var generator = SeededGenerator(seed: 3)
        for people in [2, 3, 30] {
            let dispute = Dispute.random(600, people: people, &generator)
            let chains = dispute.chains
            #expect(!chains.isEmpty)
            for (index, chain) in chains.enumerated() {
                let replies = chain.comments.dropFirst().map { dispute.turns[$0 - 1] }
                #expect(replies.count >= 2)
                #expect(zip(chain.comments, replies).allSatisfy { $0 == $1.parent })
                #expect(replies.allSatisfy { $0.disagree >= 0.35 })
                #expect(replies.count { $0.disagree < 0.5 } <= 1)
                let mean = replies.reduce(0) { $0 + $1.disagree } / Double(replies.count)
                #expect(abs(chain.mean - mean) < 1e-12)
                #expect(chain.participants.count == Set(chain.participants).count)
                if chain.kind != .chain { #expect(chain.participants.count == 2) }
                #expect((chain.kind == .quarrel) == (chain.kind != .chain && replies.count >= 3))
                #expect(Self.shares(index, chains))
            }
            #expect(Set(chains.map(\.comments)).count == chains.count)
        }
    }

    /// Whether a chain branches from the first of the earlier ones that share most with it.
    private static func shares(_ index: Int, _ chains: [DisagreementChain]) -> Bool {
        let comments = chains[index].comments
        let shared = chains[..<index].map { earlier in
            guard let start = earlier.comments.firstIndex(of: comments[0]) else { return 0 }
            let both = zip(comments, earlier.comments[start...]).prefix { $0 == $1 }.count
            return both >= 2 ? both : 0
        }
        let most = shared.max() ?? 0
        guard chains[index].sharedComments == most else { return false }
        guard let trunk = chains[index].branchOf else { return most == 0 }
        return trunk < index && shared[trunk] == most
    }

    @Test func theOrderOfTheCommentsChangesNoChain() {
        var generator = SeededGenerator(seed: 5)
        for people in [2, 4] {
            for _ in 0..<40 {
                let dispute = Dispute.random(40, people: people, &generator)
                let (other, ordinals) = dispute.shuffled(&generator)
                let renamed = dispute.chains.map { chain in
                    Self.alone(chain, comments: chain.comments.map { ordinals[$0] })
                }
                #expect(Set(renamed) == Set(other.chains.map { Self.alone($0) }))
            }
        }
    }

    /// A chain without its commenters' numbers and its place among the others.
    private static func alone(
        _ chain: DisagreementChain, comments: [Int]? = nil
    ) -> DisagreementChain {
        var chain = chain
        chain.comments = comments ?? chain.comments
        chain.participants = []
        chain.branchOf = nil
        chain.sharedComments = 0
        return chain
    }

    @Test func theOrderOfTheRepliesInTheGraphChangesNothing() {
        var generator = SeededGenerator(seed: 6)
        let dispute = Dispute.random(200, people: 3, &generator)
        var graph = dispute.graph
        graph.replies.shuffle(using: &generator)
        #expect(ChainFinder().chains(of: dispute.discussion, graph: graph) == dispute.chains)
    }

    @Test func theSameInputGivesTheSameChains() {
        var generator = SeededGenerator(seed: 8)
        let dispute = Dispute.random(500, people: 3, &generator)
        #expect(dispute.chains == dispute.chains)
    }

    @Test func aThousandAnswersUnderAPathAreToldAsTen() {
        var dispute = Dispute(path: "abcdefgh", [Double](repeating: 0.9, count: 8))
        for person in 0..<1_000 {
            dispute.turns.append(.init(parent: 8, disagree: 0.9, commenter: 10 + person))
        }
        let (chains, findings) = dispute.chainsAndFindings
        #expect(chains.count == 10)
        #expect(chains.map(\.branchOf).allSatisfy { $0 == nil || $0 == 0 })
        #expect(findings.map(\.id) == ["chains-left-out"])
        #expect(findings[0].message.contains("990 chains"))
        #expect(findings[0].file == "dispute.txt")
    }

    @Test func theLongestBranchesAreTold() {
        var dispute = Dispute(path: "ab", [0.9, 0.9])
        for person in 0..<30 {
            dispute.turns.append(.init(parent: 2, disagree: 0.9, commenter: 10 + person))
        }
        // One of the last has an answer that disagrees, too.
        dispute.turns.append(.init(parent: 30, disagree: 0.9, commenter: 1))
        #expect(dispute.chains[0].comments == [0, 1, 2, 30, 33])
    }

    @Test func whatIsToldGrowsWithTheCommentsAndNotWithTheirSquare() {
        // A path with an answer at each of its comments: as many chains, each half as long.
        var dispute = Dispute()
        for place in 0..<2_000 {
            dispute.turns.append(
                .init(parent: max(0, 2 * place - 1), disagree: 0.9, commenter: place % 2))
            dispute.turns.append(.init(parent: 2 * place + 1, disagree: 0.9, commenter: 2))
        }
        let (chains, findings) = dispute.chainsAndFindings
        #expect(chains.reduce(0) { $0 + $1.comments.count } < 40 * dispute.turns.count)
        #expect(findings.count == 1)
        #expect(chains.contains { $0.kind == .quarrel && $0.comments.count == 2_000 })
    }

    @Test func pathsOfAHundredThousandRepliesAreFollowed() throws {
        let count = 100_000
        let people = String(repeating: "ab", count: count / 2)
        let dispute = Dispute(path: people, [Double](repeating: 0.9, count: count))
        let chains = dispute.chains
        #expect(chains.map(\.comments.count) == [count + 1, count])
        #expect(chains.map(\.kind) == [.chain, .quarrel])
        #expect(chains.map(\.trend?.pValue) == [1, 1])
    }

    @Test func fansOfAHundredThousandAnswersAreCutShort() {
        var dispute = Dispute(path: "ab", [0.9, 0.9])
        for person in 0..<100_000 {
            dispute.turns.append(.init(parent: 2, disagree: 0.9, commenter: person % 7 + 2))
        }
        #expect(dispute.chains.count == 10)
    }
}

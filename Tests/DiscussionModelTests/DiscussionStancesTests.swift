import DiscussionModel
import Testing

@Suite struct DiscussionStancesTests {
    @Test func chainsAreGroupedWithTheirBranchesAndOrderedByTheirDisagreement() {
        func chain(_ comments: Int, mean: Double, branchOf: Int? = nil) -> DisagreementChain {
            DisagreementChain(
                kind: .chain, comments: Array(0..<comments), participants: [], mean: mean,
                branchOf: branchOf, sharedComments: branchOf == nil ? 0 : 2)
        }
        let stances = DiscussionStances(chains: [
            chain(3, mean: 0.6), chain(5, mean: 0.9), chain(3, mean: 0.6),
            chain(4, mean: 0.9, branchOf: 1), chain(3, mean: 0.9, branchOf: 3),
        ])
        #expect(stances.chainsByWeight == [[1, 3, 4], [0], [2]])
        #expect(DiscussionStances().chainsByWeight.isEmpty)
    }
}

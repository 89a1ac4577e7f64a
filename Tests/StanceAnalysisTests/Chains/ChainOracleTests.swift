import TestSupport
import Testing

@Suite struct ChainOracleTests {
    /// A step of each kind: none, weak and strong.
    private static let probabilities = [0.1, 0.4, 0.8]

    @Test(arguments: 0...4)
    func everyTreeOfAFewCommentsAndPeopleHasTheChainsOfTheDefinition(_ size: Int) {
        var wrong: [Dispute] = []
        forEachTree(of: size) { parents in
            forEachAssignment(of: size, values: 3) { strengths in
                forEachPartition(of: size + 1) { people in
                    let dispute = Self.dispute(parents, strengths, people)
                    if !dispute.hasTheChainsOfTheOracle { wrong.append(dispute) }
                }
            }
        }
        #expect(wrong.isEmpty, "the first of \(wrong.count): \(wrong.prefix(1))")
    }

    @Test(arguments: [5, 6])
    func everyTreeOfMoreCommentsHasTheChainsOfTheDefinition(_ size: Int) {
        var generator = SeededGenerator(seed: 7)
        var wrong: [Dispute] = []
        forEachTree(of: size) { parents in
            forEachAssignment(of: size, values: 3) { strengths in
                // Of five comments all stances, of six a share of them; the people by chance.
                if size == 6 && generator.next() % 48 > 0 { return }
                let people = (0...size).map { _ in Int.random(in: 0..<2, using: &generator) }
                let dispute = Self.dispute(parents, strengths, people)
                if !dispute.hasTheChainsOfTheOracle { wrong.append(dispute) }
            }
        }
        #expect(wrong.isEmpty, "the first of \(wrong.count): \(wrong.prefix(1))")
    }

    @Test func largerTreesInAnyOrderHaveTheChainsOfTheDefinition() {
        var generator = SeededGenerator(seed: 41)
        for people in [2, 2, 3, 5] {
            for _ in 0..<500 {
                let size = Int.random(in: 7...14, using: &generator)
                let dispute = Dispute.random(size, people: people, &generator)
                    .shuffled(&generator).0
                guard dispute.hasTheChainsOfTheOracle else {
                    Issue.record("\(dispute)")
                    return
                }
            }
        }
    }

    /// The first of the people wrote the article.
    private static func dispute(
        _ parents: [Int], _ strengths: [Int], _ people: [Int]
    ) -> Dispute {
        Dispute(
            articleAuthor: people[0],
            parents.indices.map {
                .init(
                    parent: parents[$0], disagree: probabilities[strengths[$0]],
                    commenter: people[$0 + 1])
            })
    }
}

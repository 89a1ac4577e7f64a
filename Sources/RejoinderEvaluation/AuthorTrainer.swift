import DiscussionModel
import ReplyReconstruction

/// Learns what speaks for an author from discussions whose author lines were taken away.
struct AuthorTrainer {
    var gold: [GoldDiscussion]
    /// What finds quotations and guesses replies.
    var model: ReconstructionModel

    /// A nameless comment with its candidates.
    struct Case: Sendable {
        /// The place of the discussion in `gold`.
        var discussion: Int
        /// Whether it is like what the threshold is chosen for: one name of twenty missing.
        var isUsual: Bool
        var rows: FeatureRows
        /// The candidate that is right.
        var right: Int
    }

    /// The share of right authors that the threshold aims at.
    static let precision = 0.96
    /// The share of the author lines taken away.
    static let share = 0.05

    func weights() -> AuthorWeights {
        let cases = self.cases()
        // The threshold is chosen where the weights were not learnt.
        var judged: [(probability: Double, isRight: Bool)] = []
        for part in 0..<2 {
            let ranker = Self.fit(cases.filter { $0.discussion % 2 != part })
            for one in cases where one.discussion % 2 == part && one.isUsual {
                if let best = Self.best(one, ranker) { judged.append(best) }
            }
        }
        return AuthorWeights(ranker: Self.fit(cases), threshold: Self.threshold(judged))
    }

    func cases() -> [Case] {
        var cases: [Case] = []
        for (at, gold) in gold.enumerated() {
            for seed in 1...4 {
                add(.ofComments(gold.discussion, share: Self.share, seed: UInt64(seed)), at, true)
            }
            let attributed = gold.attributed(seed: UInt64(at))
            add(.ofComments(attributed, share: Self.share, seed: 5), at, false)
            // Pages where many give no name: whoever is missing may never have given one.
            add(.ofPeople(gold.discussion, share: 0.3, seed: 6), at, false)
            add(.ofComments(gold.discussion, share: 0.15, seed: 7), at, false)

            func add(_ removal: AuthorRemoval, _ at: Int, _ isUsual: Bool) {
                cases += Self.cases(of: removal, model).map {
                    Case(discussion: at, isUsual: isUsual, rows: $0.rows, right: $0.right)
                }
            }
        }
        return cases
    }

    /// The nameless comments of a discussion with their candidates and the one that is right.
    static func cases(
        of removal: AuthorRemoval, _ model: ReconstructionModel
    ) -> [(rows: FeatureRows, right: Int)] {
        let situation = Situation(removal.discussion, judge: model.quotations)
        let finder = AuthorFinder(
            situation, weights: model.authors,
            replies: model.weights(removal.discussion.setting, .first))
        return finder.rows().map { comment, rows in
            let right = rows.candidates.first {
                $0 >= 0 && situation.people.persons[$0].id == removal.removed[comment]
            }
            return (rows, right ?? -1)
        }
    }

    static func fit(_ cases: [Case]) -> ReplyWeights {
        var examples = RankingExamples(width: AuthorFeature.allCases.count)
        for one in cases {
            examples.add(one.rows, right: [one.right], weight: one.isUsual ? 1 : 0.5)
        }
        return Listwise.fit(examples, hidden: 12)
    }

    /// How probable the best candidate is, and whether it is right; `nil` where it is nobody.
    static func best(_ one: Case, _ ranker: ReplyWeights) -> (probability: Double, isRight: Bool)? {
        let probabilities = ranker.probabilities(one.rows)
        guard
            let best = probabilities.indices.max(by: {
                (probabilities[$0], $1) < (probabilities[$1], $0)
            }), one.rows.candidates[best] >= 0
        else { return nil }
        return (probabilities[best], one.rows.candidates[best] == one.right)
    }

    /// The least probability above which the wanted share is right.
    static func threshold(_ judged: [(probability: Double, isRight: Bool)]) -> Double {
        var threshold = 0.99
        var right = 0
        for (at, one) in judged.sorted(by: { $0.probability > $1.probability }).enumerated() {
            right += one.isRight ? 1 : 0
            if at >= 50, Double(right) >= precision * Double(at + 1) { threshold = one.probability }
        }
        return max(0.5, threshold)
    }
}

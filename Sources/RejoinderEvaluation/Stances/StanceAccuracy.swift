import DiscussionModel
import Foundation
import ReplyReconstruction
import StanceAnalysis

/// The accuracy table of stances.
struct StanceAccuracy {
    /// The folder with `agreement/`, `replies/` and `clusters/`.
    let data: String
    var folds = 5

    /// Prints the tables, each figure from pairs that were not learnt from.
    func printTables() throws {
        let pairs = try StanceCorpus.pairs(data)
        let forum = try StanceCorpus.forum(data)
        let random = Self.folds(pairs, by: { at, _ in UInt64(at) }, folds)
        let grouped = Self.folds(pairs, by: { _, pair in Self.hash(pair.group) }, folds)
        let ours = crossValidated(pairs, forum, random)
        let oursGrouped = crossValidated(pairs, forum, grouped)
        let baseline = baseline(pairs, random, trained: [.debagreement])
        let debagreement = pairs.indices.filter { pairs[$0].source == .debagreement }
        let majority = [0.0, 0.0, 1.0]
        table(
            "agreement/debagreement.train.jsonl, \(folds)-fold",
            [
                score(pairs, debagreement) { _ in majority },
                score(pairs, debagreement) { baseline[$0] },
                score(pairs, debagreement) { ours[$0] },
                score(pairs, debagreement) { oursGrouped[$0] },
            ], "… folds by post")
        let masks = pairs.indices.filter { pairs[$0].source == .maskmandate }
        let without = probabilities(
            of: masks, in: pairs,
            StanceTrainer(pairs: pairs.filter { $0.source != .maskmandate } + forum).model())
        let maskBaseline = self.baseline(pairs, random, trained: [.debagreement, .maskmandate])
        table(
            "agreement/maskmandate.train.jsonl, \(folds)-fold",
            [
                score(pairs, masks) { _ in [1.0, 0.0, 0.0] },
                score(pairs, masks) { maskBaseline[$0] },
                score(pairs, masks) { ours[$0] },
                score(pairs, masks) { without[$0] ?? [0, 1, 0] },
            ], "… learnt without these rows")
        try forumTable(pairs, forum)
    }

    private func forumTable(_ pairs: [StancePair], _ forum: [StancePair]) throws {
        let signs = signs(pairs, forum)
        print(
            "| distant labels of clusters/, \(forum.count) replies, \(folds)-fold by discussion "
                + "| all disagree | Rejoinder |")
        print("|---|---|---|")
        var none = StanceScore()
        var ours = StanceScore()
        for (at, pair) in forum.enumerated() {
            none.add([0.2, 0.2, 0.6], pair.label)
            ours.add(signs[at], pair.label)
        }
        for (name, value) in [
            ("agree against disagree, accuracy", \StanceScore.signAccuracy),
            ("… balanced", \StanceScore.balancedSignAccuracy),
            ("… area under the curve", \StanceScore.signArea),
        ] {
            print(
                "| \(name) | \(Self.figure(none[keyPath: value])) "
                    + "| \(Self.figure(ours[keyPath: value])) |")
        }
    }

    /// The stances of the forum's pairs, each by a model that knew nothing of its discussion.
    func signs(_ pairs: [StancePair], _ forum: [StancePair]) -> [[Double]] {
        let order = forum.reduce(into: [String: Int]()) { order, pair in
            if order[pair.group] == nil { order[pair.group] = order.count }
        }
        let parts = Parallel.map(0..<folds) { fold in
            let model = StanceTrainer(
                pairs: pairs + forum.filter { (order[$0.group] ?? 0) % folds != fold }
            ).model()
            return probabilities(
                of: forum.indices.filter { (order[forum[$0].group] ?? 0) % folds == fold },
                in: forum, model)
        }
        return forum.indices.map { at in
            parts.lazy.compactMap { $0[at] }.first ?? [0.2, 0.2, 0.6]
        }
    }

    private func crossValidated(
        _ pairs: [StancePair], _ forum: [StancePair], _ parts: [Int]
    ) -> [[Double]] {
        let results = Parallel.map(0..<folds) { fold in
            let model = StanceTrainer(
                pairs: pairs.indices.filter { parts[$0] != fold }.map { pairs[$0] } + forum
            ).model()
            return probabilities(
                of: pairs.indices.filter { parts[$0] == fold }, in: pairs, model)
        }
        return pairs.indices.map { at in
            results.lazy.compactMap { $0[at] }.first ?? [0, 1, 0]
        }
    }

    private func baseline(
        _ pairs: [StancePair], _ parts: [Int], trained: Set<StancePair.Source>
    ) -> [[Double]] {
        let results = Parallel.map(0..<folds) { fold -> [Int: [Double]] in
            let model = WordBaseline(
                pairs.indices.filter { parts[$0] != fold && trained.contains(pairs[$0].source) }
                    .map { pairs[$0] })
            var result: [Int: [Double]] = [:]
            for at in pairs.indices where parts[at] == fold && trained.contains(pairs[at].source) {
                result[at] = model.probabilities(pairs[at])
            }
            return result
        }
        return pairs.indices.map { at in
            results.lazy.compactMap { $0[at] }.first ?? [0, 1, 0]
        }
    }

    /// The stances of some pairs, judged in discussions of two comments as a real run has them.
    private func probabilities(
        of some: [Int], in pairs: [StancePair], _ model: StanceModel
    ) -> [Int: [Double]] {
        var result: [Int: [Double]] = [:]
        for at in some {
            result[at] = pairs[at].example.map {
                model.probabilities(of: $0, isForum: pairs[at].source == .forum)
            }
        }
        return result
    }

    private func score(
        _ pairs: [StancePair], _ some: [Int], _ probabilities: (Int) -> [Double]
    ) -> StanceScore {
        var score = StanceScore()
        for at in some { score.add(probabilities(at), pairs[at].label) }
        return score
    }

    private func table(_ title: String, _ scores: [StanceScore], _ last: String) {
        print(
            "| \(title) | majority | TF-IDF + logistic regression | Rejoinder | \(last) |")
        print("|---|---|---|---|---|")
        for (name, value) in [
            ("macro-F1", \StanceScore.macroF), ("accuracy", \StanceScore.accuracy),
            ("agree against disagree, accuracy", \StanceScore.signAccuracy),
            ("calibration error", \StanceScore.calibrationError),
        ] {
            let figures = scores.map { Self.figure($0[keyPath: value]) }
            print("| \(name) | \(figures.joined(separator: " | ")) |")
        }
    }

    private static func folds(
        _ pairs: [StancePair], by key: (Int, StancePair) -> UInt64, _ count: Int
    ) -> [Int] {
        pairs.enumerated().map { at, pair in
            var generator = SeededGenerator(seed: key(at, pair))
            return Int(generator.next() % UInt64(count))
        }
    }

    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    private static func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}

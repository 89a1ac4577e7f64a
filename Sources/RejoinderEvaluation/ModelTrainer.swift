import DiscussionModel
import Foundation
import ReplyReconstruction

/// Learns a whole `ReconstructionModel` from gold discussions.
struct ModelTrainer {
    var forum: [GoldDiscussion]
    var chat: [GoldDiscussion]

    func model() -> ReconstructionModel {
        var model = ReconstructionModel.shared
        if !forum.isEmpty {
            model.quotations = quotationJudge()
            learn(.forum, from: forum, into: &model)
        }
        if !chat.isEmpty { learn(.chat, from: chat, into: &model) }
        return model
    }

    private func quotationJudge() -> QuotationJudge {
        var rows: [[Float]] = []
        var labels: [Float] = []
        for gold in forum {
            let text = DiscussionText(gold.discussion)
            let finder = QuotationFinder(
                text, authors: People(gold.discussion).authors, judge: .shared)
            for (ordinal, found) in finder.candidates(keep: { _ in true }).enumerated() {
                for candidate in found {
                    guard let isRight = QuotationScore.isRight(
                        candidate.span, source: candidate.passage.source, ordinal, gold)
                    else { continue }
                    rows.append(finder.features(of: candidate, ordinal: ordinal, among: found))
                    labels.append(isRight ? 1 : 0)
                }
            }
        }
        return QuotationJudge(weights: Logistic.fit(rows, labels))
    }

    private func learn(
        _ setting: Discussion.Setting, from gold: [GoldDiscussion],
        into model: inout ReconstructionModel
    ) {
        var situations = gold.map { Situation($0.discussion, judge: model.quotations) }
        for pass in ReplyWeights.Pass.allCases {
            if pass == .second {
                let first = model.weights(setting, .first)
                situations = situations.map { $0.withFirstGuess(by: first) }
            }
            var examples = RankingExamples(width: ClueRegistry.features.count)
            for (gold, situation) in zip(gold, situations) { examples.add(gold, in: situation) }
            model.replies[ReplyWeights.group(setting, pass)] =
                ReplyWeights(values: Listwise.fit(examples))
        }
    }
}

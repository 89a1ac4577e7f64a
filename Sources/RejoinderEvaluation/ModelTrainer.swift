import DiscussionModel
import Foundation
import ReplyReconstruction

/// Learns a whole `ReconstructionModel` from gold discussions.
struct ModelTrainer {
    var forum: [GoldDiscussion]
    var chat: [GoldDiscussion]
    /// Whether the weights of pages are learnt too, from pages made of the forum.
    var learnsPages = false
    /// Whether everything but pages is kept as it is.
    var learnsPagesOnly = false

    /// Learns everything; what has no data keeps the weights that the package carries.
    func model() -> ReconstructionModel {
        var model = ReconstructionModel.complete
        if !forum.isEmpty && !learnsPagesOnly {
            model.quotations = quotationJudge()
            learn(.forum, from: forum.map { ($0, nil) }, into: &model)
            model.authors = AuthorTrainer(gold: forum, model: model).weights()
        }
        if !chat.isEmpty && !learnsPagesOnly {
            learn(.chat, from: chat.map { ($0, nil) }, into: &model)
        }
        if learnsPages {
            var corpus = PageCorpus(seed: 3)
            let pages = corpus.pages(from: forum) + corpus.pages(from: forum)
            learn(.page, from: pages.map { ($0.gold, $0.weights) }, into: &model)
        }
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
                    guard
                        let isRight = QuotationScore.isRight(
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
        _ setting: Discussion.Setting, from gold: [(gold: GoldDiscussion, weights: [Float]?)],
        into model: inout ReconstructionModel
    ) {
        var situations = gold.map { Situation($0.gold.discussion, judge: model.quotations) }
        for pass in ReplyWeights.Pass.allCases {
            if pass == .second {
                let first = model.weights(setting, .first)
                situations = situations.map { $0.withFirstGuess(by: first) }
            }
            var examples = RankingExamples(width: ClueRegistry.features.count)
            for ((gold, weights), situation) in zip(gold, situations) {
                examples.add(gold, in: situation, weights: weights)
            }
            model.replies[ReplyWeights.group(setting, pass)] =
                Listwise.mean(
                    (setting == .page ? [1, 2, 3] : [1, 2]).map {
                        Listwise.fit(examples, hidden: 16, seed: $0)
                    })
        }
    }
}

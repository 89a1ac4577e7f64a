import DiscussionSummaries

/// Learns what summaries by people take up.
enum SummaryTrainer {
    /// What a word of a summary costs: half of the F-measure that is hoped for, twice 0.25.
    private static let cost = 0.25
    /// Chosen by cross-validation on the part for training; 10 and 200 do as well.
    private static let penalty = 50.0

    static func weights(_ examples: [SummaryExamples]) -> SummaryWeights {
        var weights = SummaryWeights(of: 0)
        let words = examples.flatMap { $0.words() }
        let learnt = Logistic.fit(
            words.map { [1] + $0.features.map(Float.init) }, words.map { $0.isTaken ? 1 : 0 })
        if let bias = learnt.first {
            weights.wordBias = Double(bias)
            weights.words = learnt.dropFirst().map(Double.init)
        }
        let sentences = examples.flatMap { $0.sentences(weights, cost: cost) }
        (weights.sentences, weights.sentenceBias) = Ridge.fit(
            sentences.map(\.features), sentences.map(\.gain), penalty: penalty)
        return weights
    }
}

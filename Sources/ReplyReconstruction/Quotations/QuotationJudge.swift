import LanguageTools

/// Tells a quotation from words that two people happen to share, by logistic regression.
package struct QuotationJudge: Sendable {
    /// What is looked at, in the order of the weights.
    package static let features = [
        "bias", "logMass", "mass", "logLength", "similarity", "startsLine", "endsLine",
        "wholeLines", "startsSentence", "endsSentence", "wholeSentences", "quotationMark",
        "opensComment", "logDistance", "previousComment", "sameAuthor", "article",
        "informationPerWord", "otherSource", "severalQuotations", "nothingElse", "ideographs",
        "fewWords", "opensSource",
    ]

    /// The judge learnt by `rejoinder-evaluate train-replies`.
    package static let shared = QuotationJudge(
        table: WeightTable(PackageResources.quotation_weights_txt))

    /// The weights in the order of `features`.
    package let weights: [Float]

    /// Creates a judge with a weight for each feature.
    package init(weights: [Float]) {
        self.weights = weights
    }

    init(table: WeightTable) {
        let rows = table.group("quotation")
        weights = Self.features.map { rows[$0]?.first ?? 0 }
    }

    /// The probability that a passage with these features is a quotation.
    package func probability(_ features: [Float]) -> Float {
        var sum: Float = 0
        for (weight, feature) in zip(weights, features) { sum += weight * feature }
        return 1 / (1 + FloatMath.exp(-sum))
    }
}

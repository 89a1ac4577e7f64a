package import DiscussionModel
import LanguageTools

/// Who probably wrote a comment whose author the source does not show.
package struct InferredAuthor: Sendable {
    /// The person's number in `People`.
    package var person: Int
    /// How sure that is, and why.
    package var inference: AuthorInference
}

/// What the features of a candidate author are worth: a listwise ranker as for
/// replies, and how probable an author must be to be named.
package struct AuthorWeights: Sendable {
    /// The weights learnt by `rejoinder-evaluate train-replies`.
    package static let shared = AuthorWeights(
        table: WeightTable(PackageResources.author_weights_txt))

    /// What tells authors, in the order of `AuthorFeature.allCases`.
    package let ranker: ReplyWeights
    /// The probability, 0.5...1, from which an author is named. A wrong author puts words in
    /// somebody's mouth, so it is learnt to be right 19 times in 20.
    package let threshold: Double

    /// Creates weights.
    package init(ranker: ReplyWeights, threshold: Double) {
        self.ranker = ranker
        self.threshold = max(0.5, threshold)
    }

    init(table: WeightTable) {
        let rows = table.group("author")
        self.init(
            ranker: ReplyWeights(rows, features: AuthorFeature.allCases.map(\.name)),
            threshold: rows["threshold"]?.first.map(Double.init) ?? 1)
    }
}

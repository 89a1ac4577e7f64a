package import DiscussionModel
import LanguageTools

/// Who probably wrote a comment whose author the source does not show.
package struct InferredAuthor: Sendable {
    /// The person's number in `People`.
    package var person: Int
    /// How sure that is, and why.
    package var inference: AuthorInference
}

/// What the features of a candidate author are worth.
package struct AuthorWeights: Sendable {
    package static let shared = AuthorWeights()

    package init() {}
}

/// Infers missing authors.
package struct AuthorFinder {
    private let situation: Situation
    private let weights: AuthorWeights

    package init(_ situation: Situation, weights: AuthorWeights = .shared) {
        self.situation = situation
        self.weights = weights
    }

    /// The authors that could be inferred with a confidence of at least 0.5, by ordinal.
    package func authors() -> [Int: InferredAuthor] { [:] }
}

import DiscussionModel
import LanguageTools

/// Infers who wrote the comments whose author the source does not show.
///
/// A listwise ranker weighs the people of the discussion, and somebody else, by what the comments
/// around the nameless one say and by how people write; who is probable enough is named. A second
/// pass takes those as known. Where it is the article's author whose name the page never shows,
/// `ArticleAuthorPattern` says so.
package struct AuthorFinder {
    /// The discussion; with a first guess where there are authors to be found.
    let situation: Situation
    private let weights: AuthorWeights

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - situation: The discussion.
    ///   - weights: What speaks for an author.
    ///   - replies: What makes a first guess of what answers what, where `situation` has none.
    package init(
        _ situation: Situation, weights: AuthorWeights = .shared, replies: ReplyWeights? = nil
    ) {
        let discussion = situation.discussion
        let isHopeful = Self.isHopeful(discussion, authors: situation.authors)
        if isHopeful && situation.guess == nil {
            self.situation = situation.withFirstGuess(
                by: replies ?? .carried(discussion.setting, .first))
        } else {
            self.situation = situation
        }
        self.weights = weights
        self.isHopeful = isHopeful
    }

    private let isHopeful: Bool

    /// Whether a discussion has both a comment whose author nobody knows and somebody to choose
    /// from.
    ///
    /// - Parameter authors: Who wrote each text, by ordinal; a negative number where nobody knows.
    static func isHopeful(_ discussion: Discussion, authors: [Int]) -> Bool {
        discussion.comments.indices.contains {
            authors[$0 + 1] < 0 && !discussion.comments[$0].isGhost
        } && authors.contains { $0 >= 0 }
    }

    /// The authors that could be inferred with a confidence of at least 0.5, by ordinal.
    ///
    /// - Complexity: O(n) in the comments, and O(1) for each nameless one.
    package func authors() -> [Int: InferredAuthor] {
        guard isHopeful else { return [:] }
        var authors = situation.authors
        var result: [Int: InferredAuthor] = [:]
        for _ in 0..<2 {
            let conversations = Conversations(situation, authors: authors)
            var candidates = AuthorCandidates(conversations)
            var found: [Int: InferredAuthor] = [:]
            for comment in conversations.nameless {
                found[comment] = choice(for: comment, &candidates)
            }
            for (comment, author) in found {
                authors[comment] = author.person
                result[comment] = author
            }
            if found.isEmpty || conversations.nameless.count == found.count { break }
        }
        return ArticleAuthorPattern(Conversations(situation, authors: situation.authors))
            .completed(result)
    }

    /// The features of the candidates of each nameless comment, to learn from.
    package func rows() -> [(comment: Int, rows: FeatureRows)] {
        guard isHopeful else { return [] }
        let conversations = Conversations(situation, authors: situation.authors)
        var candidates = AuthorCandidates(conversations)
        return conversations.nameless.map { ($0, candidates.rows(for: $0)) }
    }

    private func choice(for comment: Int, _ candidates: inout AuthorCandidates) -> InferredAuthor? {
        let rows = candidates.rows(for: comment)
        let probabilities = weights.ranker.probabilities(rows)
        guard
            let best = probabilities.indices.max(by: {
                (probabilities[$0], $1) < (probabilities[$1], $0)
            }), rows.candidates[best] >= 0, probabilities[best] >= weights.threshold
        else { return nil }
        let score = weights.ranker.score(of: best, in: rows)
        let evidence = AuthorEvidence(
            comment: comment, person: rows.candidates[best],
            conversations: candidates.conversations
        ).list { feature in
            weights.ranker.gain(
                of: best, in: rows, features: feature.rawValue..<(feature.rawValue + 1),
                score: score)
        }
        // The weights were learnt in long forum talks; on a page, often a short one, how somebody
        // writes and where they stand is not enough.
        let isSaid = evidence.contains { [.quotation, .mention, .address].contains($0.kind) }
        guard isSaid || situation.discussion.setting != .page else { return nil }
        return InferredAuthor(
            person: rows.candidates[best],
            inference: AuthorInference(
                confidence: min(0.99, probabilities[best]), evidence: evidence))
    }
}

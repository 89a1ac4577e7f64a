import DiscussionModel

/// All clues, in the order of their features.
package enum ClueRegistry {
    static let all: [any Clue] = [
        QuotationClue(),
        PhraseClue(),
        MentionClue(),
        ReferenceClue(),
        EchoClue(),
        AdjacencyClue(),
        DefaultClue(),
        ExchangeClue(),
    ]

    /// The names of all features in the order of a row.
    package static let features: [String] = all.flatMap(\.features)

    /// The candidates of a comment with all their features.
    package static func rows(for comment: Int, in situation: Situation) -> FeatureRows {
        var candidates = CandidateList(comment: comment)
        for clue in all { clue.propose(for: comment, in: situation, to: &candidates) }
        var rows = FeatureRows(candidates: candidates.ordinals, width: features.count)
        var offset = 0
        for clue in all {
            rows.begin(at: offset)
            clue.measure(comment, in: situation, into: &rows)
            offset += clue.features.count
        }
        return rows
    }
}

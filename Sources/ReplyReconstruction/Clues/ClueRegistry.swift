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

    /// The places of each clue's features in a row.
    static let ranges: [Range<Int>] = {
        var end = 0
        return all.map { clue in
            defer { end += clue.features.count }
            return end..<(end + clue.features.count)
        }
    }()

    /// The names of all features in the order of a row.
    package static let features: [String] = all.flatMap(\.features)

    /// The candidates of a comment with all their features.
    package static func rows(for comment: Int, in situation: Situation) -> FeatureRows {
        var candidates = CandidateList(comment: comment)
        for clue in all { clue.propose(for: comment, in: situation, to: &candidates) }
        var rows = FeatureRows(candidates: candidates.ordinals, width: features.count)
        for (clue, range) in zip(all, ranges) {
            rows.begin(at: range.lowerBound)
            clue.measure(comment, in: situation, into: &rows)
        }
        return rows
    }
}

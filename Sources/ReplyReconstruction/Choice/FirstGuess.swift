import DiscussionModel

/// What each comment of a discussion probably answers, after a pass that judged every comment by
/// itself; the second pass sees exchanges in it.
package struct FirstGuess: Sendable {
    /// The probable parents of each text with their probabilities, by ordinal; those below 0.02 are
    /// left out.
    package private(set) var parents: [[(ordinal: Int, probability: Float)]]
    /// For each text the comments that probably answer it, rising.
    private(set) var answers: [[(ordinal: Int, probability: Float)]]

    /// Sums of the probability of answering the opening, and the comment before, over the comments
    /// of each person that show no evidence, and over all such comments (last).
    private(set) var openingSums: [Float]
    private(set) var previousSums: [Float]
    private(set) var counts: [Float]

    /// Creates an empty guess for so many texts and persons.
    package init(texts: Int, persons: Int) {
        parents = Array(repeating: [], count: texts)
        answers = Array(repeating: [], count: texts)
        openingSums = Array(repeating: 0, count: persons + 1)
        previousSums = openingSums
        counts = openingSums
    }

    /// Takes in the candidates of a comment with their probabilities; comments come by ordinal.
    package mutating func record(
        _ comment: Int, candidates: [Int], probabilities: [Double], in situation: Situation
    ) {
        let opening = situation.discussion.setting == .forum ? 1 : 0
        var toOpening: Float = 0
        var toPrevious: Float = 0
        for (candidate, probability) in zip(candidates, probabilities) {
            if candidate == opening { toOpening = Float(probability) }
            if candidate == comment - 1 { toPrevious = Float(probability) }
            guard probability >= 0.02 else { continue }
            parents[comment].append((candidate, Float(probability)))
            answers[candidate].append((comment, Float(probability)))
        }
        guard comment > 2, !situation.hasEvidence(comment) else { return }
        let all = counts.count - 1
        let author = situation.authors[comment]
        for slot in [author, all] where slot >= 0 && slot < counts.count {
            openingSums[slot] += toOpening
            previousSums[slot] += toPrevious
            counts[slot] += 1
        }
    }
}

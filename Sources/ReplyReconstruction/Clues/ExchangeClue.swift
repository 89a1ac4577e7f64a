import DiscussionModel
import LanguageTools

/// The candidate belongs to an exchange that the comment goes on, as a first pass saw it; and what
/// comments without evidence do in this discussion.
struct ExchangeClue: Clue {
    let kind = Evidence.Kind.adjacency

    let features = [
        "answersMe", "answersMeSinceMine", "answersMeMost", "answersMeWithoutEvidence",
        "answersReceived", "answeredByMeGuess", "siblingOfPrevious", "habitOpening",
        "habitOpeningWithoutEvidence", "habitPrevious", "habitPreviousWithoutEvidence",
        "authorHabitOpening", "authorHabitPrevious", "answersOtherOfMine",
        "answersReceivedWithoutEvidence", "answeredByMeLater",
    ]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        // Whoever answered the commenter's newest comments may be answered now.
        guard let guess = situation.guess else { return }
        var mine = situation.previousOfAuthor[comment]
        for _ in 0..<2 where mine > 0 {
            for answer in guess.answers[mine].suffix(12) where answer.probability > 0.3 {
                candidates.insert(answer.ordinal)
            }
            mine = situation.previousOfAuthor[mine]
        }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        guard let guess = situation.guess else { return }
        let author = situation.authors[comment]
        let mine = situation.previousOfAuthor[comment]
        let without: Float = situation.hasEvidence(comment) ? 0 : 1
        let opening = situation.discussion.setting == .forum ? 1 : 0
        let habits = habits(guess, author: author, comment: comment, situation)
        var best: Float = 0
        for (row, candidate) in rows.candidates.enumerated() {
            if candidate == opening {
                rows[row, 7] = habits.opening
                rows[row, 8] = habits.opening * without
                rows[row, 11] = habits.authorOpening * without
            }
            if candidate == comment - 1 {
                rows[row, 9] = habits.previous
                rows[row, 10] = habits.previous * without
                rows[row, 12] = habits.authorPrevious * without
            }
            guard candidate > 0 else { continue }
            let toMe =
                author < 0
                ? 0
                : guess.parents[candidate].reduce(Float(0)) {
                    $0 + (situation.authors[$1.ordinal] == author ? $1.probability : 0)
                }
            best = max(best, candidate > mine ? toMe : 0)
            rows[row, 0] = toMe
            rows[row, 1] = candidate > mine ? toMe : 0
            rows[row, 3] = toMe * without
            var received: Float = 0
            var byMe: Float = 0
            var byMeLater: Float = 0
            for answer in guess.answers[candidate].prefix(24) {
                if answer.ordinal > comment, author >= 0,
                    situation.authors[answer.ordinal] == author
                {
                    byMeLater += answer.probability
                }
                guard answer.ordinal < comment else { continue }
                received += answer.probability
                if author >= 0 && situation.authors[answer.ordinal] == author {
                    byMe += answer.probability
                }
                if answer.ordinal == comment - 1 { rows[row, 6] = answer.probability }
            }
            rows[row, 4] = FloatMath.log(1 + received)
            rows[row, 14] = rows[row, 4] * without
            rows[row, 5] = min(1, byMe)
            rows[row, 15] = min(1, byMeLater)
            rows[row, 13] = candidate < mine ? toMe : 0
        }
        guard best > 0.2 else { return }
        for row in rows.candidates.indices where rows[row, 1] == best { rows[row, 2] = 1 }
    }

    /// How comments without evidence behave, the comment itself left out, as log-odds drawn to 0.
    private func habits(
        _ guess: FirstGuess, author: Int, comment: Int, _ situation: Situation
    ) -> (opening: Float, previous: Float, authorOpening: Float, authorPrevious: Float) {
        let opening = situation.discussion.setting == .forum ? 1 : 0
        var ownOpening: Float = 0
        var ownPrevious: Float = 0
        let counts = comment > 2 && !situation.hasEvidence(comment)
        if counts {
            for parent in guess.parents[comment] {
                if parent.ordinal == opening { ownOpening = parent.probability }
                if parent.ordinal == comment - 1 { ownPrevious = parent.probability }
            }
        }
        func odds(_ sum: Float, _ count: Float, own: Float) -> Float {
            let others = counts ? max(0, count - 1) : count
            let share = (max(0, sum - own) + 0.5) / (others + 1)
            return FloatMath.log(share / max(0.02, 1 - share))
        }
        let all = guess.counts.count - 1
        let slot = author >= 0 && author < all ? author : nil
        return (
            odds(guess.openingSums[all], guess.counts[all], own: ownOpening),
            odds(guess.previousSums[all], guess.counts[all], own: ownPrevious),
            slot.map { odds(guess.openingSums[$0], guess.counts[$0], own: ownOpening) } ?? 0,
            slot.map { odds(guess.previousSums[$0], guess.counts[$0], own: ownPrevious) } ?? 0
        )
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        guard let guess = situation.guess, candidate > 0 else { return nil }
        let author = situation.authors[comment]
        let toMe = guess.parents[candidate].reduce(Float(0)) {
            $0 + (situation.authors[$1.ordinal] == author ? $1.probability : 0)
        }
        return author >= 0 && toMe > 0.5 ? "goes on an exchange of the two" : nil
    }
}

extension Situation {
    /// Whether a comment quotes an earlier text or addresses somebody by name.
    func hasEvidence(_ comment: Int) -> Bool {
        !quotations[comment].isEmpty || mentions[comment].contains { $0.use > .inPassing }
    }
}

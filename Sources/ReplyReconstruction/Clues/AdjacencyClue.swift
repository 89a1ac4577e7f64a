import DiscussionModel
import LanguageTools

/// The candidate stands close by, in the page, in time, or in an exchange of two people.
struct AdjacencyClue: Clue {
    let kind = Evidence.Kind.adjacency

    /// How many comments back a comment without other evidence may answer.
    static func window(_ setting: Discussion.Setting) -> Int { setting == .chat ? 60 : 24 }

    private static let near = [
        "logDistance", "previous", "second", "third", "withinSix", "previousByOther", "logHours",
        "withinFiveMinutes", "sinceMine", "firstSinceMine",
    ]

    let features =
        near + near.map { $0 + "WithoutEvidence" } + [
            "sameAuthor", "sameAuthorPrevious", "newestOfAuthor", "answered", "answeredByMe",
            "addressesMe", "addressesMeSinceMine", "metBefore", "lastAddressed", "asks",
            "asksPrevious", "secondPersonPrevious", "agreementPrevious", "denialPrevious",
            "contrastPrevious", "answerPrevious", "asksAnswer", "longPrevious", "shortPrevious",
            "addressesMePrevious", "addressesOther", "unknownAuthor",
        ]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        let window = Self.window(situation.discussion.setting)
        for ordinal in stride(from: comment - 1, through: max(1, comment - window), by: -1) {
            candidates.insert(ordinal)
        }
        if situation.discussion.setting == .forum { candidates.insert(1) }
        let author = situation.authors[comment]
        let mine = situation.previousOfAuthor[comment]
        guard author >= 0, mine > 0 else { return }
        for person in situation.addressed[mine].prefix(4) {
            candidates.insert(situation.newestComment(of: person, before: comment))
        }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let author = situation.authors[comment]
        let mine = situation.previousOfAuthor[comment]
        let profile = situation.profiles[comment]
        let hasEvidence =
            !situation.quotations[comment].isEmpty
            || situation.mentions[comment].contains { $0.use > .inPassing }
        let byOther = newestByOther(comment, situation)
        let nearCount = Self.near.count
        let more = nearCount * 2
        let lastAddressed = mine > 0 ? situation.addressed[mine] : []
        for (row, candidate) in rows.candidates.enumerated() where candidate > 0 {
            let distance = comment - candidate
            let writer = situation.authors[candidate]
            rows[row, 0] = FloatMath.log(Float(distance))
            rows[row, 1] = distance == 1 ? 1 : 0
            rows[row, 2] = distance == 2 ? 1 : 0
            rows[row, 3] = distance == 3 ? 1 : 0
            rows[row, 4] = distance <= 6 ? 1 : 0
            rows[row, 5] = candidate == byOther ? 1 : 0
            if let mineTime = situation.times[comment], let theirs = situation.times[candidate] {
                let seconds = Float(max(0, mineTime - theirs))
                rows[row, 6] = FloatMath.log(1 + seconds / 3_600)
                rows[row, 7] = seconds < 300 ? 1 : 0
            }
            rows[row, 8] = candidate > mine ? 1 : 0
            rows[row, 9] = candidate == mine + 1 && mine > 0 ? 1 : 0
            if !hasEvidence {
                for at in 0..<nearCount { rows[row, nearCount + at] = rows[row, at] }
            }
            let isSame = writer >= 0 && writer == author
            let addressesMe =
                author >= 0 && !isSame && situation.addressed[candidate].contains(author)
            let theyAsk = situation.profiles[candidate].asks
            let previous = candidate == byOther ? Float(1) : 0
            rows[row, more] = isSame ? 1 : 0
            rows[row, more + 1] = isSame && distance == 1 ? 1 : 0
            rows[row, more + 2] =
                situation.isNewestOfAuthor(candidate, before: comment) ? 1 : 0
            rows[row, more + 3] = FloatMath.log(
                1 + Float(situation.sureAnswers(to: candidate, before: comment)))
            rows[row, more + 4] = situation.hasAnswered(author, candidate, before: comment) ? 1 : 0
            rows[row, more + 5] = addressesMe ? 1 : 0
            rows[row, more + 6] = addressesMe && candidate > mine ? 1 : 0
            rows[row, more + 7] =
                author >= 0 && writer >= 0 && !isSame
                    && situation.haveMet(author, writer, before: comment) ? 1 : 0
            rows[row, more + 8] = lastAddressed.contains(writer) && writer >= 0 ? 1 : 0
            rows[row, more + 9] = theyAsk ? 1 : 0
            rows[row, more + 10] = theyAsk ? previous : 0
            rows[row, more + 11] = min(0.2, profile.secondPerson) * 5 * previous
            rows[row, more + 12] = profile.opening == .agreement ? previous : 0
            rows[row, more + 13] = profile.opening == .denial ? previous : 0
            rows[row, more + 14] = profile.opening == .contrast ? previous : 0
            rows[row, more + 15] = profile.opening == .answer ? previous : 0
            let answers = profile.opening == .agreement || profile.opening == .denial
            rows[row, more + 16] = theyAsk && answers ? 1 : 0
            rows[row, more + 17] = profile.ownLength > 120 ? previous : 0
            rows[row, more + 18] = profile.ownLength < 25 ? previous : 0
            rows[row, more + 19] = addressesMe ? previous : 0
            rows[row, more + 20] =
                !situation.addressed[candidate].isEmpty && !addressesMe && !isSame ? 1 : 0
            rows[row, more + 21] = writer < 0 ? 1 : 0
        }
    }

    private func newestByOther(_ comment: Int, _ situation: Situation) -> Int {
        let author = situation.authors[comment]
        var ordinal = comment - 1
        while ordinal > 0, comment - ordinal < 24, author >= 0, situation.authors[ordinal] == author
        {
            ordinal -= 1
        }
        return ordinal
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        guard candidate > 0 else { return nil }
        let author = situation.authors[comment]
        if author >= 0, situation.authors[candidate] != author,
            situation.addressed[candidate].contains(author)
        {
            return "answers the commenter's own words"
        }
        let distance = comment - candidate
        return distance == 1 ? "the comment before" : "\(distance) comments before"
    }
}

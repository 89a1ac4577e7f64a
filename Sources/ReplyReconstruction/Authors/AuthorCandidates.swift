import DiscussionModel
import LanguageTools

/// Who may have written a nameless comment, with the features of each.
struct AuthorCandidates {
    /// Stands for somebody else than all the other candidates.
    static let somebodyElse = -1

    /// The number of candidates; whoever talks with the comment's neighbours comes first.
    private static let most = 40
    /// How many comments before and after are looked at for candidates.
    private static let reach = 20

    let conversations: Conversations
    private var words: WritingStyle
    private var letters: WritingStyle

    init(_ conversations: Conversations) {
        self.conversations = conversations
        words = WritingStyle(conversations.situation, unit: .words)
        letters = WritingStyle(conversations.situation, unit: .letters)
    }

    /// The candidates for a comment, persons by number and `somebodyElse`, with their features.
    ///
    /// - Complexity: O(1) in the comments of the discussion but for `WritingStyle`.
    mutating func rows(for comment: Int) -> FeatureRows {
        let around = Surroundings(comment, conversations)
        var persons: [Int] = []
        var known: Set<Int> = []
        func insert(_ person: Int) {
            if person >= 0, persons.count < Self.most, known.insert(person).inserted {
                persons.append(person)
            }
        }
        around.persons.prefix(24).forEach(insert)
        insert(conversations.situation.authors[0])
        for distance in 1...Self.reach {
            for ordinal in [comment - distance, comment + distance]
            where ordinal > 0 && ordinal < conversations.authors.count {
                insert(conversations.authors[ordinal])
            }
        }
        conversations.frequent.forEach(insert)
        var rows = FeatureRows(
            candidates: persons + [Self.somebodyElse], width: AuthorFeature.allCases.count)
        for row in persons.indices { around.measure(persons[row], row, into: &rows) }
        measurePlace(comment, into: &rows)
        measureStyle(comment, into: &rows)
        let last = persons.count
        // Of the other comments: in a short discussion one nameless comment says nothing.
        let others = Float(max(1, conversations.authors.count - 2))
        rows[last, .somebody] = 1
        rows[last, .somebodyNamelessShare] = Float(conversations.nameless.count - 1) / others
        rows[last, .somebodyLogPeople] = FloatMath.log(1 + Float(conversations.peopleCount))
        rows[last, .somebodyOnceShare] = conversations.onceShare
        rows[last, .somebodyEarly] = comment <= 2 ? 1 : 0
        return rows
    }

    private func measurePlace(_ comment: Int, into rows: inout FeatureRows) {
        let situation = conversations.situation
        let total = Float(max(1, conversations.authors.count - 1))
        for (row, person) in rows.candidates.enumerated() where person >= 0 {
            let comments = conversations.commentsOf[person]
            let before = conversations.before(comment, by: person)
            let after = conversations.after(comment, by: person)
            rows[row, .directlyBefore] = before == comment - 1 && before > 0 ? 1 : 0
            rows[row, .directlyAfter] = after == comment + 1 ? 1 : 0
            rows[row, .secondBefore] = before == comment - 2 && before > 0 ? 1 : 0
            rows[row, .secondAfter] = after == comment + 2 ? 1 : 0
            rows[row, .logBefore] = before > 0 ? FloatMath.log(Float(comment - before)) : 0
            rows[row, .logAfter] = after > 0 ? FloatMath.log(Float(after - comment)) : 0
            rows[row, .nothingBefore] = before < 0 ? 1 : 0
            rows[row, .nothingAfter] = after < 0 ? 1 : 0
            rows[row, .bothSides] =
                before > 0 && after > 0 && comment - before <= 8 && after - comment <= 8 ? 1 : 0
            if let now = situation.times[comment] {
                let gaps = [before, after].filter { $0 > 0 }.compactMap { situation.times[$0] }
                    .map { Float(abs(now - $0)) }
                if let gap = gaps.min() {
                    rows[row, .logMinutes] = FloatMath.log(1 + gap / 60)
                    rows[row, .withinTwoMinutes] = gap < 120 ? 1 : 0
                }
            }
            rows[row, .logShare] = FloatMath.log((Float(comments.count) + 0.5) / total)
            rows[row, .writesOnce] = comments.count == 1 ? 1 : 0
            rows[row, .neverComments] = comments.isEmpty ? 1 : 0
            rows[row, .articleAuthor] = person == situation.authors[0] ? 1 : 0
            rows[row, .opener] =
                situation.discussion.setting == .forum && comments.first == 1 ? 1 : 0
        }
    }

    private mutating func measureStyle(_ comment: Int, into rows: inout FeatureRows) {
        let persons = rows.candidates
        let profiles = conversations.situation.profiles
        let long = min(1, Float(profiles[comment].ownLength) / 100)
        let letterLikeness = letters.likeness(of: comment, to: persons, in: conversations)
        let wordLikeness = words.likeness(of: comment, to: persons, in: conversations)
        let bestLetters = letterLikeness.max() ?? 0
        let bestWords = wordLikeness.max() ?? 0
        let lettersAmongAll = Self.standardized(letterLikeness, persons)
        let wordsAmongAll = Self.standardized(wordLikeness, persons)
        let mine = Self.habits(comment, conversations.situation)
        for (row, person) in persons.enumerated() where person >= 0 {
            rows[row, .letters] = letterLikeness[row]
            rows[row, .words] = wordLikeness[row]
            rows[row, .lettersAmongAll] = lettersAmongAll[row]
            rows[row, .wordsAmongAll] = wordsAmongAll[row]
            rows[row, .lettersBest] =
                letterLikeness[row] == bestLetters && bestLetters > 0 ? long : 0
            rows[row, .wordsBest] = wordLikeness[row] == bestWords && bestWords > 0 ? long : 0
            let comments = conversations.commentsOf[person].suffix(24)
            guard !comments.isEmpty else { continue }
            var mean: SIMD3<Float> = .zero
            for other in comments { mean += Self.habits(other, conversations.situation) }
            let apart = mine - mean / Float(comments.count)
            rows[row, .length] = abs(apart[0])
            rows[row, .lines] = abs(apart[1])
            rows[row, .quotes] = abs(apart[2])
        }
    }

    /// How far each likeness lies above the mean of all candidates, in standard deviations.
    private static func standardized(_ values: [Float], _ persons: [Int]) -> [Float] {
        let known = zip(values, persons).filter { $0.1 >= 0 && $0.0 > 0 }.map(\.0)
        guard known.count >= 3 else { return values.map { _ in 0 } }
        let mean = known.reduce(0, +) / Float(known.count)
        let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(known.count)
        return values.map { max(-3, min(4, ($0 - mean) / max(0.01, variance.squareRoot()))) }
    }

    /// The length, the length of lines and the number of quotations of a comment, as logarithms.
    private static func habits(_ comment: Int, _ situation: Situation) -> SIMD3<Float> {
        let length = Float(situation.profiles[comment].ownLength)
        let tokens = situation.text.texts[comment].tokens.prefix(400)
        let lines = tokens.reduce(Float(1)) { $0 + ($1.marks.contains(.startsLine) ? 1 : 0) }
        return SIMD3(
            FloatMath.log(1 + length), FloatMath.log((1 + Float(tokens.count)) / lines),
            FloatMath.log(1 + Float(situation.quotations[comment].count)))
    }
}

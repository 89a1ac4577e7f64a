import DiscussionModel
import LanguageTools

/// The comment puts words in quotation marks that the candidate uses: too few for a quotation
/// found by its words alone.
struct PhraseClue: Clue {
    let kind = Evidence.Kind.quotation

    let features = [
        "phrase", "phraseInformation", "phraseOnly", "phraseOther", "phraseInArticle",
        "phraseOnlyOfAuthor",
    ]

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let phrases = situation.profiles[comment].phrases
        guard !phrases.isEmpty else { return }
        var masses = [Float](repeating: 0, count: rows.candidates.count)
        for (row, candidate) in rows.candidates.enumerated() {
            masses[row] = held(phrases, of: comment, by: candidate, situation)
                .reduce(0) { $0 + information(of: $1, in: comment, situation) }
        }
        let best = masses.max() ?? 0
        guard best > 0 else { return }
        let holders = masses.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
        for (row, mass) in masses.enumerated() {
            guard mass > 0 else {
                rows[row, 3] = 1
                continue
            }
            rows[row, 0] = 1
            rows[row, 1] = min(mass, 20) / 10
            rows[row, 2] = holders == 1 ? 1 : 0
            rows[row, 4] = rows.candidates[row] == 0 ? 1 : 0
            let writer = situation.authors[rows.candidates[row]]
            let ofWriter = rows.candidates.indices.filter {
                writer >= 0 && situation.authors[rows.candidates[$0]] == writer
            }
            let isOnly = ofWriter.allSatisfy { $0 == row || masses[$0] == 0 }
            rows[row, 5] = ofWriter.count > 1 && isOnly ? 1 : 0
        }
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        let phrases = situation.profiles[comment].phrases
        guard !phrases.isEmpty,
            let phrase = held(phrases, of: comment, by: candidate, situation).max(by: {
                information(of: $0, in: comment, situation)
                    < information(of: $1, in: comment, situation)
            }), information(of: phrase, in: comment, situation) > 5
        else { return nil }
        let text = situation.text.texts[comment]
        return text.scalars(
            Int(text.tokens[phrase.lowerBound].start)..<Int(text.tokens[phrase.upperBound - 1].end))
    }

    private func information(of phrase: Range<Int>, in comment: Int, _ situation: Situation)
        -> Float
    {
        let tokens = situation.text.texts[comment].tokens
        return phrase.reduce(0) { $0 + situation.text.information[Int(tokens[$1].word)] }
    }

    /// The phrases whose words stand in a row in a candidate.
    private func held(
        _ phrases: [Range<Int>], of comment: Int, by candidate: Int, _ situation: Situation
    ) -> [Range<Int>] {
        let mine = situation.text.texts[comment].tokens
        let theirs = situation.text.texts[candidate].tokens
        return phrases.filter { phrase in
            guard theirs.count >= phrase.count else { return false }
            let first = mine[phrase.lowerBound].word
            for start in 0...(theirs.count - phrase.count) where theirs[start].word == first {
                if phrase.indices.allSatisfy({
                    mine[$0].word == theirs[start + $0 - phrase.lowerBound].word
                }) {
                    return true
                }
            }
            return false
        }
    }
}

import DiscussionModel
import LanguageTools

/// The comment repeats words of the candidate.
struct QuotationClue: Clue {
    let kind = Evidence.Kind.quotation

    let features = [
        "quoted", "quotedMass", "quotedShare", "firstQuoted", "lastQuoted", "mostQuoted",
        "opensWithQuotation", "newestQuoted", "onlyQuoted", "otherHolder", "quotedAuthor",
        "sharesSource", "quotations", "quotesSelf", "quotedArticle", "quotedSure",
        "otherIsQuoted", "quotedAuthorNewest",
    ]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        for quotation in situation.quotations[comment].prefix(64) {
            candidates.insert(quotation.passage.source)
            for other in quotation.otherSources.prefix(2) { candidates.insert(other) }
        }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let quotations = situation.quotations[comment]
        guard !quotations.isEmpty else { return }
        let author = situation.authors[comment]
        let total = quotations.reduce(0) { $0 + $1.passage.mass }
        var masses: [Int: Float] = [:]
        for quotation in quotations {
            masses[quotation.passage.source, default: 0] += quotation.passage.mass
        }
        let most = masses.values.max() ?? 0
        let newest = masses.keys.max() ?? 0
        let ownStart = quotations[0].passage.start
        for (row, candidate) in rows.candidates.enumerated() {
            let writer = situation.authors[candidate]
            if let mass = masses[candidate] {
                rows[row, 0] = 1
                rows[row, 1] = FloatMath.log(1 + mass)
                rows[row, 2] = mass / total
                rows[row, 3] = quotations[0].passage.source == candidate ? 1 : 0
                rows[row, 4] = quotations[quotations.count - 1].passage.source == candidate ? 1 : 0
                rows[row, 5] = mass == most ? 1 : 0
                rows[row, 6] = rows[row, 3] == 1 && ownStart <= 4 ? 1 : 0
                rows[row, 7] = candidate == newest ? 1 : 0
                rows[row, 8] = masses.count == 1 ? 1 : 0
                let count = quotations.reduce(0) { $0 + ($1.passage.source == candidate ? 1 : 0) }
                rows[row, 12] = FloatMath.log(Float(count))
                rows[row, 13] = writer >= 0 && writer == author ? 1 : 0
                rows[row, 14] = candidate == 0 ? 1 : 0
                rows[row, 15] = quotations.reduce(0) {
                    max($0, $1.passage.source == candidate ? $1.probability : 0)
                }
            } else {
                rows[row, 16] = 1
                rows[row, 9] =
                    quotations.contains { $0.otherSources.contains(candidate) } ? 1 : 0
                let quotedAuthor = masses.keys.contains { situation.authors[$0] == writer }
                rows[row, 10] = writer >= 0 && quotedAuthor ? 1 : 0
                rows[row, 17] =
                    rows[row, 10] == 1 && situation.isNewestOfAuthor(candidate, before: comment)
                    ? 1 : 0
                rows[row, 11] =
                    situation.quotations[candidate].contains {
                        masses[$0.passage.source] != nil
                    } ? 1 : 0
            }
        }
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        let quotation = situation.quotations[comment]
            .filter { $0.passage.source == candidate }
            .max { $0.passage.mass < $1.passage.mass }
        guard let quotation else { return nil }
        let words = quotation.span.words(of: situation.discussion.text(at: comment))
        return words.count > 120 ? words.prefix(119) + "…" : words
    }
}

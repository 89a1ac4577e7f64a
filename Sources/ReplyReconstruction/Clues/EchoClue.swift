import DiscussionModel
import LanguageTools

/// The comment shares rare words with the candidate.
struct EchoClue: Clue {
    let kind = Evidence.Kind.echo

    let features = [
        "similarity", "similarityBest", "rarestShared", "sharedInformation", "similarityRank",
        "similarityToArticle", "introduced", "introducedMost", "introducedShare",
        "similarityWithQuoted", "similarityWithQuotedBest", "introducedByOther",
        "closestOfNamed", "marginOfNamed",
    ]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        for introducer in situation.introducers[comment].prefix(2) where introducer.mass > 8 {
            candidates.insert(introducer.ordinal)
        }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let mine = situation.profiles[comment]
        guard mine.norm > 0 else { return }
        let words = WeightedWords(mine.words)
        var similarities = [Float](repeating: 0, count: rows.candidates.count)
        for (row, candidate) in rows.candidates.enumerated() {
            let norm = situation.profiles[candidate].norm
            guard norm > 0 else { continue }
            let (product, rarest, sum) = words.shared(with: situation.profiles[candidate].words)
            similarities[row] = product / (mine.norm * norm)
            rows[row, 0] = similarities[row]
            rows[row, 2] = max(0, rarest - 3) / 3
            rows[row, 3] = FloatMath.log(1 + sum)
            rows[row, 5] = candidate == 0 ? similarities[row] : 0
        }
        measureIntroduced(comment, in: situation, into: &rows)
        var whole = similarities
        for (row, candidate) in rows.candidates.enumerated() {
            let quotedWords = situation.profiles[candidate].quotedWords
            if !quotedWords.isEmpty {
                let norm = situation.profiles[candidate].norm
                let quoted = words.shared(with: quotedWords).product
                whole[row] += quoted / (mine.norm * max(norm, mine.norm))
            }
            rows[row, 9] = whole[row]
        }
        measureNamed(comment, whole, in: situation, into: &rows)
        let wholeBest = whole.max() ?? 0
        for row in whole.indices where wholeBest > 0 {
            rows[row, 10] = whole[row] == wholeBest ? 1 : 0
        }
        let best = similarities.max() ?? 0
        guard best > 0 else { return }
        for row in similarities.indices {
            rows[row, 1] = similarities[row] == best ? 1 : 0
            rows[row, 4] = similarities[row] / best
        }
    }

    /// Which comment of somebody whom the comment addresses is the closest to it, and by how much:
    /// the name tells the person, the words which of the person's comments is meant.
    private func measureNamed(
        _ comment: Int, _ similarities: [Float], in situation: Situation,
        into rows: inout FeatureRows
    ) {
        for mention in situation.mentions[comment] where mention.use > .inPassing {
            let theirs = rows.candidates.indices.filter {
                rows.candidates[$0] > 0 && situation.authors[rows.candidates[$0]] == mention.person
            }
            guard theirs.count > 1 else { continue }
            for row in theirs {
                let others = theirs.reduce(Float(0)) { $1 == row ? $0 : max($0, similarities[$1]) }
                rows[row, 12] = similarities[row] > others ? 1 : 0
                rows[row, 13] = (similarities[row] - others) * 10
            }
        }
    }

    private func measureIntroduced(
        _ comment: Int, in situation: Situation, into rows: inout FeatureRows
    ) {
        let introducers = situation.introducers[comment]
        guard let most = introducers.first?.mass else { return }
        let total = introducers.reduce(0) { $0 + $1.mass }
        for (row, candidate) in rows.candidates.enumerated() {
            guard let mass = introducers.first(where: { $0.ordinal == candidate })?.mass else {
                rows[row, 11] = min(most, 20) / 10
                continue
            }
            rows[row, 6] = min(mass, 20) / 10
            rows[row, 7] = mass == most ? 1 : 0
            rows[row, 8] = mass / total
        }
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        let theirs = Set(situation.profiles[candidate].words.map(\.word))
        let shared = situation.profiles[comment].words
            .filter { theirs.contains($0.word) && $0.weight > 4 }
            .sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }
            .prefix(3)
        guard !shared.isEmpty else { return nil }
        let words = shared.compactMap { entry -> String? in
            let tokenized = situation.text.texts[comment]
            guard let token = tokenized.tokens.first(where: { $0.stem == entry.word }) else {
                return nil
            }
            return tokenized.scalars(Int(token.start)..<Int(token.end))
        }
        return words.joined(separator: ", ")
    }
}

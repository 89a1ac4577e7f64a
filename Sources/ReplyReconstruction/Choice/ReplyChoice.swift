import DiscussionModel
import LanguageTools

/// Chooses among the candidates that the clues propose, and says why.
///
/// Two passes: the first judges every comment by itself, the second sees in the first's result who
/// is in the middle of an exchange with whom. Ties go to the candidate proposed first. Candidates
/// are always earlier than the comment, so that no cycle can arise.
struct ReplyChoice {
    private let situation: Situation
    private let weights: ReplyWeights

    /// In a chat, where a message often answers several, a further candidate is reported when it is
    /// at least this probable by itself.
    private static let leastFurther = 0.3

    /// Judges the comments of a discussion a first time, unless that is done.
    ///
    /// - Complexity: O(n) in the comments: the number of candidates of each is bounded.
    init(_ situation: Situation, model: ReconstructionModel) {
        let setting = situation.discussion.setting
        self.situation =
            situation.guess == nil
            ? situation.withFirstGuess(by: model.weights(setting, .first)) : situation
        weights = model.weights(setting, .second)
    }

    /// The reply of a comment, and what else it answers, the most probable first.
    func replies(of comment: Int) -> (reply: Reply, also: [Reply]) {
        let rows = ClueRegistry.rows(for: comment, in: situation)
        let probabilities = narrowed(weights.probabilities(rows), of: comment, rows)
        guard let best = best(of: comment, rows, probabilities) else {
            // Nothing stands before the first comment but the article.
            return (
                Reply(
                    from: comment, to: 0, confidence: 1,
                    evidence: [
                        Evidence(kind: .default, detail: "nothing else stands before it", weight: 0)
                    ]), []
            )
        }
        let reply = Reply(
            from: comment, to: rows.candidates[best], confidence: probabilities[best],
            evidence: evidence(for: best, of: comment, rows))
        return (reply, further(than: best, of: comment, rows, probabilities))
    }

    /// Probabilities without the candidates that firm evidence rules out. Words that the source
    /// marks as quoted decide everywhere. On a page a number decides, and names and quotations
    /// narrow the choice to what is quoted and who is named; elsewhere the weights have learnt what
    /// such evidence is worth from real discussions.
    private func narrowed(
        _ probabilities: [Double], of comment: Int, _ rows: FeatureRows
    ) -> [Double] {
        let isPage = situation.discussion.setting == .page
        let profile = situation.profiles[comment]
        // In a forum a number amid the words is mostly one of a list.
        let references = isPage || profile.opensWithReference ? profile.references : []
        let marked = situation.statedSources(of: comment)
        guard isPage || !references.isEmpty || !marked.isEmpty else { return probabilities }
        let sources = Set(situation.quotations[comment].map(\.passage.source))
        let named = Set(
            situation.mentions[comment].filter { $0.use > .inPassing }.map(\.person))
        var isAllowed = rows.candidates.map { candidate in
            marked.isEmpty ? references.contains(candidate) : marked.contains(candidate)
        }
        if !isAllowed.contains(true), isPage {
            isAllowed = rows.candidates.map { candidate in
                let writer = situation.authors[candidate]
                return sources.contains(candidate) || writer >= 0 && named.contains(writer)
            }
            // Who quotes only the article may still answer a comment.
            if named.isEmpty && !sources.contains(where: { $0 > 0 }) { return probabilities }
        }
        let total = zip(probabilities, isAllowed).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        guard total > 0 else { return probabilities }
        return zip(probabilities, isAllowed).map { $1 ? $0 / total : 0 }
    }

    /// The most probable candidate. On a page the article, where nothing firm speaks for a comment,
    /// no comment is more probable than all other candidates together and none has brought in the
    /// rare words that the comment takes up: a wrong reply puts words into somebody's mouth.
    private func best(of comment: Int, _ rows: FeatureRows, _ probabilities: [Double]) -> Int? {
        let best = rows.candidates.indices.max {
            (probabilities[$0], $1) < (probabilities[$1], $0)
        }
        guard let best, situation.discussion.setting == .page else { return best }
        if let quoted = quotedByPhrase(insteadOf: best, of: comment, rows) { return quoted }
        guard probabilities[best] < 0.5, !situation.hasEvidence(comment),
            situation.profiles[comment].references.isEmpty,
            situation.introducers[comment].first?.ordinal != rows.candidates[best]
        else { return best }
        return rows.candidates.firstIndex(of: 0) ?? best
    }

    /// Another comment of a person whom the comment addresses, when it alone of that person's
    /// comments uses words that the comment puts in quotation marks: the name tells the person, the
    /// words which comment is meant. Pages to learn this from are few, so it is a rule.
    private func quotedByPhrase(insteadOf best: Int, of comment: Int, _ rows: FeatureRows) -> Int? {
        let writer = situation.authors[rows.candidates[best]]
        guard writer >= 0, situation.quotations[comment].isEmpty,
            situation.mentions[comment].contains(where: {
                $0.person == writer && $0.use == .atSign
            })
        else { return nil }
        let clue = PhraseClue()
        let holders = rows.candidates.indices.filter {
            situation.authors[rows.candidates[$0]] == writer && rows.candidates[$0] > 0
                && clue.detail(of: comment, answering: rows.candidates[$0], in: situation) != nil
        }
        return holders.count == 1 ? holders[0] : nil
    }

    /// Other texts that the comment surely speaks to as well: quoted, or by somebody named.
    private func further(
        than best: Int, of comment: Int, _ rows: FeatureRows, _ probabilities: [Double]
    ) -> [Reply] {
        let chosen = rows.candidates[best]
        let quotations = situation.quotations[comment]
        var result: [Reply] = []
        for (row, candidate) in rows.candidates.enumerated() where candidate != chosen {
            let quotation = quotations.lazy.filter { $0.passage.source == candidate }
                .map(\.probability).max()
            let isNamed = isNamed(candidate, by: comment, besides: chosen)
            let confidence = max(
                probabilities[row], Double(quotation ?? 0) * 0.9, isNamed ? 0.6 : 0)
            let isProbable =
                situation.discussion.setting == .chat && probabilities[row] >= Self.leastFurther
            guard quotation != nil || isNamed || isProbable else { continue }
            result.append(
                Reply(
                    from: comment, to: candidate, confidence: confidence,
                    evidence: evidence(for: row, of: comment, rows)))
        }
        return result.sorted { ($0.confidence, $1.to) > ($1.confidence, $0.to) }
    }

    /// Whether the comment addresses the author of a text whose newest comment this is, the author
    /// being another than that of the text chosen.
    private func isNamed(_ candidate: Int, by comment: Int, besides chosen: Int) -> Bool {
        let writer = situation.authors[candidate]
        guard writer >= 0, writer != situation.authors[chosen],
            situation.isNewestOfAuthor(candidate, before: comment)
        else { return false }
        // Quoted words of the same person say better which comment is meant.
        let quotesWriter = situation.quotations[comment].contains {
            situation.authors[$0.passage.source] == writer
        }
        return !quotesWriter
            && situation.mentions[comment].contains {
                $0.person == writer && $0.use > .inPassing
            }
    }

    /// What each clue says for a candidate; the weight is what its score would lose without the
    /// clue. Never empty.
    private func evidence(
        for row: Int, of comment: Int, _ rows: FeatureRows
    ) -> [Evidence] {
        let candidate = rows.candidates[row]
        var result: [Evidence] = []
        let score = weights.score(of: row, in: rows)
        for (clue, range) in zip(ClueRegistry.all, ClueRegistry.ranges) {
            guard let detail = clue.detail(of: comment, answering: candidate, in: situation) else {
                continue
            }
            let gain = weights.gain(of: row, in: rows, features: range, score: score)
            let kind = (clue as? MentionClue)?.kind(of: comment, candidate, situation) ?? clue.kind
            let isFirm = [.quotation, .mention, .address, .reference].contains(kind)
            guard isFirm || gain > 0.05 else { continue }
            if let known = result.firstIndex(where: { $0.kind == kind }) {
                result[known].weight += gain
                result[known].detail = detail
            } else {
                result.append(Evidence(kind: kind, detail: detail, weight: gain))
            }
        }
        if result.isEmpty {
            let detail =
                DefaultClue().detail(of: comment, answering: candidate, in: situation)
                ?? AdjacencyClue().detail(of: comment, answering: candidate, in: situation) ?? ""
            result = [
                Evidence(kind: candidate == 0 ? .default : .adjacency, detail: detail, weight: 0)
            ]
        }
        return result.sorted { ($0.weight, $1.kind.rawValue) > ($1.weight, $0.kind.rawValue) }
    }
}

extension Situation {
    /// The situation with what a first pass finds probable.
    package func withFirstGuess(by weights: ReplyWeights) -> Situation {
        var guess = FirstGuess(texts: authors.count, persons: people.persons.count)
        for comment in authors.indices.dropFirst() {
            let rows = ClueRegistry.rows(for: comment, in: self)
            guess.record(
                comment, candidates: rows.candidates, probabilities: weights.probabilities(rows),
                in: self)
        }
        var result = self
        result.guess = guess
        return result
    }
}

import DiscussionModel
import LanguageTools

/// What comments of this kind of place mostly answer when nothing else speaks: the article, the
/// opening post, or nobody (a new conversation in a chat).
struct DefaultClue: Clue {
    let kind = Evidence.Kind.default

    let features = [
        "article", "articleSecondPerson", "articleLogOrdinal", "articleLinked", "articleFirst",
        "articleOpening", "articleGreeting", "articleQuestion", "articleHasEvidence",
        "articleAddressed", "articleLong", "articleShort", "articleSpokeLately", "articleGap",
        "opening", "openingLogOrdinal", "openingFirst", "openingSecond",
        "openingLinkedShare", "openingLinkedShareWithoutEvidence", "openingWholeLines",
        "openingWholeLinesWithoutEvidence", "openingWithoutEvidence", "previousLinkedShare",
        "previousLinkedShareWithoutEvidence", "previousWholeLines",
        "previousWholeLinesWithoutEvidence", "articleOpensEmpty", "previousOpensEmpty",
    ]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        switch situation.discussion.setting {
        case .page, .chat: candidates.insert(0)
        case .forum:
            let standsApart = !situation.discussion.article.body.isEmpty
            if comment == 1 || standsApart { candidates.insert(0) }
            candidates.insert(1)
        }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let profile = situation.profiles[comment]
        let mine = situation.previousOfAuthor[comment]
        let isFirst = mine < 0
        for (row, candidate) in rows.candidates.enumerated() {
            let without: Float = situation.quotations[comment].isEmpty ? 1 : 0
            if candidate == 0 && profile.opensEmpty { rows[row, 27] = 1 }
            if candidate == comment - 1 && profile.opensEmpty { rows[row, 28] = 1 }
            if candidate == comment - 1 {
                rows[row, 23] = situation.linkedShare
                rows[row, 24] = situation.linkedShare * without
                rows[row, 25] = situation.wholeLineShare
                rows[row, 26] = situation.wholeLineShare * without
            }
            if candidate == 1 {
                rows[row, 18] = situation.linkedShare
                rows[row, 19] = situation.linkedShare * without
                rows[row, 20] = situation.wholeLineShare
                rows[row, 21] = situation.wholeLineShare * without
                rows[row, 22] = without
                rows[row, 14] = 1
                rows[row, 15] = FloatMath.log(Float(comment))
                rows[row, 16] = isFirst ? 1 : 0
                rows[row, 17] = comment == 2 ? 1 : 0
            }
            guard candidate == 0 else { continue }
            rows[row, 0] = 1
            rows[row, 1] = min(0.2, profile.secondPerson) * 5
            rows[row, 2] = FloatMath.log(Float(comment))
            rows[row, 3] = situation.linkedShare(before: comment)
            rows[row, 4] = isFirst ? 1 : 0
            rows[row, 5] =
                [.agreement, .denial, .contrast, .answer].contains(profile.opening) ? 1 : 0
            rows[row, 6] = profile.opening == .greeting ? 1 : 0
            rows[row, 7] = profile.opening == .question || profile.asks ? 1 : 0
            rows[row, 8] =
                situation.quotations[comment].contains { $0.passage.source > 0 }
                    || situation.mentions[comment].contains { $0.use > .inPassing } ? 1 : 0
            let articleAuthor = situation.authors[0]
            rows[row, 9] =
                articleAuthor >= 0 && situation.addressed[comment].contains(articleAuthor) ? 1 : 0
            rows[row, 10] = profile.ownLength > 80 ? 1 : 0
            rows[row, 11] = profile.ownLength < 8 ? 1 : 0
            rows[row, 12] = mine > 0 && comment - mine < 10 ? 1 : 0
            if comment > 1, let now = situation.times[comment],
                let then = situation.times[comment - 1]
            {
                rows[row, 13] = FloatMath.log(1 + Float(max(0, now - then)) / 60)
            }
        }
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        guard candidate == 0 else { return nil }
        switch situation.discussion.setting {
        case .page: return "comments here answer the article unless they show otherwise"
        case .forum: return "the opening of the discussion"
        case .chat: return "begins a conversation"
        }
    }
}

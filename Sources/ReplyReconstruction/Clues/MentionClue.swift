import DiscussionModel
import LanguageTools

/// The comment names the candidate's author.
struct MentionClue: Clue {
    let kind = Evidence.Kind.mention

    let features = [
        "named", "namedAtSign", "addressed", "attributed", "namedInPart", "namedFirst",
        "namedNewest", "namedAtSignNewest", "otherNamed", "otherAtSign", "otherAddressed",
        "namedArticleAuthor", "namedAtHead", "namedBeforeLast", "namedSinceMine",
    ]

    func propose(for comment: Int, in situation: Situation, to candidates: inout CandidateList) {
        for mention in situation.mentions[comment].prefix(32) {
            let comments = situation.commentsOf[safe: mention.person] ?? []
            var at = comments.firstIndex(atLeast: comment) - 1
            for _ in 0..<3 where at >= 0 {
                candidates.insert(comments[at])
                at -= 1
            }
            if mention.person == situation.authors[0] { candidates.insert(0) }
        }
    }

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let mentions = situation.mentions[comment]
        guard !mentions.isEmpty else { return }
        let strongest = mentions.map(\.use).max() ?? .inPassing
        for (row, candidate) in rows.candidates.enumerated() {
            let writer = situation.authors[candidate]
            let mine = mentions.lazy.filter { writer >= 0 && $0.person == writer }
            guard let best = mine.max(by: { $0.use < $1.use }) else {
                rows[row, 8] = 1
                rows[row, 9] = strongest == .atSign ? 1 : 0
                rows[row, 10] = strongest == .address || strongest == .attribution ? 1 : 0
                continue
            }
            rows[row, 0] = 1
            rows[row, 1] = best.use == .atSign ? 1 : 0
            rows[row, 2] = best.use == .address ? 1 : 0
            rows[row, 3] = best.use == .attribution ? 1 : 0
            rows[row, 4] = best.isPart ? 1 : 0
            rows[row, 5] = mentions[0].person == writer ? 1 : 0
            let newest = situation.isNewestOfAuthor(candidate, before: comment)
            rows[row, 6] = newest ? 1 : 0
            rows[row, 7] = newest && best.use == .atSign ? 1 : 0
            rows[row, 11] = candidate == 0 ? 1 : 0
            rows[row, 12] = best.words.lowerBound <= 1 && best.use > .inPassing ? 1 : 0
            if !newest && candidate > 0 {
                let comments = situation.commentsOf[writer]
                let at = comments.firstIndex(atLeast: comment)
                rows[row, 13] = at >= 2 && comments[at - 2] == candidate ? 1 : 0
            }
            rows[row, 14] = candidate > situation.previousOfAuthor[comment] ? 1 : 0
        }
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        mention(in: comment, of: candidate, situation)?.written
    }

    /// An at-sign or an attribution is a mention; a name at the head of a sentence an address.
    func kind(of comment: Int, _ candidate: Int, _ situation: Situation) -> Evidence.Kind {
        mention(in: comment, of: candidate, situation)?.use == .address ? .address : .mention
    }

    /// The strongest mention of a candidate's author.
    func mention(in comment: Int, of candidate: Int, _ situation: Situation) -> FoundMention? {
        let writer = situation.authors[candidate]
        guard writer >= 0 else { return nil }
        return situation.mentions[comment].filter { $0.person == writer }
            .max { $0.use < $1.use }
    }
}

extension Situation {
    /// The newest comment of a person before a comment, or -1.
    func newestComment(of person: Int, before comment: Int) -> Int {
        guard let comments = commentsOf[safe: person] else { return -1 }
        let at = comments.firstIndex(atLeast: comment) - 1
        return at >= 0 ? comments[at] : -1
    }
}

extension Array {
    /// The element at an index, or `nil` outside.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension [Int] {
    /// The first index of a rising array whose element is at least `value`.
    func firstIndex(atLeast value: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

import DiscussionModel

/// Who talks with whom in a discussion, as far as the authors are known.
struct Conversations: Sendable {
    /// The discussion with a first guess of what answers what.
    let situation: Situation
    /// Who wrote each text; -1 where nobody knows.
    let authors: [Int]
    /// The comments of each person, rising.
    let commentsOf: [[Int]]
    /// The comments whose author nobody knows, rising; ghosts left out.
    let nameless: [Int]
    /// The persons who comment, those with the most comments first, at most 8.
    let frequent: [Int]
    /// The number of persons who comment.
    let peopleCount: Int
    /// The share of the named comments whose author has no other comment.
    let onceShare: Float
    /// How many answers pass between two persons.
    private let pairs: [SIMD2<Int>: Float]
    /// How many answers each person gives and gets.
    private let totals: [Float]

    /// Looks at a discussion that has a first guess.
    ///
    /// - Complexity: O(n) in the comments.
    init(_ situation: Situation, authors: [Int]) {
        self.situation = situation
        self.authors = authors
        let comments = situation.discussion.comments
        var commentsOf = [[Int]](repeating: [], count: situation.people.persons.count)
        var nameless: [Int] = []
        for ordinal in authors.indices.dropFirst() {
            if authors[ordinal] >= 0 {
                commentsOf[authors[ordinal]].append(ordinal)
            } else if !comments[ordinal - 1].isGhost {
                nameless.append(ordinal)
            }
        }
        var pairs: [SIMD2<Int>: Float] = [:]
        var totals = [Float](repeating: 0, count: commentsOf.count)
        for ordinal in authors.indices.dropFirst() where authors[ordinal] >= 0 {
            let author = authors[ordinal]
            for parent in situation.guess?.parents[ordinal] ?? [] where parent.ordinal > 0 {
                let other = authors[parent.ordinal]
                guard other >= 0, other != author else { continue }
                pairs[SIMD2(min(author, other), max(author, other)), default: 0] +=
                    parent.probability
                totals[author] += parent.probability
                totals[other] += parent.probability
            }
        }
        let talking = commentsOf.indices.filter { !commentsOf[$0].isEmpty }
        frequent = Array(
            talking.sorted { (commentsOf[$0].count, $1) > (commentsOf[$1].count, $0) }.prefix(8))
        peopleCount = talking.count
        let once = talking.reduce(0) { $0 + (commentsOf[$1].count == 1 ? 1 : 0) }
        let named = max(1, authors.count - 1 - nameless.count)
        onceShare = Float(once) / Float(named)
        self.commentsOf = commentsOf
        self.nameless = nameless
        self.pairs = pairs
        self.totals = totals
    }

    /// What a comment probably answers, the article left out.
    func parents(_ comment: Int) -> [(ordinal: Int, probability: Float)] {
        comment > 0 ? (situation.guess?.parents[comment] ?? []).filter { $0.ordinal > 0 } : []
    }

    /// The comments that probably answer a comment, at most 24.
    func answers(_ comment: Int) -> [(ordinal: Int, probability: Float)] {
        Array((situation.guess?.answers[comment] ?? []).prefix(24))
    }

    /// How many answers pass between two persons, and what share that is of all those of `one`.
    func exchange(_ one: Int, _ other: Int) -> (count: Float, share: Float) {
        let count = pairs[SIMD2(min(one, other), max(one, other))] ?? 0
        return (count, count / (totals[one] + 1))
    }

    /// The newest comment of a person before a comment, or -1.
    func before(_ comment: Int, by person: Int) -> Int {
        let at = commentsOf[person].firstIndex(atLeast: comment) - 1
        return at >= 0 ? commentsOf[person][at] : -1
    }

    /// The first comment of a person after a comment, or -1.
    func after(_ comment: Int, by person: Int) -> Int {
        let at = commentsOf[person].firstIndex(atLeast: comment + 1)
        return at < commentsOf[person].count ? commentsOf[person][at] : -1
    }

    /// Whether a comment quotes another.
    func quotes(_ comment: Int, _ source: Int) -> Bool {
        situation.quotations[comment].contains { $0.passage.source == source }
    }

    /// Persons whom a comment names right before words that it quotes from `source`: the last name
    /// before them, with an at-sign, a colon or the like.
    func attributed(_ source: Int, in comment: Int) -> Int? {
        let found = situation.quotations[comment]
        for (at, quotation) in found.enumerated() where quotation.passage.source == source {
            let start = quotation.passage.start
            let last = situation.mentions[comment].last {
                $0.words.upperBound <= start && $0.use > .inPassing
            }
            guard let last, start - last.words.upperBound <= 8 || last.words.lowerBound <= 2 else {
                continue
            }
            // Words of somebody else between the name and these would be what the name introduces.
            let isParted = found[..<at].contains {
                $0.passage.start >= last.words.upperBound && $0.passage.source != source
            }
            if !isParted { return last.person }
        }
        return nil
    }
}

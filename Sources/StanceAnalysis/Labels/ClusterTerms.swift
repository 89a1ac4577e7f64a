import DiscussionModel
import LanguageTools

/// The words that each cluster uses more than the others.
struct ClusterTerms {
    /// A term that was found.
    struct Found {
        var key: TermKey
        var term: StanceCluster.Term
    }

    /// A term that a cluster may be named by.
    private struct Candidate {
        var key: TermKey
        var z: Double
        var users: Int
    }

    /// At most so many terms are shown of a cluster.
    static let most = 8
    /// Of so many candidates the written forms are looked for.
    private static let mostRead = 24
    /// What the prior weighs, in commenters: as in Laplace's rule of succession, and more for
    /// everyday words, by the share of English posts that hold them, since people differ in using
    /// them without saying anything else.
    static let discussionPrior = 2.0
    static let everydayPrior = 200.0

    private var candidates: [[Candidate]]
    private let membership: ClusterMembership
    private let use: WordUse

    /// Counts the words of all commenters and finds what tells the clusters apart.
    ///
    /// - Complexity: O(b + t · c) in the bytes b of the comments and t terms in c clusters.
    init(reader: inout OwnWordReader, membership: ClusterMembership) {
        self.membership = membership
        use = WordUse(&reader, membership: membership)
        let floors = membership.sizes.map { $0 < 5 ? 2 : 3 }
        let counts = TermCounts(
            use, wordCount: reader.wordCount, membership: membership, floors: floors)
        let topicality = Topicality(use, reader: reader)
        var expectedUse = ExpectedUse(
            lengths: use.lengths, numbers: membership.numbers, width: membership.sizes.count)
        let commenters = expectedUse.commenters
        candidates = [[Candidate]](repeating: [], count: membership.sizes.count)
        // With one cluster all others who write are those it is told apart from.
        let rivals = commenters.count > 2 ? 1..<commenters.count : 0..<commenters.count
        let rivalCount = rivals.reduce(0.0) { $0 + commenters[$1] }
        for (row, key) in counts.keys.enumerated() where counts.areTerms[row] {
            let users = counts[row].map(Int.init)
            let all = users.reduce(0, +)
            guard (1..<users.count).contains(where: { users[$0] >= floors[$0] }),
                topicality.holds(key),
                let expected = expectedUse.users(ofAll: all)
            else { continue }
            let prior = Self.discussionPrior + Self.everydayPrior * Self.everydayShare(of: key)
            let rivalUsers = rivals.reduce(0) { $0 + users[$1] }
            let rivalExpected = rivals.reduce(0.0) { $0 + expected[$1] }
            for number in 1..<users.count where users[number] >= floors[number] {
                let others = rivalCount - commenters[number]
                guard others > 0 else { continue }
                let odds = LogOdds(
                    LogOdds.Use(
                        users: Double(users[number]), commenters: commenters[number],
                        expected: expected[number] / commenters[number]),
                    LogOdds.Use(
                        users: Double(rivalUsers - users[number]), commenters: others,
                        expected: (rivalExpected - expected[number]) / others),
                    prior: prior)
                guard odds.z > LogOdds.significant else { continue }
                candidates[number].append(Candidate(key: key, z: odds.z, users: users[number]))
            }
        }
    }

    /// The share of everyday English posts that hold a term; of pairs, as if their words were
    /// used independently; 0 for words that are not among the common ones.
    private static func everydayShare(of key: TermKey) -> Double {
        func share(_ word: UInt32) -> Double {
            let shares = CommonWords.shared.shares
            return Int(word) < shares.count ? Double(shares[Int(word)]) : 0
        }
        return share(key.second) * (key.first.map(share) ?? 1)
    }

    /// The terms of a cluster, the strongest first, at most `most`, none of whose words another
    /// one has; a pair of words instead of one of them where it tells as much.
    func terms(of number: Int, reader: inout OwnWordReader) -> [Found] {
        var best = candidates[number].sorted { $0.z > $1.z }
        // Enough for `most` that have no word in common; of those equal to the last all are kept.
        if best.count > Self.mostRead {
            let least = best[Self.mostRead - 1].z
            best = best.filter { $0.z >= least }
        }
        guard !best.isEmpty else { return [] }
        var forms = WrittenForms(best.map(\.key))
        forms.read(use, members: membership.members(of: number), with: &reader)
        let found = best.compactMap { candidate in
            forms.commonest(candidate.key).map { words in
                Found(
                    key: candidate.key,
                    term: StanceCluster.Term(
                        words: words, z: candidate.z, commenters: candidate.users))
            }
        }
        .sorted { ($0.term.z, $1.term.words) > ($1.term.z, $0.term.words) }
        return Self.chosen(from: found)
    }

    /// The first of the terms, the strongest first, that have no word in common.
    private static func chosen(from found: [Found]) -> [Found] {
        var chosen: [Found] = []
        var taken: Set<UInt32> = []
        for term in found where chosen.count < most && taken.isDisjoint(with: term.key.words) {
            let pair = found.first {
                $0.tellsAsMuch(as: term) && taken.isDisjoint(with: $0.key.words)
            }
            chosen.append(pair ?? term)
            taken.formUnion((pair ?? term).key.words)
        }
        return chosen
    }
}

extension ClusterTerms.Found {
    /// Whether this is a pair that stands for one of its words: where it has as high a z-score, or
    /// at least three quarters of the word's users.
    fileprivate func tellsAsMuch(as word: ClusterTerms.Found) -> Bool {
        guard word.key.first == nil, let first = key.first else { return false }
        guard first == word.key.second || key.second == word.key.second else { return false }
        return term.z >= word.term.z || 4 * term.commenters >= 3 * word.term.commenters
    }
}

import DiscussionModel

/// Chooses the comments that stand for a cluster among those of its members.
struct RepresentativeChoice {
    /// A comment that may be chosen.
    private struct Candidate {
        var ordinal: Int
        var votes: Repness.Votes
        var repness: Repness
    }

    /// A candidate with what would be shown of it.
    private struct Shown {
        var candidate: Candidate
        var passage: TellingPassage
        var text: String
    }

    /// At most so many comments are shown of a cluster.
    static let most = 3

    private let discussion: Discussion
    private let graph: ReplyGraph
    private let membership: ClusterMembership
    private let votes: CommentVotes

    init(discussion: Discussion, graph: ReplyGraph, membership: ClusterMembership) {
        self.discussion = discussion
        self.graph = graph
        self.membership = membership
        votes = CommentVotes(graph, membership: membership)
    }

    /// The comments that stand for a cluster, the most representative first, one of each author.
    ///
    /// Those that pass Polis' test, by its metric. Where none does, those that members are for
    /// more than others by their z-score; where none is, the one that most members are for.
    /// - Complexity: O(k log k) in the comments of the members, and their bytes.
    func representatives(
        of number: Int, terms: [ClusterTerms.Found], reader: inout OwnWordReader
    ) -> [StanceCluster.Representative] {
        let strengths = Dictionary(terms.map { ($0.key, $0.term.z) }) { first, _ in first }
        var candidates: [Candidate] = []
        for member in membership.members(of: number) {
            for ordinal in membership.comments(of: member) {
                let (group, others) = votes.votes(on: ordinal)
                guard group.agreeing > group.disagreeing else { continue }
                candidates.append(
                    Candidate(
                        ordinal: ordinal, votes: group,
                        repness: Repness(group: group, others: others)))
            }
        }
        let passing = candidates.filter(\.repness.qualifies)
        let rankings: [(candidates: [Candidate], most: Int, key: (Repness) -> SIMD2<Double>)] = [
            (passing, Self.most, { [$0.metric, 0] }),
            (candidates.filter { $0.repness.rat > 0 }, Self.most, { [$0.rat, $0.pa * $0.pat] }),
            (candidates, 1, { [$0.pa * $0.pat, $0.rat] }),
        ]
        for ranking in rankings {
            let chosen = chosen(
                from: ranking.candidates, most: ranking.most, by: ranking.key, strengths, &reader)
            if !chosen.isEmpty { return chosen.map(representative) }
        }
        return []
    }

    /// The best candidates that say something, one of each author; of equal ones those with the
    /// stronger terms, then those that say more, then by their words, then by author and id.
    ///
    /// Whole runs of equal candidates are read, and no more of them than are needed.
    private func chosen(
        from candidates: [Candidate], most: Int, by key: (Repness) -> SIMD2<Double>,
        _ strengths: [TermKey: Double], _ reader: inout OwnWordReader
    ) -> [Shown] {
        let ranked = candidates.map { (key: key($0.repness), candidate: $0) }
            .sorted { ($0.key.x, $0.key.y) > ($1.key.x, $1.key.y) }
        var chosen: [Shown] = []
        var authors: Set<Int> = []
        var texts: Set<String> = []
        var at = 0
        while at < ranked.count, chosen.count < most {
            let end = ranked[at...].firstIndex { $0.key != ranked[at].key } ?? ranked.count
            var equal: [Shown] = []
            for (_, candidate) in ranked[at..<end]
            where !authors.contains(graph.commenter(of: candidate.ordinal)) {
                guard let reading = reader.reading(of: candidate.ordinal),
                    let passage = TellingPassage(reading, terms: strengths)
                else { continue }
                let text = passage.span.words(
                    of: discussion.comments[candidate.ordinal - 1].text)
                equal.append(Shown(candidate: candidate, passage: passage, text: text))
            }
            for shown in equal.sorted(by: precedes) where chosen.count < most {
                let author = graph.commenter(of: shown.candidate.ordinal)
                guard !authors.contains(author), texts.insert(shown.text).inserted else {
                    continue
                }
                authors.insert(author)
                chosen.append(shown)
            }
            at = end
        }
        return chosen
    }

    private func precedes(_ left: Shown, _ right: Shown) -> Bool {
        if left.passage.strength != right.passage.strength {
            return left.passage.strength > right.passage.strength
        }
        if left.passage.words != right.passage.words {
            return left.passage.words > right.passage.words
        }
        if left.text != right.text { return left.text < right.text }
        let authors = (
            graph.commenters[graph.commenter(of: left.candidate.ordinal)].id,
            graph.commenters[graph.commenter(of: right.candidate.ordinal)].id
        )
        if authors.0 != authors.1 { return authors.0 < authors.1 }
        return discussion.id(at: left.candidate.ordinal)
            < discussion.id(at: right.candidate.ordinal)
    }

    private func representative(_ shown: Shown) -> StanceCluster.Representative {
        StanceCluster.Representative(
            comment: shown.candidate.ordinal, span: shown.passage.span, text: shown.text,
            agreeing: shown.candidate.votes.agreeing,
            disagreeing: shown.candidate.votes.disagreeing, z: shown.candidate.repness.rat)
    }
}

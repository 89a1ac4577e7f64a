import DiscussionModel

/// Who is for and against each comment, as far as replies tell.
///
/// An author is for the own comment. Who answers a comment votes for it where the replies agree
/// more often than they disagree, against it where the other way round, and has seen it where
/// neither. A quotation is no vote by itself.
struct CommentVotes {
    /// The votes on a comment by who cast them.
    private struct Ballot {
        var comment: Int
        var commenter: Int
        var sum: Int
    }

    /// By comment, then by commenter; one for each pair.
    private var ballots: [Ballot] = []
    /// `ballots[starts[k]..<starts[k + 1]]` are of the comment with ordinal `k`.
    private var starts: [Int]
    private let membership: ClusterMembership

    /// - Complexity: O(n + r log r) in comments n and replies r.
    init(_ graph: ReplyGraph, membership: ClusterMembership) {
        self.membership = membership
        let commenters = membership.commenters
        var votes: [Ballot] = []
        for reply in [graph.replies, graph.alsoAnswers].joined() {
            guard let stance = reply.stance, commenters.indices.contains(reply.to - 1),
                commenters.indices.contains(reply.from - 1)
            else { continue }
            let voter = commenters[reply.from - 1]
            guard voter != commenters[reply.to - 1] else { continue }
            let sign =
                switch stance.label {
                case .agree: 1
                case .neutral: 0
                case .disagree: -1
                }
            votes.append(Ballot(comment: reply.to, commenter: voter, sum: sign))
        }
        votes.sort { ($0.comment, $0.commenter) < ($1.comment, $1.commenter) }
        for vote in votes {
            if let last = ballots.last, last.comment == vote.comment,
                last.commenter == vote.commenter
            {
                ballots[ballots.count - 1].sum += vote.sum
            } else {
                ballots.append(vote)
            }
        }
        starts = [Int](repeating: 0, count: commenters.count + 2)
        for ballot in ballots { starts[ballot.comment + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
    }

    /// The votes on a comment by the cluster of its author, the author's own among them, and by
    /// everybody else.
    func votes(on ordinal: Int) -> (group: Repness.Votes, others: Repness.Votes) {
        let cluster = membership.number(of: ordinal)
        var group = Repness.Votes(agreeing: 1, disagreeing: 0, seen: 1)
        var others = Repness.Votes()
        for ballot in ballots[starts[ordinal]..<starts[ordinal + 1]] {
            let isInside = cluster > 0 && membership.numbers[ballot.commenter] == cluster
            var votes = isInside ? group : others
            votes.seen += 1
            if ballot.sum > 0 { votes.agreeing += 1 }
            if ballot.sum < 0 { votes.disagreeing += 1 }
            if isInside { group = votes } else { others = votes }
        }
        return (group, others)
    }
}

import DiscussionModel

/// The replies of a discussion as steps of disagreement.
///
/// All arrays are by the ordinal of the comment that answers, 0 standing for the article, which
/// answers nothing.
struct DisagreementSteps {
    /// How far a reply carries a chain.
    enum Strength: UInt8 {
        /// Not at all: it does not disagree, its edge is unsure, or it answers oneself.
        case none
        /// Between two that disagree, once in a chain.
        case weak
        /// It disagrees.
        case strong
    }

    /// The probability of disagreement from which a reply disagrees.
    static let strongProbability = 0.5
    /// The probability of disagreement from which a reply may stand between two that disagree.
    static let weakProbability = 0.35

    /// What each comment answers, whatever the confidence; -1 for the article, ghosts and comments
    /// in or under a circle of replies.
    let parents: [Int]
    /// What each reply is to a chain.
    let strengths: [Strength]
    /// The probability of disagreement of each reply; 0 where nobody has judged it.
    let probabilities: [Double]
    /// Who wrote each comment, as an index of `ReplyGraph.commenters`; -1 for nobody known, who is
    /// another person each time.
    let commenters: [Int]
    /// Whether who wrote each comment has a name.
    private let named: [Bool]
    /// The article and all comments, each behind what it answers; but for circles of replies and
    /// what is under them.
    let order: [Int]
    /// The answers to each comment by ordinal.
    let answers: GroupedOrdinals

    /// - Complexity: O(comments + replies).
    init(_ discussion: Discussion, _ graph: ReplyGraph, leastConfidence: Double) {
        let count = discussion.comments.count + 1
        var parents = [Int](repeating: -1, count: count)
        var replies = [Int](repeating: -1, count: count)
        for (index, reply) in graph.replies.enumerated()
        where reply.from > 0 && reply.from < count && reply.to >= 0 && reply.to < count
            && reply.to != reply.from && replies[reply.from] < 0
        {
            parents[reply.from] = reply.to
            replies[reply.from] = index
        }
        let answers = GroupedOrdinals(groups: parents)
        let order = Self.downward(parents, answers)
        var isReached = [Bool](repeating: false, count: count)
        for ordinal in order { isReached[ordinal] = true }

        var commenters = [Int](repeating: -1, count: count)
        commenters[0] = graph.articleAuthor ?? -1
        for ordinal in 1..<max(1, min(count, graph.authorships.count + 1)) {
            let commenter = graph.commenter(of: ordinal)
            if graph.commenters.indices.contains(commenter) { commenters[ordinal] = commenter }
        }
        var strengths = [Strength](repeating: .none, count: count)
        var probabilities = [Double](repeating: 0, count: count)
        for ordinal in 1..<max(1, count) {
            guard isReached[ordinal] else {
                parents[ordinal] = -1
                continue
            }
            guard replies[ordinal] >= 0 else { continue }
            let reply = graph.replies[replies[ordinal]]
            guard let stance = reply.stance else { continue }
            probabilities[ordinal] = stance.disagree
            let isOwn =
                commenters[ordinal] >= 0 && commenters[ordinal] == commenters[reply.to]
            guard !isOwn, reply.confidence >= leastConfidence else { continue }
            if stance.disagree >= Self.strongProbability {
                strengths[ordinal] = .strong
            } else if stance.disagree >= Self.weakProbability {
                strengths[ordinal] = .weak
            }
        }
        self.parents = parents
        self.strengths = strengths
        self.probabilities = probabilities
        self.commenters = commenters
        named = commenters.map { $0 >= 0 && graph.commenters[$0].name != nil }
        self.order = order
        self.answers = answers
    }

    /// Whether it is known who wrote a comment.
    func isByKnown(_ ordinal: Int) -> Bool { named[ordinal] }

    /// The step before a step on the way down, when it carries a chain; `nil` where none does.
    func stepBefore(_ step: Int) -> Int? {
        let parent = parents[step]
        return parent > 0 && strengths[parent] != .none ? parent : nil
    }

    /// All that hangs on something that answers nothing, level by level.
    private static func downward(_ parents: [Int], _ answers: GroupedOrdinals) -> [Int] {
        var order = parents.indices.filter { parents[$0] < 0 }
        order.reserveCapacity(parents.count)
        var next = 0
        while next < order.count {
            order.append(contentsOf: answers[order[next]])
            next += 1
        }
        return order
    }
}

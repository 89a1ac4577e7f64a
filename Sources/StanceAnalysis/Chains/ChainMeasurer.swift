import DiscussionModel
import LanguageTools

/// Works out what a chain says of itself, from where its path runs.
struct ChainMeasurer {
    private let discussion: Discussion
    private let steps: DisagreementSteps
    private var manners: CommentManners
    private let endings: ChainEndings

    init(
        _ discussion: Discussion, _ graph: ReplyGraph, _ steps: DisagreementSteps,
        leastConfidence: Double
    ) {
        self.discussion = discussion
        self.steps = steps
        manners = CommentManners(discussion, graph)
        endings = ChainEndings(
            discussion, graph, steps, leastConfidence: leastConfidence)
    }

    /// The chain along a path, as if it branched from none.
    ///
    /// - Complexity: O(path), and O(text) of its comments.
    mutating func chain(_ path: DisagreementPath) -> DisagreementChain {
        var replies = [path.last]
        while replies.count < path.steps {
            replies.append(steps.parents[replies[replies.count - 1]])
        }
        replies.reverse()
        let comments = [steps.parents[path.first]] + replies
        let mean = replies.reduce(0) { $0 + steps.probabilities[$1] } / Double(path.steps)
        return DisagreementChain(
            kind: kind(of: comments), comments: comments, participants: participants(of: comments),
            mean: mean, seconds: seconds(from: comments[0], to: path.last),
            trend: trend(along: replies), ending: endings.ending(of: comments, &manners))
    }

    private mutating func trend(along replies: [Int]) -> DisagreementChain.Trend? {
        guard replies.count >= HeatTrend.leastReplies else { return nil }
        var inOrder: [Double] = []
        for reply in replies { inOrder.append(heat(of: reply)) }
        return HeatTrend.trend(of: inOrder)
    }

    /// How heated a comment is, in nats:
    ///
    ///     h = ln(q / (1 - q)) + 0.5 · [it shouts] + 0.5 · [it insults]
    ///
    /// with q the probability that it disagrees, kept in 0.05...0.95 so that one sure reply does
    /// not outweigh all others (|ln(q / (1 - q))| <= 2.94). The halves are chosen by us.
    mutating func heat(of comment: Int) -> Double {
        let q = min(0.95, max(0.05, steps.probabilities[comment]))
        let manner = manners.manner(of: comment)
        return FloatMath.log(q / (1 - q)) + (manner.contains(.shouts) ? 0.5 : 0)
            + (manner.contains(.insults) ? 0.5 : 0)
    }

    private func kind(of comments: [Int]) -> DisagreementChain.Kind {
        guard comments.allSatisfy(steps.isByKnown) else { return .chain }
        let commenters = comments.map { steps.commenters[$0] }
        for (commenter, next) in zip(commenters, commenters.dropFirst(2)) where commenter != next {
            return .chain
        }
        return comments.count >= 4 ? .quarrel : .exchange
    }

    private func participants(of comments: [Int]) -> [Int] {
        var known: Set<Int> = []
        return comments.map { steps.commenters[$0] }.filter { $0 >= 0 && known.insert($0).inserted }
    }

    private func seconds(from first: Int, to last: Int) -> Double? {
        let start =
            first == 0 ? discussion.article.published : discussion.comments[first - 1].posted
        guard let start, let end = discussion.comments[last - 1].posted,
            let seconds = end.seconds(after: start), seconds >= 0
        else { return nil }
        return seconds
    }
}

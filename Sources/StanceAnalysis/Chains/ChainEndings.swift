import DiscussionModel

/// Tells how chains end.
///
/// Of what applies the first counts:
///
/// 1. `concession`: the last comment, or an answer to it by a commenter of the chain, gives way in
///    words (`ConcessionCues`);
/// 2. `agreement`: a commenter of the chain answers the last comment and agrees;
/// 3. `goesOn`: a commenter of the chain answers it otherwise, or its other side, who wrote the
///    comment before the last, comes back anywhere below it;
/// 4. `lastWord`: the other side comments afterwards, elsewhere;
/// 5. `agreement`: anybody else answers the last comment and agrees;
/// 6. `silence`.
///
/// Answers to oneself do not count, nor do answers whose edge is unsure, but for the other side's
/// coming back below, where a guess is enough to doubt its silence. Afterwards is by the times of
/// the comments where all of them are known well enough and comparable, else by their order.
struct ChainEndings {
    private let graph: ReplyGraph
    private let steps: DisagreementSteps
    private let leastConfidence: Double
    /// The index in `graph.replies` of each comment's reply; -1 for none.
    private var replies: [Int]
    private let presence: CommenterPresence

    init(
        _ discussion: Discussion, _ graph: ReplyGraph, _ steps: DisagreementSteps,
        leastConfidence: Double
    ) {
        self.graph = graph
        self.steps = steps
        self.leastConfidence = leastConfidence
        replies = [Int](repeating: -1, count: steps.parents.count)
        for (index, reply) in graph.replies.enumerated()
        where replies.indices.contains(reply.from) && replies[reply.from] < 0 {
            replies[reply.from] = index
        }
        presence = CommenterPresence(discussion, graph, steps)
    }

    /// How a chain with these comments ends.
    ///
    /// - Complexity: O(comments of the chain, answers to the last one and their text).
    func ending(
        of comments: [Int], _ manners: inout CommentManners
    ) -> DisagreementChain.Ending {
        let last = comments[comments.count - 1]
        if manners.manner(of: last).contains(.givesWay) { return .concession }
        let writer = steps.commenters[last]
        let participants = Set(comments.map { steps.commenters[$0] }.filter { $0 >= 0 })
        let answers = steps.answers[last].filter { answer in
            let commenter = steps.commenters[answer]
            return graph.replies[replies[answer]].confidence >= leastConfidence
                && (commenter < 0 || commenter != writer)
        }
        let own = answers.filter { participants.contains(steps.commenters[$0]) }
        for answer in own where manners.manner(of: answer).contains(.givesWay) {
            return .concession
        }
        if own.contains(where: agrees) { return .agreement }
        let otherSide = steps.commenters[comments[comments.count - 2]]
        if !own.isEmpty || presence.isThere(otherSide, below: last) { return .goesOn }
        if presence.isThere(otherSide, after: last) { return .lastWord }
        return answers.contains(where: agrees) ? .agreement : .silence
    }

    private func agrees(_ answer: Int) -> Bool {
        graph.replies[replies[answer]].stance?.label == .agree
    }
}

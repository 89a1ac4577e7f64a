import DiscussionModel
import GraphAlgorithms

/// A discussion, or one thread of it by itself, with what several measures need, worked out once.
///
/// Ordinals and commenters are its own: 0 is the article, `1...` the comments in their order,
/// commenters count from 0.
package struct MeasuredTalk {
    /// A reply of one commenter to another.
    struct Response {
        /// The ordinal of the comment that answers.
        var comment: Int
        /// The ordinal of what it answers: 0 for the article.
        var answered: Int
        /// Who replies.
        var replier: Int
        /// Who is answered.
        var addressed: Int
        /// How the reply takes it; `nil` where nobody has judged it.
        var stance: Stance?

        /// Whether it is a judged reply to a comment that is there.
        func isJudged(in tree: ReplyTree) -> Bool { stance != nil && tree.isThere[answered] }
    }

    /// How people talk here.
    let setting: Discussion.Setting
    /// Who answers whom.
    let tree: ReplyTree
    /// Per ordinal: when it was posted; of the article when it was published.
    let posted: [Timestamp?]
    /// Per ordinal: who wrote it; `nil` for the article and for ghosts.
    let authors: [Int?]
    /// The number of commenters, those among them who never comment.
    let commenterCount: Int
    /// The edges of the commenter graph, one by one, by comment.
    let responses: [Response]
    /// The sides of the camps, per commenter, where there are two camps; else empty.
    let camps: [Bool]

    /// The number of comments at each depth; `levels[0]` is of depth 1. Ends with the deepest level
    /// that holds a comment.
    let levels: [Int]
    /// Per commenter: the number of comments.
    let commentsPerCommenter: [Int]
    /// The number of comments that are there.
    let commentCount: Int
    /// Who replies to whom; the weight of an edge is the number of replies.
    let commenterGraph: DirectedGraph
    /// Who sides with and who stands against whom: an edge adds up P(agree) - P(disagree) of the
    /// judged replies between two commenters, whichever way they go.
    let signedGraph: SignedGraph

    /// - Complexity: O(comments + replies), but for the sorting of the edges.
    init(
        setting: Discussion.Setting, tree: ReplyTree, posted: [Timestamp?], authors: [Int?],
        commenterCount: Int, responses: [Response], camps: [Bool]
    ) {
        self.setting = setting
        self.tree = tree
        self.posted = posted
        self.authors = authors
        self.commenterCount = commenterCount
        self.responses = responses
        self.camps = camps
        var levels: [Int] = []
        var perCommenter = [Int](repeating: 0, count: commenterCount)
        var count = 0
        // Rising depth: the order of the tree is by levels.
        for ordinal in tree.order where tree.isThere[ordinal] {
            let depth = tree.depths[ordinal]
            while levels.count < depth { levels.append(0) }
            levels[depth - 1] += 1
            count += 1
            if let author = authors[ordinal] { perCommenter[author] += 1 }
        }
        self.levels = levels
        commentsPerCommenter = perCommenter
        commentCount = count
        commenterGraph = DirectedGraph(
            nodeCount: commenterCount,
            edges: responses.map { DirectedGraph.Edge(from: $0.replier, to: $0.addressed) })
        signedGraph = SignedGraph(
            nodeCount: commenterCount,
            edges: responses.compactMap { response in
                guard let stance = response.stance, response.isJudged(in: tree) else { return nil }
                return SignedGraph.Edge(
                    response.replier, response.addressed, weight: stance.agree - stance.disagree)
            })
    }

    /// The judged replies of one commenter to a comment of another that is there.
    var judgedResponses: some Sequence<Response> {
        responses.lazy.filter { $0.isJudged(in: tree) }
    }

    /// The numbers of comments of those who commented, rising.
    ///
    /// - Complexity: O(u log u).
    var participation: [Int] { commentsPerCommenter.filter { $0 > 0 }.sorted() }

    /// The seconds from each comment that is there to each reply to it, where both moments are
    /// known and in order; by the ordinal of the reply.
    var replyGaps: [(ordinal: Int, seconds: Double)] {
        tree.parents.indices.dropFirst().compactMap { ordinal in
            let parent = tree.parents[ordinal]
            guard tree.isThere[ordinal], tree.isThere[parent],
                let start = posted[parent], let end = posted[ordinal],
                let seconds = end.seconds(after: start), seconds >= 0
            else { return nil }
            return (ordinal, seconds)
        }
    }
}

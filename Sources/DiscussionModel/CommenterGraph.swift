/// Who replies to whom: commenters as nodes, an edge from each to each other whom they answer.
///
/// An edge stands for replies between comments of two different commenters. A reply to the article
/// counts only where its evidence holds a mention or an address of the article's author. Mentions
/// and quotations are counted apart and make an edge of `replies` 0 where no reply goes with them.
public struct CommenterGraph: Hashable, Sendable {
    /// One ordered pair of commenters.
    public struct Edge: Hashable, Sendable {
        /// The index of who replies.
        public var from: Int
        /// The index of who is addressed.
        public var to: Int
        /// The number of replies.
        public var replies: Int
        /// The number of mentions.
        public var mentions: Int
        /// The number of quotations.
        public var quotations: Int
        /// How many of the replies agree.
        public var agree: Int
        /// How many of the replies do neither, or both.
        public var neutral: Int
        /// How many of the replies disagree. Replies that nobody has judged are in none of the three.
        public var disagree: Int

        /// Creates an edge.
        public init(
            from: Int, to: Int, replies: Int, mentions: Int, quotations: Int, agree: Int = 0,
            neutral: Int = 0, disagree: Int = 0
        ) {
            self.from = from
            self.to = to
            self.replies = replies
            self.mentions = mentions
            self.quotations = quotations
            self.agree = agree
            self.neutral = neutral
            self.disagree = disagree
        }

        /// Counts what another edge of the pair counts.
        fileprivate mutating func add(_ other: Edge) {
            replies += other.replies
            mentions += other.mentions
            quotations += other.quotations
            agree += other.agree
            neutral += other.neutral
            disagree += other.disagree
        }

        /// How the replies of the pair take what they answer: the side that more of them take,
        /// `neutral` where both sides have as many; `nil` where none was judged.
        public var stance: Stance.Label? {
            guard agree + neutral + disagree > 0 else { return nil }
            return agree > disagree ? .agree : disagree > agree ? .disagree : .neutral
        }
    }

    /// The number of nodes; they are the indices of `ReplyGraph.commenters`.
    public var commenterCount: Int
    /// The edges by `from`, then by `to`; never a loop.
    public var edges: [Edge]

    /// Creates a graph from its edges.
    public init(commenterCount: Int, edges: [Edge]) {
        self.commenterCount = commenterCount
        self.edges = edges
    }

    /// Counts the replies by stance, mentions and quotations of a reply graph.
    ///
    /// - Complexity: O(e log e) in the number of replies, mentions and quotations.
    public init(_ graph: ReplyGraph) {
        let articleAuthor = graph.articleAuthor
        // One edge for each thing that counts; those of a pair come together by sorting.
        var single: [Edge] = []
        // What a graph that was put together wrongly names may not be there.
        func add(
            _ from: Int?, _ to: Int?, replies: Int = 0, mentions: Int = 0, quotations: Int = 0,
            _ stance: Stance.Label? = nil
        ) {
            guard let from, let to, from != to, graph.commenters.indices.contains(from),
                graph.commenters.indices.contains(to)
            else { return }
            single.append(
                Edge(
                    from: from, to: to, replies: replies, mentions: mentions,
                    quotations: quotations, agree: stance == .agree ? 1 : 0,
                    neutral: stance == .neutral ? 1 : 0, disagree: stance == .disagree ? 1 : 0))
        }
        for reply in graph.replies {
            guard let addressed = graph.addressee(of: reply, articleAuthor: articleAuthor) else {
                continue
            }
            add(graph.writer(of: reply.from), addressed, replies: 1, reply.stance?.label)
        }
        for mention in graph.mentions {
            add(graph.writer(of: mention.comment), mention.commenter, mentions: 1)
        }
        for quotation in graph.quotations {
            let quoted =
                quotation.source > 0 ? graph.writer(of: quotation.source) : articleAuthor
            add(graph.writer(of: quotation.comment), quoted, quotations: 1)
        }
        commenterCount = graph.commenters.count
        edges = []
        single.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        for edge in single {
            if let last = edges.last, last.from == edge.from, last.to == edge.to {
                edges[edges.count - 1].add(edge)
            } else {
                edges.append(edge)
            }
        }
    }
}

extension ReplyGraph {
    /// The index of who is answered by a reply: who wrote the comment, or the article's author
    /// where the reply's evidence holds a mention or an address of them; may be the replier.
    ///
    /// - Parameter articleAuthor: `articleAuthor`, looked up once for many replies.
    package func addressee(of reply: Reply, articleAuthor: Int?) -> Int? {
        if reply.to > 0 { return writer(of: reply.to) }
        let names = reply.evidence.contains { [.mention, .address].contains($0.kind) }
        return names ? articleAuthor : nil
    }

    /// The index of who wrote a comment; `nil` for the article and for a comment that has no author
    /// here.
    fileprivate func writer(of ordinal: Int) -> Int? {
        authorships.indices.contains(ordinal - 1) ? commenter(of: ordinal) : nil
    }
}

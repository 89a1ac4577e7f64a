import DiscussionModel

/// Who replies to whom, as far as it can be shown: the commenters who exchange most, and the others
/// gathered by camp.
struct CommenterMap {
    /// One commenter, or several that are gathered.
    struct Node {
        /// The commenters; one where nobody is gathered.
        var commenters: [Int]
        /// The number of the camp, 0 for none.
        var camp: Int
        /// The comments that they wrote.
        var comments: Int
        /// The replies that they sent to others and received from them.
        var strength: Int
        /// Whether it stands for several.
        var isGathered: Bool
    }

    /// Two nodes and what goes between them.
    struct Pair {
        /// The nodes, the lower first.
        var first: Int
        var second: Int
        /// Replies of the first to the second, and the other way.
        var forward: Int
        var backward: Int
        /// How many of these disagree and agree.
        var disagreeing: Int
        var agreeing: Int

        var replies: Int { forward + backward }

        /// The side that more of the replies take, as a class of the drawing.
        var tone: String {
            disagreeing > agreeing ? "against" : agreeing > disagreeing ? "with" : "plain"
        }
    }

    /// By falling strength, gathered ones last.
    let nodes: [Node]
    /// By falling number of replies, then by their ends; each with at least one.
    let pairs: [Pair]
    /// How many commenters neither answer anybody nor are answered, and are left out.
    let aloneCount: Int
    /// How many commenters the gathered nodes stand for.
    let gatheredCount: Int

    /// - Parameters:
    ///   - bound: up to how many commenters all are shown.
    ///   - core: how many are shown of more.
    /// - Complexity: O(n log n) in commenters and replies.
    init(_ shown: ReportedDiscussion, bound: Int, core: Int) {
        let graph = shown.graph
        let edges = shown.edges
        var strengths = [Int](repeating: 0, count: graph.commenters.count)
        for edge in edges {
            strengths[edge.from] += edge.replies
            strengths[edge.to] += edge.replies
        }
        let present = graph.commenters.indices.filter { strengths[$0] > 0 }
            .sorted { (strengths[$1], $0) < (strengths[$0], $1) }
        let kept = present.count > bound ? core : present.count
        var nodes = present.prefix(kept).map { commenter in
            Node(
                commenters: [commenter], camp: shown.camps[commenter],
                comments: shown.commentsBy[commenter].count, strength: strengths[commenter],
                isGathered: false)
        }
        var nodeOf = [Int](repeating: -1, count: graph.commenters.count)
        for (index, commenter) in present.prefix(kept).enumerated() { nodeOf[commenter] = index }
        let rest = Dictionary(grouping: present.dropFirst(kept)) { shown.camps[$0] }
        for camp in rest.keys.sorted() {
            let members = rest[camp] ?? []
            for member in members { nodeOf[member] = nodes.count }
            nodes.append(
                Node(
                    commenters: members, camp: camp,
                    comments: members.reduce(0) { $0 + shown.commentsBy[$1].count },
                    strength: members.reduce(0) { $0 + strengths[$1] }, isGathered: true))
        }
        self.nodes = nodes
        pairs = Self.pairs(of: edges, nodeOf: nodeOf)
        gatheredCount = max(0, present.count - kept)
        let writers = shown.commentsBy.indices.filter { !shown.commentsBy[$0].isEmpty }
        aloneCount = writers.count { strengths[$0] == 0 }
    }

    private static func pairs(of edges: [CommenterGraph.Edge], nodeOf: [Int]) -> [Pair] {
        var pairs: [SIMD2<Int>: Pair] = [:]
        for edge in edges {
            let (from, to) = (nodeOf[edge.from], nodeOf[edge.to])
            guard from >= 0, to >= 0, from != to else { continue }
            let key = SIMD2(min(from, to), max(from, to))
            var pair =
                pairs[key]
                ?? Pair(
                    first: key.x, second: key.y, forward: 0, backward: 0, disagreeing: 0,
                    agreeing: 0)
            if from < to { pair.forward += edge.replies } else { pair.backward += edge.replies }
            pair.disagreeing += edge.disagree
            pair.agreeing += edge.agree
            pairs[key] = pair
        }
        return pairs.values.sorted {
            ($1.replies, $0.first, $0.second) < ($0.replies, $1.first, $1.second)
        }
    }

    /// What a node is called.
    func name(of node: Node, in shown: ReportedDiscussion) -> String {
        node.isGathered
            ? ReportWords.count(node.commenters.count, "other")
            : shown.name(of: node.commenters[0])
    }
}

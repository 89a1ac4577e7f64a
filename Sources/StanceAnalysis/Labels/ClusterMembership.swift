import DiscussionModel

/// Who is in which cluster, by commenter and by comment.
struct ClusterMembership {
    /// The number of the cluster of each commenter, from 1; 0 for those in none.
    let numbers: [Int]
    /// The number of members of each cluster by its number; `sizes[0]` is of those in none.
    let sizes: [Int]
    /// The commenter of each comment; `commenters[k]` is of ordinal `k + 1`.
    let commenters: [Int]
    /// The places in `commenters` of each commenter's comments.
    private let places: OrdinalIndex

    init(_ clustering: StanceClustering, graph: ReplyGraph) {
        var numbers = [Int](repeating: 0, count: graph.commenters.count)
        for (index, cluster) in clustering.clusters.enumerated() {
            for member in cluster.members where numbers.indices.contains(member.commenter) {
                numbers[member.commenter] = index + 1
            }
        }
        var sizes = [Int](repeating: 0, count: clustering.clusters.count + 1)
        for number in numbers { sizes[number] += 1 }
        self.numbers = numbers
        self.sizes = sizes
        commenters = graph.authorships.map(\.commenter)
        places = OrdinalIndex(commenters, count: numbers.count)
    }

    /// The ordinals of the comments of a commenter, rising.
    func comments(of commenter: Int) -> [Int] { places[commenter].map { $0 + 1 } }

    /// The commenters of a cluster, rising.
    func members(of number: Int) -> [Int] { numbers.indices.filter { numbers[$0] == number } }

    /// The cluster of who wrote the comment at an ordinal; 0 for the article.
    func number(of ordinal: Int) -> Int {
        commenters.indices.contains(ordinal - 1) ? numbers[commenters[ordinal - 1]] : 0
    }

    /// Of each cluster the other clusters that its replies go to, by falling number of disagreeing
    /// replies, then of replies, then by number.
    ///
    /// A reply to the article goes to no cluster, even where its author is in one.
    /// - Complexity: O(replies + clusters² log clusters).
    func opponents(_ replies: [Reply]) -> [[StanceCluster.Opponent]] {
        let width = sizes.count
        var counts = [Int](repeating: 0, count: width * width)
        var disagreeing = counts
        for reply in replies {
            let from = number(of: reply.from)
            let to = number(of: reply.to)
            guard from > 0, to > 0, from != to else { continue }
            counts[from * width + to] += 1
            if reply.stance?.label == .disagree { disagreeing[from * width + to] += 1 }
        }
        return (1..<width).map { from in
            (1..<width).filter { counts[from * width + $0] > 0 }
                .map { to in
                    StanceCluster.Opponent(
                        cluster: to, replies: counts[from * width + to],
                        disagreeing: disagreeing[from * width + to])
                }
                .sorted {
                    ($0.disagreeing, $0.replies, $1.cluster)
                        > ($1.disagreeing, $1.replies, $0.cluster)
                }
        }
    }
}

import DiscussionModel

/// Where and when commenters are in a discussion.
struct CommenterPresence {
    /// When each comment was written, as a rank that grows with time.
    private let ranks: [Int]
    /// The place of each comment when all that is below a comment stands directly behind it.
    private let places: [Int]
    /// The number of comments below each one, itself among them.
    private let sizes: [Int]
    private let commenters: [Int]
    /// The places of each commenter's comments, rising.
    private let placesByCommenter: GroupedOrdinals
    /// The comment at each place.
    private let comments: [Int]
    /// The greatest rank of each commenter's comments; -1 for none.
    private let lastRanks: [Int]

    /// - Complexity: O(n log n) in the comments.
    init(_ discussion: Discussion, _ graph: ReplyGraph, _ steps: DisagreementSteps) {
        let count = steps.parents.count
        var sizes = [Int](repeating: 1, count: count)
        for comment in steps.order.reversed() where steps.parents[comment] >= 0 {
            sizes[steps.parents[comment]] += sizes[comment]
        }
        var places = [Int](repeating: 0, count: count)
        var comments = places
        var nextPlaces = places
        var nextRoot = 0
        for comment in steps.order {
            let parent = steps.parents[comment]
            if parent >= 0 {
                places[comment] = nextPlaces[parent]
                nextPlaces[parent] += sizes[comment]
            } else {
                places[comment] = nextRoot
                nextRoot += sizes[comment]
            }
            nextPlaces[comment] = places[comment] + 1
            comments[places[comment]] = comment
        }
        let ranks = Self.ranks(of: discussion)
        var lastRanks = [Int](repeating: -1, count: graph.commenters.count)
        var here = [Int](repeating: -1, count: count)
        for comment in steps.order where comment > 0 && !discussion.comments[comment - 1].isGhost {
            let commenter = steps.commenters[comment]
            guard commenter >= 0 else { continue }
            here[comment] = commenter
            lastRanks[commenter] = max(lastRanks[commenter], ranks[comment])
        }
        self.ranks = ranks
        self.places = places
        self.sizes = sizes
        self.comments = comments
        self.lastRanks = lastRanks
        commenters = here
        placesByCommenter = GroupedOrdinals(
            groups: comments.map { here[$0] }, count: graph.commenters.count)
    }

    /// Whether a commenter wrote something below a comment.
    ///
    /// - Complexity: O(log n) in the commenter's comments.
    func isThere(_ commenter: Int, below comment: Int) -> Bool {
        guard commenter >= 0 else { return false }
        let all = placesByCommenter[commenter]
        var (low, high) = (all.startIndex, all.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if all[middle] <= places[comment] { low = middle + 1 } else { high = middle }
        }
        return low < all.endIndex && all[low] < places[comment] + sizes[comment]
    }

    /// Whether a commenter wrote something after a comment.
    func isThere(_ commenter: Int, after comment: Int) -> Bool {
        commenter >= 0 && lastRanks[commenter] > ranks[comment]
    }

    /// The ranks of the article and the comments: by time where every comment that is there tells
    /// one that compares with the others', else by their order.
    private static func ranks(of discussion: Discussion) -> [Int] {
        let ordinals = Array(0...discussion.comments.count)
        let there = ordinals.dropFirst().filter { !discussion.comments[$0 - 1].isGhost }
        guard let first = there.first, let start = discussion.comments[first - 1].posted else {
            return ordinals
        }
        var times = [(seconds: Double, ordinal: Int)]()
        for ordinal in there {
            guard let seconds = discussion.comments[ordinal - 1].posted?.seconds(after: start)
            else { return ordinals }
            times.append((seconds, ordinal))
        }
        times.sort { ($0.seconds, $0.ordinal) < ($1.seconds, $1.ordinal) }
        var ranks = [Int](repeating: 0, count: ordinals.count)
        for (rank, time) in times.enumerated() { ranks[time.ordinal] = rank + 1 }
        return ranks
    }
}

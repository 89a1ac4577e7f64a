import DiscussionModel

/// How the camps take each comment, and what all of them accept.
struct CampVotes {
    private let graph: ReplyGraph
    private let camps: Int
    /// Per commenter: the index of the camp.
    private let campOf: [Int: Int]

    init(_ graph: ReplyGraph, _ clustering: StanceClustering) {
        self.graph = graph
        camps = clustering.clusters.count
        campOf = clustering.numbers.mapValues { $0 - 1 }
    }

    /// The comments of the members of a camp, rising.
    ///
    /// - Complexity: O(n) in the comments.
    func comments(ofCamp camp: Int) -> [Int] {
        graph.authorships.indices.filter { campOf[graph.authorships[$0].commenter] == camp }
            .map { $0 + 1 }
    }

    /// The comments that no camp that spoke to them rejects and two camps or more side with, the
    /// most accepted first.
    ///
    /// They are ranked by the product over all camps of (A + 1) / (S + 2), with A members that
    /// agree with the comment, its author among them, of S that take a side on it: the group-aware
    /// consensus of Polis (compdemocracy/polis, math/src/polismath/math/repness.clj). Ties go to
    /// the comment with more who agree, then to the earlier one.
    ///
    /// - Complexity: O(r log r + n) in replies r and comments n.
    func commonGround() -> [Int] {
        guard camps >= 2 else { return [] }
        var sides: [Int: [Int: Side]] = [:]
        for reply in graph.replies + graph.alsoAnswers where reply.to > 0 {
            guard let stance = reply.stance, stance.label != .neutral,
                reply.from <= graph.authorships.count, reply.to <= graph.authorships.count
            else { continue }
            let commenter = graph.commenter(of: reply.from)
            guard commenter != graph.commenter(of: reply.to) else { continue }
            let change = stance.label == .agree ? stance.agree : -stance.disagree
            sides[reply.to, default: [:]][commenter, default: Side()].sum += change
        }
        var ranked: [(comment: Int, product: Double, agreeing: Int)] = []
        for (comment, commenters) in sides {
            var agreeing = [Int](repeating: 0, count: camps)
            var speaking = [Int](repeating: 0, count: camps)
            if let camp = campOf[graph.commenter(of: comment)] {
                agreeing[camp] += 1
                speaking[camp] += 1
            }
            for (commenter, side) in commenters where side.sum != 0 {
                guard let camp = campOf[commenter] else { continue }
                speaking[camp] += 1
                if side.sum > 0 { agreeing[camp] += 1 }
            }
            let isRejected = (0..<camps).contains { 2 * agreeing[$0] < speaking[$0] }
            guard !isRejected, agreeing.count(where: { $0 > 0 }) >= 2 else { continue }
            let product = (0..<camps).reduce(1.0) {
                $0 * Double(agreeing[$1] + 1) / Double(speaking[$1] + 2)
            }
            ranked.append((comment, product, agreeing.reduce(0, +)))
        }
        return ranked.sorted { left, right in
            (right.product, right.agreeing, left.comment)
                < (left.product, left.agreeing, right.comment)
        }.map(\.comment)
    }

    /// What one commenter says to a comment in all replies: above 0 for agreement.
    private struct Side {
        var sum = 0.0
    }
}

import DiscussionModel
import TestSupport

/// A discussion and its reply graph from a list of parents.
///
/// - Parameters:
///   - parents: `parents[k]` is the ordinal that the comment with ordinal `k + 1` answers.
///   - authors: per comment the index of who wrote it; everyone is someone else where left out.
///   - ghosts: the ordinals of comments that are not there; their parents are ignored.
///   - posted: per comment the second at which it was posted.
///   - stances: per comment the probabilities that it agrees and that it disagrees.
func small(
    _ parents: [Int], authors: [Int]? = nil, ghosts: Set<Int> = [], posted: [Int64?]? = nil,
    article: Article = Article(), setting: Discussion.Setting = .page, more: Int = 0,
    stances: [(agree: Double, disagree: Double)?]? = nil
) -> (discussion: Discussion, graph: ReplyGraph) {
    let authors = authors ?? Array(parents.indices)
    let comments = parents.indices.map { index in
        Comment(
            id: "\(index + 1)", posted: posted?[index].map { Timestamp(seconds: $0) },
            text: "Comment number \(index + 1).", isGhost: ghosts.contains(index + 1))
    }
    let commenters = (0..<(authors.max() ?? -1) + 1 + more).map {
        Commenter(id: "c\($0)", name: "c\($0)")
    }
    let replies = parents.enumerated().filter { !ghosts.contains($0.offset + 1) }.map {
        Reply(
            from: $0.offset + 1, to: $0.element, confidence: 1,
            evidence: [Evidence(kind: .stated, detail: "", weight: 1)],
            stance: stances?[$0.offset].map {
                Stance(
                    agree: $0.agree, neutral: 1 - $0.agree - $0.disagree, disagree: $0.disagree)
            })
    }
    return (
        Discussion(
            id: "small", source: "small", format: "test", setting: setting, article: article,
            comments: comments),
        ReplyGraph(
            commenters: commenters, authorships: authors.map { Authorship(commenter: $0) },
            replies: replies)
    )
}

/// Every reply tree of `count` comments in which each answers an earlier one: `count!` of them.
func allTrees(of count: Int) -> [[Int]] {
    var trees: [[Int]] = [[]]
    for ordinal in 1..<(count + 1) {
        trees = trees.flatMap { tree in (0..<ordinal).map { tree + [$0] } }
    }
    return trees
}

/// Every reply tree of `count` comments that are numbered level by level, so that each shape comes
/// at least once: the Catalan number of them.
func levelledTrees(of count: Int) -> [[Int]] {
    var trees: [[Int]] = [[]]
    for ordinal in 1..<(count + 1) {
        trees = trees.flatMap { tree in ((tree.last ?? 0)..<ordinal).map { tree + [$0] } }
    }
    return trees
}

extension SeededGenerator {
    /// The probabilities of some stance; `nil` one time in four.
    mutating func stance() -> (agree: Double, disagree: Double)? {
        guard Int.random(in: 0..<4, using: &self) > 0 else { return nil }
        let agree = Double.random(in: 0...1, using: &self)
        return (agree, Double.random(in: 0...(1 - agree), using: &self))
    }

    /// A discussion of `count` comments by a few people, with times and stances, in which each
    /// comment answers an earlier one.
    mutating func discussion(
        of count: Int, people: Int
    ) -> (discussion: Discussion, graph: ReplyGraph) {
        let parents = (0..<count).map { Int.random(in: max(0, $0 - 6)...$0, using: &self) }
        let authors = (0..<count).map { _ in
            min(Int.random(in: 0..<people, using: &self), Int.random(in: 0..<people, using: &self))
        }
        let posted = (0..<count).map { _ in
            Int.random(in: 0..<5, using: &self) == 0
                ? nil : Int64.random(in: 0..<20_000, using: &self)
        }
        return small(
            parents, authors: authors, posted: posted,
            article: Article(published: Timestamp(seconds: 0)), more: 2,
            stances: (0..<count).map { _ in stance() })
    }
}

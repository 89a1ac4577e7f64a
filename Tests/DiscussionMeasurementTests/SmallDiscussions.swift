import DiscussionModel

/// A discussion and its reply graph from a list of parents.
///
/// - Parameters:
///   - parents: `parents[k]` is the ordinal that the comment with ordinal `k + 1` answers.
///   - authors: per comment the index of who wrote it; everyone is someone else where left out.
///   - ghosts: the ordinals of comments that are not there; their parents are ignored.
///   - posted: per comment the second at which it was posted.
func small(
    _ parents: [Int], authors: [Int]? = nil, ghosts: Set<Int> = [], posted: [Int64?]? = nil,
    article: Article = Article(), setting: Discussion.Setting = .page, more: Int = 0
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
            evidence: [Evidence(kind: .stated, detail: "", weight: 1)])
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

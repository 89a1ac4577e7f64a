package import DiscussionModel

/// A whole discussion with what measures of its comments and commenters need, worked out once.
package struct MeasuredDiscussion {
    /// The discussion as read.
    package let discussion: Discussion
    /// Its reply graph.
    package let graph: ReplyGraph
    /// All of it as one talk; its ordinals and commenters are those of the reply graph.
    let talk: MeasuredTalk

    /// - Complexity: O(comments + replies), but for the sorting of the edges.
    package init(
        _ discussion: Discussion, _ graph: ReplyGraph,
        stances: DiscussionStances = DiscussionStances()
    ) {
        self.discussion = discussion
        self.graph = graph
        let tree = ReplyTree(discussion, graph)
        var authors = [Int?](repeating: nil, count: tree.parents.count)
        for ordinal in tree.parents.indices.dropFirst()
        where tree.isThere[ordinal] && ordinal <= graph.authorships.count {
            authors[ordinal] = graph.commenter(of: ordinal)
        }
        talk = MeasuredTalk(
            setting: discussion.setting, tree: tree,
            posted: [discussion.article.published] + discussion.comments.map(\.posted),
            authors: authors, commenterCount: graph.commenters.count,
            responses: Self.responses(of: graph, count: tree.parents.count),
            camps: Self.sides(of: stances.clustering, commenters: graph.commenters.count))
    }

    /// The replies of one commenter to another, as `CommenterGraph` counts them.
    private static func responses(
        of graph: ReplyGraph, count: Int
    ) -> [MeasuredTalk.Response] {
        let articleAuthor = graph.articleAuthor
        return graph.replies.compactMap { reply in
            guard (1..<count).contains(reply.from), (0..<count).contains(reply.to) else {
                return nil
            }
            let replier = graph.commenter(of: reply.from)
            guard let addressed = graph.addressee(of: reply, articleAuthor: articleAuthor),
                addressed != replier
            else { return nil }
            return MeasuredTalk.Response(
                comment: reply.from, answered: reply.to, replier: replier, addressed: addressed,
                stance: reply.stance)
        }
    }

    /// Which of two camps each commenter is in, those of no camp in the first; empty unless there
    /// are two.
    private static func sides(of clustering: StanceClustering, commenters: Int) -> [Bool] {
        guard clustering.clusters.count == 2 else { return [] }
        var sides = [Bool](repeating: false, count: commenters)
        for member in clustering.clusters[1].members where sides.indices.contains(member.commenter)
        {
            sides[member.commenter] = true
        }
        return sides
    }
}

public import DiscussionModel

extension Discussion {
    /// The same discussion with the replies of a graph as its stated parents.
    public func stating(_ replies: [Reply]) -> Discussion {
        var discussion = self
        for reply in replies where comments.indices.contains(reply.from - 1) {
            discussion.comments[reply.from - 1].statedParent = id(at: reply.to)
        }
        return discussion
    }
}

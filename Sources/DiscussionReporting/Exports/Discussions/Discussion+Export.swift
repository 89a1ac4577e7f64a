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

    /// The same discussion without what people wrote: who, when, and whom they answer is left.
    public func withoutTexts() -> Discussion {
        var discussion = self
        discussion.article.body = ""
        for place in comments.indices {
            discussion.comments[place].text = ""
            discussion.comments[place].statedQuotations = []
        }
        for place in pingbacks.indices {
            discussion.pingbacks[place].text = ""
            discussion.pingbacks[place].statedQuotations = []
        }
        return discussion
    }
}

import DiscussionModel

/// A discussion that a page holds as data for programs, beside or in place of what people see.
struct EmbeddedDiscussion {
    /// The id of the discussion, where the data has one.
    var id: String?
    /// The article, or the question or opening post; `nil` where there is none.
    var article: Article?
    /// The comments in the order of the page, those under others behind them.
    var comments: [FoundComment] = []
    /// The ids by which comments call the article.
    var articleIDs: Set<String> = []
    /// Whether the source always says which comment another answers.
    var isThreaded = false

    /// The richest of those in a page.
    static func richest(in page: HTMLPage) -> EmbeddedDiscussion {
        let linked = LinkedData(page).discussion
        let disqus = DisqusThread.discussion(in: page)
        guard let disqus, disqus.comments.count > linked.comments.count else { return linked }
        return disqus
    }
}

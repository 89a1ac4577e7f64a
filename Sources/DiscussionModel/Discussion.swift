/// One article (or post, topic, mail thread) with all its comments, as a source gave it.
///
/// Nothing here is inferred: what the source did not say is `nil`. Places in a discussion are
/// *ordinals*: 0 is the article, `1...comments.count` are the comments in the source's order.
public struct Discussion: Hashable, Sendable {
    /// The source's own id, else the file's name without its ending. Unique within one run.
    public var id: String
    /// The file or stream that the discussion was read from, as the user named it.
    public var source: String
    /// The name of the format it was read with, such as `text` or `convokit`.
    public var format: String
    /// The site or community, where the source says which.
    public var site: String?
    /// How people talk here, which decides what a comment without evidence most probably answers.
    public var setting: Setting
    /// What is discussed; ordinal 0.
    public var article: Article
    /// The comments in the source's order; `comments[k]` has the ordinal `k + 1`. May be empty.
    public var comments: [Comment]
    /// Notices of other sites that link to the article (pingbacks, trackbacks): kept, and no part
    /// of the talk.
    public var pingbacks: [Comment]
    /// Remarks of the reader.
    public var findings: [Finding]

    /// How people talk in a place.
    public enum Setting: String, Hashable, Sendable, CaseIterable {
        /// Comments under an article that stands apart; without evidence a comment answers it.
        case page
        /// Posts of equal standing in one column; without evidence a post answers the one before.
        case forum
        /// Short messages of several conversations at once.
        case chat
    }

    /// Creates a discussion from its parts.
    public init(
        id: String, source: String, format: String, site: String? = nil, setting: Setting = .page,
        article: Article = Article(), comments: [Comment] = [], pingbacks: [Comment] = [],
        findings: [Finding] = []
    ) {
        self.id = id
        self.source = source
        self.format = format
        self.site = site
        self.setting = setting
        self.article = article
        self.comments = comments
        self.pingbacks = pingbacks
        self.findings = findings
    }

    /// The text at an ordinal: the article's body for 0, a comment's text for the others.
    ///
    /// - Precondition: `ordinal` is in `0...comments.count`.
    public func text(at ordinal: Int) -> String {
        ordinal == 0 ? article.body : comments[ordinal - 1].text
    }

    /// The ordinal of each id, the article's among them; of an id that stands twice the first.
    ///
    /// - Complexity: O(n) in the comments.
    public var ordinalsByID: [String: Int] {
        var ordinals = [Article.id: 0]
        for (index, comment) in comments.enumerated() where ordinals[comment.id] == nil {
            ordinals[comment.id] = index + 1
        }
        return ordinals
    }

    /// The id at an ordinal: `"0"` for the article.
    ///
    /// - Precondition: `ordinal` is in `0...comments.count`.
    public func id(at ordinal: Int) -> String {
        ordinal == 0 ? Article.id : comments[ordinal - 1].id
    }
}

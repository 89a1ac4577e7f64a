/// One contribution to a discussion, as the source gave it.
public struct Comment: Hashable, Sendable {
    /// The source's own id, else the ordinal in decimal; unique in its discussion and never `"0"`.
    public var id: String
    /// The author's name exactly as written; `nil` when the source shows none.
    public var nameAsWritten: String?
    /// The author's account, where the source tells accounts apart from names.
    public var accountID: String?
    /// When it was posted.
    public var posted: Timestamp?
    /// The text; of a page with its common indentation removed and `\n` line ends.
    public var text: String
    /// The id of the comment (or `"0"`) that the source says this one answers; it may be missing
    /// from the discussion.
    public var statedParent: String?
    /// Votes or likes, as the source counts them.
    public var score: Int?
    /// Whether the comment is only referred to and not there itself.
    public var isGhost: Bool
    /// Where the comment can be linked to, as the source writes it.
    public var url: String?
    /// Whether the source marks the comment as the article's author's.
    public var isByArticleAuthor: Bool
    /// How the comment's words were taken away; `nil` while they stand.
    public var removal: Removal?
    /// What the site's moderation has said; `nil` where the source does not tell.
    public var approval: Approval?
    /// Words that the source marks as quoted, by place; nested ones behind the one around them.
    public var statedQuotations: [StatedQuotation]

    /// How the words of a comment that still has its place were taken away.
    public enum Removal: String, Hashable, Sendable, CaseIterable {
        /// By who wrote it.
        case author
        /// By a moderator or the site.
        case moderator
        /// The source does not say by whom.
        case unknown
    }

    /// Where a comment stands with the site's moderation.
    public enum Approval: String, Hashable, Sendable, CaseIterable {
        /// Shown to everybody.
        case approved
        /// Waiting for a moderator.
        case pending
        /// Taken for an advertisement.
        case spam
        /// Thrown away.
        case trash
    }

    /// Creates a comment.
    public init(
        id: String, nameAsWritten: String? = nil, accountID: String? = nil,
        posted: Timestamp? = nil, text: String, statedParent: String? = nil, score: Int? = nil,
        isGhost: Bool = false, url: String? = nil, isByArticleAuthor: Bool = false,
        removal: Removal? = nil, approval: Approval? = nil,
        statedQuotations: [StatedQuotation] = []
    ) {
        self.id = id
        self.nameAsWritten = nameAsWritten
        self.accountID = accountID
        self.posted = posted
        self.text = text
        self.statedParent = statedParent
        self.score = score
        self.isGhost = isGhost
        self.url = url
        self.isByArticleAuthor = isByArticleAuthor
        self.removal = removal
        self.approval = approval
        self.statedQuotations = statedQuotations
    }
}

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

    /// Creates a comment.
    public init(
        id: String, nameAsWritten: String? = nil, accountID: String? = nil,
        posted: Timestamp? = nil, text: String, statedParent: String? = nil, score: Int? = nil,
        isGhost: Bool = false
    ) {
        self.id = id
        self.nameAsWritten = nameAsWritten
        self.accountID = accountID
        self.posted = posted
        self.text = text
        self.statedParent = statedParent
        self.score = score
        self.isGhost = isGhost
    }
}

/// What is discussed, and the root of the reply tree.
public struct Article: Hashable, Sendable {
    /// The id that the article has among the comments of its discussion.
    public static let id = "0"

    /// The headline; `nil` when the source gives none.
    public var title: String?
    /// The author's name as written.
    public var author: String?
    /// When it appeared, perhaps to the day only.
    public var published: Timestamp?
    /// Where it stands, as the source writes it.
    public var url: String?
    /// The text without title and by-line; empty when the source gives none.
    public var body: String
    /// The author's account, where the source tells accounts apart from names.
    public var accountID: String?
    /// Votes or likes, as the source counts them.
    public var score: Int?

    /// Creates an article from what is known of it.
    public init(
        title: String? = nil, author: String? = nil, published: Timestamp? = nil,
        url: String? = nil, body: String = "", accountID: String? = nil, score: Int? = nil
    ) {
        self.title = title
        self.author = author
        self.published = published
        self.url = url
        self.body = body
        self.accountID = accountID
        self.score = score
    }
}

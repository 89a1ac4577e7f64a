/// What a line of a page was taken for. Every line has one role, so that nothing is lost unseen.
enum LineRole: Hashable, Sendable {
    /// White space only.
    case blank
    /// The headline of the article.
    case title
    /// The author, the date or the address of the article.
    case byline
    /// The article's text.
    case article
    /// The beginning of a comment: name, number, date.
    case header
    /// The text of a comment; it may begin on the header's line.
    case comment
    /// What the site wrote around them, and what was understood as nothing else.
    case unread
}

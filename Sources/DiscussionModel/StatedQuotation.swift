/// Words that the source marks as another's: `<blockquote>`, `[quote=Name]`, lines behind `>`.
///
/// Where they come from is not known yet; the reconstruction looks for their source.
public struct StatedQuotation: Hashable, Sendable {
    /// Where the quoted words stand in the comment, without the marks around them.
    public var span: TextSpan
    /// The name of who is quoted, as the source writes it; `nil` where it does not say.
    public var author: String?
    /// The id of the comment that is quoted, where the source says which: `"0"` for the article.
    public var source: String?

    /// Creates a quotation as a source marks it.
    public init(span: TextSpan, author: String? = nil, source: String? = nil) {
        self.span = span
        self.author = author
        self.source = source
    }
}

/// Why a reply, or an author, is believed.
public struct Evidence: Hashable, Sendable {
    /// The kinds of reason.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A person who knows better has set it.
        case corrected
        /// The source says so itself.
        case stated
        /// The comment names the commenter, as in `@Name`.
        case mention
        /// The comment repeats words of what it answers.
        case quotation
        /// The comment speaks to the commenter by name, as in `Name,` or to the article's author.
        case address
        /// The comment gives the number or link of what it answers, as in `#12`.
        case reference
        /// The comment shares rare words with what it answers.
        case echo
        /// The two stand close together in page, time or exchange.
        case adjacency
        /// Nothing speaks for any particular comment; this is what a place's comments usually do.
        case `default`
    }

    /// The kind of reason.
    public var kind: Kind
    /// The reason in words that a reader can check, such as the name or the quoted words.
    public var detail: String
    /// How much it counted, in nats: what the choice's log-odds would lose without it.
    public var weight: Double

    /// Creates a piece of evidence.
    public init(kind: Kind, detail: String, weight: Double) {
        self.kind = kind
        self.detail = detail
        self.weight = weight
    }
}

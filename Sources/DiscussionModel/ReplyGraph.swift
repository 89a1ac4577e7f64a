/// Who answers whom in one discussion: people, mentions, quotations and replies, each with reasons.
///
/// Comments are named by ordinal (0 is the article), commenters by their index in `commenters`.
public struct ReplyGraph: Hashable, Sendable {
    /// Everyone in the discussion: those who commented in order of their first comment, then the
    /// article's author and people who are only mentioned.
    public var commenters: [Commenter]
    /// Who wrote each comment: `authorships[k]` is of the comment with ordinal `k + 1`.
    public var authorships: [Authorship]
    /// Spans that name a commenter, by comment, then by place in it.
    public var mentions: [Mention]
    /// Spans that repeat earlier words, by comment, then by place in it.
    public var quotations: [Quotation]
    /// One reply for each comment that is there, by ordinal; ghosts have none.
    public var replies: [Reply]
    /// Further comments that a comment answers, by ordinal, then by falling confidence.
    public var alsoAnswers: [Reply]
    /// Remarks of the reconstruction.
    public var findings: [Finding]

    /// Creates a reply graph from its parts.
    public init(
        commenters: [Commenter], authorships: [Authorship], mentions: [Mention] = [],
        quotations: [Quotation] = [], replies: [Reply] = [], alsoAnswers: [Reply] = [],
        findings: [Finding] = []
    ) {
        self.commenters = commenters
        self.authorships = authorships
        self.mentions = mentions
        self.quotations = quotations
        self.replies = replies
        self.alsoAnswers = alsoAnswers
        self.findings = findings
    }

    /// The index in `commenters` of who wrote the comment at an ordinal.
    ///
    /// - Precondition: `ordinal` is in `1...authorships.count`.
    public func commenter(of ordinal: Int) -> Int { authorships[ordinal - 1].commenter }

    /// The index in `commenters` of the article's author, when the author is known.
    public var articleAuthor: Int? { commenters.firstIndex { $0.isArticleAuthor } }
}

/// One person in one discussion.
public struct Commenter: Hashable, Sendable {
    /// The account id, else the name, made unique; stable for the same input.
    public var id: String
    /// The name as first written; `nil` for an unknown author.
    public var name: String?
    /// Other spellings and nicknames that were found, sorted.
    public var aliases: [String]
    /// Whether this person wrote the article.
    public var isArticleAuthor: Bool

    /// Creates a commenter.
    public init(
        id: String, name: String?, aliases: [String] = [], isArticleAuthor: Bool = false
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.isArticleAuthor = isArticleAuthor
    }
}

/// Who wrote a comment.
public struct Authorship: Hashable, Sendable {
    /// The index in `ReplyGraph.commenters`.
    public var commenter: Int
    /// Set when the source shows no author and one was inferred, or when somebody has set one.
    public var inference: AuthorInference?

    /// Creates an authorship.
    public init(commenter: Int, inference: AuthorInference? = nil) {
        self.commenter = commenter
        self.inference = inference
    }
}

/// How a missing author was inferred.
public struct AuthorInference: Hashable, Sendable {
    /// The probability that the inferred author is right, 0.5...1; 1 where somebody has set it.
    public var confidence: Double
    /// The reasons, the strongest first.
    public var evidence: [Evidence]

    /// Creates an inference.
    public init(confidence: Double, evidence: [Evidence]) {
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// A span of a comment that names a commenter.
public struct Mention: Hashable, Sendable {
    /// The ordinal of the comment, 1 or more.
    public var comment: Int
    /// The index in `ReplyGraph.commenters` of who is named.
    public var commenter: Int
    /// Where the name stands in the comment.
    public var span: TextSpan
    /// The name as written there, with its `@` where it has one.
    public var written: String

    /// Creates a mention.
    public init(comment: Int, commenter: Int, span: TextSpan, written: String) {
        self.comment = comment
        self.commenter = commenter
        self.span = span
        self.written = written
    }
}

/// A span of a comment that repeats a span of an earlier comment or of the article.
public struct Quotation: Hashable, Sendable {
    /// The ordinal of the comment that quotes, 1 or more.
    public var comment: Int
    /// Where the repeated words stand in it.
    public var span: TextSpan
    /// The ordinal of the source: 0 for the article, else less than `comment`.
    public var source: Int
    /// Where the words stand in the source.
    public var sourceSpan: TextSpan
    /// The share of the words that are the same in both spans, 0...1.
    public var similarity: Double

    /// Creates a quotation.
    public init(
        comment: Int, span: TextSpan, source: Int, sourceSpan: TextSpan, similarity: Double
    ) {
        self.comment = comment
        self.span = span
        self.source = source
        self.sourceSpan = sourceSpan
        self.similarity = similarity
    }
}

/// The edge from a comment to the earlier comment, or the article, that it answers.
public struct Reply: Hashable, Sendable {
    /// The ordinal of the comment that answers, 1 or more.
    public var from: Int
    /// The ordinal of what it answers: 0 for the article, else a comment.
    public var to: Int
    /// The probability that the edge is right, 0...1.
    public var confidence: Double
    /// The reasons, the strongest first; never empty.
    public var evidence: [Evidence]
    /// How it takes what it answers; `nil` where nobody has judged it.
    public var stance: Stance?

    /// Creates a reply.
    public init(
        from: Int, to: Int, confidence: Double, evidence: [Evidence], stance: Stance? = nil
    ) {
        self.from = from
        self.to = to
        self.confidence = confidence
        self.evidence = evidence
        self.stance = stance
    }
}

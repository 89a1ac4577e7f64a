/// A comment that a search found, with what is known of it.
public struct SearchHit: Hashable, Sendable {
    /// A piece of the passage.
    public struct Piece: Hashable, Sendable {
        /// The words as they stand in the comment; never empty.
        public var text: String
        /// Whether they were searched for.
        public var isMatch: Bool

        /// Creates a piece.
        public init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    /// What the comment answers.
    public struct Answer: Hashable, Sendable {
        /// The id of the comment that is answered, `"0"` for the article.
        public var comment: String
        /// The name of who wrote that; `nil` where nobody knows.
        public var name: String?
        /// The probability that it is this one, 0...1.
        public var confidence: Double
        /// The reasons, the strongest first.
        public var evidence: [Evidence]
        /// How the comment takes it, with no more than its heaviest cue; `nil` where nobody has judged it.
        public var stance: Stance?

        /// Creates an answer.
        public init(
            comment: String, name: String?, confidence: Double, evidence: [Evidence],
            stance: Stance? = nil
        ) {
            self.comment = comment
            self.name = name
            self.confidence = confidence
            self.evidence = evidence
            self.stance = stance
        }
    }

    /// The id of the discussion.
    public var discussion: String
    /// The title of its article; `nil` where there is none.
    public var title: String?
    /// The id of the comment.
    public var comment: String
    /// The name of who wrote it; `nil` where nobody knows.
    public var name: String?
    /// How sure the name is, 0...1; `nil` where the source gives it.
    public var nameConfidence: Double?
    /// Whether somebody has set the name.
    public var isNameCorrected: Bool
    /// When it was posted.
    public var posted: Timestamp?
    /// The best passage of it, in order; cut off at either end where it begins or ends with `…`.
    public var passage: [Piece]
    /// How well it fits, the smaller the better: BM25 as SQLite's FTS5 has it, or, where words of
    /// scripts without spaces are searched for, less the number of times that it holds these.
    public var rank: Double
    /// What it answers; `nil` for a comment that is not there.
    public var answer: Answer?

    /// Creates a hit.
    public init(
        discussion: String, title: String?, comment: String, name: String?,
        nameConfidence: Double? = nil, isNameCorrected: Bool = false, posted: Timestamp? = nil,
        passage: [Piece], rank: Double, answer: Answer? = nil
    ) {
        self.discussion = discussion
        self.title = title
        self.comment = comment
        self.name = name
        self.nameConfidence = nameConfidence
        self.isNameCorrected = isNameCorrected
        self.posted = posted
        self.passage = passage
        self.rank = rank
        self.answer = answer
    }
}

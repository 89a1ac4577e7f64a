/// A thread that a moderator should look at, with the reasons why. People are not scored.
public struct ThreadAttention: Hashable, Sendable {
    /// The ordinal of the top-level comment.
    public var root: Int
    /// Why, the weightiest reason first; at least one.
    public var reasons: [AttentionReason]
    /// The sum of the weights of the reasons, above 0: how many comments they concern, each counted
    /// with the probability that it does.
    public var weight: Double { reasons.reduce(0) { $0 + $1.weight } }

    /// Creates what is told of a thread.
    public init(root: Int, reasons: [AttentionReason]) {
        self.root = root
        self.reasons = reasons
    }
}

/// One reason to look at a thread.
public struct AttentionReason: Hashable, Sendable {
    /// What was noticed.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A disagreement chain whose comments get hotter.
        case heatingUp
        /// Several commenters who each disagree with the same one.
        case manyAgainstOne
        /// The same text posted more than once, or a whole comment copied from another.
        case copiedText
    }

    /// What was noticed.
    public var kind: Kind
    /// The ordinals of the comments that it was noticed in, rising; of a chain those along it.
    public var comments: [Int]
    /// Who takes part, as indices of `ReplyGraph.commenters`, in the order of their first comment
    /// here; of `manyAgainstOne` the one first.
    public var commenters: [Int]
    /// How many comments it concerns, each counted with the probability that it does; above 0.
    public var weight: Double
    /// How the chain heats up; `nil` for the other kinds.
    public var trend: DisagreementChain.Trend?

    /// Creates a reason.
    public init(
        kind: Kind, comments: [Int], commenters: [Int], weight: Double,
        trend: DisagreementChain.Trend? = nil
    ) {
        self.kind = kind
        self.comments = comments
        self.commenters = commenters
        self.weight = weight
        self.trend = trend
    }
}

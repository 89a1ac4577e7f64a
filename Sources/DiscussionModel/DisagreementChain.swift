/// Disagreement that goes on: consecutive disagreeing replies along one path of the reply tree.
public struct DisagreementChain: Hashable, Sendable {
    /// What a chain amounts to.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Several commenters, each against the one before.
        case chain
        /// The same two commenters in turn.
        case exchange
        /// An exchange of four or more comments in which both have two turns.
        case quarrel
    }

    /// How a chain came to its end. Its other side is who wrote the comment before the last.
    public enum Ending: String, Hashable, Sendable, CaseIterable {
        /// The other side was there afterwards and did not come back to it.
        case lastWord
        /// Its last comment, or an answer of one of its commenters to that, gives way.
        case concession
        /// The other side was not seen again.
        case silence
        /// Its last comment was answered with agreement.
        case agreement
        /// Its commenters went on below it, with no more disagreement that could be told.
        case goesOn
    }

    /// How disagreement changes along a chain.
    public struct Trend: Hashable, Sendable {
        /// The median change of heat from one comment to the next (Theil-Sen), in nats.
        public var slope: Double
        /// The share of all orders of the same comments in which heat rises, or falls, at least as
        /// steadily (Kendall's S).
        public var pValue: Double

        /// Creates a trend.
        public init(slope: Double, pValue: Double) {
            self.slope = slope
            self.pValue = pValue
        }
    }

    /// What it amounts to.
    public var kind: Kind
    /// The ordinals along the path, at least three: first what is disagreed with, perhaps 0.
    public var comments: [Int]
    /// The commenters in the order of their first comment in it, as indices of
    /// `ReplyGraph.commenters`; an article without a known author adds none.
    public var participants: [Int]
    /// The mean probability of disagreement of its replies, 0...1.
    public var mean: Double
    /// From the first to the last comment in seconds, 0 or more; `nil` where a time is not known
    /// well enough.
    public var seconds: Double?
    /// Whether it heats up; `nil` where it is too short to tell.
    public var trend: Trend?
    /// How it ends.
    public var ending: Ending
    /// The earlier chain that it branches from, as an index of the chains: the one that shares most
    /// of its beginning, at least one reply; `nil` where it shares none.
    public var branchOf: Int?
    /// How many of its first comments stand in a row in that chain, 2 or more: all of them for an
    /// exchange inside a longer chain; 0 where it branches from none.
    public var sharedComments: Int

    /// Creates a chain.
    public init(
        kind: Kind, comments: [Int], participants: [Int], mean: Double, seconds: Double? = nil,
        trend: Trend? = nil, ending: Ending = .silence, branchOf: Int? = nil,
        sharedComments: Int = 0
    ) {
        self.kind = kind
        self.comments = comments
        self.participants = participants
        self.mean = mean
        self.seconds = seconds
        self.trend = trend
        self.ending = ending
        self.branchOf = branchOf
        self.sharedComments = sharedComments
    }
}

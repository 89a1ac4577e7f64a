/// How a reply takes what it answers.
public struct Stance: Hashable, Sendable {
    /// The ways to take what was said.
    public enum Label: String, Hashable, Sendable, CaseIterable {
        /// It sides with what it answers.
        case agree
        /// It does neither, or both.
        case neutral
        /// It speaks against what it answers.
        case disagree
    }

    /// The most probable way.
    public var label: Label
    /// The probability that it agrees, 0...1; the three sum to 1.
    public var agree: Double
    /// The probability that it does neither, or both.
    public var neutral: Double
    /// The probability that it disagrees.
    public var disagree: Double
    /// The probability of the label, 0...1.
    public var probability: Double {
        switch label {
        case .agree: agree
        case .neutral: neutral
        case .disagree: disagree
        }
    }
    /// What spoke for the label, the heaviest first; at most three.
    public var cues: [StanceCue]

    /// Creates a stance; the label is the most probable one, `neutral` where two are equal.
    public init(agree: Double, neutral: Double, disagree: Double, cues: [StanceCue] = []) {
        self.agree = agree
        self.neutral = neutral
        self.disagree = disagree
        self.cues = cues
        if agree > neutral && agree > disagree {
            label = .agree
        } else if disagree > neutral && disagree > agree {
            label = .disagree
        } else {
            label = .neutral
        }
    }
}

/// Something in a reply, or around it, that speaks for its stance.
public struct StanceCue: Hashable, Sendable {
    /// The kind of cue: a stable name in camel case, such as `opening` or `negation`.
    public var kind: String
    /// The cue in words that a reader can check, such as the words themselves.
    public var detail: String
    /// Where the words stand in the comment that answers; `nil` where the cue is not of its words.
    public var span: TextSpan?
    /// How much it counted for the label, in nats, above 0.
    public var weight: Double

    /// Creates a cue.
    public init(kind: String, detail: String, span: TextSpan? = nil, weight: Double) {
        self.kind = kind
        self.detail = detail
        self.span = span
        self.weight = weight
    }
}

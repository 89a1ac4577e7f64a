/// What is known of two people from their replies to each other.
///
/// All sums are whole numbers of `PairEvidence.unit`, so that they come out the same in whatever
/// order the comments stand.
package struct PairEvidence: Hashable, Sendable {
    /// One reply, or one nat, in the sums.
    package static let unit = 1_048_576.0

    /// Replies from the first to the second, each counted with its confidence.
    package var forward: Int64 = 0
    /// Replies from the second to the first.
    package var backward: Int64 = 0
    /// The sum of the log-odds that a reply disagrees rather than agrees.
    package var opposition: Int64 = 0
    /// Replies to a comment that itself answers who replies.
    package var exchanged: Int64 = 0

    package init() {}

    package static func += (left: inout PairEvidence, right: PairEvidence) {
        left.forward += right.forward
        left.backward += right.backward
        left.opposition += right.opposition
        left.exchanged += right.exchanged
    }

    package static func * (evidence: PairEvidence, times: Int64) -> PairEvidence {
        var result = evidence
        result.forward *= times
        result.backward *= times
        result.opposition *= times
        result.exchanged *= times
        return result
    }

    /// What the weights are learnt for: all replies, replies both ways and exchanges, as logarithms
    /// where there may be many, and the mean and the sum of the opposition.
    package enum Feature: Int, CaseIterable, Sendable {
        case debate, replies, mutual, exchanged, mean, sum

        /// Whether it speaks of sides only where people disagree at all.
        package var needsHeat: Bool { self.rawValue < Feature.mean.rawValue }
    }

    /// The features in the order of `Feature`.
    package func features() -> [Double] {
        let replies = Double(forward + backward) / Self.unit
        let opposition = Double(opposition) / Self.unit
        return [
            1, NaturalLogarithm.ofOnePlus(replies),
            min(1, Double(min(forward, backward)) / Self.unit),
            NaturalLogarithm.ofOnePlus(Double(exchanged) / Self.unit),
            replies > 0 ? opposition / max(1, replies) : 0,
            max(-6, min(6, opposition)),
        ]
    }
}

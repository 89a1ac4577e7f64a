/// How well a comment stands for a group: the test of representativeness of Polis.
///
/// Source: Polis, `repness.clj` and `stats.clj` in `math/src/polismath/math` of
/// github.com/compdemocracy/polis; described in Small et al., Polis: Scaling Deliberation by
/// Mapping High Dimensional Opinion Spaces, RECERCA 26(2), 2021, doi:10.6035/recerca.5516.
/// With A of S voters of the group for the comment, and A′ of S′ of all others:
///
///     pa  = (A + 1) / (S + 2)
///     pat = 2 √(S + 1) ((A + 1) / (S + 1) − 1/2)
///     ra  = pa / ((A′ + 1) / (S′ + 2))
///     rat = (π − π′) / √(p (1 − p) (1 / (S + 1) + 1 / (S′ + 1)))
///     with π = (A + 1) / (S + 1), π′ = (A′ + 1) / (S′ + 1), p = (A + A′ + 2) / (S + S′ + 2)
struct Repness: Equatable {
    /// The votes of a group on a comment.
    struct Votes: Equatable {
        /// Those for it.
        var agreeing = 0
        /// Those against it.
        var disagreeing = 0
        /// All who voted, those who did neither among them.
        var seen = 0
    }

    /// The probability that someone of the group is for the comment, estimated, 0...1.
    let pa: Double
    /// The z-score of the group being for it rather than not.
    let pat: Double
    /// How many times as probable that is as among the others.
    let ra: Double
    /// The z-score of the group being for it more than the others; 0 where all are for it.
    let rat: Double

    init(group: Votes, others: Votes) {
        let (a, s) = (Double(group.agreeing), Double(group.seen))
        let (a2, s2) = (Double(others.agreeing), Double(others.seen))
        pa = (a + 1) / (s + 2)
        pat = 2 * (s + 1).squareRoot() * ((a + 1) / (s + 1) - 0.5)
        ra = pa / ((a2 + 1) / (s2 + 2))
        let p = (a + a2 + 2) / (s + s2 + 2)
        rat =
            p < 1
            ? ((a + 1) / (s + 1) - (a2 + 1) / (s2 + 1))
                / (p * (1 - p) * (1 / (s + 1) + 1 / (s2 + 1))).squareRoot()
            : 0
    }

    /// What a z-score is above by chance in one of ten cases.
    static let significant = 1.2816

    /// Whether both z-scores are above chance.
    var qualifies: Bool { rat > Self.significant && pat > Self.significant }

    /// What the comments that qualify are ordered by; above 0 for them.
    var metric: Double { ra * rat * pa * pat }
}

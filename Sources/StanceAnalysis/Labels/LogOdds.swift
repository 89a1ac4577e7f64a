import LanguageTools

/// The weighted log-odds-ratio of a term between two groups of commenters, with an informative
/// Dirichlet prior.
///
/// Source: Monroe, Colaresi, Quinn, Fightin' Words: Lexical Feature Selection and Evaluation for
/// Identifying the Content of Political Conflict, Political Analysis 16(4), 2008, sections 3.3 to
/// 3.5, doi:10.1093/pan/mpn018. With y of n uses in each group, and a prior of α of α₀:
///
///     δ  = ln((y₁ + α₁) / (n₁ + α₀ − y₁ − α₁)) − ln((y₂ + α₂) / (n₂ + α₀ − y₂ − α₂)) − δ₀
///     σ² = 1 / (y₁ + α₁) + 1 / (n₁ + α₀ − y₁ − α₁) + 1 / (y₂ + α₂) + 1 / (n₂ + α₀ − y₂ − α₂)
///     z  = δ / σ
///
/// We count commenters where they count words: n is the number of commenters of a group, y that of
/// those who use the term. So the second and the fourth part of σ², which vanish where n counts
/// words, are kept. A commenter who writes more uses more terms: the prior of a group is
/// α = α₀ e, with e the share of users that the lengths of its commenters let expect, and
/// δ₀ = ln(e₁ / (1 − e₁)) − ln(e₂ / (1 − e₂)) is what the lengths alone make of δ. Where both
/// groups write as much, δ₀ is 0 and the formula theirs.
struct LogOdds: Equatable {
    /// The log-odds-ratio δ, in nats; above 0 where the first group uses the term more.
    let difference: Double
    /// The z-score, δ / σ.
    let z: Double

    /// One group's use of a term.
    struct Use: Equatable {
        /// The commenters y who use it.
        var users: Double
        /// The commenters n, at least `users`.
        var commenters: Double
        /// The share e of them that is expected to use it, above 0 and below 1.
        var expected: Double
    }

    /// - Parameter prior: α₀, in commenters, above 0.
    init(_ first: Use, _ second: Use, prior: Double) {
        func parts(_ use: Use) -> (odds: Double, variance: Double) {
            let users = use.users + prior * use.expected
            let others = use.commenters - use.users + prior * (1 - use.expected)
            let odds = users / others * (1 - use.expected) / use.expected
            return (odds, 1 / users + 1 / others)
        }
        let (one, two) = (parts(first), parts(second))
        difference = FloatMath.log(one.odds / two.odds)
        z = difference / (one.variance + two.variance).squareRoot()
    }

    /// What a z-score is above by chance, on either side, in one of twenty cases.
    static let significant = 1.96
}

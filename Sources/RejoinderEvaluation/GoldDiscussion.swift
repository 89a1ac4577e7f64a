import DiscussionModel

/// A discussion with what is known to be right about it.
struct GoldDiscussion: Sendable {
    /// A passage that repeats earlier words, as the source's markup had it.
    struct Quotation: Sendable {
        var span: TextSpan
        /// The ordinal of the text quoted; `nil` when it is not in the discussion.
        var source: Int?
    }

    var discussion: Discussion
    /// What each comment answers, by ordinal - 1; several where it answers several. Empty where
    /// nobody said.
    var parents: [[Int]]
    /// Whether each comment counts, by ordinal - 1.
    var isScored: [Bool]
    /// The quotations of each comment, by ordinal - 1.
    var quotations: [[Quotation]]
    /// Whether each comment quotes at all, by ordinal - 1, with or without a known source.
    func quotes(_ ordinal: Int) -> Bool { !quotations[ordinal - 1].isEmpty }
}

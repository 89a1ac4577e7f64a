package import DiscussionModel

/// All that was learnt from data: what tells quotations, what the clues are worth in each kind of
/// place, and what speaks for an author.
package struct ReconstructionModel: Sendable {
    package var quotations: QuotationJudge
    /// By `ReplyWeights.group`.
    package var replies: [String: ReplyWeights]
    package var authors: AuthorWeights

    /// The model that the package carries.
    package static let shared: ReconstructionModel = {
        var replies: [String: ReplyWeights] = [:]
        for setting in Discussion.Setting.allCases {
            for pass in ReplyWeights.Pass.allCases {
                replies[ReplyWeights.group(setting, pass)] = ReplyWeights(of: setting, pass: pass)
            }
        }
        return ReconstructionModel(quotations: .shared, replies: replies, authors: .shared)
    }()

    /// Creates a model from its parts.
    package init(
        quotations: QuotationJudge, replies: [String: ReplyWeights], authors: AuthorWeights
    ) {
        self.quotations = quotations
        self.replies = replies
        self.authors = authors
    }

    /// The weights of a place and pass.
    package func weights(_ setting: Discussion.Setting, _ pass: ReplyWeights.Pass) -> ReplyWeights {
        replies[ReplyWeights.group(setting, pass)] ?? ReplyWeights(of: setting, pass: pass)
    }
}

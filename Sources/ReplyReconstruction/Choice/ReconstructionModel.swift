package import DiscussionModel

/// All that was learnt from data: what tells quotations, what the clues are worth in each kind of
/// place, and what speaks for an author.
package struct ReconstructionModel: Sendable {
    package var quotations: QuotationJudge
    /// By `ReplyWeights.group`; of places that are not there the weights are those that the package
    /// carries.
    package var replies: [String: ReplyWeights]
    private var learntAuthors: AuthorWeights?

    package var authors: AuthorWeights {
        get { learntAuthors ?? .shared }
        set { learntAuthors = newValue }
    }

    /// The model that the package carries; its tables are read when they are asked for.
    package static let shared = ReconstructionModel(quotations: .shared)

    /// The model that the package carries, with the weights of all places in `replies`.
    package static var complete: ReconstructionModel {
        var model = shared
        for setting in Discussion.Setting.allCases {
            for pass in ReplyWeights.Pass.allCases {
                model.replies[ReplyWeights.group(setting, pass)] = .carried(setting, pass)
            }
        }
        return model
    }

    private init(quotations: QuotationJudge) {
        self.quotations = quotations
        replies = [:]
    }

    /// The weights of a place and pass.
    package func weights(_ setting: Discussion.Setting, _ pass: ReplyWeights.Pass) -> ReplyWeights {
        replies[ReplyWeights.group(setting, pass)] ?? .carried(setting, pass)
    }
}

extension ReplyWeights {
    /// The weights learnt for a kind of place by `rejoinder-evaluate train-replies`, read once.
    package static func carried(_ setting: Discussion.Setting, _ pass: Pass) -> ReplyWeights {
        switch (setting, pass) {
        case (.page, .first): pageFirst
        case (.page, .second): pageSecond
        case (.forum, .first): forumFirst
        case (.forum, .second): forumSecond
        case (.chat, .first): chatFirst
        case (.chat, .second): chatSecond
        }
    }

    private static let pageFirst = ReplyWeights(of: .page, pass: .first)
    private static let pageSecond = ReplyWeights(of: .page, pass: .second)
    private static let forumFirst = ReplyWeights(of: .forum, pass: .first)
    private static let forumSecond = ReplyWeights(of: .forum, pass: .second)
    private static let chatFirst = ReplyWeights(of: .chat, pass: .first)
    private static let chatSecond = ReplyWeights(of: .chat, pass: .second)
}

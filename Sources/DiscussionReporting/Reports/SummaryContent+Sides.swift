import DiscussionModel

extension SummaryContent {
    /// Some sentences of a summary under words that say what they are.
    struct Group {
        /// In words, without a stop.
        var heading: String
        var sentences: [SummarySentence]
    }

    /// What is most contested with its best answer, what each camp says, and what all accept; empty
    /// where there are none of these.
    var sides: [Group] {
        let summary = analysis.summary
        var groups: [Group] = []
        if let contested = summary.contested {
            groups.append(Group(heading: "Most contested", sentences: [contested.passage]))
            if let counter = contested.counter {
                groups.append(Group(heading: "Best answer to it", sentences: [counter]))
            }
        }
        for (index, sentences) in summary.camps.enumerated() where !sentences.isEmpty {
            groups.append(Group(heading: "Camp \(index + 1) says", sentences: sentences))
        }
        if !summary.commonGround.isEmpty {
            groups.append(
                Group(
                    heading: summary.camps.count == 2 ? "Both camps accept" : "All camps accept",
                    sentences: summary.commonGround))
        }
        return groups
    }
}

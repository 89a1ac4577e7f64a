import DiscussionModel

extension SummaryContent {
    /// Some sentences of a summary under words that say what they are.
    struct Group {
        /// In words, without a stop.
        var heading: String
        var sentences: [SummarySentence]
    }

    /// What the article says and what people say; without what says nothing.
    var whole: [Group] {
        [
            Group(heading: "What it is about", sentences: analysis.summary.about),
            Group(heading: "What people say", sentences: analysis.summary.sentences),
        ].filter { !$0.sentences.isEmpty }
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
                    heading: analysis.stances.clustering.clusters.count == 2
                        ? "Both camps accept" : "All camps accept",
                    sentences: summary.commonGround))
        }
        return groups
    }
}

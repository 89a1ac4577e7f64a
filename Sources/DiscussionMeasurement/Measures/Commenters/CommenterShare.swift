import DiscussionModel

/// How much of the talk is a commenter's.
struct CommenterShare: CommenterMeasure {
    let definition = MeasureDefinition(
        name: "share",
        meaning: "The share of the discussion's comments that are the commenter's.",
        formula: "x_i / n",
        symbols: "x_i: the number of comments of commenter i; n: that of all",
        range: "0 (mentioned only) to 1; they sum to 1",
        undefined: "without comments",
        cost: "O(u) for all commenters",
        source: "the usual share")

    func values(of measured: MeasuredDiscussion, findings: inout [Finding]) -> [Double?] {
        let talk = measured.talk
        return talk.commentsPerCommenter.map {
            talk.commentCount == 0 ? nil : Double($0) / Double(talk.commentCount)
        }
    }
}

import DiscussionModel

extension AnalysisLoader {
    /// Gives the measures of comments, commenters and threads back to those of a discussion.
    func loadColumns(
        into measures: inout DiscussionMeasures, _ found: Ordinals, commenterPlaces: [Int: Int]
    ) throws {
        let (comments, commenters, threads) = (
            measures.comments.count, measures.commenters.count, measures.threads.count
        )
        try forEach(
            """
            SELECT subject, position, name, value FROM measure
            WHERE discussion_id = ? AND subject <> 'discussion'
            """
        ) { row in
            let words = row.text(0).split(separator: " ")
            guard words.count == 2, let number = Int(words[1]) else { return }
            func put(_ columns: inout [MeasureColumn], _ count: Int, at index: Int?) throws {
                let position = row.integer(1)
                guard let index, (0..<count).contains(index), (0..<1_000).contains(position) else {
                    throw DamagedRow(message: "a measure of \(row.text(0)), which is not there")
                }
                while columns.count <= position {
                    columns.append(
                        MeasureColumn(name: "", values: [Double?](repeating: nil, count: count)))
                }
                columns[position].name = row.text(2)
                columns[position].values[index] = row.numberIfAny(3)
            }
            switch words[0] {
            case "comment":
                try put(&measures.commentColumns, comments, at: try found.ordinal(number) - 1)
            case "commenter":
                try put(&measures.commenterColumns, commenters, at: commenterPlaces[number])
            case "thread": try put(&measures.threadColumns, threads, at: number - 1)
            default: return
            }
        }
    }
}

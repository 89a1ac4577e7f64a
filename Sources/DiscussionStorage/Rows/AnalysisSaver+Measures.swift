import DiscussionModel

extension AnalysisSaver {
    /// Saves the measures of comments, commenters and threads.
    ///
    /// A value that is undefined has no row, but for the first comment, commenter or thread, which
    /// has one for each measure: so the names and their order are known.
    func saveColumns(_ measures: DiscussionMeasures, _ places: Places) throws {
        try save(measures.commentColumns, places) { "comment \(try places.comment($0 + 1))" }
        try save(measures.commenterColumns, places) { "commenter \(try places.commenter($0))" }
        try save(measures.threadColumns, places) { "thread \($0 + 1)" }
    }

    private func save(
        _ columns: [MeasureColumn], _ places: Places, subject: (Int) throws -> String
    ) throws {
        var writer = try RowWriter(
            rows, into: "measure", "discussion_id", "subject", "position", "name", "value")
        for index in 0..<(columns.map(\.values.count).max() ?? 0) {
            let name = try subject(index)
            for (position, column) in columns.enumerated() where index < column.values.count {
                let value = column.values[index]
                guard value != nil || index == 0 else { continue }
                try writer.add(places.discussion)
                try writer.add(name)
                try writer.add(position)
                try writer.add(column.name)
                try writer.add(value)
                try writer.insert()
            }
        }
    }
}

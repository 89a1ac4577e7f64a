import DiscussionModel

extension AnalysisLoader {
    /// Gives the measures of comments, commenters and threads back to those of a discussion.
    func loadColumns(
        into measures: inout DiscussionMeasures, _ found: Ordinals, commenterPlaces: RowPlaces
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
            guard let (kind, number) = try row.subject(0) else { return }
            func put(_ columns: inout [MeasureColumn], _ count: Int, at index: Int?) throws {
                let position = row.integer(1)
                guard let index, (0..<count).contains(index), (0..<1_000).contains(position) else {
                    throw DamagedRow(message: "a measure of \(row.text(0)), which is not there")
                }
                while columns.count <= position {
                    columns.append(
                        MeasureColumn(name: "", values: [Double?](repeating: nil, count: count)))
                }
                // Every row of a column names it, so that the first will do.
                if columns[position].name.isEmpty { columns[position].name = row.text(2) }
                columns[position].values[index] = row.numberIfAny(3)
            }
            switch kind {
            case .comment:
                try put(&measures.commentColumns, comments, at: try found.ordinal(number) - 1)
            case .commenter:
                try put(&measures.commenterColumns, commenters, at: commenterPlaces[number])
            case .thread: try put(&measures.threadColumns, threads, at: number - 1)
            }
        }
    }
}

/// What a measure is of, by the word that its subject begins with.
private enum MeasuredKind: String {
    case comment, commenter, thread
}

extension RowReader {
    /// The kind and the number in a subject such as `comment 12`; `nil` where it is of another kind.
    ///
    /// - Throws: `DamagedRow` where the kind has no number.
    fileprivate func subject(_ column: CInt) throws -> (MeasuredKind, Int)? {
        let read = withBytes(column) { bytes -> (MeasuredKind, Int?)? in
            guard let space = bytes.lastIndex(of: UInt8(ascii: " ")),
                let kind = MeasuredKind(rawValue: String(decoding: bytes[..<space], as: UTF8.self))
            else { return nil }
            let digits = bytes[(space + 1)...]
            // No number of 18 digits overflows.
            guard (1...18).contains(digits.count),
                digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
            else { return (kind, nil) }
            return (kind, digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        guard let (kind, number) = read else { return nil }
        guard let number else {
            throw DamagedRow(message: "a measure of \(text(column)), which is not there")
        }
        return (kind, number)
    }
}

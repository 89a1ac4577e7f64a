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
            guard let (kind, number) = row.subject(0) else { return }
            func put(_ columns: inout [MeasureColumn], _ count: Int, at index: Int?) throws {
                let position = row.integer(1)
                guard let index, (0..<count).contains(index), (0..<1_000).contains(position) else {
                    throw DamagedRow(message: "a measure of \(row.text(0)), which is not there")
                }
                while columns.count <= position {
                    columns.append(
                        MeasureColumn(name: "", values: [Double?](repeating: nil, count: count)))
                }
                // Every row of a column names it.
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

/// What a measure is of.
private enum MeasuredKind {
    case comment, commenter, thread
}

extension RowReader {
    /// The kind and the number in a subject such as `comment 12`; `nil` where it is another.
    fileprivate func subject(_ column: CInt) -> (MeasuredKind, Int)? {
        withBytes(column) { bytes in
            guard let space = bytes.lastIndex(of: UInt8(ascii: " ")) else { return nil }
            let kind: MeasuredKind
            switch String(decoding: bytes[..<space], as: UTF8.self) {
            case "comment": kind = .comment
            case "commenter": kind = .commenter
            case "thread": kind = .thread
            default: return nil
            }
            let digits = bytes[(space + 1)...]
            guard (1...18).contains(digits.count),
                digits.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            return (kind, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
    }
}

import DiscussionModel
import ReplyReconstruction

/// Rankings to learn from: for each comment its candidates with their features, and which of them
/// are right. Features that are 0 are not kept.
struct RankingExamples {
    /// One comment: its candidates are the rows `[firstRow, endRow)`.
    struct Example {
        var firstRow: Int
        var endRow: Int
        var right: [Int]
        /// How much the example counts.
        var weight: Float
    }

    private(set) var examples: [Example] = []
    /// Where each row's features begin in `features` and `values`; one entry more than rows.
    private(set) var rowStarts: [Int] = [0]
    private(set) var features: [UInt16] = []
    private(set) var values: [Float] = []
    let width: Int

    init(width: Int) { self.width = width }

    /// Adds the candidates of one comment; where none is right there is nothing to learn.
    mutating func add(_ rows: FeatureRows, right: [Int], weight: Float = 1) {
        let rightRows = rows.candidates.indices.filter { right.contains(rows.candidates[$0]) }
        guard !rightRows.isEmpty, rows.candidates.count > 1 else { return }
        let first = rowStarts.count - 1
        for row in rows.candidates.indices {
            for (at, value) in rows.row(row).enumerated() where value != 0 {
                features.append(UInt16(at))
                values.append(value)
            }
            rowStarts.append(features.count)
        }
        examples.append(
            Example(
                firstRow: first, endRow: rowStarts.count - 1,
                right: rightRows.map { $0 + first }, weight: weight))
    }

    /// Adds all scored comments of a discussion, each with its weight, by ordinal - 1.
    mutating func add(_ gold: GoldDiscussion, in situation: Situation, weights: [Float]? = nil) {
        for (at, parents) in gold.parents.enumerated() where gold.isScored[at] {
            add(
                ClueRegistry.rows(for: at + 1, in: situation), right: parents,
                weight: weights?[at] ?? 1)
        }
    }
}

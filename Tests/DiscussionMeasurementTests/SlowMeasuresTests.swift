import DiscussionModel
import Foundation
import TestSupport
import Testing

@testable import DiscussionMeasurement

@Suite("Measures against slow counting")
struct SlowMeasuresTests {
    @Test("Every tree of 1 to 6 comments", arguments: 1...6)
    func allTrees(count: Int) {
        compare(DiscussionMeasurementTests.allTrees(of: count))
    }

    @Test("Every shape of tree of 7 and 8 comments", arguments: [7, 8])
    func allShapes(count: Int) {
        compare(levelledTrees(of: count))
    }

    /// Stops at the first tree with a measure that differs.
    private func compare(_ trees: [[Int]]) {
        var random = SeededGenerator(seed: UInt64(trees.count))
        for parents in trees {
            let slow = SlowMeasures(
                parents: parents,
                authors: parents.map { _ in Int.random(in: 0..<5, using: &random) },
                posted: parents.map { _ in Int64.random(in: 0..<9_000, using: &random) },
                stances: parents.map { _ in random.stance() })
            let (discussion, graph) = small(
                parents, authors: slow.authors, posted: slow.posted, stances: slow.stances)
            guard
                agree(DiscussionMeter().measures(of: discussion, graph: graph), slow)
            else {
                Issue.record("comments or commenters of \(parents) by \(slow.authors)")
                return
            }
            let talk = MeasuredDiscussion(discussion, graph).talk
            for (measure, expected) in slow.values {
                let value = measure.value(of: talk)
                guard (value == nil) == (expected == nil),
                    abs((value ?? 0) - (expected ?? 0)) < 1e-9
                else {
                    Issue.record(
                        "\(measure.definition.name) of \(parents) by \(slow.authors): \(value as Any), not \(expected as Any)"
                    )
                    return
                }
            }
        }
    }
}

/// Whether the measures of comments and commenters are those by definition.
private func agree(_ measures: DiscussionMeasures, _ slow: SlowMeasures) -> Bool {
    func same(_ left: [Double?], _ right: [Double?]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { pair in
                (pair.0 == nil) == (pair.1 == nil) && abs((pair.0 ?? 0) - (pair.1 ?? 0)) < 1e-9
            }
    }
    var columns = measures.commentColumns
    for (name, value) in [
        ("depth", \CommentMeasures.depth), ("directReplies", \.directReplies),
        ("descendants", \.descendants),
    ] as [(String, KeyPath<CommentMeasures, Int>)] {
        columns.append(
            MeasureColumn(name: name, values: measures.comments.map { Double($0[keyPath: value]) }))
    }
    for (columns, expected) in [
        (columns, slow.ofComments), (measures.commenterColumns, slow.ofCommenters),
    ] {
        for (name, values) in expected {
            guard let found = columns.first(where: { $0.name == name }), same(found.values, values)
            else { return false }
        }
    }
    return true
}

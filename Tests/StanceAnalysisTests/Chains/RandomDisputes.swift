import TestSupport

extension Dispute {
    /// A tree with more depth than chance alone gives, of all kinds of steps.
    static func random(
        _ size: Int, people: Int, _ generator: inout SeededGenerator
    ) -> Dispute {
        let disagree = [0.1, 0.34, 0.35, 0.45, 0.5, 0.7, 0.8, 0.9, 0.95]
        let confidences = [1, 1, 1, 1, 0.9, 0.7, 0.69]
        let turns = (0..<size).map { index in
            let isDeep = Int.random(in: 0..<3, using: &generator) > 0
            let commenter = Int.random(in: 0...people, using: &generator)
            let probability = disagree[Int.random(in: disagree.indices, using: &generator)]
            return Turn(
                parent: isDeep ? index : Int.random(in: 0...index, using: &generator),
                disagree: probability, commenter: commenter == people ? nil : commenter,
                confidence: confidences[Int.random(in: confidences.indices, using: &generator)],
                agree: probability < 0.2 ? 0.7 : 0,
                text: ["Fair enough.", "No.", "YOU ARE ALL WRONG", "Well."][index % 4],
                seconds: Int64(index * 60))
        }
        return Dispute(
            articleAuthor: Int.random(in: 0..<2, using: &generator) == 0 ? 0 : nil, turns)
    }

    /// The same comments in another order, so that some stand before what they answer; and the new
    /// ordinals by the old ones.
    func shuffled(_ generator: inout SeededGenerator) -> (Dispute, ordinals: [Int]) {
        let order = turns.indices.shuffled(using: &generator)
        var ordinals = [Int](repeating: 0, count: turns.count + 1)
        for (place, index) in order.enumerated() { ordinals[index + 1] = place + 1 }
        let dispute = Dispute(
            articleAuthor: articleAuthor,
            order.map { index in
                var turn = turns[index]
                turn.parent = ordinals[turn.parent]
                return turn
            })
        return (dispute, ordinals)
    }
}

/// All trees on the article and so many comments: every comment answers one before it.
func forEachTree(of size: Int, _ body: ([Int]) -> Void) {
    var parents = [Int](repeating: 0, count: size)
    repeat { body(parents) } while advance(&parents) { $0 + 1 }
}

/// All ways to give so many things one of several values.
func forEachAssignment(of size: Int, values: Int, _ body: ([Int]) -> Void) {
    var assignment = [Int](repeating: 0, count: size)
    repeat { body(assignment) } while advance(&assignment) { _ in values }
}

/// All ways to divide things into groups, numbered in the order of their first members.
func forEachPartition(of size: Int, _ body: ([Int]) -> Void) {
    forEachTree(of: size) { groups in
        let isNumbered = groups.indices.allSatisfy { index in
            groups[index] <= (groups[..<index].max() ?? -1) + 1
        }
        if isNumbered { body(groups) }
    }
}

/// Counts up a number whose digits have bounds of their own; false after the last one.
private func advance(_ digits: inout [Int], below bound: (Int) -> Int) -> Bool {
    for index in digits.indices {
        digits[index] += 1
        if digits[index] < bound(index) { return true }
        digits[index] = 0
    }
    return false
}

/// Sets of the numbers from 0 on that can be joined, with the smallest number of each as its name.
///
/// - Complexity: nearly O(1) for each join and each question (Tarjan 1975,
///   doi:10.1145/321879.321884, with the paths halved).
struct DisjointSets {
    private var above: [Int]

    /// - Parameter count: how many numbers there are at first, each a set of its own.
    init(count: Int = 0) { above = Array(0..<count) }

    /// A set with one new number, which is returned.
    mutating func add() -> Int {
        above.append(above.count)
        return above.count - 1
    }

    /// The name of the set that a number is in.
    mutating func find(_ number: Int) -> Int {
        var at = number
        while above[at] != at {
            above[at] = above[above[at]]
            at = above[at]
        }
        return at
    }

    /// Makes the sets of two numbers one.
    mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (find(first), find(second))
        // The smaller number stays, so that the outcome does not hang on the order of joins.
        above[max(one, other)] = min(one, other)
    }
}

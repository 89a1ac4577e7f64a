/// Tells which of many posts belong to one thread, as far as their parents say.
///
/// - Complexity: nearly O(1) for each join and each question.
struct PostThreads {
    private var parents: [Int] = []
    private var indexOfID: [String: Int] = [:]

    /// Puts two posts into one thread.
    mutating func join(_ first: String, _ second: String) {
        let (first, second) = (top(of: index(first)), top(of: index(second)))
        // The smaller number wins, so that the result does not depend on the shape of the tree.
        parents[max(first, second)] = min(first, second)
    }

    /// A number that all posts of one thread share.
    mutating func thread(of id: String) -> Int { top(of: index(id)) }

    private mutating func index(_ id: String) -> Int {
        if let index = indexOfID[id] { return index }
        indexOfID[id] = parents.count
        parents.append(parents.count)
        return parents.count - 1
    }

    private mutating func top(of index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }
}

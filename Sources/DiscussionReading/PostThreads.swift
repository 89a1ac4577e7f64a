/// Tells which of many posts belong to one thread, as far as their parents say.
///
/// - Complexity: nearly O(1) for each join and each question.
struct PostThreads {
    private var threads = DisjointSets()
    private var indexOfID: [String: Int] = [:]

    /// Puts two posts into one thread.
    mutating func join(_ first: String, _ second: String) {
        threads.join(index(first), index(second))
    }

    /// A number that all posts of one thread share.
    mutating func thread(of id: String) -> Int { threads.find(index(id)) }

    private mutating func index(_ id: String) -> Int {
        if let index = indexOfID[id] { return index }
        let index = threads.add()
        indexOfID[id] = index
        return index
    }
}

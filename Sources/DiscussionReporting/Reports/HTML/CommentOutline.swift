/// The comments of a discussion as they are read: each before what answers it, those that answer
/// the same one in the order of the page.
struct CommentOutline {
    /// The ordinals, every comment once.
    let order: [Int]
    /// Per ordinal: the distance to the article; 0 for the article.
    let depths: [Int]
    /// Per ordinal: how many comments are below it.
    let descendants: [Int]
    /// Per ordinal: the place in `order`; -1 for the article.
    let places: [Int]

    /// - Parameter parents: per ordinal what it answers, 0 for the article itself.
    /// - Complexity: O(n).
    init(parents: [Int]) {
        let count = parents.count
        var first = [Int](repeating: 0, count: count)
        var next = [Int](repeating: 0, count: count)
        for ordinal in stride(from: count - 1, through: 1, by: -1) {
            // What answers nothing that is there stands under the article.
            let parent = parents.indices.contains(parents[ordinal]) ? parents[ordinal] : 0
            next[ordinal] = first[parent]
            first[parent] = ordinal
        }
        var order: [Int] = []
        order.reserveCapacity(max(0, count - 1))
        var depths = [Int](repeating: 0, count: count)
        var places = [Int](repeating: -1, count: count)
        func walk(from start: Int) {
            var waiting = [(start, 1)]
            while let (ordinal, depth) = waiting.popLast() {
                if next[ordinal] > 0, depth > 1 || start == first.first {
                    waiting.append((next[ordinal], depth))
                }
                guard places[ordinal] < 0 else { continue }
                places[ordinal] = order.count
                depths[ordinal] = depth
                order.append(ordinal)
                if first[ordinal] > 0 { waiting.append((first[ordinal], depth + 1)) }
            }
        }
        if count > 0, first[0] > 0 { walk(from: first[0]) }
        // No ring of replies is ever read, but a stored one must not swallow its comments.
        for ordinal in 1..<max(1, count) where places[ordinal] < 0 { walk(from: ordinal) }
        var descendants = [Int](repeating: 0, count: count)
        for ordinal in order.reversed() {
            let parent = parents.indices.contains(parents[ordinal]) ? parents[ordinal] : 0
            if parent > 0, places[parent] < places[ordinal] {
                descendants[parent] += descendants[ordinal] + 1
            }
        }
        self.order = order
        self.depths = depths
        self.places = places
        self.descendants = descendants
    }
}

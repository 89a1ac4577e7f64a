/// The places in a list of what belongs to each comment.
struct OrdinalIndex {
    private var starts: [Int]
    private var places: [Int]

    /// - Parameters:
    ///   - ordinals: of each element of the list the ordinal it belongs to.
    ///   - count: the greatest ordinal; elements of others belong to none.
    /// - Complexity: O(elements + `count`).
    init(_ ordinals: [Int], count: Int) {
        starts = [Int](repeating: 0, count: count + 2)
        for ordinal in ordinals where (0...count).contains(ordinal) { starts[ordinal + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        places = [Int](repeating: 0, count: starts[count + 1])
        var next = starts
        for (place, ordinal) in ordinals.enumerated() where (0...count).contains(ordinal) {
            places[next[ordinal]] = place
            next[ordinal] += 1
        }
    }

    /// The places of what belongs to an ordinal, rising.
    ///
    /// - Precondition: `ordinal` is in `0...count`.
    subscript(ordinal: Int) -> ArraySlice<Int> { places[starts[ordinal]..<starts[ordinal + 1]] }
}

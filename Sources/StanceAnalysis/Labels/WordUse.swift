/// The own words of all comments, commenter by commenter, four bytes a word.
struct WordUse {
    /// The words of all comments, in the order of their commenters.
    private(set) var units: [TermUnit] = []
    /// `units[starts[k]..<starts[k + 1]]` are the words of commenter `k`.
    private(set) var starts: [Int] = [0]
    /// The comments with words of their own, in the order of their commenters.
    private(set) var comments: [(ordinal: Int, units: Range<Int>)] = []
    /// `comments[commentStarts[k]..<commentStarts[k + 1]]` are of commenter `k`.
    private(set) var commentStarts: [Int] = [0]
    /// How many words of their own each commenter wrote, function words among them.
    private(set) var lengths: [Int] = []

    /// - Complexity: O(b) in the bytes of the comments.
    init(_ reader: inout OwnWordReader, membership: ClusterMembership) {
        for commenter in membership.numbers.indices {
            var length = 0
            for ordinal in membership.comments(of: commenter) {
                guard let reading = reader.reading(of: ordinal) else { continue }
                let start = units.count
                units.append(contentsOf: reading.words.lazy.map(\.unit))
                if reading.length > 0 { comments.append((ordinal, start..<units.count)) }
                length += reading.length
            }
            starts.append(units.count)
            commentStarts.append(comments.count)
            lengths.append(length)
        }
    }

    /// The words of a commenter, in order.
    func units(of commenter: Int) -> ArraySlice<TermUnit> {
        units[starts[commenter]..<starts[commenter + 1]]
    }
}

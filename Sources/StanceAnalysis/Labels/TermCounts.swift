/// How many commenters of each cluster use each term: a commenter counts once for a term, however
/// often it is said.
struct TermCounts {
    /// The terms, by row.
    private(set) var keys: [TermKey] = []
    /// Whether each row is a term; the others are words that are so only beside another one.
    private(set) var areTerms: [Bool] = []
    /// `counts[row * width + number]` commenters of a cluster use a term; number 0 is of those who
    /// are in none.
    private var counts: [Int32] = []
    private let width: Int

    /// The users of a term by the number of their cluster.
    subscript(row: Int) -> ArraySlice<Int32> { counts[row * width..<(row + 1) * width] }

    /// Counts words that at least two use, and pairs of words each of which enough members of one
    /// cluster use.
    ///
    /// - Parameters:
    ///   - floors: how many members of each cluster must use a term, by number; `floors[0]` is not
    ///     asked.
    ///   - mostPairs: at most so many pairs are looked at, the ones of the more widely used words.
    /// - Complexity: O(w) in the words, and O(`mostPairs`) memory beside them.
    init(
        _ use: WordUse, wordCount: Int, membership: ClusterMembership, floors: [Int],
        mostPairs: Int = 2_000_000
    ) {
        width = membership.sizes.count
        let rows = countWords(use, wordCount, membership)
        var least = 1
        var eligible: [Bool]
        repeat {
            eligible = rows.map { row in
                row >= 0
                    && (1..<width).contains {
                        Int(counts[Int(row) * width + $0]) >= floors[$0] * least
                    }
            }
            least *= 2
        } while Self.pairs(in: use, eligible) > mostPairs
        countPairs(use, eligible, membership)
    }

    /// Counts the words that at least two commenters use; returns the row of each, else -1.
    private mutating func countWords(
        _ use: WordUse, _ wordCount: Int, _ membership: ClusterMembership
    ) -> [Int32] {
        var users = [Int32](repeating: 0, count: wordCount)
        var last = [Int32](repeating: -1, count: wordCount)
        var isTerm = [Bool](repeating: false, count: wordCount)
        for commenter in use.lengths.indices {
            for unit in use.units(of: commenter) {
                let word = Int(unit.number)
                guard last[word] != commenter else { continue }
                last[word] = Int32(commenter)
                users[word] += 1
                isTerm[word] = unit.isTerm
            }
        }
        var rows = [Int32](repeating: -1, count: wordCount)
        for (word, count) in users.enumerated() {
            last[word] = -1
            guard count >= 2 else { continue }
            rows[word] = Int32(keys.count)
            keys.append(TermKey(second: UInt32(word)))
            areTerms.append(isTerm[word])
        }
        counts = [Int32](repeating: 0, count: keys.count * width)
        for commenter in use.lengths.indices {
            for unit in use.units(of: commenter) {
                let word = Int(unit.number)
                guard rows[word] >= 0, last[word] != commenter else { continue }
                last[word] = Int32(commenter)
                counts[Int(rows[word]) * width + membership.numbers[commenter]] += 1
            }
        }
        return rows
    }

    private mutating func countPairs(
        _ use: WordUse, _ eligible: [Bool], _ membership: ClusterMembership
    ) {
        var rows: [TermKey: Int] = [:]
        let firstRow = keys.count
        var last: [Int32] = []
        for commenter in use.lengths.indices {
            Self.forEachPair(in: use.units(of: commenter), eligible) { key in
                let row: Int
                if let known = rows[key] {
                    row = known
                } else {
                    row = keys.count
                    rows[key] = row
                    keys.append(key)
                    areTerms.append(true)
                    last.append(-1)
                    counts.append(contentsOf: repeatElement(0, count: width))
                }
                guard last[row - firstRow] != commenter else { return }
                last[row - firstRow] = Int32(commenter)
                counts[row * width + membership.numbers[commenter]] += 1
            }
        }
    }

    private static func pairs(in use: WordUse, _ eligible: [Bool]) -> Int {
        var count = 0
        for commenter in use.lengths.indices {
            forEachPair(in: use.units(of: commenter), eligible) { _ in count += 1 }
        }
        return count
    }

    private static func forEachPair(
        in units: ArraySlice<TermUnit>, _ eligible: [Bool], _ body: (TermKey) -> Void
    ) {
        for index in units.indices.dropFirst() {
            guard eligible[Int(units[index].number)], eligible[Int(units[index - 1].number)],
                let key = units[index].pair(behind: units[index - 1])
            else { continue }
            body(key)
        }
    }
}

import LanguageTools

/// Tells the words of the matter from those that are said of anything.
///
/// A word that stands in the table of everyday English is of the matter where the comments hold it
/// at least twice as often as they hold everyday words on the whole, both measured by the posts
/// that the table counted: d_w / p_w >= 2 D / P, with d_w of the comments and the share p_w of the
/// posts holding the word, and D and P their sums over all words of the table that are content.
/// Twice is ours: without the test many terms of large discussions were such as `couple` and
/// `different`. Words that are not in the table are of the matter.
struct Topicality {
    private var isOfMatter: [Bool]

    /// - Complexity: O(w) in the words.
    init(_ use: WordUse, reader: OwnWordReader) {
        let shares = CommonWords.shared.shares
        var comments = [Int](repeating: 0, count: shares.count)
        var last = [Int](repeating: -1, count: shares.count)
        for (comment, range) in use.comments.map(\.units).enumerated() {
            for unit in use.units[range] where unit.isTerm {
                let word = Int(unit.number)
                guard word < shares.count, last[word] != comment, reader.isContent(unit.number)
                else { continue }
                last[word] = comment
                comments[word] += 1
            }
        }
        let held = comments.reduce(0, +)
        var everyday = 0.0
        for (word, share) in shares.enumerated() where reader.isContent(UInt32(word)) {
            everyday += Double(share)
        }
        isOfMatter = shares.indices.map {
            Double(comments[$0]) * everyday >= 2 * Double(held) * Double(shares[$0])
        }
    }

    /// Whether a term is of the matter; of a pair, whether one of its words is.
    func holds(_ key: TermKey) -> Bool {
        key.words.contains { Int($0) >= isOfMatter.count || isOfMatter[Int($0)] }
    }
}

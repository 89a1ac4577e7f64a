import LanguageTools

/// For two persons, whichever comes first, the first comment of one that addresses the other.
///
/// Asked for every candidate of every comment; a `Vocabulary` numbers the pairs, which is quicker
/// than a dictionary of them.
struct Meetings: Sendable {
    private var pairs = Vocabulary()
    private var firsts: [Int] = []

    /// Notes that one of two persons addresses the other; comments come by ordinal.
    mutating func record(_ one: Int, _ other: Int, in comment: Int) {
        let pair = Int(pairs.number(of: Self.hash(one, other)))
        if pair == firsts.count { firsts.append(comment) }
    }

    /// The first comment recorded for two persons; `Int.max` where there is none.
    func first(of one: Int, _ other: Int) -> Int {
        pairs.existingNumber(of: Self.hash(one, other)).map { firsts[Int($0)] } ?? .max
    }

    private static func hash(_ one: Int, _ other: Int) -> UInt64 {
        var hash = WordHash()
        hash.combine(UInt32(truncatingIfNeeded: min(one, other)))
        hash.combine(UInt32(truncatingIfNeeded: max(one, other)))
        return hash.value
    }
}

/// A word as terms know it, in four bytes: its number and what it may stand next to.
struct TermUnit: Hashable {
    private var bits: UInt32

    private static let adjunctBit: UInt32 = 1 << 31
    private static let ideographBit: UInt32 = 1 << 30
    private static let followingBit: UInt32 = 1 << 29
    private static let mask = followingBit - 1

    init(_ number: UInt32, isAdjunct: Bool = false, isIdeograph: Bool = false) {
        bits =
            number & Self.mask | (isAdjunct ? Self.adjunctBit : 0)
            | (isIdeograph ? Self.ideographBit : 0)
    }

    /// The number of its stem in the vocabulary, of an adjunct of the word itself.
    var number: UInt32 { bits & Self.mask }
    /// Whether it is a term only before another word, as `no` and `13` are.
    var isAdjunct: Bool { bits & Self.adjunctBit != 0 }
    /// Whether it is a letter of Han or Kana, which is no term by itself.
    var isIdeograph: Bool { bits & Self.ideographBit != 0 }
    /// Whether the unit before it stands directly before it.
    var follows: Bool { bits & Self.followingBit != 0 }

    /// The unit where the one before it stands directly before it.
    var following: TermUnit {
        var unit = self
        unit.bits |= Self.followingBit
        return unit
    }

    /// Whether it may be a term by itself.
    var isTerm: Bool { !isAdjunct && !isIdeograph }

    /// The term of two units, where they are one.
    func pair(behind first: TermUnit) -> TermKey? {
        guard follows, !isAdjunct, isIdeograph == first.isIdeograph else { return nil }
        return TermKey(first: first.number, second: number)
    }
}

/// A term: one or two words by their numbers.
struct TermKey: Hashable {
    /// The first of two words; `nil` of one word.
    var first: UInt32?
    /// The last word, or the only one.
    var second: UInt32

    init(first: UInt32? = nil, second: UInt32) {
        self.first = first
        self.second = second
    }

    /// Its words.
    var words: [UInt32] { first.map { [$0, second] } ?? [second] }
}

extension Array<OwnWordReader.Word> {
    /// Every term in the words, with the range of the words that are it, by place.
    func forEachTerm(_ body: (TermKey, Range<Int>) -> Void) {
        for (index, word) in enumerated() {
            if index > 0, let pair = word.unit.pair(behind: self[index - 1].unit) {
                body(pair, index - 1..<index + 1)
            }
            if word.unit.isTerm { body(TermKey(second: word.unit.number), index..<index + 1) }
        }
    }
}

/// The words of a closed list, by hash: open addressing, since every word of a discussion is looked
/// up in several lists.
struct LexiconWords: Sendable {
    private let slots: [UInt64]
    private let mask: Int
    private let hashes: [UInt64]

    /// - Parameter words: lower case, plain apostrophes, with white space between them.
    init(_ words: String) {
        self.init(
            hashes: words.split { $0 == " " || $0 == "\n" }.map {
                SentenceTerms.hash(of: String($0))
            })
    }

    /// The words of two lists.
    func union(_ other: LexiconWords) -> LexiconWords {
        LexiconWords(hashes: hashes + other.hashes)
    }

    private init(hashes: [UInt64]) {
        var size = 16
        while size < hashes.count * 4 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for hash in hashes {
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
            slots[slot] = hash
        }
        self.slots = slots
        self.hashes = hashes
        mask = size - 1
    }

    /// Whether the word with a hash from `SentenceTerms` is in the list.
    ///
    /// - Complexity: O(1) on average.
    func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}

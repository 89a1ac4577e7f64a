/// The weighted words of one text, to be compared with those of many others.
///
/// A table of hashes at most a sixteenth full: nearly all words of another text meet an empty slot.
struct WeightedWords {
    private var slots: [(word: UInt32, weight: Float)]
    private let mask: Int

    /// Takes in words, each once, with weights above 0.
    ///
    /// - Complexity: O(w) in the words.
    init(_ words: [(word: UInt32, weight: Float)]) {
        var size = 16
        while size < words.count * 16 { size *= 2 }
        mask = size - 1
        // A weight of 0 marks a slot as empty.
        slots = Array(repeating: (0, 0), count: size)
        for entry in words {
            var slot = Int(entry.word) & mask
            while slots[slot].weight > 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// The product of the two word vectors, the weight of the rarest word in both and their sum.
    ///
    /// - Complexity: O(w) in the words of the other text.
    func shared(
        with others: [(word: UInt32, weight: Float)]
    ) -> (product: Float, rarest: Float, sum: Float) {
        var product: Float = 0
        var rarest: Float = 0
        var sum: Float = 0
        for other in others {
            let own = weight(of: other.word)
            guard own > 0 else { continue }
            product += own * other.weight
            let weight = min(own, other.weight)
            rarest = max(rarest, weight)
            sum += weight
        }
        return (product, rarest, sum)
    }

    /// The weight of a word, 0 where the text does not have it.
    @inline(__always)
    private func weight(of word: UInt32) -> Float {
        var slot = Int(word) & mask
        while slots[slot].weight > 0 {
            if slots[slot].word == word { return slots[slot].weight }
            slot = (slot + 1) & mask
        }
        return 0
    }
}

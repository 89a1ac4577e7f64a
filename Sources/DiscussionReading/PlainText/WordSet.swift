/// A set of the hashes that `FoldedWords` makes. They are mixed well already, so their low bits
/// find the place in a table at most half full; a lookup costs a few instructions.
struct WordSet: Sendable {
    private let slots: [UInt64]
    private let mask: Int

    /// Creates a set; 0 cannot be a member and never is a hash of words.
    init(_ hashes: some Collection<UInt64>) {
        var size = 16
        while size < hashes.count * 3 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        let mask = size - 1
        for hash in hashes where hash != 0 {
            var place = Self.place(hash, mask)
            while slots[place] != 0, slots[place] != hash { place = (place + 1) & mask }
            slots[place] = hash
        }
        self.slots = slots
        self.mask = mask
    }

    @inline(__always)
    private static func place(_ hash: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    }

    /// Whether a hash is in the set.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        var place = Self.place(hash, mask)
        while true {
            let slot = slots[place]
            if slot == hash { return true }
            if slot == 0 { return false }
            place = (place + 1) & mask
        }
    }
}

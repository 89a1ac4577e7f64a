/// Where the record of each pair of people stands: open addressing with keys and places side by side,
/// so that a copy is one piece of memory.
struct PairPlaces: Sendable {
    /// The pair, 0 where nothing is, and its place.
    private var slots: [(pair: UInt64, place: Int32)]
    private let mask: Int

    /// Makes room for some pairs; as many can be there at the same time.
    ///
    /// - Complexity: O(n).
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
        mask = size - 1
    }

    private func key(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    }

    private func home(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    private func slot(of key: UInt64) -> Int {
        var at = home(key)
        while slots[at].pair != 0 && slots[at].pair != key { at = (at + 1) & mask }
        return at
    }

    /// The place of a pair, in whatever order; `nil` where it has none.
    ///
    /// - Precondition: the two are different people.
    /// - Complexity: O(1).
    subscript(first: Int, second: Int) -> Int? {
        let found = slots[slot(of: key(first, second))]
        return found.pair == 0 ? nil : Int(found.place)
    }

    /// Gives a pair a place.
    mutating func put(_ place: Int, at first: Int, _ second: Int) {
        let key = key(first, second)
        slots[slot(of: key)] = (key, Int32(place))
    }

    /// Takes the place of a pair away; what stands behind it moves up, so that no look-up stops short.
    mutating func remove(_ first: Int, _ second: Int) {
        var hole = slot(of: key(first, second))
        guard slots[hole].pair != 0 else { return }
        var at = hole
        while true {
            at = (at + 1) & mask
            guard slots[at].pair != 0 else { break }
            let wanted = home(slots[at].pair)
            // It may move up unless its home lies between the hole and where it stands.
            if (at - wanted) & mask >= (at - hole) & mask {
                slots[hole] = slots[at]
                hole = at
            }
        }
        slots[hole] = (0, 0)
    }
}

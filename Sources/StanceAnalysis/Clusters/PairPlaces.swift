/// Where the record of each pair of people stands.
///
/// Of few people there is a square table; of more, open addressing with keys and places side by side.
struct PairPlaces: ~Copyable {
    /// How many people have a square table: it is then no larger than the nearer memory of a core.
    private static let mostInSquare = 256

    private struct Slot: BitwiseCopyable {
        /// The pair, 0 where nothing is.
        var pair: UInt64 = 0
        var place: Int32 = 0
    }

    private var slots: FixedArray<Slot>
    private let mask: Int
    /// By the smaller and the larger of two people, -1 where they have none.
    private var square: FixedArray<Int16>
    /// The people of the square table; 0 where there is none.
    private let width: Int

    /// Makes room for some pairs of some people; as many can be there at the same time.
    ///
    /// - Complexity: O(pairs).
    init(people: Int, capacity: Int) {
        width = people <= Self.mostInSquare ? people : 0
        square = FixedArray(repeating: -1, count: width * width)
        var size = 16
        while width == 0 && size < capacity * 2 { size *= 2 }
        slots = FixedArray(repeating: Slot(), count: size)
        mask = size - 1
    }

    /// Takes over the places of another of the same size.
    mutating func copy(_ other: borrowing PairPlaces) {
        if width > 0 { square.copy(other.square) } else { slots.copy(other.slots) }
    }

    /// The place of a pair, in whatever order; below 0 where it has none.
    ///
    /// - Precondition: the two are different people.
    /// - Complexity: O(1).
    @inline(__always)
    subscript(first: Int, second: Int) -> Int {
        if width > 0 { return Int(square[cell(first, second)]) }
        let found = slots[slot(of: key(first, second))]
        return found.pair == 0 ? -1 : Int(found.place)
    }

    /// Gives a pair a place.
    @inline(__always)
    mutating func put(_ place: Int, at first: Int, _ second: Int) {
        if width > 0 {
            square[cell(first, second)] = Int16(truncatingIfNeeded: place)
            return
        }
        let key = key(first, second)
        slots[slot(of: key)] = Slot(pair: key, place: Int32(place))
    }

    /// Takes the place of a pair away.
    @inline(__always)
    mutating func remove(_ first: Int, _ second: Int) {
        if width > 0 { square[cell(first, second)] = -1 } else { empty(key(first, second)) }
    }

    /// Empties a slot; what stands behind it moves up, so that no look-up stops short.
    private mutating func empty(_ key: UInt64) {
        var hole = slot(of: key)
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
        slots[hole] = Slot()
    }

    @inline(__always)
    private func cell(_ first: Int, _ second: Int) -> Int {
        min(first, second) &* width &+ max(first, second)
    }

    @inline(__always)
    private func key(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    }

    @inline(__always)
    private func home(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var at = home(key)
        while slots[at].pair != 0 && slots[at].pair != key { at = (at + 1) & mask }
        return at
    }
}

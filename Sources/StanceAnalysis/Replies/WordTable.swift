/// The words of a model with their weights: open addressing, key and weights side by side so that a
/// look-up touches one place of memory.
struct WordTable: Sendable {
    /// The key in the lower half, the weights in the upper; 0 where nothing is.
    private var slots: [UInt64]
    private let mask: Int
    /// A bit for each of the hashes that the keys have, so that most words that are not there are
    /// told from memory that is near.
    private var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
    private static let filterBits = 1 << 17

    /// Makes a table; the key 0 cannot be kept.
    init(_ keys: [UInt32], _ quanta: [SIMD4<Int8>]) {
        var size = 16
        while size * 3 < keys.count * 4 { size *= 2 }
        mask = size - 1
        slots = [UInt64](repeating: 0, count: size)
        for (key, weights) in zip(keys, quanta) where key != 0 {
            var at = Self.start(key, mask)
            while slots[at] != 0 { at = (at + 1) & mask }
            slots[at] = UInt64(unsafeBitCast(weights, to: UInt32.self)) << 32 | UInt64(key)
            let bit = Self.bit(key)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    /// The number of slots.
    var count: Int { slots.count }

    @inline(__always)
    private static func start(_ key: UInt32, _ mask: Int) -> Int {
        Int((key &* 0x9E37_79B1) >> 7) & mask
    }

    @inline(__always)
    fileprivate static func bit(_ key: UInt32) -> Int {
        Int((key &* 0x85EB_CA6B) >> 15)
    }

    /// The weights in a slot.
    @inline(__always)
    func weights(at slot: Int) -> SIMD4<Int8> { Self.weights(slots[slot]) }

    @inline(__always)
    fileprivate static func weights(_ slot: UInt64) -> SIMD4<Int8> {
        unsafeBitCast(UInt32(slot >> 32), to: SIMD4<Int8>.self)
    }

    /// Looks words up while the table lives, without counting references for each.
    @inline(__always)
    func withFinder<Result>(_ body: (Finder) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            filter.withUnsafeBufferPointer { filter in
                body(Finder(slots: slots, filter: filter, mask: mask))
            }
        }
    }

    /// Looks words up.
    struct Finder {
        fileprivate let slots: UnsafeBufferPointer<UInt64>
        fileprivate let filter: UnsafeBufferPointer<UInt64>
        fileprivate let mask: Int

        /// 1 where a key may be there, 0 where it is not.
        ///
        /// - Complexity: O(1).
        @inline(__always)
        func mayHold(_ key: UInt32) -> Int {
            let bit = WordTable.bit(key)
            return Int(filter[bit >> 6] >> UInt64(bit & 63) & 1)
        }

        /// The slot of a key, or -1.
        ///
        /// - Complexity: O(1).
        @inline(__always)
        func slot(of key: UInt32) -> Int {
            var at = WordTable.start(key, mask)
            while true {
                let slot = slots[at]
                if slot == 0 { return -1 }
                if UInt32(truncatingIfNeeded: slot) == key { return at }
                at = (at + 1) & mask
            }
        }

        @inline(__always)
        func weights(at slot: Int) -> SIMD4<Int8> { WordTable.weights(slots[slot]) }
    }
}

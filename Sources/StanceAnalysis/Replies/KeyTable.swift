/// Finds the place of a 32-bit key: open addressing in an array of twice the size and more.
struct KeyTable: Sendable {
    /// The key in the lower half, its place + 1 in the upper; 0 where nothing is.
    private var slots: [UInt64]
    private let mask: Int

    /// Makes a table of keys by place; of a key that stands twice the last place counts.
    init(_ keys: [UInt32]) {
        var size = 16
        while size < keys.count * 2 { size *= 2 }
        mask = size - 1
        slots = [UInt64](repeating: 0, count: size)
        for (place, key) in keys.enumerated() {
            var at = Int(key &* 0x9E37_79B1) & mask
            while slots[at] != 0 && UInt32(truncatingIfNeeded: slots[at]) != key {
                at = (at + 1) & mask
            }
            slots[at] = UInt64(place + 1) << 32 | UInt64(key)
        }
    }

    /// The place of a key, or -1.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    func place(of key: UInt32) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var at = Int(key &* 0x9E37_79B1) & mask
            while true {
                let slot = slots[at]
                if slot == 0 { return -1 }
                if UInt32(truncatingIfNeeded: slot) == key { return Int(slot >> 32) - 1 }
                at = (at + 1) & mask
            }
        }
    }
}

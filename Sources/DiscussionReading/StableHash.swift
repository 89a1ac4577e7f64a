/// A hash that is the same on every run, unlike Swift's own: FNV-1a with 64 bits (Fowler, Noll, Vo;
/// draft-eastlake-fnv).
enum StableHash {
    /// The hash of nothing.
    static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash with one more byte.
    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// The hash with the UTF-8 bytes of a text behind it.
    ///
    /// - Complexity: O(bytes).
    static func adding(_ text: String, to hash: UInt64 = empty) -> UInt64 {
        text.utf8.reduce(hash) { adding($1, to: $0) }
    }

    /// The hash with every bit depending on every other, for tables that use some of its bits: the
    /// finalizer of MurmurHash3 (Appleby, public domain).
    static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }
}

/// A set of 64-bit hashes: which names were there before, without the names.
///
/// Memory: 11 to 22 bytes for each, and no more while it grows, as it is divided; 10 million take
/// about 150 MB. Two names have the same hash once in 370,000 sets of 10 million.
struct HashSet64 {
    private static let parts = 64
    private var parts = [Set<UInt64>](repeating: [], count: parts)

    /// Adds a hash; returns whether it is new.
    mutating func insert(_ hash: UInt64) -> Bool {
        parts[Int(hash >> 58)].insert(hash).inserted
    }

    /// Whether a hash is there.
    func contains(_ hash: UInt64) -> Bool { parts[Int(hash >> 58)].contains(hash) }
}

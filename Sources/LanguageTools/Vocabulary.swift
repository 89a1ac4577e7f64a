/// Gives each different normal form of a word a small number, in order of first appearance.
///
/// Words are told apart by a 64-bit hash of their UTF-8 bytes; the bytes are not kept.
public struct Vocabulary: Sendable {
    private var hashes: [UInt64]
    private var numbers: [UInt32]
    private var mask: Int

    /// The number of different words so far; the next new word gets this number.
    public private(set) var count = 0

    /// Creates an empty vocabulary.
    ///
    /// - Parameter capacity: How many words to expect; it grows beyond as needed.
    public init(minimumCapacity capacity: Int = 512) {
        var size = 1_024
        while size < capacity * 2 { size *= 2 }
        hashes = Array(repeating: 0, count: size)
        numbers = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// The number of the word with a hash from `WordHash`, a new one where it is new.
    ///
    /// - Complexity: O(1) on average.
    public mutating func number(of hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return numbers[slot] }
            slot = (slot + 1) & mask
        }
        let number = UInt32(count)
        hashes[slot] = hash
        numbers[slot] = number
        count += 1
        if count * 2 > mask { grow() }
        return number
    }

    /// The number of the word with a hash, or `nil` when it has not appeared.
    public func existingNumber(of hash: UInt64) -> UInt32? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return numbers[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func grow() {
        let (oldHashes, oldNumbers) = (hashes, numbers)
        let size = (mask + 1) * 2
        hashes = Array(repeating: 0, count: size)
        numbers = Array(repeating: 0, count: size)
        mask = size - 1
        for (old, hash) in oldHashes.enumerated() where hash != 0 {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while hashes[slot] != 0 { slot = (slot + 1) & mask }
            hashes[slot] = hash
            numbers[slot] = oldNumbers[old]
        }
    }
}

/// A running 64-bit hash of the scalars of one word; never 0.
public struct WordHash: Sendable {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Creates the hash of the empty word.
    public init() {}

    /// The hash of a word that is in normal form already.
    public init(ofNormalForm word: String) {
        for scalar in word.unicodeScalars { combine(scalar.value) }
    }

    /// Takes in the next scalar.
    @inline(__always)
    public mutating func combine(_ scalar: UInt32) {
        state = (state ^ UInt64(scalar)) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 29
    }

    /// The hash of what was taken in.
    @inline(__always)
    public var value: UInt64 {
        var x = state
        x = (x ^ (x >> 32)) &* 0xC4CE_B9FE_1A85_EC53
        x ^= x >> 31
        return x == 0 ? 1 : x
    }
}

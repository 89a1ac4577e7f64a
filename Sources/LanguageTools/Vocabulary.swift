/// Gives each different normal form of a word a small number, in order of first appearance.
///
/// Words are told apart by a 64-bit hash of their UTF-8 bytes; the bytes are not kept.
public struct Vocabulary: Sendable {
    private var slots: Slots
    /// Words of a list that many vocabularies begin with, shared by all of them and never changed.
    private var shared: Slots?

    /// The number of different words so far; the next new word gets this number.
    public private(set) var count = 0

    /// Creates an empty vocabulary.
    ///
    /// - Parameter capacity: How many words to expect; it grows beyond as needed.
    public init(minimumCapacity capacity: Int = 512) {
        slots = Slots(capacity: capacity)
    }

    /// Creates a vocabulary that begins with the words of another, without copying them.
    ///
    /// - Precondition: `base` does not begin with the words of a third.
    package init(beginningWith base: Vocabulary) {
        precondition(base.shared == nil)
        slots = Slots(capacity: 512)
        shared = base.slots
        count = base.count
    }

    /// The number of the word with a hash from `WordHash`, a new one where it is new.
    ///
    /// - Complexity: O(1) on average.
    public mutating func number(of hash: UInt64) -> UInt32 {
        if let number = shared?.number(of: hash) { return number }
        if let number = slots.number(of: hash) { return number }
        let number = UInt32(count)
        slots.insert(hash, number: number)
        count += 1
        return number
    }

    /// The number of the word with a hash, or `nil` when it has not appeared.
    public func existingNumber(of hash: UInt64) -> UInt32? {
        shared?.number(of: hash) ?? slots.number(of: hash)
    }
}

/// A table of hashes with a number each, at most half full.
private struct Slots: Sendable {
    private struct Slot {
        /// 0 where the slot is empty.
        var hash: UInt64 = 0
        var number: UInt32 = 0
    }

    private var slots: [Slot]
    private var mask: Int
    private var count = 0

    init(capacity: Int) {
        var size = 1_024
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
    }

    @inline(__always)
    func number(of hash: UInt64) -> UInt32? {
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].hash != 0 {
            if slots[place].hash == hash { return slots[place].number }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Takes in a hash that is not there yet.
    mutating func insert(_ hash: UInt64, number: UInt32) {
        place(Slot(hash: hash, number: number))
        count += 1
        guard count * 2 > mask else { return }
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.hash != 0 { place(slot) }
    }

    private mutating func place(_ slot: Slot) {
        var place = Int(truncatingIfNeeded: slot.hash) & mask
        while slots[place].hash != 0 { place = (place + 1) & mask }
        slots[place] = slot
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

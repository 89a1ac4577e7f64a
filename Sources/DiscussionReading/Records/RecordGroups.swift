import Foundation

/// Records in memory by the group they belong to, in the order in which they were added.
///
/// Memory: the bytes of the records and 16 for each, 72 and the key for each group.
final class RecordGroups {
    /// What stands before the bytes of a record.
    private struct Header {
        var next: UnsafeMutableRawPointer?
        var length: Int
    }

    /// One group.
    struct Group {
        fileprivate(set) var hash: UInt64
        fileprivate var keyStart: UnsafeMutableRawPointer
        fileprivate var keyLength: Int
        fileprivate var first: UnsafeMutableRawPointer?
        fileprivate var last: UnsafeMutableRawPointer?
        /// The number of records.
        fileprivate(set) var count = 0
        /// The bytes of all records.
        fileprivate(set) var bytes = 0
        /// The number of the first record, among those of all groups.
        fileprivate(set) var number: Int

        /// The bytes of the key.
        var key: UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(start: keyStart, count: keyLength)
        }

        /// Calls `body` with the bytes of each record in order.
        func forEachRecord(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
            var next = first
            while let record = next {
                let header = record.load(as: Header.self)
                try body(
                    UnsafeRawBufferPointer(
                        start: record + MemoryLayout<Header>.size, count: header.length))
                next = header.next
            }
        }
    }

    /// The groups in the order of their first records.
    private(set) var groups: [Group] = []
    private var memory = RecordMemory()
    /// The places of groups by their hashes, one more than the place; 0 is free.
    private var table = [UInt32](repeating: 0, count: 1 << 10)

    /// The bytes of memory in use.
    var size: Int {
        memory.size + groups.count * MemoryLayout<Group>.stride
            + table.count * MemoryLayout<UInt32>.size
    }

    /// Adds a record behind those that were added before.
    ///
    /// - Parameters:
    ///   - key: the key of its group.
    ///   - number: its number, greater than those of all before it in its group.
    ///   - length: its bytes, which `fill` is to write.
    /// - Returns: the place of the group, and whether the record is its first.
    @discardableResult
    func add(
        key: UnsafeRawBufferPointer, number: Int, length: Int,
        fill: (UnsafeMutableRawPointer) throws -> Void
    ) rethrows -> (place: Int, isNew: Bool) {
        let record = memory.take(MemoryLayout<Header>.size + length)
        record.storeBytes(of: Header(next: nil, length: length), as: Header.self)
        try fill(record + MemoryLayout<Header>.size)
        let (place, isNew) = place(of: key, number: number)
        groups.withUnsafeMutableBufferPointer { groups in
            groups[place].count += 1
            groups[place].bytes += length
            if let last = groups[place].last {
                last.storeBytes(of: record, as: UnsafeMutableRawPointer?.self)
            } else {
                groups[place].first = record
            }
            groups[place].last = record
        }
        return (place, isNew)
    }

    /// Forgets all groups and keeps the memory for others.
    func removeAll() {
        groups.removeAll(keepingCapacity: true)
        memory.reuse()
        for slot in table.indices { table[slot] = 0 }
    }

    private func place(
        of key: UnsafeRawBufferPointer, number: Int
    ) -> (place: Int, isNew: Bool) {
        let hash = Self.hash(key)
        var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[slot] != 0 {
            let place = Int(table[slot]) - 1
            if groups[place].hash == hash, groups[place].key.holdsSame(as: key) {
                return (place, false)
            }
            slot = (slot + 1) & (table.count - 1)
        }
        let start = memory.take(key.count)
        UnsafeMutableRawBufferPointer(start: start, count: key.count).copyMemory(from: key)
        groups.append(
            Group(hash: hash, keyStart: start, keyLength: key.count, number: number))
        table[slot] = UInt32(groups.count)
        if groups.count * 2 > table.count { grow() }
        return (groups.count - 1, true)
    }

    private func grow() {
        table = [UInt32](repeating: 0, count: table.count * 2)
        for (place, group) in groups.enumerated() {
            var slot = Int(truncatingIfNeeded: group.hash) & (table.count - 1)
            while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = UInt32(place + 1)
        }
    }

    /// The same on every run; all its bits depend on all bytes.
    static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
        StableHash.mixed(key.reduce(StableHash.empty) { StableHash.adding($1, to: $0) })
    }
}

/// Memory that is handed out piece after piece and freed as a whole.
private struct RecordMemory: ~Copyable {
    private static let chunkBytes = 1 << 20

    private var chunks: [UnsafeMutableRawBufferPointer] = []
    /// The chunks before this one are full.
    private var current = 0
    private var used = 0
    /// The bytes that were handed out.
    private(set) var size = 0

    deinit { for chunk in chunks { chunk.deallocate() } }

    /// Memory for so many bytes, on a boundary of 16.
    mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
        let count = (max(1, count) + 15) & ~15
        while true {
            if current < chunks.count, used + count <= chunks[current].count,
                let start = chunks[current].baseAddress
            {
                defer { used += count }
                size += count
                return start + used
            }
            if current + 1 < chunks.count {
                current += 1
            } else {
                chunks.append(
                    .allocate(byteCount: max(Self.chunkBytes, count), alignment: 16))
                current = chunks.count - 1
            }
            used = 0
        }
    }

    /// Takes everything back. Chunks beyond the common size are freed.
    mutating func reuse() {
        for chunk in chunks where chunk.count > Self.chunkBytes { chunk.deallocate() }
        chunks.removeAll { $0.count > Self.chunkBytes }
        current = 0
        used = 0
        size = 0
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes are the same.
    fileprivate func holdsSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count, let start = baseAddress, let otherStart = other.baseAddress
        else { return count == other.count }
        return memcmp(start, otherStart, count) == 0
    }
}

import DiscussionModel

/// Groups of records that do not fit into memory, in a temporary file without a name.
///
/// Groups are divided by the hashes of their keys. In the end each part is read on its own and its
/// groups, whole now, are written in the order of their first records; merging the parts gives all
/// groups in that order. Everything is written and read from front to back.
///
/// Memory: what one part holds, and the places of what was written. Disk: twice the records.
final class GroupSpill {
    /// The parts into which groups are divided: chosen so that 100 GB fit into a default of 1 GB.
    private static let parts = 256

    private let file: RandomAccessFile
    /// Where the pieces of each part lie.
    private var pieces = [[Range<Int>]](repeating: [], count: parts)
    private var runs: [GroupRun] = []
    private var buffer: [UInt8] = []

    /// - Throws: `ReadingError` where no temporary file can be made.
    init(for name: String) throws {
        file = try RandomAccessFile.temporary(for: name)
    }

    /// Writes groups, behind what was written of the same ones before.
    func add(_ groups: RecordGroups) throws {
        var placesOfPart = [[Int32]](repeating: [], count: Self.parts)
        for (place, group) in groups.groups.enumerated() {
            // The lowest bits are those that tables go by.
            placesOfPart[Int(group.hash >> 56)].append(Int32(place))
        }
        for (part, places) in placesOfPart.enumerated() where !places.isEmpty {
            let start = file.length + buffer.count
            for place in places { try write(groups.groups[Int(place)]) }
            pieces[part].append(start..<file.length + buffer.count)
        }
        try flush()
    }

    /// Puts the groups together once all are there.
    func finish() throws {
        for part in pieces.indices {
            let groups = RecordGroups()
            for piece in pieces[part] {
                let run = GroupRun(file, piece, bufferBytes: 1 << 20)
                while try run.advance() { try run.move(into: groups) }
            }
            pieces[part] = []
            let start = file.length
            for group in groups.groups.sorted(by: { $0.number < $1.number }) { try write(group) }
            try flush()
            let run = GroupRun(file, start..<file.length, bufferBytes: 1 << 16)
            if try run.advance() { runs.append(run) }
        }
    }

    /// Moves the next group into `groups`; false at the end.
    func next(into groups: RecordGroups) throws -> Bool {
        groups.removeAll()
        guard let first = runs.indices.min(by: { runs[$0].number < runs[$1].number }) else {
            return false
        }
        try runs[first].move(into: groups)
        if try !runs[first].advance() { runs.remove(at: first) }
        return true
    }

    private func write(_ group: RecordGroups.Group) throws {
        for value in [group.number, group.key.count, group.count, group.bytes] { append(value) }
        buffer += group.key
        try group.forEachRecord { record in
            append(record.count)
            buffer += record
            if buffer.count >= 1 << 20 { try flush() }
        }
    }

    private func append(_ value: Int) {
        withUnsafeBytes(of: value) { buffer += $0 }
    }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        try file.append(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Groups one behind the other in a range of a file.
private final class GroupRun {
    private let file: RandomAccessFile
    private let bufferBytes: Int
    private var rest: Range<Int>
    private var buffer: [UInt8] = []
    private var position = 0
    private var key: [UInt8] = []
    private var count = 0
    /// The number of the first record of the group that is next.
    private(set) var number = 0

    init(_ file: RandomAccessFile, _ range: Range<Int>, bufferBytes: Int) {
        self.file = file
        self.bufferBytes = bufferBytes
        rest = range
    }

    /// Reads what stands before the records of the next group; false at the end.
    func advance() throws -> Bool {
        guard position < buffer.count || !rest.isEmpty else { return false }
        number = try integer()
        let keyLength = try integer()
        count = try integer()
        _ = try integer()
        key = try take(keyLength) { Array($0) }
        return true
    }

    /// Adds the records of the group to others. All of them get the number of the first.
    func move(into groups: RecordGroups) throws {
        for _ in 0..<count {
            let length = try integer()
            try take(length) { bytes in
                _ = key.withUnsafeBytes { key in
                    groups.add(key: key, number: number, length: length) {
                        UnsafeMutableRawBufferPointer(start: $0, count: length)
                            .copyMemory(from: bytes)
                    }
                }
            }
        }
    }

    private func integer() throws -> Int {
        try take(MemoryLayout<Int>.size) { $0.loadUnaligned(as: Int.self) }
    }

    private func take<Result>(
        _ length: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        if buffer.count - position < length {
            buffer.removeFirst(position)
            position = 0
            let wanted = min(rest.count, max(bufferBytes, length - buffer.count))
            let more = try file.bytes(at: rest.lowerBound, count: wanted)
            rest = rest.lowerBound + more.count..<rest.upperBound
            buffer += more
            guard buffer.count >= length else {
                throw ReadingError(
                    .unreadable, file: file.name,
                    problem: "its temporary copy ends too early",
                    advice: "check the disk that TMPDIR names")
            }
        }
        defer { position += length }
        return try buffer.withUnsafeBytes { bytes in
            try body(UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
        }
    }
}

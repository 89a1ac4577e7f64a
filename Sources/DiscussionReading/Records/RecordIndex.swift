/// Where the records of each discussion stand in files that interleave them.
///
/// Records of one discussion that follow each other at once form a run, so that a sorted file costs
/// next to nothing. Memory: 20 bytes for each run and the names of the groups.
struct RecordIndex {
    /// Consecutive records of one group in one file.
    struct Run {
        /// The number of the file, as `add` was told.
        var file: Int
        /// The first byte.
        var offset: Int
        /// The bytes up to the end of the last record.
        var length: Int
        /// The 1-based line of the first record.
        var line: Int
    }

    private static let noRun = UInt32.max
    private static let longestRun = 1 << 24
    private static let offsetBits = UInt64(48)

    /// The groups in the order of their first records.
    private(set) var keys: [String] = []
    private var groupOfKey: [String: UInt32] = [:]
    private var firstRuns: [UInt32] = []
    private var lastRuns: [UInt32] = []
    /// The group and the place of the record that was added last.
    private var last: (group: UInt32, file: Int, line: Int)?
    /// File and offset of each run in one word.
    private var places = ChunkedArray<UInt64>()
    private var lengths = ChunkedArray<UInt32>()
    private var lines = ChunkedArray<UInt32>()
    private var nexts = ChunkedArray<UInt32>()

    /// The number of groups.
    var count: Int { keys.count }

    /// Adds a record behind all that were added before.
    ///
    /// - Parameters:
    ///   - record: its place; its `length` may leave out the line end.
    ///   - file: the number of its file, below 65,536.
    ///   - key: the name of its group.
    ///   - lines: the number of lines that it spans.
    /// - Returns: whether there was room; there is for four thousand million runs.
    @discardableResult
    mutating func add(
        _ record: LineRange, inFile file: Int, to key: String, lines spanned: Int = 1
    ) -> Bool {
        let group: UInt32
        if let known = groupOfKey[key] {
            group = known
        } else {
            group = UInt32(keys.count)
            groupOfKey[key] = group
            keys.append(key)
            firstRuns.append(Self.noRun)
            lastRuns.append(Self.noRun)
        }
        defer { last = (group, file, record.number + spanned - 1) }
        let lastRun = lastRuns[Int(group)]
        if let last, last.group == group, last.file == file, last.line + 1 == record.number {
            let start = Int(places[Int(lastRun)] & (1 << Self.offsetBits - 1))
            let length = record.offset + record.length - start
            if length <= Self.longestRun {
                lengths[Int(lastRun)] = UInt32(length)
                return true
            }
        }
        guard places.count < Int(Self.noRun), let length = UInt32(exactly: record.length) else {
            return false
        }
        let run = UInt32(places.count)
        places.append(UInt64(file) << Self.offsetBits | UInt64(record.offset))
        lengths.append(length)
        lines.append(UInt32(clamping: record.number))
        nexts.append(Self.noRun)
        if lastRun == Self.noRun {
            firstRuns[Int(group)] = run
        } else {
            nexts[Int(lastRun)] = run
        }
        lastRuns[Int(group)] = run
        return true
    }

    /// The runs of a group in the order in which they were added.
    func runs(of group: Int) -> [Run] {
        var runs: [Run] = []
        var next = firstRuns[group]
        while next != Self.noRun {
            let place = places[Int(next)]
            runs.append(
                Run(
                    file: Int(place >> Self.offsetBits),
                    offset: Int(place & (1 << Self.offsetBits - 1)),
                    length: Int(lengths[Int(next)]), line: Int(lines[Int(next)])))
            next = nexts[Int(next)]
        }
        return runs
    }
}

/// An array that grows without copying what is there.
private struct ChunkedArray<Element> {
    private static var chunk: Int { 1 << 16 }
    private var chunks: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ element: Element) {
        if count % Self.chunk == 0 {
            var fresh: [Element] = []
            // The first chunk grows, since most inputs are small.
            if count > 0 { fresh.reserveCapacity(Self.chunk) }
            chunks.append(fresh)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    subscript(_ place: Int) -> Element {
        get { chunks[place / Self.chunk][place % Self.chunk] }
        set { chunks[place / Self.chunk][place % Self.chunk] = newValue }
    }
}

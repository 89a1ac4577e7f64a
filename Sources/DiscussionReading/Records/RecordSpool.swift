/// Records that a reader sets aside, each with the name of its group, until all are there.
///
/// They are kept in a temporary file without a name, so that it vanishes with the process; memory
/// is what `RecordIndex` needs. For sources that scatter the comments of an article over the file.
struct RecordSpool {
    private static let flushBytes = 1 << 20

    private let file: RandomAccessFile
    private var index = RecordIndex()
    private var waiting: [UInt8] = []
    private var length = 0
    private var records = 0

    /// - Throws: `ReadingError` where no temporary file can be made.
    init(for input: OpenInput) throws {
        file = try RandomAccessFile.temporary(for: input.name)
    }

    /// The names of the groups in the order of their first records.
    var keys: [String] { index.keys }

    /// Sets a record aside.
    mutating func add(_ record: [UInt8], to key: String) throws {
        records += 1
        let size = UInt32(clamping: record.count)
        withUnsafeBytes(of: size.littleEndian) { waiting += $0 }
        waiting += record
        index.add(
            LineRange(offset: length, length: record.count + 4, number: records), inFile: 0,
            to: key)
        length += record.count + 4
        if waiting.count >= Self.flushBytes { try flush() }
    }

    /// The records of a group in the order in which they were added.
    mutating func records(of group: Int) throws -> [[UInt8]] {
        try flush()
        var result: [[UInt8]] = []
        for run in index.runs(of: group) {
            let bytes = try file.bytes(at: run.offset, count: run.length)
            var start = 0
            while start + 4 <= bytes.count {
                let size = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
                let end = min(start + 4 + size, bytes.count)
                result.append(Array(bytes[(start + 4)..<end]))
                start = end
            }
        }
        return result
    }

    private mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        try file.append(waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}

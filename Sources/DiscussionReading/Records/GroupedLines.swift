import DiscussionModel

/// What is kept of each line until its group is read.
protocol LineKeeper {
    /// How the kept bytes are read again.
    associatedtype Kept

    /// Looks at a line, behind which `JSONParser.padding` bytes may be read.
    ///
    /// - Parameters:
    ///   - input: which input it is from: 0, or 1 and more for the companions.
    ///   - key: empty; takes the key of the line's group.
    /// - Throws: `JSONParser.Failure` for a line that does not belong.
    mutating func look(
        at line: UnsafeBufferPointer<UInt8>, input: Int, key: inout [UInt8]
    ) throws

    /// The bytes to be kept of the line looked at last.
    var length: Int { get }

    /// Writes them.
    func write(to bytes: UnsafeMutableRawPointer)

    /// Hands on what was kept.
    func read(_ bytes: UnsafeRawBufferPointer, _ body: (Kept) throws -> Void) rethrows
}

/// The lines of JSON of an input and its companions, grouped by the discussion they belong to.
///
/// The inputs are read once, from front to back, so that streams need no copy. Memory is bounded by
/// `ReadingOptions.maximumGroupingBytes` and the largest group; see `GroupedRecords`.
final class GroupedLines<Keeper: LineKeeper> {
    /// The lines of one group, in the order of the inputs.
    struct Group {
        /// Its name.
        var key: String
        /// The number of lines.
        var count: Int { records.count }
        fileprivate var records: RecordGroups.Group
        fileprivate var keeper: Keeper

        /// Calls `body` with what was kept of each line, the line's 1-based number in its input,
        /// and which input it is from.
        func forEachLine(_ body: (Keeper.Kept, _ number: Int, _ input: Int) throws -> Void) throws {
            try records.forEachRecord { record in
                let place = record.loadUnaligned(as: Place.self)
                let rest = UnsafeRawBufferPointer(rebasing: record[MemoryLayout<Place>.size...])
                try keeper.read(rest) { try body($0, Int(place.number), Int(place.input)) }
            }
        }
    }

    /// What stands before the kept bytes of a line.
    private struct Place: BitwiseCopyable {
        var number: UInt32
        var input: UInt32
    }

    private var keeper: Keeper
    private let isStrict: Bool
    private let maximumLineBytes: Int
    private var inputs: ArraySlice<OpenInput>
    private var lines: PaddedLines
    private var warnings: RecordWarnings
    private let records: GroupedRecords
    private var key: [UInt8] = []
    /// The last line that could not be read, which may only be cut, and whether it ends amid a row.
    private var bad: (number: Int, problem: String, isCut: Bool)?
    private var isAtEnd = false
    private var findings: [Finding] = []
    /// The first line that could not be read, with the reason.
    private(set) var firstBadLine: (number: Int, problem: String)?

    /// Reads until a group is whole.
    ///
    /// - Parameters:
    ///   - inputs: what is read, in this order; at least one.
    ///   - mayStream: whether groups of sorted inputs may be handed out before the end.
    /// - Throws: `ReadingError` where the inputs cannot be read, or in strict mode.
    init(
        _ inputs: [OpenInput], options: ReadingOptions, keeper: Keeper, mayStream: Bool = true
    ) throws {
        self.inputs = inputs[...]
        self.keeper = keeper
        isStrict = options.isStrict
        maximumLineBytes = options.maximumRecordBytes ?? LineScanner.maximumLineBytes
        records = GroupedRecords(
            for: inputs[0].name, memory: options.maximumGroupingBytes,
            mayStream: mayStream && inputs.count == 1)
        lines = PaddedLines(
            inputs[0], padding: JSONParser.padding, maximumBytes: maximumLineBytes)
        warnings = RecordWarnings(file: inputs[0].name, isStrict: isStrict)
        try readOn()
    }

    /// Whether the inputs hold no line that belongs to a group.
    var isEmpty: Bool { records.isEmpty }

    /// Whether lines were set aside in a temporary file.
    var hasSpilled: Bool { records.hasSpilled }

    /// The share of what was read whose groups were taken, 0...1.
    var share: Double {
        guard !isAtEnd, let input = inputs.first, input.size > 0 else { return records.share }
        return min(1, Double(input.bytesRead) / Double(input.size))
    }

    /// The next group in the order of their first lines, valid until the next call; `nil` at the
    /// end.
    func next() throws -> Group? {
        while true {
            if records.isReady, let group = try records.next() {
                return Group(
                    key: String(decoding: group.key, as: UTF8.self), records: group,
                    keeper: keeper)
            }
            if isAtEnd { return nil }
            try readOn()
        }
    }

    /// What could not be read, and where an input ends amid a record: once, as soon as all lines
    /// were read.
    func takeFindings() -> [Finding] {
        guard isAtEnd else { return [] }
        defer { findings = [] }
        return findings
    }

    /// Reads lines until there is a group to be taken, or to the end.
    private func readOn() throws {
        while !records.isReady {
            guard try readLine() else {
                try finishInput()
                guard let next = inputs.first else {
                    isAtEnd = true
                    return try records.finish()
                }
                lines = PaddedLines(
                    next, padding: JSONParser.padding, maximumBytes: maximumLineBytes)
                warnings = RecordWarnings(file: next.name, isStrict: isStrict)
                continue
            }
        }
    }

    /// Reads a line; false at the end of the input.
    private func readLine() throws -> Bool {
        let input = inputs.startIndex
        return try lines.next { line, number in
            guard line.contains(where: { $0 > 0x20 }) else { return }
            // The last line of a file may only be cut, which is told apart at its end.
            if let last = bad { try note(last.problem, last.number) }
            bad = nil
            do {
                key.removeAll(keepingCapacity: true)
                try keeper.look(at: line, input: input, key: &key)
                try keep(number: number, input: input)
            } catch let failure as JSONParser.Failure {
                bad = (number, failure.problem, line.last != UInt8(ascii: "}"))
            }
        } != nil
    }

    private func keep(number: Int, input: Int) throws {
        let place = Place(number: UInt32(clamping: number), input: UInt32(clamping: input))
        let placeSize = MemoryLayout<Place>.size
        try key.withUnsafeBytes { key in
            try records.add(key: key, length: placeSize + keeper.length) { bytes in
                bytes.storeBytes(of: place, as: Place.self)
                keeper.write(to: bytes + placeSize)
            }
        }
    }

    private func note(_ problem: String, _ number: Int) throws {
        if firstBadLine == nil { firstBadLine = (number, problem) }
        try warnings.add(problem, line: number)
    }

    private func finishInput() throws {
        guard let input = inputs.popFirst() else { return }
        if let last = bad {
            if last.isCut, lines.endsAmidLine {
                if firstBadLine == nil { firstBadLine = (last.number, last.problem) }
                findings.append(Finding(cutAmid: "record", file: input.name, line: last.number))
            } else {
                try note(last.problem, last.number)
            }
            bad = nil
        }
        for line in lines.skippedLines { try note(LineScanner.tooLong, line) }
        findings += warnings.findings
        if inputs.isEmpty, records.scattered > 0 {
            findings.append(
                Finding(
                    id: "scattered-discussion", severity: .warning,
                    message: "\(records.scattered) discussions go on where others stand between,"
                        + " though the input began as one in which each stands together; their"
                        + " parts are discussions of their own. Sort the input, or give a larger"
                        + " --memory.",
                    file: input.name))
        }
    }
}

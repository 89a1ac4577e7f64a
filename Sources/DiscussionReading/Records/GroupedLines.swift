import DiscussionModel

/// The lines of JSON of an input and its companions, grouped by the discussion they belong to.
///
/// The inputs are gone through once for the places of each group's lines; then each group is read
/// on its own. Memory is bounded by the largest group and what `RecordIndex` needs.
struct GroupedLines {
    /// A line of one group.
    struct Line {
        /// The object, valid while the call lasts.
        var value: JSONValue
        /// The 1-based number of the line in its input.
        var number: Int
        /// Which input it is from: 0, or 1 and more for the companions.
        var input: Int
    }

    private let parser = JSONParser()
    private let names: [String]
    private var files: [RandomAccessFile] = []
    private var index = RecordIndex()
    /// What could not be read, and where an input ends amid a record.
    private(set) var findings: [Finding] = []
    /// The first line that could not be read, with the reason.
    private(set) var firstBadLine: (number: Int, problem: String)?

    /// Finds the lines of each group.
    ///
    /// - Parameters:
    ///   - inputs: what is read, in this order.
    ///   - group: the name of the group of an object of the numbered input, or `nil` for a line
    ///     that is to be passed over; throws `JSONParser.Failure` for one that does not belong.
    /// - Throws: `ReadingError` where the inputs cannot be read, or in strict mode.
    init(
        _ inputs: [OpenInput], options: ReadingOptions,
        group: (JSONValue, Int) throws -> String?
    ) throws {
        names = inputs.map(\.name)
        for (number, input) in inputs.enumerated() {
            let file = try input.randomAccess()
            files.append(file)
            try findLines(of: file, number, options: options, group: group)
        }
    }

    /// The names of the groups in the order of their first lines.
    var keys: [String] { index.keys }

    private mutating func findLines(
        of file: RandomAccessFile, _ number: Int, options: ReadingOptions,
        group: (JSONValue, Int) throws -> String?
    ) throws {
        var scanner = LineScanner(file, maximumBytes: options.maximumRecordBytes)
        var warnings = RecordWarnings(file: names[number], isStrict: options.isStrict)
        var bad: (number: Int, problem: String)?
        var isCut = false
        let parser = parser
        while true {
            var failed: (problem: String, isCut: Bool)?
            let line = try scanner.next { bytes, range -> (key: String?, range: LineRange) in
                guard bytes.contains(where: { $0 > 0x20 }) else { return (nil, range) }
                do {
                    let key = try parser.withDocument(Self.line(bytes, at: range)) {
                        try group($0, number)
                    }
                    return (key, range)
                } catch let failure as JSONParser.Failure {
                    failed = (failure.problem, bytes.last.map { $0 != UInt8(ascii: "}") } ?? false)
                    return (nil, range)
                }
            }
            guard let line else { break }
            if let key = line.key { index.add(line.range, inFile: number, to: key) }
            // The last line of a file may only be cut, which is told apart below.
            if let last = bad { try note(last, in: &warnings) }
            bad = failed.map { (line.range.number, $0.problem) }
            isCut = failed?.isCut ?? false
        }
        if let last = bad {
            if isCut, scanner.endsAmidLine {
                if firstBadLine == nil { firstBadLine = last }
                findings.append(
                    Finding(cutAmid: "record", file: names[number], line: last.number))
            } else {
                try note(last, in: &warnings)
            }
        }
        for line in scanner.skippedLines { try note((line, LineScanner.tooLong), in: &warnings) }
        findings += warnings.findings
    }

    private mutating func note(
        _ line: (number: Int, problem: String), in warnings: inout RecordWarnings
    ) throws {
        if firstBadLine == nil { firstBadLine = line }
        try warnings.add(line.problem, line: line.number)
    }

    /// Calls `body` with every line of a group, in the order of the inputs.
    func forEachLine(of group: Int, _ body: (Line) throws -> Void) throws {
        for run in index.runs(of: group) {
            let bytes = try files[run.file].bytes(at: run.offset, count: run.length)
            try bytes.withUnsafeBufferPointer { bytes in
                var number = run.line
                for line in bytes.split(
                    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                {
                    defer { number += 1 }
                    let range = LineRange(
                        offset: run.offset + line.startIndex, length: line.count, number: number)
                    let rebased = Self.line(UnsafeBufferPointer(rebasing: line), at: range)
                    // A line inside a run was parsed before, unless it is blank or was noted.
                    do {
                        try parser.withDocument(rebased) {
                            try body(Line(value: $0, number: number, input: run.file))
                        }
                    } catch is JSONParser.Failure {}
                }
            }
        }
    }

    /// A line without the byte order mark that a file may begin with.
    private static func line(
        _ bytes: UnsafeBufferPointer<UInt8>, at range: LineRange
    ) -> UnsafeBufferPointer<UInt8> {
        range.offset == 0 ? bytes.withoutByteOrderMark : bytes
    }
}

import DiscussionModel

/// The JSON documents of an input, one after the other: one a line, or one or more that go over
/// lines as they like.
///
/// Lines are read in bounded memory. Of a document that is cut or damaged everything before that
/// place is read, and a finding says where it is.
struct JSONDocuments {
    /// The lines that were no JSON, and what else was wrong.
    private(set) var warnings: RecordWarnings
    /// Where the input was cut or damaged, or that its encoding was guessed.
    private(set) var breaks: [Finding] = []
    /// Whether the input has one document a line.
    let isByLine: Bool

    private let input: OpenInput
    private let file: RandomAccessFile
    private let parser: JSONParser
    private var scanner: LineScanner
    private var whole: [UInt8] = []
    private var documents: ArraySlice<[UInt8]> = []
    private var bytesDone = 0

    /// The share of the input that was read.
    var share: Double { isByLine ? min(1, Double(bytesDone) / Double(max(1, input.size))) : 0 }

    /// Opens an input and finds out how its documents stand in it.
    ///
    /// - Throws: `ReadingError` when it cannot be read, or is one document larger than what may be
    ///   held in memory.
    init(_ input: OpenInput, options: ReadingOptions) throws {
        self.input = input
        warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        file = try input.randomAccess()
        parser = JSONParser()
        scanner = LineScanner(file, maximumBytes: options.maximumRecordBytes)
        isByLine = try Self.isByLine(scanner, parser: parser)
        if !isByLine { try readWhole(limit: options.maximumPageBytes) }
    }

    /// Calls `body` with the next document and its line (of documents by line) and returns what it
    /// returns; `nil` at the end. A document that `body` throws a `JSONParser.Failure` for is left
    /// out with a warning.
    mutating func next<Result>(_ body: (JSONValue, Int?) throws -> Result) throws -> Result? {
        while true {
            if isByLine {
                switch try nextLine(body) {
                case .end: return nil
                case .nothing: continue
                case .result(let result): return result
                }
            }
            guard let document = documents.popFirst() else { return nil }
            do {
                return try parse(document) { try body($0, nil) }
            } catch let failure as JSONParser.Failure {
                try warnings.add(failure.problem, line: nil)
            }
        }
    }

    /// Notes a record inside a document that could not be read.
    mutating func warn(_ problem: String, line: Int?) throws(ReadingError) {
        try warnings.add(problem, line: line)
    }

    private enum Step<Result> {
        case end, nothing
        case result(Result)
    }

    private mutating func nextLine<Result>(
        _ body: (JSONValue, Int?) throws -> Result
    ) throws -> Step<Result> {
        var problem: (words: String, line: LineRange, bytes: [UInt8])?
        let parser = parser
        let skipped = scanner.skippedLines.count
        var done = bytesDone
        let step = try scanner.next { bytes, range -> Step<Result> in
            done = range.offset + range.length
            guard bytes.contains(where: { $0 > 0x20 }) else { return .nothing }
            let bytes = bytes.withoutByteOrderMark
            do {
                return .result(try parser.withDocument(bytes) { try body($0, range.number) })
            } catch let failure as JSONParser.Failure {
                problem = (failure.problem, range, Array(bytes))
                return .nothing
            }
        }
        bytesDone = done
        for line in scanner.skippedLines[skipped...] {
            try warnings.add(LineScanner.tooLong, line: line)
        }
        guard let problem else { return step ?? .end }
        let found = problem.bytes.withUnsafeBufferPointer { JSONBreak($0) }
        if let byte = found.byte {
            // Only at the end of the file is a line half a document because the file was cut.
            let isCut = try found.isAtEnd && isAtEnd(problem.line)
            if isCut {
                addBreak(byte: problem.line.offset + byte, line: problem.line.number, isAtEnd: true)
                if let kept = found.kept {
                    let repaired = Array(problem.bytes[kept]) + found.closing
                    if let result = try? parse(repaired, { try body($0, problem.line.number) }) {
                        return .result(result)
                    }
                }
                return .nothing
            }
        } else if let text = decoded(problem.bytes) {
            do {
                return .result(try parse(text) { try body($0, problem.line.number) })
            } catch let failure as JSONParser.Failure {
                try warnings.add(failure.problem, line: problem.line.number)
                return .nothing
            }
        }
        try warnings.add(problem.words, line: problem.line.number)
        return .nothing
    }

    private func isAtEnd(_ line: LineRange) throws -> Bool {
        try file.bytes(at: line.offset + line.length, count: 1).isEmpty
    }

    private mutating func addBreak(byte: Int, line: Int?, isAtEnd: Bool) {
        breaks.append(
            Finding(
                id: isAtEnd ? "truncated" : "malformed", severity: .error,
                message: isAtEnd
                    ? "The input ends amid a JSON document, at byte \(byte); everything before was"
                        + " read."
                    : "The input is no JSON from byte \(byte) on; everything before was read.",
                file: input.name, line: line))
    }

    /// Reads an input whose documents go over lines.
    private mutating func readWhole(limit: Int) throws {
        var bytes = try file.bytes(at: 0, count: min(limit, max(input.size, 1)) + 1)
        if bytes.count > limit {
            throw ReadingError(
                .tooLarge, file: input.name, byte: limit,
                problem: "a JSON document of more than \(limit) bytes cannot be held in memory",
                advice: "write one document a line, which are read one by one, or raise the limit"
                    + " with --max-page SIZE")
        }
        let isWhole =
            bytes.withUnsafeBufferPointer {
                try? parser.withDocument($0.withoutByteOrderMark) { _ in true }
            } ?? false
        if isWhole {
            documents = [bytes]
            return
        }
        if let text = decoded(bytes) { bytes = text }
        let found = bytes.withUnsafeBufferPointer { JSONBreak($0) }
        documents = found.values.map { Array(bytes[$0]) }[...]
        if let byte = found.byte {
            let line = bytes.prefix(byte).lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
            guard found.kept != nil || !found.values.isEmpty else {
                throw ReadingError(
                    bytes.contains { $0 > 0x20 } ? .malformed : .empty, file: input.name,
                    byte: byte, problem: "it is no JSON from there on, and nothing whole is before",
                    advice: "fetch or export it again")
            }
            addBreak(byte: byte, line: line, isAtEnd: found.isAtEnd)
            if let kept = found.kept { documents.append(Array(bytes[kept]) + found.closing) }
        }
    }

    private func parse<Result>(
        _ bytes: [UInt8], _ body: (JSONValue) throws -> Result
    ) throws -> Result {
        try bytes.withUnsafeBufferPointer {
            try parser.withDocument($0.withoutByteOrderMark, body)
        }
    }

    /// The bytes as UTF-8 where they are something else; `nil` where they are UTF-8.
    private mutating func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        let text = TextDecoder.decoded(bytes)
        guard text.encoding != .utf8 else { return nil }
        if let finding = Finding(text, file: input.name),
            !breaks.contains(where: { $0.id == finding.id })
        {
            breaks.append(finding)
        }
        return text.bytes
    }

    /// Whether the first line, or after a damaged one the second, is a document of its own.
    private static func isByLine(_ start: LineScanner, parser: JSONParser) throws -> Bool {
        var scanner = start
        var first: UInt8?
        while true {
            let answer = try scanner.next { bytes, range -> Bool? in
                let bytes = bytes.withoutByteOrderMark
                guard let start = bytes.first(where: { $0 > 0x20 }) else { return nil }
                let isDocument =
                    (try? parser.withDocument(bytes) { $0.isObject || $0.isArray }) ?? false
                if isDocument { return first == nil || start == UInt8(ascii: "{") }
                if first != nil || start != UInt8(ascii: "{") { return false }
                first = start
                return nil
            }
            guard let answer else { return false }
            if !scanner.skippedLines.isEmpty { return false }
            if let answer { return answer }
        }
    }
}

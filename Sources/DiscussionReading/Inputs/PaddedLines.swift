import Foundation

/// The lines of an input, each with some bytes behind it that may be read as well, as a parser that
/// reads many bytes at once needs them. Lines end with `\n`; a `\r` before it belongs to the end.
struct PaddedLines {
    private let input: OpenInput
    private let padding: Int
    private let maximumBytes: Int
    private var chunk: [UInt8] = []
    private var position = 0
    /// The beginning of a line that goes on in the next chunk.
    private var begun: [UInt8] = []
    private var isTooLong = false
    private var isAtEnd = false
    /// The number of the line handed out last, from 1.
    private(set) var number = 0
    /// Whether the line handed out last was without a line end; known at the end.
    private(set) var endsAmidLine = false
    /// The numbers of the lines that were skipped for their length.
    private(set) var skippedLines: [Int] = []

    init(
        _ input: OpenInput, padding: Int, maximumBytes: Int = LineScanner.maximumLineBytes
    ) {
        self.input = input
        self.padding = padding
        self.maximumBytes = maximumBytes
    }

    /// Calls `body` with the bytes of the next line and its number from 1; returns `nil` at the end.
    mutating func next<Result>(
        _ body: (UnsafeBufferPointer<UInt8>, _ number: Int) throws -> Result
    ) throws -> Result? {
        while true {
            if let end = lineEnd() {
                let start = position
                position = end + 1
                number += 1
                if isTooLong || begun.count + end - start > maximumBytes {
                    skipLine()
                    continue
                }
                if begun.isEmpty, end + padding <= chunk.count {
                    return try chunk.withUnsafeBufferPointer {
                        try body(trimmed(UnsafeBufferPointer(rebasing: $0[start..<end])), number)
                    }
                }
                begun += chunk[start..<end]
                return try handBegun(to: body)
            }
            if isAtEnd {
                guard !begun.isEmpty || isTooLong else { return nil }
                number += 1
                endsAmidLine = true
                if isTooLong {
                    skipLine()
                    return nil
                }
                return try handBegun(to: body)
            }
            if !isTooLong { begun += chunk[position...] }
            if begun.count > maximumBytes {
                isTooLong = true
                begun = []
            }
            chunk = try input.nextChunk()
            position = 0
            isAtEnd = chunk.isEmpty
        }
    }

    private mutating func skipLine() {
        skippedLines.append(number)
        isTooLong = false
        begun = []
    }

    private mutating func handBegun<Result>(
        to body: (UnsafeBufferPointer<UInt8>, Int) throws -> Result
    ) throws -> Result {
        let count = begun.count
        begun.append(contentsOf: repeatElement(0, count: padding))
        defer { begun.removeAll(keepingCapacity: true) }
        return try begun.withUnsafeBufferPointer {
            try body(trimmed(UnsafeBufferPointer(rebasing: $0[..<count])), number)
        }
    }

    private func lineEnd() -> Int? {
        guard position < chunk.count else { return nil }
        return chunk.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let found = memchr(base + position, 0x0A, bytes.count - position)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Without what ends a line and without the byte order mark that an input may begin with.
    private func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let line = line.last == 0x0D ? UnsafeBufferPointer(rebasing: line.dropLast()) : line
        return number == 1 ? line.withoutByteOrderMark : line
    }
}

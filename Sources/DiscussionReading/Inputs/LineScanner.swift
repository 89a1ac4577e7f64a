/// A place of one line in a file.
package struct LineRange: Hashable, Sendable {
    /// The first byte.
    package var offset: Int
    /// The number of bytes without the line end.
    package var length: Int
    /// The line's number from 1.
    package var number: Int
}

/// Goes through the lines of a file of any size in bounded memory. Lines end with `\n`; a `\r`
/// before it belongs to the end.
package struct LineScanner {
    /// The longest line that is handed out; the scanner skips longer ones and counts them.
    package static let maximumLineBytes = 256 << 20
    /// What is said of a longer one.
    static let tooLong = "it is too long to be held; --max-record SIZE raises the limit"
    private static let chunkBytes = 1 << 20

    private let file: RandomAccessFile
    private let maximumBytes: Int
    private var buffer: [UInt8] = []
    private var bufferOffset = 0
    private var position = 0
    private var number = 0
    private var reachedEnd = false
    /// Whether the line handed out last was without a line end; known at the end.
    package private(set) var endsAmidLine = false
    /// The numbers of the lines that were skipped for their length.
    package private(set) var skippedLines: [Int] = []

    /// Creates a scanner at the beginning of a file.
    ///
    /// - Parameter maximumBytes: the longest line that is handed out; `maximumLineBytes` for `nil`.
    package init(_ file: RandomAccessFile, maximumBytes: Int? = nil) {
        self.file = file
        self.maximumBytes = maximumBytes ?? Self.maximumLineBytes
    }

    /// Calls `body` with the bytes of the next line; returns `nil` at the end.
    package mutating func next<Result>(
        _ body: (UnsafeBufferPointer<UInt8>, LineRange) throws -> Result
    ) throws -> Result? {
        var searched = position
        while true {
            if let end = firstLineEnd(from: searched) {
                let start = position
                position = end + 1
                number += 1
                if end - start > maximumBytes {
                    skippedLines.append(number)
                    searched = position
                    continue
                }
                return try hand(start, end, to: body)
            }
            searched = buffer.count
            if reachedEnd {
                guard position < buffer.count else { return nil }
                let start = position
                position = buffer.count
                endsAmidLine = true
                number += 1
                if position - start > maximumBytes {
                    skippedLines.append(number)
                    return nil
                }
                return try hand(start, buffer.count, to: body)
            }
            if buffer.count - position > maximumBytes {
                try skipLine()
                searched = position
                continue
            }
            let dropped = position
            try refill()
            searched -= dropped
        }
    }

    private func hand<Result>(
        _ start: Int, _ end: Int,
        to body: (UnsafeBufferPointer<UInt8>, LineRange) throws -> Result
    ) throws -> Result {
        var end = end
        if end > start, buffer[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let range = LineRange(offset: bufferOffset + start, length: end - start, number: number)
        return try buffer.withUnsafeBufferPointer { bytes in
            try body(UnsafeBufferPointer(rebasing: bytes[start..<end]), range)
        }
    }

    private func firstLineEnd(from start: Int) -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            bytes[min(start, bytes.count)...].firstIndex(of: UInt8(ascii: "\n"))
        }
    }

    private mutating func refill() throws {
        bufferOffset += position
        buffer.removeFirst(position)
        position = 0
        let bytes = try file.bytes(
            at: bufferOffset + buffer.count, count: max(Self.chunkBytes, buffer.count))
        if bytes.isEmpty { reachedEnd = true }
        buffer += bytes
    }

    private mutating func skipLine() throws {
        number += 1
        skippedLines.append(number)
        while true {
            position = buffer.count
            try refill()
            if let end = firstLineEnd(from: 0) {
                position = end + 1
                return
            }
            if reachedEnd { return }
        }
    }
}

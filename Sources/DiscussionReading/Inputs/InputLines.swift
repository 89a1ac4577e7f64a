/// The lines of an input as they come in: a line is handed out as soon as its end was read, so that
/// whoever writes line by line can wait for each answer.
struct InputLines {
    /// A line without its end.
    struct Line {
        /// Empty where the line is too long to be held.
        var bytes: [UInt8]
        /// The line's number from 1.
        var number: Int
        /// Whether it was longer than may be held.
        var isTooLong = false
        /// Whether the input ended without a line end behind it.
        var isLast = false
    }

    private let input: OpenInput
    private let maximumBytes: Int
    private var buffer: [UInt8] = []
    private var position = 0
    private var searched = 0
    private var number = 0
    private var isAtEnd = false

    init(_ input: OpenInput, maximumBytes: Int = LineScanner.maximumLineBytes) {
        self.input = input
        self.maximumBytes = maximumBytes
    }

    /// The next line; `nil` at the end.
    mutating func next() throws -> Line? {
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = taken(to: end, isTooLong: isTooLong)
                position = end + 1
                searched = position
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count || isTooLong else { return nil }
                var line = taken(to: buffer.count, isTooLong: isTooLong)
                line.isLast = true
                position = buffer.count
                return line
            }
            if buffer.count - position > maximumBytes {
                isTooLong = true
                position = buffer.count
            }
            let more = try input.read()
            if more.isEmpty { isAtEnd = true }
            if position > 0 {
                buffer.removeFirst(position)
                searched -= position
                position = 0
            }
            buffer += more
        }
    }

    private mutating func taken(to end: Int, isTooLong: Bool) -> Line {
        number += 1
        guard !isTooLong, end - position <= maximumBytes else {
            return Line(bytes: [], number: number, isTooLong: true)
        }
        var bytes = Array(buffer[position..<end])
        if bytes.last == 0x0D { bytes.removeLast() }
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return Line(bytes: bytes, number: number)
    }
}

import DiscussionModel

/// Where a mail stands in a file.
struct MailPlace {
    var offset: Int
    /// The bytes of the headers with the empty line behind them; of all.
    var headerLength = 0
    var length = 0
    /// The number of its file: 0, or 1 and more for the companions.
    var file = 0
    /// The line of its first header; `nil` where the input has several files.
    var line: Int?
    /// The date of the line before it, in an mbox file.
    var envelopeDate: Timestamp?
    /// Whether it stands in an mbox file, where `>From ` means `From `.
    var isEscaped: Bool
    /// Whether the input ends within it.
    var isCut = false
}

/// Finds the mails in a file: an mbox in any of its kinds, or one mail.
///
/// - mboxo, mboxrd: <https://www.loc.gov/preservation/digital/formats/fdd/fdd000383.shtml>
/// - mboxcl: a `Content-Length` is believed where the next mail or the end is right behind it.
struct MailPlaces {
    private(set) var places: [MailPlace] = []
    /// The number of lines, and of bytes.
    private(set) var lineCount = 0
    private(set) var byteCount = 0

    /// The first of the lines before the first mail; `nil` where there are none.
    private(set) var strayLine: Int?

    private let file: RandomAccessFile
    private var isMbox = false
    /// Whether mails begin with `From ` lines without a date, as the first one does.
    private var isLoose = false
    private var isInHeader = false
    private var contentLength: Int?
    /// Up to here a body goes whatever stands in it.
    private var bodyEnd = 0
    /// A line that may begin a mail, until the next one says.
    private var waiting: (offset: Int, line: Int, date: Timestamp?, followsGap: Bool)?
    private var endsWithLineEnd = true

    /// Goes through the file.
    ///
    /// - Complexity: O(bytes), in bounded memory but for the places found.
    init(_ file: RandomAccessFile) throws {
        self.file = file
        var scanner = LineScanner(file)
        var isGap = true
        var isFirst = true
        while let line = try scanner.next({ bytes, range in Line(bytes, range) }) {
            lineCount = line.range.number
            byteCount = line.range.offset + line.range.length
            if isFirst {
                if line.isBlank { continue }
                isFirst = false
                begin(line)
                continue
            }
            try take(line, followsGap: isGap)
            isGap = line.isBlank
        }
        try finish()
    }

    /// What is to be known of a line.
    private struct Line {
        var range: LineRange
        var isBlank: Bool
        var isHeader: Bool
        var isFrom: Bool
        var isOldFrom: Bool
        var date: Timestamp?
        var contentLength: Int?

        init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: LineRange) {
            self.range = range
            isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            let name = bytes.prefix(80).prefix { (0x21...0x7E).contains($0) && $0 != 0x3A }
            isHeader = !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == 0x3A
            isFrom = bytes.starts(with: "From ".utf8)
            isOldFrom = bytes.starts(with: ">From ".utf8)
            date = isFrom ? MailEnvelope(bytes)?.date : nil
            if isHeader, name.count == 14,
                String(decoding: name, as: UTF8.self).lowercased() == "content-length"
            {
                contentLength = Int(
                    String(decoding: bytes.dropFirst(15).prefix(20), as: UTF8.self)
                        .trimmingWhiteSpace)
            }
        }
    }

    private mutating func begin(_ line: Line) {
        if line.isFrom {
            isMbox = true
            isLoose = line.date == nil
            waiting = (line.range.offset, line.range.number, line.date, true)
        } else if line.isHeader {
            places.append(
                MailPlace(
                    offset: line.range.offset, line: line.range.number, isEscaped: false))
            isInHeader = true
        } else {
            // An mbox whose beginning was lost, perhaps.
            isMbox = true
            strayLine = line.range.number
        }
    }

    private mutating func take(_ line: Line, followsGap: Bool) throws {
        if let start = waiting {
            waiting = nil
            // Some programs write a second line of the kind behind the first.
            if line.isFrom, places.isEmpty || line.date != nil {
                waiting = (line.range.offset, line.range.number, line.date, start.followsGap)
                return
            }
            // A mail that went through two mailboxes keeps the line of the first so.
            if line.isOldFrom {
                waiting = start
                return
            }
            if line.isHeader {
                close(at: start.offset)
                places.append(
                    MailPlace(
                        offset: line.range.offset, line: line.range.number,
                        envelopeDate: start.date, isEscaped: true))
                isInHeader = true
                contentLength = line.contentLength
                return
            }
            // It was the words of a mail after all.
        }
        if isMbox, line.isFrom, line.range.offset >= bodyEnd,
            line.date != nil || isLoose && followsGap
        {
            waiting = (line.range.offset, line.range.number, line.date, followsGap)
            return
        }
        guard isInHeader, !places.isEmpty else { return }
        if let found = line.contentLength { contentLength = found }
        if line.isBlank {
            isInHeader = false
            // The line's end counts: the body begins behind it.
            let next = try behindLine(line.range)
            places[places.count - 1].headerLength = next - places[places.count - 1].offset
            if isMbox, let contentLength, contentLength > 0 {
                try believe(contentLength, from: next)
            }
        }
    }

    /// Where the next line begins.
    private func behindLine(_ range: LineRange) throws -> Int {
        let end = range.offset + range.length
        let bytes = try file.bytes(at: end, count: 2)
        return end + (bytes.first == 0x0D && bytes.count > 1 ? 2 : min(1, bytes.count))
    }

    private mutating func believe(_ length: Int, from start: Int) throws {
        guard length < 1 << 40 else { return }
        let behind = try file.bytes(at: start + length, count: 8)
        guard let first = behind.firstIndex(where: { $0 != 0x0A && $0 != 0x0D }) else {
            // Right at the end, unless the file ends before.
            if try !file.bytes(at: start + length - 1, count: 1).isEmpty {
                bodyEnd = start + length
            }
            return
        }
        if first <= 3, behind[first...].starts(with: "From ".utf8) {
            bodyEnd = start + length
        }
    }

    /// Ends the last mail before a place.
    private mutating func close(at end: Int) {
        guard let last = places.indices.last else { return }
        places[last].length = end - places[last].offset
        if isInHeader { places[last].headerLength = places[last].length }
    }

    private mutating func finish() throws {
        let tail = try file.bytes(at: byteCount, count: 4)
        byteCount += tail.count
        endsWithLineEnd = !tail.isEmpty
        close(at: waiting?.offset ?? byteCount)
        guard let last = places.indices.last else { return }
        // An mbox is cut where it ends amid a line or amid headers.
        let endsAmidHeaders = isInHeader && waiting == nil
        places[last].isCut =
            isMbox ? !endsWithLineEnd || endsAmidHeaders : endsAmidHeaders && !endsWithLineEnd
    }
}

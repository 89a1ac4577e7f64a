import DiscussionModel

/// The threads of a mailbox in the order of their first mails.
struct MailStream: DiscussionStream {
    /// Of a mail no more than this is read; what is larger has attachments.
    private static let maximumMailBytes = 64 << 20
    /// The longest headers that are read for the threads.
    private static let maximumHeaderBytes = 1 << 20

    private let input: OpenInput
    private let format: String
    private let file: RandomAccessFile
    private var places: [MailPlace] = []
    private var parents: [MailThreads.Parent] = []
    private var threads: [[Int]] = []
    private var findings: [Finding] = []
    private var cut: Finding?
    private var position = 0

    var share: Double { Double(position) / Double(max(1, threads.count)) }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var found: [MailPlace] = []
        if input.companions.isEmpty {
            file = try input.randomAccess()
            let all = try MailPlaces(file)
            found = all.places
            if let line = all.strayLine, !found.isEmpty {
                try warnings.add("words before the first mail", line: line)
            }
            if let last = all.places.last {
                let isCut = try last.isCut || Self.lacksLastBoundary(last, in: file)
                if isCut {
                    found[found.count - 1].isCut = true
                    cut = Self.cutRemark(all, last, file: input.name)
                }
            }
        } else {
            (file, found) = try Self.spooled(input, &warnings)
        }
        var heads: [MailHead] = []
        for place in found {
            let count = min(place.headerLength, Self.maximumHeaderBytes)
            guard let message = MailMessage(try file.bytes(at: place.offset, count: count)) else {
                try warnings.add("a mail without headers", line: place.line)
                continue
            }
            guard !Self.isFolderData(message) else { continue }
            heads.append(MailHead(message))
            places.append(place)
        }
        guard !places.isEmpty else {
            throw ReadingError(
                found.isEmpty ? .empty : .malformed, file: input.name,
                problem: "there is no mail in it",
                advice: "expected an mbox file, whose mails begin with `From ADDRESS DATE`, or a"
                    + " mail, which begins with headers such as `From:` and `Message-ID:`")
        }
        findings = warnings.findings
        let all = MailThreads(heads)
        parents = all.parents
        threads = all.threads
    }

    /// Copies all inputs, each of which is a mail or an mbox, into one file.
    private static func spooled(
        _ input: OpenInput, _ warnings: inout RecordWarnings
    ) throws -> (RandomAccessFile, [MailPlace]) {
        let spool = try RandomAccessFile.temporary(for: input.name)
        var places: [MailPlace] = []
        var offset = 0
        for one in [input] + input.companions {
            let part = try one.randomAccess()
            let found = try MailPlaces(part).places
            if found.isEmpty { try warnings.add("\(one.name), which holds no mail", line: nil) }
            for var place in found {
                place.offset += offset
                place.isCut = false
                place.line = nil
                places.append(place)
            }
            var copied = 0
            while true {
                let bytes = try part.bytes(at: copied, count: 1 << 20)
                if bytes.isEmpty { break }
                try spool.append(bytes)
                copied += bytes.count
            }
            offset += copied
        }
        return (spool, places)
    }

    private static func cutRemark(_ all: MailPlaces, _ last: MailPlace, file: String) -> Finding {
        Finding(
            id: "truncated", severity: .error,
            message: "The file ends at byte \(all.byteCount) amid a mail"
                + (last.line.map { " that begins in line \($0)" } ?? "")
                + "; what is there of it was read.",
            file: file, line: all.lineCount)
    }

    /// Whether a mail of several parts ends before the last of them does.
    private static func lacksLastBoundary(
        _ place: MailPlace, in file: RandomAccessFile
    ) throws -> Bool {
        let head = try file.bytes(
            at: place.offset, count: min(place.headerLength, maximumHeaderBytes))
        guard let boundary = MailMessage(head)?.lastBoundary, place.length > place.headerLength
        else { return false }
        let tail = min(place.length - place.headerLength, 1 << 16)
        return try !file.bytes(at: place.offset + place.length - tail, count: tail)
            .holds(Array(boundary.utf8))
    }

    /// Whether it is the note to itself that a mail program keeps at the head of a mailbox.
    private static func isFolderData(_ message: MailMessage) -> Bool {
        (message.rawHeader("X-IMAP") ?? message.rawHeader("X-IMAPbase")) != nil
            && message.header("Subject")?.hasPrefix("DON'T DELETE THIS MESSAGE") == true
    }

    mutating func next() throws -> Discussion? {
        while position < threads.count {
            let thread = threads[position]
            threads[position] = []
            position += 1
            var reader = MailThreadReader(input, format: format)
            var isCut = false
            for index in thread {
                let place = places[index]
                guard let message = try message(at: place) else { continue }
                reader.add(message, at: place, answers: parents[index])
                isCut = isCut || place.isCut
            }
            guard var discussion = reader.discussion() else { continue }
            if !findings.isEmpty {
                discussion.findings = findings + discussion.findings
                findings = []
            }
            if isCut, let cut { discussion.findings.append(cut) }
            return discussion
        }
        return nil
    }

    private func message(at place: MailPlace) throws -> MailMessage? {
        let bytes = try file.bytes(
            at: place.offset, count: min(place.length, Self.maximumMailBytes))
        return MailMessage(
            place.isEscaped ? Self.unescaped(bytes, from: place.headerLength) : bytes)
    }

    /// Takes the `>` away that an mbox puts before lines that begin with `From `.
    static func unescaped(_ bytes: [UInt8], from start: Int) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var at = max(1, start)
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: ">"), bytes[at - 1] == UInt8(ascii: "\n") else {
                at += 1
                continue
            }
            let mark = at
            while at < bytes.count, bytes[at] == UInt8(ascii: ">") { at += 1 }
            if bytes[at...].starts(with: "From ".utf8) {
                result += bytes[copied..<mark]
                copied = mark + 1
            }
        }
        return copied == 0 ? bytes : result + bytes[copied...]
    }
}

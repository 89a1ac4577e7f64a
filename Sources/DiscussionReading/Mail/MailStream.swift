import DiscussionModel

/// The threads of a mailbox in the order of their first mails.
struct MailStream: DiscussionStream {
    /// Of a mail no more than this is read where no other number is asked for; what is larger has
    /// attachments.
    private static let maximumMailBytes = 64 << 20
    /// The longest headers that are read for the threads.
    private static let maximumHeaderBytes = 1 << 20

    private let input: OpenInput
    private let format: String
    private let maximumMailBytes: Int
    private let file: RandomAccessFile
    private var places: [MailPlace] = []
    private var parents: [MailThreads.Parent] = []
    private var threads: [[Int]] = []
    private var findings: [Finding] = []
    /// What there is to say of the mails that are cut, by their places in `places`' file.
    private var cuts: [Int: Finding] = [:]
    private var position = 0

    var share: Double { Double(position) / Double(max(1, threads.count)) }

    init(_ input: OpenInput, format: String, options: ReadingOptions) throws {
        self.input = input
        self.format = format
        maximumMailBytes = options.maximumRecordBytes ?? Self.maximumMailBytes
        var warnings = RecordWarnings(file: input.name, isStrict: options.isStrict)
        var found: [MailPlace] = []
        if input.companions.isEmpty {
            file = try input.randomAccess()
            let all = try MailPlaces(file)
            found = all.places
            if let line = all.strayLine, !found.isEmpty {
                try warnings.add("words before the first mail", line: line)
            }
            if let (place, remark) = try Self.cut(in: all, of: file, name: input.name) {
                cuts[place] = remark
            }
        } else {
            (file, found, cuts) = try Self.spooled(input, &warnings)
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
    ) throws -> (RandomAccessFile, [MailPlace], [Int: Finding]) {
        let spool = try RandomAccessFile.temporary(for: input.name)
        var places: [MailPlace] = []
        var cuts: [Int: Finding] = [:]
        var offset = 0
        for (number, one) in ([input] + input.companions).enumerated() {
            let part = try one.randomAccess()
            let found = try MailPlaces(part)
            if found.places.isEmpty {
                try warnings.add("\(one.name), which holds no mail", line: nil)
            }
            // A mail in a file of its own often lacks the last line end.
            if found.places.count > 1,
                let (place, remark) = try cut(in: found, of: part, name: one.name)
            {
                cuts[place + offset] = remark
            }
            for var place in found.places {
                place.offset += offset
                place.file = number
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
        return (spool, places, cuts)
    }

    /// The offset of a last mail that is cut, and what there is to say of it.
    private static func cut(
        in all: MailPlaces, of file: RandomAccessFile, name: String
    ) throws -> (Int, Finding)? {
        guard let last = all.places.last else { return nil }
        guard try last.isCut || lacksLastBoundary(last, in: file) else { return nil }
        return (
            last.offset,
            Finding(
                id: "truncated", severity: .error,
                message: "The file ends at byte \(all.byteCount) amid a mail"
                    + (last.line.map { " that begins in line \($0)" } ?? "")
                    + "; what is there of it was read.",
                file: name, line: all.lineCount)
        )
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
            var remarks: [Finding] = []
            for index in thread {
                let place = places[index]
                guard let message = try message(at: place) else { continue }
                reader.add(message, at: place, answers: parents[index])
                if let remark = cuts[place.offset] { remarks.append(remark) }
                if place.length > maximumMailBytes { remarks.append(tooLong(place)) }
            }
            guard var discussion = reader.discussion() else { continue }
            if let place = thread.first.map({ places[$0] }), place.file > 0 {
                discussion.source = input.companions[place.file - 1].name
            }
            if !findings.isEmpty {
                discussion.findings = findings + discussion.findings
                findings = []
            }
            discussion.findings += remarks
            return discussion
        }
        return nil
    }

    private func tooLong(_ place: MailPlace) -> Finding {
        Finding(
            id: "long-text", severity: .error,
            message: "Of a mail of \(place.length) bytes the first \(maximumMailBytes) were read;"
                + " --max-record SIZE raises the limit.", file: input.name, line: place.line)
    }

    private func message(at place: MailPlace) throws -> MailMessage? {
        let bytes = try file.bytes(
            at: place.offset, count: min(place.length, maximumMailBytes))
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

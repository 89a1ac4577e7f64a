import DiscussionModel

/// Chat logs, as those of Ubuntu (https://irclogs.ubuntu.com): `[hh:mm] <nick> text`,
/// ` * nick does something`, and lines of the system.
///
/// A comment's id is `L` and the 0-based number of its line. The log has minutes and perhaps, in
/// its name, a day; without one the days are counted from 1970-01-01 and the moments are marked
/// approximate. A moment earlier than the one before by half a day or more is on the next day.
public struct ChatLogFormat: DiscussionFormat {
    /// Creates the format.
    public init() {}

    /// `irc`.
    public let name = "irc"

    /// How people recognise it.
    public let recognition = "most lines are `[hh:mm] <nick> text`, `* nick …` or `=== …`"

    /// The share of lines that are a chat log's, where some have a nick in angle brackets.
    public func sniff(_ head: InputHead) -> Double {
        let opening = String(decoding: head.bytes.prefix(64), as: UTF8.self).lowercased()
        let markup = ["<!", "<?", "<html", "<head", "<body", "<svg", "<div"]
        if markup.contains(where: opening.drop(while: \.isWhitespace).hasPrefix) { return 0 }
        var spoken = 0
        var known = 0
        var all = 0
        for line in head.bytes.split(separator: UInt8(ascii: "\n")) {
            let line = line.trimmed
            if line.isEmpty { continue }
            all += 1
            switch ChatLine(line) {
            case .message(_, _, _, let isAction):
                known += 1
                if !isAction { spoken += 1 }
            case .system: known += 1
            case nil: continue
            }
        }
        guard spoken >= 1, known * 10 >= all * 7 else { return 0 }
        return 0.9 * Double(known) / Double(all)
    }

    /// The log as one discussion with the setting `.chat`.
    public func discussions(
        in input: OpenInput, options: ReadingOptions
    ) throws -> any DiscussionStream {
        let bytes = try input.contents(limit: options.maximumPageBytes)
        let decoded = TextDecoder.decoded(bytes)
        var discussion = Discussion(
            id: input.stem, source: input.name, format: name, setting: .chat)
        if let finding = Finding(decoded, file: input.name) { discussion.findings.append(finding) }
        let day = Self.day(in: input.fileName)
        var clock = ChatClock(day: day)
        var system: [String: (count: Int, line: Int)] = [:]
        var unread: (count: Int, line: Int)?
        var number = 0
        var start = 0
        while start < decoded.bytes.count {
            var end = start
            while end < decoded.bytes.count, decoded.bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let line = decoded.bytes[start..<end]
            start = end + 1
            number += 1
            switch ChatLine(line) {
            case .message(let time, let nick, let text, _):
                let posted = time.flatMap { clock.moment($0) }
                discussion.comments.append(
                    Comment(
                        id: "L\(number - 1)", nameAsWritten: nick, posted: posted, text: text))
            case .system(let kind):
                system[kind, default: (0, number)].count += 1
            case nil:
                guard !line.trimmed.isEmpty else { continue }
                unread = (1 + (unread?.count ?? 0), unread?.line ?? number)
            }
        }
        for (kind, lines) in system.sorted(by: { $0.value.line < $1.value.line }) {
            discussion.findings.append(
                Finding(
                    id: "system-lines", severity: .note,
                    message: lines.count == 1
                        ? "1 line is the system's (\(kind)), no comment."
                        : "\(lines.count) lines are the system's (\(kind)), no comments.",
                    file: input.name, line: lines.line))
        }
        if let unread {
            discussion.findings.append(
                Finding(
                    id: "unread-lines", severity: .note,
                    message: unread.count == 1
                        ? "1 line has no form known of chat logs and was left out."
                        : "\(unread.count) lines have no form known of chat logs and were left out.",
                    file: input.name, line: unread.line))
        }
        if discussion.comments.isEmpty {
            discussion.findings.append(
                Finding(
                    id: "no-comments", severity: .note, message: "Nobody says anything in it.",
                    file: input.name))
        }
        return ListedDiscussions([discussion])
    }

    /// The day that a log's name begins or ends with, such as `2011-05-29_19.raw.txt`.
    private static func day(in name: String) -> Timestamp? {
        let digits = Array(name.utf8)
        guard digits.count >= 10 else { return nil }
        for start in 0...(digits.count - 10) {
            let word = String(decoding: digits[start..<(start + 10)], as: UTF8.self)
            if let day = DateReader.isoTimestamp(word), day.precision == .day { return day }
        }
        return nil
    }
}

/// Turns times of day into moments that go on across midnight.
private struct ChatClock {
    private var midnight: Int64
    private let isApproximate: Bool
    private var last: Int64?

    init(day: Timestamp?) {
        midnight = day?.seconds ?? 0
        isApproximate = day == nil
    }

    mutating func moment(_ secondOfDay: Int) -> Timestamp? {
        let time = Int64(secondOfDay)
        if let last, time + 43_200 <= last { midnight += 86_400 }
        last = time
        return Timestamp(
            seconds: midnight + time, precision: .localTime, isApproximate: isApproximate)
    }
}

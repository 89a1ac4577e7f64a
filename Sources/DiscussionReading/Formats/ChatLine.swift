/// One line of a chat log.
enum ChatLine {
    /// Somebody says or does something. `time` is the second of the day.
    case message(time: Int?, nick: String, text: String, isAction: Bool)
    /// The system tells of joins, leaves, names, topics; the kind in one word.
    case system(String)

    /// Reads a line without its end; `nil` when it has none of the known forms.
    init?(_ line: ArraySlice<UInt8>) {
        var rest = line
        if rest.last == UInt8(ascii: "\r") { rest = rest.dropLast() }
        for (mark, kind) in Self.systemMarks where rest.starts(with: mark.utf8) {
            self = .system(kind)
            return
        }
        let time = Self.takeTime(&rest)
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        if rest.first == UInt8(ascii: "<") {
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            let nick = rest[(rest.startIndex + 1)..<close].trimmed
            guard !nick.isEmpty, nick.count <= Self.longestNick,
                !nick.contains(UInt8(ascii: "<")), !nick.contains(UInt8(ascii: "/"))
            else { return nil }
            var text = rest[(close + 1)...]
            if text.first == 0x20 { text = text.dropFirst() }
            self = .message(
                time: time, nick: Self.text(nick), text: Self.text(text), isAction: false)
            return
        }
        for (mark, kind) in Self.timedMarks where time != nil && rest.starts(with: mark.utf8) {
            self = .system(kind)
            return
        }
        // Without a time a star is as well the bullet of a list.
        guard time != nil, rest.starts(with: "* ".utf8) else { return nil }
        let action = rest.dropFirst(2)
        let nick = action.prefix { $0 != 0x20 }
        guard !nick.isEmpty, nick.count <= Self.longestNick else { return nil }
        let text = action.dropFirst(nick.count + 1)
        self = .message(time: time, nick: Self.text(nick), text: Self.text(text), isAction: true)
    }

    private static let longestNick = 64

    private static let systemMarks = [
        ("===", "==="), ("--- ", "---"), ("*** ", "***"), ("-!-", "-!-"),
    ]

    private static let timedMarks = [
        ("===", "==="), ("***", "***"), ("-!-", "-!-"), ("-->", "-->"), ("<--", "<--"),
        ("---", "---"), ("--", "--"), ("*** ", "***"),
    ]

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Takes `[hh:mm]`, `[hh:mm:ss]`, `hh:mm` or `(hh:mm)`, perhaps behind an ISO date.
    private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Int? {
        var line = rest.drop { $0 == 0x20 }
        let open = line.first
        let close: UInt8?
        switch open {
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: close = nil
        }
        if close != nil { line = line.dropFirst() }
        let date = line.prefix(10)
        if date.count == 10, line.dropFirst(10).first.map({ $0 == 0x20 || $0 == 0x54 }) == true,
            DateReader.isoTimestamp(String(decoding: date, as: UTF8.self)) != nil
        {
            line = line.dropFirst(11)
        }
        var numbers: [Int] = []
        while numbers.count < 3 {
            let digits = line.prefix { (0x30...0x39).contains($0) }
            guard (1...2).contains(digits.count) else { return nil }
            numbers.append(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
            line = line.dropFirst(digits.count)
            guard line.first == UInt8(ascii: ":"), numbers.count < 3 else { break }
            line = line.dropFirst()
        }
        guard numbers.count >= 2, numbers[0] < 24, numbers[1] < 60 else { return nil }
        if let close {
            guard line.first == close else { return nil }
            line = line.dropFirst()
        } else {
            guard line.first == 0x20 else { return nil }
        }
        rest = line
        return numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count > 2 ? min(numbers[2], 59) : 0)
    }
}

import DiscussionModel

/// Reads moments as tables write them.
struct TableTime {
    /// Whether `03/12/2019` is the third of December.
    var isDayFirst = false
    private var isDecided = false

    /// Looks at a value that may show which of two numbers is the day.
    mutating func learn(from text: String) {
        guard !isDecided, let first = text.utf8.first, (0x30...0x39).contains(first) else { return }
        let bytes = Array(text.utf8.prefix(64))
        guard let numbers = DateMatcher(bytes: bytes).match(at: 0, limit: bytes.count)?.ambiguous
        else { return }
        if numbers.first > 12 { isDayFirst = true }
        if numbers.first > 12 || numbers.second > 12 { isDecided = true }
    }

    /// The moment that a cell tells, or `nil`.
    ///
    /// Numbers are seconds since 1970, or milliseconds, microseconds, nanoseconds where seconds
    /// would lie too far away; eight or fourteen digits may be a calendar date.
    func timestamp(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8.prefix(100).trimmed)
        guard let first = bytes.first else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        if (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B || first == 0x2E {
            if let number = Double(text) { return calendarDigits(bytes) ?? Self.moment(number) }
        }
        if let moment = DateReader.isoTimestamp(text) { return moment }
        if let moment = Self.withNamedZone(bytes) { return moment }
        if let moment = Self.mailDate(bytes) { return moment }
        return DateMatcher(bytes: bytes, isDayFirst: isDayFirst)
            .match(at: 0, limit: bytes.count)?.timestamp
    }

    /// The moment of a number of seconds or of smaller units.
    static func moment(_ number: Double) -> Timestamp? {
        var seconds = number
        for _ in 0..<3 where abs(seconds) > 1e11 { seconds /= 1_000 }
        guard seconds.isFinite, abs(seconds) < 2.5e11 else { return nil }
        return Timestamp(seconds: Int64(seconds.rounded(.down)))
    }

    /// `20190312` and `20190312140530`.
    private func calendarDigits(_ bytes: [UInt8]) -> Timestamp? {
        guard bytes.count == 8 || bytes.count == 14,
            bytes.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        guard (1_970...2_100).contains(number(0..<4)) else { return nil }
        let hasTime = bytes.count == 14
        return Timestamp(
            year: number(0..<4), month: number(4..<6), day: number(6..<8),
            hour: hasTime ? number(8..<10) : 0, minute: hasTime ? number(10..<12) : 0,
            second: hasTime ? number(12..<14) : 0, precision: hasTime ? .localTime : .day)
    }

    /// `2015-10-16 14:05:00 EDT`, and a day with a zone, which stays a day.
    private static func withNamedZone(_ bytes: [UInt8]) -> Timestamp? {
        guard let space = bytes.lastIndex(of: 0x20), space + 1 < bytes.count else { return nil }
        let zone = String(decoding: bytes[(space + 1)...], as: UTF8.self)
        guard let hours = zoneHours[zone.uppercased()],
            var moment = DateReader.isoTimestamp(
                String(decoding: bytes[..<space].trimmed, as: UTF8.self))
        else { return nil }
        guard moment.precision == .localTime else { return moment }
        moment.precision = .instant
        moment.seconds -= Int64(hours * 3_600)
        return moment
    }

    /// The zones that RFC 2822 names, and their like in Europe.
    private static let zoneHours: [String: Int] = [
        "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
        "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2,
        "EET": 2, "EEST": 3, "BST": 1,
    ]

    /// `Tue, 12 Mar 2019 14:05:30 +0100` (RFC 2822) and `Tue Mar 12 14:05:30 +0000 2019`.
    private static func mailDate(_ bytes: [UInt8]) -> Timestamp? {
        var words = bytes.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x09 }
            .map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, words.count >= 4 else { return nil }
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        if days.contains(first.prefix(3).lowercased()), !Self.isMonth(first) { words.removeFirst() }
        var day: Int?
        var month: Int?
        var year: Int?
        var clock: [Int]?
        var offset: Int?
        for word in words.prefix(6) {
            if let place = DateReader.shortMonths.firstIndex(of: word.prefix(3).lowercased()),
                month == nil,
                word.count == 3
            {
                month = place + 1
            } else if word.contains(":") {
                let parts = word.split(separator: ":").map { Int($0) }
                guard parts.count >= 2, parts.count <= 3 else { return nil }
                clock = parts.compactMap { $0 }
                guard clock?.count == parts.count else { return nil }
            } else if let hours = zoneHours[word.uppercased()] {
                offset = hours * 3_600
            } else if word.count == 5, word.hasPrefix("+") || word.hasPrefix("-"),
                let number = Int(word.dropFirst())
            {
                let seconds = (number / 100 * 60 + number % 100) * 60
                offset = word.hasPrefix("-") ? -seconds : seconds
            } else if let number = Int(word) {
                if day == nil, word.count <= 2 {
                    day = number
                } else if word.count == 4 {
                    year = number
                } else {
                    return nil
                }
            }
        }
        guard let day, let month, let year, let clock else { return nil }
        var moment = Timestamp(
            year: year, month: month, day: day, hour: clock[0], minute: clock[1],
            second: clock.count > 2 ? clock[2] : 0,
            precision: offset == nil ? .localTime : .instant)
        moment?.seconds -= Int64(offset ?? 0)
        return moment
    }

    private static func isMonth(_ word: String) -> Bool {
        DateReader.shortMonths.contains(word.lowercased())
    }
}

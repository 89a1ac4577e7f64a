import DiscussionModel

extension DateReader {
    /// A moment as feeds and exports write it: that of `isoTimestamp`, or
    /// `Sat, 08 Mar 2014 09:12:45 +0000` (RFC 822); `nil` for anything else and for the year 0,
    /// with which databases say that there is none.
    static func feedTimestamp(_ text: String?) -> Timestamp? {
        guard let text = text?.trimmingWhiteSpace, !text.isEmpty else { return nil }
        if text.hasPrefix("0000") { return nil }
        return isoTimestamp(text) ?? mailTimestamp(text)
    }

    /// A moment that is known to be in UTC although it does not say so.
    static func universalTimestamp(_ text: String?) -> Timestamp? {
        var moment = feedTimestamp(text)
        if moment?.precision == .localTime { moment?.precision = .instant }
        return moment
    }

    /// How mails and feeds write the months, in lower case.
    static let shortMonths = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static let zones: [Substring: Int] = [
        "gmt": 0, "ut": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
        "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    ]

    private static func mailTimestamp(_ text: String) -> Timestamp? {
        var parts = text.lowercased().split { $0.isWhitespace || $0 == "," }
        if let first = parts.first, first.first?.isNumber != true { parts.removeFirst() }
        guard parts.count >= 4, let day = Int(parts[0]), var year = Int(parts[2]),
            let month = shortMonths.firstIndex(of: String(parts[1].prefix(3)))
        else { return nil }
        if parts[2].count == 2 { year += year < 70 ? 2_000 : 1_900 }
        let clock = parts[3].split(separator: ":").map { Int($0) ?? -1 }
        guard clock.count == 2 || clock.count == 3, year > 0 else { return nil }
        var minutes: Int?
        if parts.count > 4 {
            let zone = parts[4]
            if let known = zones[zone] {
                minutes = known
            } else if zone.count == 5, let sign = zone.first, sign == "+" || sign == "-",
                let number = Int(zone.dropFirst())
            {
                minutes = (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
            }
        }
        guard
            var moment = Timestamp(
                year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1],
                second: clock.count == 3 ? clock[2] : 0,
                precision: minutes == nil ? .localTime : .instant)
        else { return nil }
        moment.seconds -= Int64((minutes ?? 0) * 60)
        return moment
    }
}

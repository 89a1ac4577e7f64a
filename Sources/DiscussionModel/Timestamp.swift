/// A moment as a source states it: to the second or only to the day, with or without a zone.
public struct Timestamp: Hashable, Sendable {
    /// How much of the moment the source states.
    public enum Precision: Hashable, Sendable {
        /// A calendar day; `seconds` is its midnight.
        case day
        /// A moment whose zone the source does not say; `seconds` counts as if it were UTC.
        case localTime
        /// A moment in UTC.
        case instant
    }

    /// The seconds of the years 0 to 9999, which can be written.
    private static let writable: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// Seconds since 1970-01-01T00:00:00, at most a day out of the years 0 to 9999.
    public var seconds: Int64
    /// How much of the moment is known.
    public var precision: Precision
    /// Whether the moment was worked out from words such as "3 years ago".
    public var isApproximate: Bool

    /// Creates a timestamp; one before the year 0 or behind 9999, which no calendar of RFC 3339
    /// has, is the nearest moment within. A source may give any number.
    public init(seconds: Int64, precision: Precision = .instant, isApproximate: Bool = false) {
        self.seconds = Self.written(seconds)
        self.precision = precision
        self.isApproximate = isApproximate
    }

    private static func written(_ seconds: Int64) -> Int64 {
        min(max(seconds, writable.lowerBound), writable.upperBound)
    }

    /// Creates a timestamp from a date of the proleptic Gregorian calendar, or `nil` when there is
    /// no such day or time of day.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
        precision: Precision, isApproximate: Bool = false
    ) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...Self.daysInMonth(month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        self.init(
            seconds: Int64(days * 86_400 + hour * 3_600 + minute * 60 + second),
            precision: precision, isApproximate: isApproximate)
    }

    /// The seconds from an earlier moment to this one, below 0 where that is the later one; `nil`
    /// where they are not known well enough to say: told in words or to the day only, or only one
    /// of them with a zone.
    public func seconds(after earlier: Timestamp) -> Double? {
        guard !isApproximate, !earlier.isApproximate, precision != .day,
            precision == earlier.precision
        else { return nil }
        return Double(seconds) - Double(earlier.seconds)
    }

    /// RFC 3339: a date, a moment without offset, or a moment in UTC with `Z`.
    public var description: String {
        let seconds = Self.written(seconds)
        var days = seconds / 86_400
        var rest = seconds % 86_400
        if rest < 0 {
            rest += 86_400
            days -= 1
        }
        let (year, month, day) = Self.civil(days: Int(days))
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        if precision == .day { return date }
        let (hour, minute, second) = (Int(rest) / 3_600, Int(rest) / 60 % 60, Int(rest) % 60)
        let time = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
        return date + "T" + time + (precision == .instant ? "Z" : "")
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func daysInMonth(_ month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days since 1970-01-01, counted in eras of 400 years that begin on 1 March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `days(year:month:day:)`.
    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Timestamp: CustomStringConvertible {}

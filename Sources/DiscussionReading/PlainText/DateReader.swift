package import DiscussionModel

/// Finds moments in text.
package enum DateReader {
    /// A date `2019-03-12`, alone or with a time `T14:05`, `14:05:30.250`, and perhaps a zone `Z`
    /// or `+01:00`; `nil` when the text is anything else.
    package static func isoTimestamp(_ text: String) -> Timestamp? {
        var rest = Array(text.utf8)[...]
        func number(_ digits: Int) -> Int? {
            let part = rest.prefix(digits)
            guard part.count == digits, part.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            rest = rest.dropFirst(digits)
            return part.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        func take(_ characters: String) -> Bool {
            guard let first = rest.first, characters.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard let year = number(4), take("-"), let month = number(2), take("-"),
            let day = number(2)
        else { return nil }
        if rest.isEmpty {
            return Timestamp(year: year, month: month, day: day, precision: .day)
        }
        guard take("T t"), let hour = number(2), take(":"), let minute = number(2) else {
            return nil
        }
        let second = take(":") ? number(2) : 0
        guard let second else { return nil }
        if take(".,") { rest = rest.drop { (0x30...0x39).contains($0) } }
        _ = take(" ")
        var offset: Int?
        if take("Zz") {
            offset = 0
        } else if let sign = rest.first, take("+-") {
            guard let hours = number(2) else { return nil }
            _ = take(":")
            let minutes = number(2) ?? 0
            offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60 : 60)
        }
        guard rest.isEmpty,
            var moment = Timestamp(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second,
                precision: offset == nil ? .localTime : .instant)
        else { return nil }
        moment.seconds -= Int64(offset ?? 0)
        return moment
    }
}

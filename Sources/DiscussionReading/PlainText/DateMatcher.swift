import DiscussionModel

/// Finds dates as sites write them, in a dozen languages, on the bytes of a page.
struct DateMatcher {
    /// A date in a page.
    struct Found {
        /// The bytes of it, with a time of day and a zone where they follow or precede.
        var range: Range<Int>
        /// The moment; `nil` for dates that are told from today, such as "3 years ago".
        var timestamp: Timestamp?
        /// The two numbers of a date such as `03/12/2019`, to tell which is the day.
        var ambiguous: (first: Int, second: Int)?
    }

    private struct Day {
        var year: Int
        var month: Int
        var day: Int
    }

    let bytes: [UInt8]
    /// Whether `03/12/2019` is the third of December.
    var isDayFirst = false

    /// The first date in a line, or `nil`.
    ///
    /// - Complexity: O(bytes of the line).
    func first(in line: Range<Int>) -> Found? {
        var place = line.lowerBound
        while place < line.upperBound {
            let byte = bytes[place]
            if byte >= 0x30 && byte <= 0x39 {
                if let found = match(at: place, limit: line.upperBound) { return found }
                while place < line.upperBound, isDigit(place) { place += 1 }
                continue
            }
            let word = FoldedWords.word(bytes, from: place, to: line.upperBound)
            if word.end > place {
                if begins(word.hash), let found = match(at: place, limit: line.upperBound) {
                    return found
                }
                place = word.end
            } else {
                place += 1
            }
        }
        return nil
    }

    private func begins(_ word: UInt64) -> Bool { Self.beginnings.contains(word) }

    private static let oneWords = [
        "a", "an", "one", "einem", "einer", "un", "une", "una", "um",
        "uma", "een",
    ].map(FoldedWords.phrase)

    private static let beginnings = WordSet(
        Array(MonthNames.months.keys) + MonthNames.weekdayHashes + MonthNames.sinceHashes
            + MonthNames.dayHashes + oneWords)

    /// Words for one, as in "a day ago".
    static let one = WordSet(oneWords)

    /// The date that starts at a place, or `nil`.
    func match(at start: Int, limit: Int) -> Found? {
        var at = start
        if let time = time(&at, limit) {
            skipLinks(&at, limit)
            var ambiguous: (first: Int, second: Int)?
            guard let day = weekdayAndDay(&at, limit, &ambiguous) else { return nil }
            return found(start..<at, day, time, ambiguous, isUTC: isUTC(&at, limit))
        }
        if let end = relative(start, limit) {
            return Found(range: start..<end, timestamp: nil, ambiguous: nil)
        }
        var ambiguous: (first: Int, second: Int)?
        guard let day = weekdayAndDay(&at, limit, &ambiguous) else { return nil }
        var end = at
        skipLinks(&at, limit)
        guard let time = time(&at, limit) else {
            return found(start..<end, day, nil, ambiguous, isUTC: false)
        }
        end = at
        let utc = isUTC(&end, limit)
        return found(start..<end, day, time, ambiguous, isUTC: utc)
    }

    private func found(
        _ range: Range<Int>, _ day: Day, _ time: (Int, Int, Int)?,
        _ ambiguous: (first: Int, second: Int)?, isUTC: Bool
    ) -> Found? {
        let timestamp = Timestamp(
            year: day.year, month: day.month, day: day.day, hour: time?.0 ?? 0,
            minute: time?.1 ?? 0, second: time?.2 ?? 0,
            precision: time == nil ? .day : isUTC ? .instant : .localTime)
        guard let timestamp else { return nil }
        return Found(range: range, timestamp: timestamp, ambiguous: ambiguous)
    }

    /// Whether a byte is a digit.
    @inline(__always)
    func isDigit(_ place: Int) -> Bool { bytes[place] >= 0x30 && bytes[place] <= 0x39 }

    /// The number of so many digits at a place, which moves behind it.
    func number(_ at: inout Int, _ limit: Int, digits: ClosedRange<Int>) -> Int? {
        var end = at
        var value = 0
        while end < limit, isDigit(end), end - at <= digits.upperBound {
            value = value * 10 + Int(bytes[end]) - 0x30
            end += 1
        }
        guard digits.contains(end - at) else { return nil }
        at = end
        return value
    }

    /// Moves a place behind spaces, hard ones too.
    func skipSpaces(_ at: inout Int, _ limit: Int) {
        while at < limit {
            if bytes[at] == 0x20 || bytes[at] == 0x09 {
                at += 1
            } else if at + 1 < limit, bytes[at] == 0xC2, bytes[at + 1] == 0xA0 {
                at += 2
            } else if at + 2 < limit, bytes[at] == 0xE2, bytes[at + 1] == 0x80,
                bytes[at + 2] == 0xAF
            {
                at += 3
            } else {
                return
            }
        }
    }

    /// Whether a word stands at a place, which then moves behind it.
    func take(_ word: StaticString, _ at: inout Int, _ limit: Int) -> Bool {
        guard at + word.utf8CodeUnitCount <= limit else { return false }
        for place in 0..<word.utf8CodeUnitCount where bytes[at + place] != word.utf8Start[place] {
            return false
        }
        at += word.utf8CodeUnitCount
        return true
    }

    private func skipWeekday(_ at: inout Int, _ limit: Int) {
        var end = at
        let word = FoldedWords.word(bytes, from: end, to: limit)
        guard word.end > at, MonthNames.weekdays.contains(word.hash) else { return }
        end = word.end
        _ = take("-feira", &end, limit)
        _ = take(".", &end, limit)
        _ = take(",", &end, limit)
        skipSpaces(&end, limit)
        if take("the ", &end, limit) { skipSpaces(&end, limit) }
        if end < limit { at = end }
    }

    /// A day with or without its weekday; `Mar` and `Sat` may be either word.
    private func weekdayAndDay(
        _ at: inout Int, _ limit: Int, _ ambiguous: inout (first: Int, second: Int)?
    ) -> Day? {
        if let day = day(&at, limit, &ambiguous) { return day }
        skipWeekday(&at, limit)
        return day(&at, limit, &ambiguous)
    }

    private func month(_ at: inout Int, _ limit: Int) -> Int? {
        let word = FoldedWords.word(bytes, from: at, to: limit)
        guard word.end > at, let month = MonthNames.months[word.hash] else { return nil }
        at = word.end
        _ = take(".", &at, limit)
        return month
    }

    private func year(_ at: inout Int, _ limit: Int) -> Int? {
        if take("'", &at, limit) || take("\u{2019}", &at, limit) {
            return number(&at, limit, digits: 2...2).map(Self.century)
        }
        return number(&at, limit, digits: 4...4).flatMap { (1970...2100).contains($0) ? $0 : nil }
    }

    private static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// Words and marks between the parts of a date.
    private func skipParts(_ at: inout Int, _ limit: Int) {
        skipSpaces(&at, limit)
        if take(",", &at, limit) || take("-", &at, limit) { skipSpaces(&at, limit) }
        let word = FoldedWords.word(bytes, from: at, to: limit)
        if word.end > at, MonthNames.links.contains(word.hash) {
            at = word.end
            skipSpaces(&at, limit)
        }
    }

    private func day(
        _ at: inout Int, _ limit: Int, _ ambiguous: inout (first: Int, second: Int)?
    ) -> Day? {
        guard at < limit else { return nil }
        if !isDigit(at) { return monthFirst(&at, limit) }
        var place = at
        if let year = number(&place, limit, digits: 4...4) {
            guard (1970...2100).contains(year), let day = yearFirst(year, &place, limit) else {
                return nil
            }
            at = place
            return day
        }
        guard let first = number(&place, limit, digits: 1...2) else { return nil }
        if let day = numeric(first, &place, limit, &ambiguous) {
            at = place
            return day
        }
        guard (1...31).contains(first) else { return nil }
        for suffix in ["st", "nd", "rd", "th", "er", "º", "ª", "."] as [StaticString]
        where take(suffix, &place, limit) { break }
        skipParts(&place, limit)
        guard let month = month(&place, limit) else { return nil }
        skipParts(&place, limit)
        guard let year = year(&place, limit) else { return nil }
        at = place
        return Day(year: year, month: month, day: first)
    }

    private func monthFirst(_ at: inout Int, _ limit: Int) -> Day? {
        var place = at
        guard let month = month(&place, limit) else { return nil }
        skipSpaces(&place, limit)
        var short = place
        if short < limit, !isDigit(short), let year = year(&short, limit) {
            at = short
            return Day(year: year, month: month, day: 1)
        }
        guard let day = number(&place, limit, digits: 1...2), (1...31).contains(day) else {
            return nil
        }
        for suffix in ["st", "nd", "rd", "th", "."] as [StaticString]
        where take(suffix, &place, limit) { break }
        skipParts(&place, limit)
        guard let year = year(&place, limit) else { return nil }
        at = place
        return Day(year: year, month: month, day: day)
    }

    private func yearFirst(_ year: Int, _ at: inout Int, _ limit: Int) -> Day? {
        if take("年", &at, limit) || take("년", &at, limit) {
            skipSpaces(&at, limit)
            guard let month = number(&at, limit, digits: 1...2),
                take("月", &at, limit) || take("월", &at, limit)
            else { return nil }
            skipSpaces(&at, limit)
            guard let day = number(&at, limit, digits: 1...2),
                take("日", &at, limit) || take("일", &at, limit)
            else { return nil }
            return Day(year: year, month: month, day: day)
        }
        guard at < limit, "-/.".utf8.contains(bytes[at]) else { return nil }
        let separator = bytes[at]
        at += 1
        skipSpaces(&at, limit)
        guard let month = number(&at, limit, digits: 1...2), at < limit, bytes[at] == separator
        else { return nil }
        at += 1
        skipSpaces(&at, limit)
        guard let day = number(&at, limit, digits: 1...2) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private func numeric(
        _ first: Int, _ at: inout Int, _ limit: Int,
        _ ambiguous: inout (first: Int, second: Int)?
    ) -> Day? {
        guard at < limit, "-/.".utf8.contains(bytes[at]) else { return nil }
        let separator = bytes[at]
        var place = at + 1
        if separator == UInt8(ascii: ".") { skipSpaces(&place, limit) }
        guard let second = number(&place, limit, digits: 1...2), place < limit,
            bytes[place] == separator
        else { return nil }
        place += 1
        if separator == UInt8(ascii: ".") { skipSpaces(&place, limit) }
        let start = place
        guard var year = number(&place, limit, digits: 2...4), place - start != 3 else {
            return nil
        }
        if place - start == 2 { year = Self.century(year) }
        guard (1970...2100).contains(year) else { return nil }
        at = place
        if separator == UInt8(ascii: ".") { return Day(year: year, month: second, day: first) }
        ambiguous = (first, second)
        let isDayFirst = first > 12 ? true : second > 12 ? false : isDayFirst
        return isDayFirst
            ? Day(year: year, month: second, day: first)
            : Day(year: year, month: first, day: second)
    }
}

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

    private static let one = WordSet(oneWords)

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

    @inline(__always)
    private func isDigit(_ place: Int) -> Bool { bytes[place] >= 0x30 && bytes[place] <= 0x39 }

    private func number(_ at: inout Int, _ limit: Int, digits: ClosedRange<Int>) -> Int? {
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

    private func skipSpaces(_ at: inout Int, _ limit: Int) {
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

    private func take(_ word: StaticString, _ at: inout Int, _ limit: Int) -> Bool {
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

    /// Marks and words between a day and a time of day.
    private func skipLinks(_ at: inout Int, _ limit: Int) {
        for _ in 0..<4 {
            skipSpaces(&at, limit)
            guard at < limit else { return }
            if ",-|@·•/T".utf8.contains(bytes[at])
                && !(bytes[at] == 0x54 && !nextIsDigit(at, limit))
            {
                at += 1
                continue
            }
            if take("·", &at, limit) || take("•", &at, limit) || take("–", &at, limit)
                || take("—", &at, limit) || take("»", &at, limit)
            {
                continue
            }
            let word = FoldedWords.word(bytes, from: at, to: limit)
            guard word.end > at, MonthNames.timeLinks.contains(word.hash) else { return }
            at = word.end
            _ = take(".", &at, limit)
        }
    }

    private func nextIsDigit(_ at: Int, _ limit: Int) -> Bool { at + 1 < limit && isDigit(at + 1) }

    private func time(_ at: inout Int, _ limit: Int) -> (Int, Int, Int)? {
        var place = at
        var isAfternoon = take("下午", &place, limit)
        var isMorning = !isAfternoon && take("上午", &place, limit)
        skipSpaces(&place, limit)
        guard var hour = number(&place, limit, digits: 1...2), place < limit else { return nil }
        // `12 h 30 min`, as French sites write.
        var spaced = place
        skipSpaces(&spaced, limit)
        let isSpaced = spaced > place && spaced < limit && bytes[spaced] == UInt8(ascii: "h")
        if isSpaced { place = spaced }
        let separator = bytes[place]
        guard
            separator == UInt8(ascii: ":") || separator == UInt8(ascii: "h")
                || separator == UInt8(ascii: ".")
        else { return nil }
        place += 1
        if isSpaced { skipSpaces(&place, limit) }
        guard let minute = number(&place, limit, digits: 2...2) else { return nil }
        var second = 0
        if place < limit, bytes[place] == UInt8(ascii: ":") {
            var more = place + 1
            if let value = number(&more, limit, digits: 2...2) {
                second = value
                place = more
            }
        }
        if place < limit, isDigit(place) { return nil }
        var after = place
        skipSpaces(&after, limit)
        let word = FoldedWords.word(bytes, from: after, to: limit)
        var hasSuffix = false
        if Self.afternoon.contains(word.hash), word.end > after {
            (isAfternoon, hasSuffix, place) = (true, true, word.end)
        } else if Self.morning.contains(word.hash), word.end > after {
            (isMorning, hasSuffix, place) = (true, true, word.end)
        } else if Self.clock.contains(word.hash), word.end > after {
            (hasSuffix, place) = (true, word.end)
        } else if take("p.m.", &after, limit) || take("P.M.", &after, limit) {
            (isAfternoon, hasSuffix, place) = (true, true, after)
        } else if take("a.m.", &after, limit) || take("A.M.", &after, limit) {
            (isMorning, hasSuffix, place) = (true, true, after)
        }
        // `14.05` is as well a number, unless a word says that it is a time.
        if separator == UInt8(ascii: "."), !hasSuffix { return nil }
        if isAfternoon, hour < 12 { hour += 12 }
        if isMorning, hour == 12 { hour = 0 }
        guard hour < 24, minute < 60 else { return nil }
        at = place
        return (hour, minute, min(second, 59))
    }

    private static let afternoon: WordSet = WordSet([FoldedWords.phrase("pm")])
    private static let morning: WordSet = WordSet([FoldedWords.phrase("am")])
    private static let clock: WordSet = WordSet(
        ["uhr", "h", "hrs", "uur", "min"].map(FoldedWords.phrase))
    private static let utc: WordSet = WordSet(["utc", "gmt", "z"].map(FoldedWords.phrase))

    private func isUTC(_ at: inout Int, _ limit: Int) -> Bool {
        var place = at
        skipSpaces(&place, limit)
        let word = FoldedWords.word(bytes, from: place, to: limit)
        guard word.end > place, Self.utc.contains(word.hash) else { return false }
        at = word.end
        return true
    }

    /// The end of a date told from today, such as "3 years ago", "vor 2 Tagen", "yesterday".
    private func relative(_ start: Int, _ limit: Int) -> Int? {
        var at = start
        let first = FoldedWords.word(bytes, from: at, to: limit)
        if first.end > at, MonthNames.days.contains(first.hash) {
            at = first.end
            skipLinks(&at, limit)
            return time(&at, limit) == nil ? first.end : at
        }
        var isSince = false
        if first.end > at, MonthNames.since.contains(first.hash) {
            isSince = true
            at = first.end
            skipSpaces(&at, limit)
            _ = take("y a ", &at, limit)
            skipSpaces(&at, limit)
        }
        if number(&at, limit, digits: 1...3) == nil {
            let word = FoldedWords.word(bytes, from: at, to: limit)
            guard word.end > at, Self.one.contains(word.hash) else { return nil }
            at = word.end
        }
        if take("日前", &at, limit) || take("年前", &at, limit) || take("時間前", &at, limit)
            || take("分前", &at, limit) || take("天前", &at, limit)
        {
            return at
        }
        skipSpaces(&at, limit)
        let unit = FoldedWords.word(bytes, from: at, to: limit)
        guard unit.end > at, MonthNames.units.contains(unit.hash) else { return nil }
        at = unit.end
        if isSince { return at }
        skipSpaces(&at, limit)
        let ago = FoldedWords.word(bytes, from: at, to: limit)
        guard ago.end > at, MonthNames.ago.contains(ago.hash) else { return nil }
        return ago.end
    }
}

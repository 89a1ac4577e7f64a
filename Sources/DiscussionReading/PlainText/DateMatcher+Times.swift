/// Times of day, and dates that are told from today.
extension DateMatcher {
    /// Marks and words between a day and a time of day.
    func skipLinks(_ at: inout Int, _ limit: Int) {
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

    /// Hour, minute and second of the time of day that starts at a place, which moves behind it.
    func time(_ at: inout Int, _ limit: Int) -> (Int, Int, Int)? {
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

    /// Whether a word for UTC follows, behind which the place then moves.
    func isUTC(_ at: inout Int, _ limit: Int) -> Bool {
        var place = at
        skipSpaces(&place, limit)
        let word = FoldedWords.word(bytes, from: place, to: limit)
        guard word.end > place, Self.utc.contains(word.hash) else { return false }
        at = word.end
        return true
    }

    /// The end of a date told from today, such as "3 years ago", "vor 2 Tagen", "yesterday".
    func relative(_ start: Int, _ limit: Int) -> Int? {
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

/// The form of the line or lines with which a comment begins, written as an example.
///
/// `"{n}. {name} {says}:"` is the header of `12. Name says:`. In a template `{n}` is the comment's
/// number, `{count}` any other, `{name}` the author, `{parent}` whom the comment answers, `{date}`
/// a date, `{says}` `{by}` `{on}` `{dot}` `{to}` a phrase of `PhraseClass`; `{text}` at the end lets
/// the comment begin on the header line, `?` behind a mark makes it optional, `\n` goes on to the
/// next line that is not blank. A space stands for any number of them, but one at least.
struct HeaderTemplate: Sendable {
    private enum Element: Sendable {
        case space
        case mark([UInt8], isOptional: Bool)
        case number
        case count
        case name
        case parent
        case date
        case phrase(PhraseClass)
        case text
        case nextLine
    }

    /// What a header says.
    struct Match {
        /// The number of the comment on its page.
        var ordinal: Int?
        /// The bytes of the author's name.
        var name: Range<Int>?
        /// The bytes of the name of whom the comment answers.
        var parent: Range<Int>?
        /// The bytes of the date.
        var date: Range<Int>?
        /// Where the text begins on the header's last line; its end without text.
        var textStart = 0
        /// The header's last line.
        var lastLine = 0
        /// Which phrases were used, as one number.
        var choices = 0
    }

    private let elements: [Element]
    /// What the first line must have, to spare the attempt.
    let needsDate: Bool
    let needsDateBelow: Bool
    let needsColon: Bool
    let startsWithNumber: Bool
    /// Whether a line may be longer than what is usual for a header.
    let allowsText: Bool
    let hasNumber: Bool
    let hasDate: Bool

    /// Reads a template. A wrong one is a mistake of ours and matches nothing.
    init(_ template: String) {
        var elements: [Element] = []
        var rest = Substring(template)
        while let character = rest.first {
            if character == "{", let close = rest.firstIndex(of: "}") {
                let word = rest[rest.index(after: rest.startIndex)..<close]
                rest = rest[rest.index(after: close)...]
                switch word {
                case "n": elements.append(.number)
                case "count": elements.append(.count)
                case "name": elements.append(.name)
                case "parent": elements.append(.parent)
                case "date": elements.append(.date)
                case "text": elements.append(.text)
                case "says": elements.append(.phrase(.says))
                case "by": elements.append(.phrase(.by))
                case "on": elements.append(.phrase(.on))
                case "dot": elements.append(.phrase(.dot))
                default: elements.append(.phrase(.repliesTo))
                }
                continue
            }
            rest = rest.dropFirst()
            if character == " " {
                elements.append(.space)
            } else if character == "\n" {
                elements.append(.nextLine)
            } else {
                let isOptional = rest.first == "?"
                if isOptional { rest = rest.dropFirst() }
                elements.append(.mark(Array(String(character).utf8), isOptional: isOptional))
            }
        }
        self.elements = elements
        var firstLine = true
        var flags = (date: false, below: false, colon: false, text: false)
        for element in elements {
            switch element {
            case .nextLine: firstLine = false
            case .date: if firstLine { flags.date = true } else { flags.below = true }
            case .mark(let bytes, false) where bytes == [0x3A] && firstLine: flags.colon = true
            case .text: flags.text = true
            default: continue
            }
        }
        needsDate = flags.date
        needsDateBelow = flags.below
        needsColon = flags.colon
        allowsText = flags.text
        hasDate = flags.date || flags.below
        var startsWithNumber = false
        switch elements.first {
        case .number: startsWithNumber = true
        case .mark(let bytes, _): startsWithNumber = bytes == Array("#".utf8)
        default: break
        }
        self.startsWithNumber = startsWithNumber
        hasNumber = elements.contains { if case .number = $0 { true } else { false } }
    }

    /// Matches the lines from `line` on; `dates` tells the date of a line, found once for all.
    func match(_ page: Page, line: Int, dates: [Range<Int>?]) -> Match? {
        var match = Match()
        match.lastLine = line
        let state = State(page: page, dates: dates)
        guard matches(0, page.lines[line].start, line, state, &match) else { return nil }
        return match
    }

    private struct State {
        let page: Page
        let dates: [Range<Int>?]
    }

    /// Matches the elements from `index` on at a place in a line. Names are as short as possible.
    private func matches(
        _ index: Int, _ place: Int, _ line: Int, _ state: State, _ match: inout Match
    ) -> Bool {
        let page = state.page
        let limit = page.lines[line].end
        guard index < elements.count else {
            guard PageChrome.isTail(page.bytes, place, limit) else { return false }
            match.textStart = limit
            match.lastLine = line
            return true
        }
        switch elements[index] {
        case .space:
            var next = place
            while next < limit, page.bytes[next] == 0x20 || page.bytes[next] == 0x09 { next += 1 }
            if next + 1 < limit, page.bytes[next] == 0xC2, page.bytes[next + 1] == 0xA0 {
                next += 2
            }
            // `Jane Author12 May 2019`: a badge may touch the date behind it.
            let touchesDate = next == place && state.dates[line]?.lowerBound == place
            guard next > place || place == page.lines[line].start || touchesDate else {
                return false
            }
            return matches(index + 1, next, line, state, &match)
        case .mark(let bytes, let isOptional):
            let end = place + bytes.count
            if end <= limit, page.bytes[place..<end].elementsEqual(bytes),
                matches(index + 1, end, line, state, &match)
            {
                return true
            }
            return isOptional && matches(index + 1, place, line, state, &match)
        case .number, .count:
            var end = place
            var value = 0
            while end < limit, end - place < 7, (0x30...0x39).contains(page.bytes[end]) {
                value = value * 10 + Int(page.bytes[end]) - 0x30
                end += 1
            }
            guard end > place, matches(index + 1, end, line, state, &match) else { return false }
            if case .number = elements[index] { match.ordinal = value }
            return true
        case .date:
            guard let date = state.dates[line], date.lowerBound == place,
                matches(index + 1, date.upperBound, line, state, &match)
            else { return false }
            match.date = date
            return true
        case .phrase(let phrases):
            guard let (phrase, end) = phrases.match(page.bytes, at: place, limit: limit),
                matches(index + 1, end, line, state, &match)
            else { return false }
            match.choices = match.choices * 97 + phrase + 1
            return true
        case .text:
            var next = place
            while next < limit, page.bytes[next] == 0x20 || page.bytes[next] == 0x09 { next += 1 }
            match.textStart = next
            match.lastLine = line
            return true
        case .nextLine:
            let next = page.nextText[line]
            guard place == limit || PageChrome.isTail(page.bytes, place, limit),
                next < page.lines.count, next - line <= 3
            else { return false }
            return matches(index + 1, page.lines[next].start, next, state, &match)
        case .name, .parent:
            guard let end = wildcardEnd(index, place, line, state, &match) else { return false }
            if case .name = elements[index] {
                match.name = place..<end
            } else {
                match.parent = place..<end
            }
            return true
        }
    }

    /// The end of the shortest name behind which the rest matches.
    private func wildcardEnd(
        _ index: Int, _ place: Int, _ line: Int, _ state: State, _ match: inout Match
    ) -> Int? {
        let page = state.page
        let limit = page.lines[line].end
        guard place < limit else { return nil }
        // Nothing but white space may lie between a name and what the rest of the line is.
        if index + 1 == elements.count {
            match.textStart = limit
            match.lastLine = line
            return limit
        }
        if case .nextLine = elements[index + 1] {
            return matches(index + 1, limit, line, state, &match) ? limit : nil
        }
        let isBeforeSpace = if case .space = elements[index + 1] { true } else { false }
        var end = place + 1
        while end < limit {
            let byte = page.bytes[end]
            let isCandidate =
                isBeforeSpace
                ? (byte == 0x20 || byte == 0x09 || byte == 0xC2) && page.bytes[end - 1] != 0x20
                    || state.dates[line]?.lowerBound == end
                : byte & 0xC0 != 0x80
            if isCandidate, matches(index + 1, end, line, state, &match) { return end }
            end += 1
        }
        return nil
    }
}

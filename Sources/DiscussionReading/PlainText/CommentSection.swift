import DiscussionModel

/// The comments of a page, read with the layout that fits it.
struct CommentSection {
    /// One comment as it stands on the page.
    private struct Entry {
        var line: Int
        var lastLine: Int
        var ordinal: Int?
        var name: Range<Int>?
        var parent: Range<Int>?
        var date: Range<Int>?
        /// Where the text begins on the header's line; empty without text.
        var head: Range<Int>
        var headLine: Int
    }

    /// The comments in the order of the page.
    private(set) var comments: [Comment] = []
    /// The first line of the first comment.
    let firstLine: Int
    /// One past the last line of the last comment.
    private(set) var endLine = 0

    private let features: PageFeatures
    private let reading: LayoutReading
    private var page: Page { features.page }

    /// Reads the comments and writes down what their lines are.
    ///
    /// - Complexity: O(bytes of the page).
    init(_ reading: LayoutReading, _ features: PageFeatures, roles: inout [LineRole]) {
        self.reading = reading
        self.features = features
        var entries = reading.headers.map { Self.entry($0, features.page) }
        firstLine = entries[0].line
        entries = withNameless(entries)
        entries = Self.withSplitNames(entries, features.page)
        let chrome = linesBeforeHeaders(entries)
        endLine = end(of: entries)
        let parents = statedParents(entries)
        let ids = Self.ids(entries)
        let matcher = features.matcher()
        let datesBelow = datesBelow(entries, chrome)
        for (place, entry) in entries.enumerated() {
            let next = place + 1 < entries.count ? entries[place + 1].line : endLine
            for line in entry.line...entry.lastLine where !page.lines[line].isBlank {
                roles[line] = .header
            }
            let head = entry.head.isEmpty ? nil : entry.head
            var entry = entry
            var body = textLines(
                entry.lastLine + 1..<max(entry.lastLine + 1, next), chrome, goesOn: head != nil)
            if let line = datesBelow[place], body.last == line {
                roles[line] = .header
                entry.date = features.dates[line]
                body = textLines(body.dropLast(), chrome, goesOn: head != nil)
            }
            for line in body where !page.lines[line].isBlank { roles[line] = .comment }
            if head != nil { roles[entry.headLine] = .comment }
            comments.append(
                Comment(
                    id: ids[place], nameAsWritten: entry.name.map { page.text($0) },
                    posted: entry.date.flatMap { posted($0, matcher) },
                    text: page.block(body, head: head),
                    statedParent: parents[place].map { $0 < 0 ? Article.id : ids[$0] }))
        }
    }

    /// The moment of a date; one that is told from today goes back from when the page was saved.
    private func posted(_ date: Range<Int>, _ matcher: DateMatcher) -> Timestamp? {
        guard let found = matcher.match(at: date.lowerBound, limit: date.upperBound) else {
            return nil
        }
        if let timestamp = found.timestamp { return timestamp }
        return page.saved.flatMap {
            RelativeTime.timestamp(in: page.bytes, found.range, before: $0)
        }
    }

    private static func entry(_ match: HeaderMatch, _ page: Page) -> Entry {
        let header = match.header
        let dateBelow = match.dateLine
        return Entry(
            line: match.line, lastLine: match.lastLine, ordinal: header.ordinal,
            name: header.name.map { NamePlausibility.withoutBadge(page.bytes, $0) },
            parent: header.parent,
            date: header.date ?? dateBelow.map { page.lines[$0].range },
            head: header.textStart..<max(header.textStart, page.lines[header.lastLine].end),
            headLine: header.lastLine)
    }

    /// The lines of a body without the controls at its ends and without what links in from afar.
    ///
    /// - Parameter goesOn: whether the text began on the header's line.
    private func textLines(
        _ range: Range<Int>, _ chrome: Set<Int>, goesOn: Bool
    ) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        if let pingback = range.first(where: { isPingback($0) }) { upper = pingback }
        while !goesOn, lower < upper,
            page.lines[lower].isBlank || features.kinds[lower].contains(.control)
        {
            lower += 1
        }
        while upper > lower {
            let line = upper - 1
            let isChrome =
                page.lines[line].isBlank || features.kinds[line].contains(.control)
                || chrome.contains(line) || isTailLine(line)
            guard isChrome else { break }
            upper -= 1
        }
        return lower..<upper
    }

    /// The last lines of the comments where they are dates and the headers have none.
    private func datesBelow(_ entries: [Entry], _ chrome: Set<Int>) -> [Int: Int] {
        guard entries.count >= 2, !entries.contains(where: { $0.date != nil }) else { return [:] }
        var lines: [Int: Int] = [:]
        for (place, entry) in entries.enumerated() {
            let next = place + 1 < entries.count ? entries[place + 1].line : endLine
            let body = textLines(
                entry.lastLine + 1..<max(entry.lastLine + 1, next), chrome, goesOn: true)
            if let last = body.last, features.isDateLine[last] { lines[place] = last }
        }
        return lines.count * 10 >= entries.count * 8 ? lines : [:]
    }

    /// Whether a line is controls and marks only, such as `[ reply ]` or `5 Likes Reply`.
    private func isTailLine(_ line: Int) -> Bool {
        let range = page.lines[line].range
        guard range.count <= 60, PageChrome.isTail(page.bytes, range.lowerBound, range.upperBound)
        else { return false }
        return range.contains { FoldedWords.letterLength(page.bytes, $0, range.upperBound) > 0 }
    }

    private func isPingback(_ line: Int) -> Bool {
        let start = page.bytes[page.lines[line].range].prefix(10)
        return start.elementsEqual("Pingback: ".utf8) || start.elementsEqual("Trackback:".utf8)
            || start.elementsEqual("Pingback:".utf8)
    }

    /// Lines before headers that say the same each time, such as a forum's `Re: topic`.
    private func linesBeforeHeaders(_ entries: [Entry]) -> Set<Int> {
        guard entries.count >= 3 else { return [] }
        var lines: [Int] = []
        var counts: [UInt64: Int] = [:]
        for entry in entries {
            var line = entry.line - 1
            while line > 0, page.lines[line].isBlank, entry.line - line <= 3 { line -= 1 }
            guard line >= 0, !page.lines[line].isBlank, page.lines[line].count <= 200 else {
                continue
            }
            lines.append(line)
            counts[page.hash(page.lines[line].range), default: 0] += 1
        }
        let minimum = max(2, entries.count / 2)
        return Set(
            lines.filter { counts[page.hash(page.lines[$0].range), default: 0] >= minimum })
    }

    /// The ids: the page's own numbers where they are all there and different, else ordinals.
    private static func ids(_ entries: [Entry]) -> [String] {
        let numbers = entries.compactMap(\.ordinal)
        let areOwn =
            numbers.count == entries.count && Set(numbers).count == numbers.count
            && !numbers.contains(0)
        return areOwn ? numbers.map { String($0) } : entries.indices.map { String($0 + 1) }
    }
}

// MARK: - Where the comments end

extension CommentSection {
    /// One past the last line of the last comment: at the page's form or foot, where the text is
    /// less indented than in all other comments, or behind the control that ends all others.
    private func end(of entries: [Entry]) -> Int {
        let last = entries[entries.count - 1]
        var end = page.lines.count
        var least = Int.max
        var controlled = 0
        for (place, entry) in entries.dropLast().enumerated() {
            var lastText: Int?
            for line in entry.lastLine + 1..<max(entry.lastLine + 1, entries[place + 1].line)
            where !page.lines[line].isBlank {
                least = min(least, page.lines[line].indent)
                lastText = line
            }
            if let lastText, features.kinds[lastText].contains(.control) { controlled += 1 }
        }
        let endsWithControl = entries.count >= 3 && controlled * 10 >= (entries.count - 1) * 6
        var hasText = !last.head.isEmpty
        for line in last.lastLine + 1..<max(last.lastLine + 1, page.lines.count)
        where !page.lines[line].isBlank {
            if entries.count >= 3, least != Int.max, page.lines[line].indent < least {
                end = line
                break
            }
            if features.kinds[line].contains(.end), hasText {
                end = line
                break
            }
            if hasText, endsWithControl, features.kinds[line].contains(.control) {
                end = line
                break
            }
            if !features.kinds[line].contains(.control) { hasText = true }
        }
        return end
    }
}

// MARK: - Comments without a name

extension CommentSection {
    /// The entries with those whose author's name was lost: their numbers are missing in the row,
    /// or they have the verb or the date of the others and no name.
    private func withNameless(_ entries: [Entry]) -> [Entry] {
        var all = entries
        if reading.layout.header.hasNumber {
            all += numberedNameless(entries)
        } else {
            all += datedNameless(entries)
        }
        return all.sorted { $0.line < $1.line }
    }

    private func numberedNameless(_ entries: [Entry]) -> [Entry] {
        var found: [Entry] = []
        let step =
            entries.count < 2 || (entries[1].ordinal ?? 0) > (entries[0].ordinal ?? 0) ? 1 : -1
        for (entry, next) in zip(entries, entries.dropFirst()) {
            guard let low = entry.ordinal, let high = next.ordinal,
                (high - low) * step > 1, (high - low) * step <= 20
            else { continue }
            var number = low + step
            var from = entry.lastLine + 1
            while number != high {
                guard
                    let line = numbered(number, in: from..<next.line, indent: entry, anyText: true)
                else { break }
                found.append(line)
                from = line.line + 1
                number += step
            }
        }
        if step == 1, let last = entries.last, let ordinal = last.ordinal {
            var number = ordinal + 1
            var from = last.lastLine + 1
            while let line = numbered(
                number, in: from..<page.lines.count, indent: last, anyText: false)
            {
                found.append(line)
                from = line.line + 1
                number += 1
            }
        }
        if step == 1, let first = entries.first, let ordinal = first.ordinal, ordinal == 2,
            let line = numbered(
                1, in: max(0, first.line - 400)..<first.line, indent: first, anyText: false)
        {
            found.append(line)
        }
        return found
    }

    /// The line in a range that begins with a number and, if it can be had, a mention.
    private func numbered(
        _ number: Int, in range: Range<Int>, indent like: Entry, anyText: Bool
    ) -> Entry? {
        let start = Array("\(number).".utf8)
        let indent = page.lines[like.line].indent
        var plain: Entry?
        for line in range where !page.lines[line].isBlank {
            let text = page.lines[line]
            guard abs(text.indent - indent) <= 1, page.bytes[text.range].starts(with: start) else {
                continue
            }
            var place = text.start + start.count
            while place < text.end, page.bytes[place] == 0x20 { place += 1 }
            let entry = Entry(
                line: line, lastLine: line, ordinal: number, head: place..<text.end, headLine: line)
            if place < text.end, page.bytes[place] == UInt8(ascii: "@") { return entry }
            if plain == nil, line > 0, page.lines[line - 1].isBlank { plain = entry }
        }
        return anyText ? plain : nil
    }

    private func datedNameless(_ entries: [Entry]) -> [Entry] {
        let dated = reading.headers.count { $0.dateLine != nil }
        guard dated >= 3, dated == reading.headers.count else { return [] }
        var found: [Entry] = []
        for (place, entry) in entries.enumerated() {
            let end =
                place + 1 < entries.count ? entries[place + 1].line : entry.lastLine + 1
            for line in entry.lastLine + 1..<max(entry.lastLine + 1, end)
            where features.isDateLine[line] && line > 0 && page.lines[line - 1].isBlank {
                found.append(
                    Entry(
                        line: line, lastLine: line, date: features.dates[line],
                        head: page.lines[line].end..<page.lines[line].end, headLine: line))
            }
        }
        return found
    }
}

// MARK: - Whom a comment answers by the layout

extension CommentSection {
    /// Names of two commenters in one, as when the arrow between them was lost, taken apart.
    private static func withSplitNames(_ entries: [Entry], _ page: Page) -> [Entry] {
        var counts: [UInt64: Int] = [:]
        for entry in entries {
            guard let name = entry.name else { continue }
            counts[page.hash(name), default: 0] += 1
            // Two spaces are where the arrow was: both sides are names.
            guard name.count <= 120 else { continue }
            for gap in name.dropLast() where page.bytes[gap] == 0x20 && page.bytes[gap + 1] == 0x20
            {
                counts[page.hash(name.lowerBound..<gap), default: 0] += 1
                counts[page.hash(gap + 2..<name.upperBound), default: 0] += 1
            }
        }
        var result = entries
        for place in result.indices {
            guard let name = result[place].name, result[place].parent == nil, name.count <= 120,
                counts[page.hash(name), default: 0] <= 3
            else { continue }
            for gap in name where page.bytes[gap] == 0x20 {
                let first = name.lowerBound..<gap
                var start = gap + 1
                while start < name.upperBound, page.bytes[start] == 0x20 { start += 1 }
                let second = start..<name.upperBound
                guard !second.isEmpty, counts[page.hash(first)] != nil,
                    counts[page.hash(second)] != nil
                else { continue }
                result[place].name = first
                result[place].parent = second
                break
            }
        }
        return result
    }

    /// For each entry the one it answers by the page's layout, -1 for the article; `nil` where the
    /// layout does not say. A name stands for the last comment before under it.
    private func statedParents(_ entries: [Entry]) -> [Int?] {
        var parents: [Int?] = nested(entries) ?? entries.map { _ in nil }
        var last: [UInt64: Int] = [:]
        for (place, entry) in entries.enumerated() {
            if let parent = entry.parent, let answered = last[page.hash(parent)] {
                parents[place] = answered
            }
            if let name = entry.name { last[page.hash(name)] = place }
        }
        return parents
    }

    /// The parents by indentation, `nil` unless the headers clearly nest: several levels, none
    /// skipped on the way in.
    private func nested(_ entries: [Entry]) -> [Int?]? {
        let indents = entries.map { page.lines[$0.line].indent }
        var steps: [Int] = []
        for indent in Set(indents).sorted() where indent - (steps.last ?? -2) >= 2 {
            steps.append(indent)
        }
        guard steps.count >= 2, steps.count <= 16 else { return nil }
        let levels = indents.map { indent in (steps.lastIndex { $0 <= indent }) ?? 0 }
        guard levels[0] == 0, levels.count(where: { $0 > 0 }) >= 2 || entries.count <= 4 else {
            return nil
        }
        var path: [Int] = []
        var parents: [Int?] = []
        for (place, level) in levels.enumerated() {
            guard level <= path.count else { return nil }
            path.removeLast(path.count - level)
            parents.append(path.last ?? -1)
            path.append(place)
        }
        return parents
    }
}

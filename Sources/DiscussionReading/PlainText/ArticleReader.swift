import DiscussionModel

/// Reads the article of a page: what stands above its comments.
struct ArticleReader {
    /// Text of at least this many bytes in one line is a paragraph, not a headline.
    static let paragraphBytes = 160
    private static let longestHeadline = 200

    private let features: PageFeatures
    private let end: Int
    private var page: Page { features.page }
    /// The lines with text, from the top to `end`.
    private let texts: [Int]

    /// What was read.
    private(set) var article = Article()
    /// The line of a remark of the page that it has no comments.
    private(set) var noCommentsLine: Int?

    /// Reads the lines above `end` and writes down what they are.
    ///
    /// - Complexity: O(bytes of the lines).
    init(_ features: PageFeatures, end: Int, roles: inout [LineRole]) {
        self.features = features
        self.end = end
        texts = (0..<end).filter { !features.page.lines[$0].isBlank }
        noCommentsLine = features.kinds.indices.first { features.kinds[$0].contains(.noComments) }
        let title = titleLine()
        if let title {
            article.title = page.text(ofLine: title)
            roles[title] = .title
        }
        let start = title.map { $0 + 1 } ?? 0
        readTop(from: start, title: title, roles: &roles)
        let bodyEnd = readEnd(from: start, roles: &roles)
        readBody(start..<max(start, bodyEnd), roles: &roles)
    }

    private func isChrome(_ line: Int) -> Bool {
        !features.kinds[line].isDisjoint(
            with: [.control, .navigation, .noComments, .heading, .end])
    }

    private func isMarksOnly(_ line: Int) -> Bool {
        let range = page.lines[line].range
        return range.count <= 40
            && !range.contains { place in
                FoldedWords.letterLength(page.bytes, place, range.upperBound) > 0
                    || (0x30...0x39).contains(page.bytes[place])
            }
    }

    private func isURL(_ line: Int) -> Bool {
        let text = page.bytes[page.lines[line].range]
        return
            (text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8)
            || text.starts(with: "www.".utf8)) && !text.contains(0x20)
    }
}

// MARK: - The headline

extension ArticleReader {
    /// Whether a line can be a headline: short, no sentence, no list point, no date, no address.
    private func isHeadline(_ line: Int) -> Bool {
        let range = page.lines[line].range
        guard range.count <= Self.longestHeadline, !features.isDateLine[line], !isURL(line),
            !isMarksOnly(line), !isChrome(line)
        else { return false }
        let bytes = page.bytes
        let last = bytes[range.upperBound - 1]
        let endsInDots =
            range.count > 3
            && bytes[(range.upperBound - 3)..<range.upperBound]
                .elementsEqual("...".utf8)
        if ".,;:".utf8.contains(last) && !endsInDots { return false }
        if "-*>".utf8.contains(bytes[range.lowerBound]) { return false }
        var words = 0
        var place = range.lowerBound
        while place < range.upperBound {
            let word = FoldedWords.word(bytes, from: place, to: range.upperBound)
            if word.end > place {
                words += 1
                place = word.end
            } else {
                place += 1
            }
        }
        return words <= 26
    }

    private func titleLine() -> Int? {
        guard let first = texts.first(where: { !isSkipped($0) }) else { return nil }
        if let quoted = quotedTitle() { return quoted }
        guard isHeadline(first) else { return nil }
        // One line is a text without headline, unless there is nothing else on the page.
        guard texts.count > 1 || end < page.lines.count else { return nil }
        if let inner = titleWithoutSite(first) { return inner }
        let before = texts.prefix { page.lines[$0].count < Self.paragraphBytes }
        if before.count >= 10, before.count < texts.count, wordCount(first) <= 3 {
            // Navigation above: the headline is the nearest line of some words to the text.
            let near = before.suffix(8)
            return near.last { isHeadline($0) && wordCount($0) >= 4 && !isByline($0) } ?? first
        }
        return first
    }

    private func isSkipped(_ line: Int) -> Bool {
        isURL(line) || isMarksOnly(line) || features.isDateLine[line] || isByline(line)
            || !features.kinds[line].isDisjoint(with: [.navigation, .control])
    }

    private func wordCount(_ line: Int) -> Int {
        let range = page.lines[line].range
        return page.bytes[range].split(separator: 0x20).count
    }

    /// The line that a heading of the comments names, as in `3 thoughts on “Title”`.
    private func quotedTitle() -> Int? {
        let quotes = ["“", "„", "«", "\"", "‘", "»", "”"].map { Array($0.utf8) }
        for heading in features.kinds.indices where features.kinds[heading].contains(.heading) {
            let line = page.lines[heading]
            for quote in quotes {
                guard let open = page.bytes[line.range].firstPlace(of: quote) else { continue }
                var start = open + quote.count
                while start < line.end, page.bytes[start] == 0x20 { start += 1 }
                let rest = page.bytes[start..<line.end]
                let match = texts.last { text in
                    let range = page.lines[text].range
                    return range.count >= 3 && range.count + 8 >= rest.count
                        && range.count <= rest.count && text < heading
                        && rest.starts(with: page.bytes[range])
                }
                if let match { return match }
            }
        }
        return nil
    }

    /// The line that says the same as the first without the site's name, as in `Title – Site`.
    private func titleWithoutSite(_ first: Int) -> Int? {
        let whole = page.bytes[page.lines[first].range]
        return texts.dropFirst().prefix(60).first { line in
            let text = page.bytes[page.lines[line].range]
            guard text.count >= 8, text.count < whole.count, whole.starts(with: text) else {
                return false
            }
            let rest = whole.dropFirst(text.count).drop { $0 == 0x20 }
            return ["-", "|", "–", "—", "«", "»", "·", "•", ":"].contains {
                rest.starts(with: $0.utf8)
            }
        }
    }
}

// MARK: - The author and the date

extension ArticleReader {
    /// Reads the lines between headline and text: by-line, date, address.
    private mutating func readTop(from start: Int, title: Int?, roles: inout [LineRole]) {
        let above = texts.filter { $0 < title ?? 0 }.suffix(4)
        let below = texts.lazy.filter { $0 >= start }.prefix(14)
        var previous: Int?
        for line in Array(above) + Array(below) {
            defer { previous = line }
            if isURL(line) {
                if article.url == nil {
                    article.url = page.text(ofLine: line)
                    roles[line] = .byline
                }
                continue
            }
            guard page.lines[line].count < Self.paragraphBytes else { break }
            let isByline = readByline(line) || readReadingTime(line, below: previous, title, &roles)
            if isByline { roles[line] = .byline }
            if !isByline, features.isDateLine[line], let date = features.dates[line] {
                takeDate(date)
                roles[line] = .byline
                if article.author == nil, let previous, previous != title, previous >= start,
                    isPersonName(page.lines[previous].range)
                {
                    article.author = page.text(ofLine: previous)
                    roles[previous] = .byline
                }
            }
        }
    }

    private mutating func takeDate(_ range: Range<Int>) {
        guard article.published == nil else { return }
        var found = features.matcher().match(at: range.lowerBound, limit: range.upperBound)?
            .timestamp
        if let day = found, day.precision == .localTime, day.seconds % 86_400 == 0 {
            found = Timestamp(seconds: day.seconds, precision: .day)
        }
        article.published = found
    }

    /// Whether a short line is that of an author, such as `By Jane Roe` or `Jane Roe | May 3, 2020`.
    private func isByline(_ line: Int) -> Bool { byline(line) != nil }

    private mutating func readByline(_ line: Int) -> Bool {
        guard let (name, date) = byline(line) else { return false }
        if article.author == nil { article.author = page.text(name) }
        if let date { takeDate(date) }
        return true
    }

    private func byline(_ line: Int) -> (name: Range<Int>, date: Range<Int>?)? {
        let text = page.lines[line]
        guard text.count < Self.paragraphBytes else { return nil }
        let date = features.dates[line]
        var place = text.start
        // `Posted on May 3, 2020 by Jane Roe`: the phrase stands behind the date.
        if let date, let after = phraseAfter(date, text.end) {
            if isPersonName(after..<text.end) { return (after..<text.end, date) }
        }
        if let (_, end) = PhraseClass.by.match(page.bytes, at: place, limit: text.end) {
            place = end
            while place < text.end, page.bytes[place] == 0x20 { place += 1 }
            let name = trimmedName(place..<(date?.lowerBound ?? text.end))
            if isPersonName(name), date != nil || name.upperBound >= text.end - 1 {
                return (name, date)
            }
        }
        guard let date, date.lowerBound > text.start else { return nil }
        let name = trimmedName(text.start..<date.lowerBound)
        let hasMark = name.upperBound + 1 < date.lowerBound
        return hasMark && isPersonName(name) && date.upperBound >= text.end - 2 ? (name, date) : nil
    }

    private func phraseAfter(_ date: Range<Int>, _ end: Int) -> Int? {
        var place = date.upperBound
        while place < end, page.bytes[place] == 0x20 || ",|-".utf8.contains(page.bytes[place]) {
            place += 1
        }
        guard place < end,
            let phrase = PhraseClass.by.match(page.bytes, at: place, limit: end)
        else { return nil }
        place = phrase.end
        while place < end, page.bytes[place] == 0x20 { place += 1 }
        return place < end ? place : nil
    }

    /// A name without the marks and words before a date.
    private func trimmedName(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound {
            let before = page.bytes[end - 1]
            if " ,|-/(".utf8.contains(before) {
                end -= 1
                continue
            }
            var start = end
            while start > range.lowerBound, page.bytes[start - 1] != 0x20 { start -= 1 }
            guard start > range.lowerBound else { break }
            let word = FoldedWords.word(page.bytes, from: start, to: end)
            let isMark = word.end == start && page.bytes[start] >= 0x80
            let isLink = word.end == end && Self.dateLinks.contains(word.hash)
            guard isMark || isLink else { break }
            end = start
        }
        return range.lowerBound..<end
    }

    private static let dateLinks: WordSet = WordSet(
        ["on", "am", "vom", "le", "el", "em", "il", "op", "dnia", "at", "published", "updated"]
            .map(FoldedWords.phrase))

    /// Whether bytes are a person's name: two to five words that begin with capitals, or one.
    private func isPersonName(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 60,
            NamePlausibility.value(page.bytes, range) >= 0.8
        else { return false }
        let words = page.bytes[range].split(separator: 0x20)
        guard words.count <= 5, let first = words.first?.first else { return false }
        let capitals = words.count { word in
            word.first.map { $0 >= 0x80 || (0x41...0x5A).contains($0) } ?? false
        }
        let isWritten = first >= 0x80 || (0x41...0x5A).contains(first)
        return isWritten && capitals * 2 > words.count
            && !page.bytes[range].contains { (0x30...0x39).contains($0) }
    }

    /// Reads `6 min readMar 1, 2020`, where the line above is the author's.
    private mutating func readReadingTime(
        _ line: Int, below previous: Int?, _ title: Int?, _ roles: inout [LineRole]
    ) -> Bool {
        let text = page.lines[line]
        guard text.count < 80, (0x30...0x39).contains(page.bytes[text.start]) else { return false }
        let marks = [
            "min read", "minute read", "min de lecture", "Min. Lesezeit", "min de lectura",
        ]
        for mark in marks.map({ Array($0.utf8) }) {
            guard let place = page.bytes[text.range].firstPlace(of: mark),
                place - text.start <= 4
            else { continue }
            var after = place + mark.count
            while after < text.end, !isDateStart(after, text.end) { after += 1 }
            if after < text.end,
                let found = features.matcher().match(at: after, limit: text.end)
            {
                takeDate(found.range)
            }
            if article.author == nil, let previous, previous != title,
                isPersonName(page.lines[previous].range)
            {
                article.author = page.text(ofLine: previous)
                roles[previous] = .byline
            }
            return true
        }
        return false
    }

    private func isDateStart(_ place: Int, _ end: Int) -> Bool {
        features.matcher().match(at: place, limit: end) != nil
    }
}

// MARK: - The text and what follows it

extension ArticleReader {
    /// Reads what follows the text and returns its end: categories, share buttons, the author's box.
    private mutating func readEnd(from start: Int, roles: inout [LineRole]) -> Int {
        let lines = texts.filter { $0 >= start }
        let total = lines.reduce(0) { $0 + page.lines[$1].count }
        var bodyEnd = end
        var after = 0
        for line in lines.reversed() {
            after += page.lines[line].count
            guard after <= max(total * 3 / 10, min(1_500, total / 2)) else { break }
            let isEnd =
                !features.kinds[line].isDisjoint(with: [.articleEnd, .noComments, .heading, .end])
                || aboutName(line) != nil
            if isEnd { bodyEnd = line }
        }
        for line in lines where line >= bodyEnd {
            guard let (name, isSure) = aboutName(line) else { continue }
            let text = page.bytes[name]
            let isRepeated = lines.contains { other in
                other != line && abs(other - line) <= 4
                    && page.bytes[page.lines[other].range].starts(with: text)
            }
            guard isSure || isRepeated else { continue }
            if article.author == nil { article.author = page.text(name) }
            roles[line] = .byline
        }
        // The author's name alone above the box is part of it.
        for line in lines.reversed() where line < bodyEnd {
            guard let author = article.author,
                isMarksOnly(line) || page.text(ofLine: line) == author
            else { break }
            bodyEnd = line
        }
        return bodyEnd
    }

    /// The name in `About Jane Roe` and `Written by Jane Roe`; sure where the words say it all.
    private func aboutName(_ line: Int) -> (name: Range<Int>, isSure: Bool)? {
        let text = page.lines[line]
        guard text.count <= 80 else { return nil }
        for (start, isSure) in Self.aboutStarts
        where page.bytes[text.range].starts(with: start) && text.count > start.count {
            let name = text.start + start.count..<text.end
            return isPersonName(name) ? (name, isSure) : nil
        }
        return nil
    }

    private static let aboutStarts: [([UInt8], Bool)] = [
        ("About ", false), ("Über ", false), ("À propos de ", false), ("Sobre ", false),
        ("Over ", false), ("O autorze: ", true), ("Об авторе: ", true), ("Written by ", true),
        ("Author: ", true), ("About the author: ", true), ("Geschrieben von ", true),
        ("Autor: ", true), ("Autorin: ", true), ("Écrit par ", true), ("Auteur : ", true),
        ("Escrito por ", true), ("Scritto da ", true), ("Geschreven door ", true),
        ("Über den Autor: ", true), ("Posted by ", true),
    ].map { (Array($0.0.utf8), $0.1) }

    private mutating func readBody(_ range: Range<Int>, roles: inout [LineRole]) {
        var skipped: Set<Int> = []
        for line in range where !page.lines[line].isBlank {
            if roles[line] != .blank {
                skipped.insert(line)
            } else if isChrome(line) || isMarksOnly(line) {
                skipped.insert(line)
                roles[line] = .unread
            } else {
                roles[line] = .article
            }
        }
        article.body = page.block(range, skipping: { skipped.contains($0) })
    }
}

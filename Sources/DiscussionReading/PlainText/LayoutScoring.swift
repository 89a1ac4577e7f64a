/// Weighs how well a whole page fits a layout.
struct LayoutScoring {
    /// The least score that is believed. Chosen so that two good headers, or one with a further
    /// sign, are enough and one line that happens to look like a header is not.
    static let threshold = 1.9

    private let features: PageFeatures
    private var page: Page { features.page }
    /// Lines that are a heading over comments.
    private let headings: [Int]
    /// Lines behind which there are no comments any more.
    private let ends: [Int]

    init(_ features: PageFeatures) {
        self.features = features
        headings = features.kinds.indices.filter { features.kinds[$0].contains(.heading) }
        ends = features.kinds.indices.filter { features.kinds[$0].contains(.end) }
    }

    /// The headers that are left of a layout's matches when those that break its pattern are
    /// taken out, with a score; `nil` when none are left.
    func reading(_ layout: CommentLayout, _ matches: [HeaderMatch]) -> LayoutReading? {
        var headers = withoutOverlap(matches)
        headers = withDates(headers, layout)
        if layout.header.hasNumber {
            guard let chain = inOrder(headers, layout) else { return nil }
            headers = chain
        }
        var hasHeading = false
        headers = inSection(headers, &hasHeading)
        guard !headers.isEmpty else { return nil }
        if layout.isWeak && !isCorroborated(headers, hasHeading: hasHeading) { return nil }
        let count = Double(headers.count)
        var bodies = 0.0
        var blanks = 0.0
        var controls = 0.0
        var indents: [Int: Int] = [:]
        for (place, header) in headers.enumerated() {
            let end = place + 1 < headers.count ? headers[place + 1].line : page.lines.count
            let hasText =
                header.header.textStart < page.lines[header.header.lastLine].end
                || hasText(below: header.lastLine, before: end)
            if hasText { bodies += 1 }
            if header.line == 0 || page.lines[header.line - 1].isBlank { blanks += 1 }
            let last = (header.lastLine..<end).last { !page.lines[$0].isBlank }
            if let last, last > header.lastLine, features.kinds[last].contains(.control) {
                controls += 1
            }
            indents[page.lines[header.line].indent, default: 0] += 1
        }
        let dated = Double(headers.count { $0.dateLine != nil || $0.header.date != nil }) / count
        let names = headers.reduce(0) { $0 + $1.plausibility }
        let sameIndent = Double(indents.values.max() ?? 0) / count
        var score = names * layout.weight
        score *= 0.3 + 0.7 * bodies / count
        score *= 0.8 + 0.2 * max(blanks, controls) / count
        score *= indents.count <= 6 ? 0.9 + 0.1 * sameIndent : 0.6 + 0.4 * sameIndent
        score *= 1 + 0.15 * controls / count
        if !layout.header.hasDate { score *= 1 + 0.35 * dated }
        if hasHeading { score += 1 }
        return LayoutReading(layout: layout, headers: headers, score: score)
    }

    /// Whether a line below a header is more than a control; the first few are looked at.
    private func hasText(below line: Int, before end: Int) -> Bool {
        var next = page.nextText[line]
        for _ in 0..<5 where next < end {
            if !features.kinds[next].contains(.control) { return true }
            next = page.nextText[next]
        }
        return false
    }

    /// Headers of which no one begins inside the one before.
    private func withoutOverlap(_ matches: [HeaderMatch]) -> [HeaderMatch] {
        var kept: [HeaderMatch] = []
        for match in matches where match.line > kept.last?.lastLine ?? -1 { kept.append(match) }
        return kept
    }

    /// The headers with the dates below them; where nearly all have one, those without are text.
    private func withDates(_ headers: [HeaderMatch], _ layout: CommentLayout) -> [HeaderMatch] {
        if layout.header.hasDate { return headers }
        var dated = headers
        for place in dated.indices {
            let header = dated[place]
            guard header.header.textStart == page.lines[header.header.lastLine].end else {
                continue
            }
            var line = page.nextText[header.header.lastLine]
            for _ in 0..<3 where line < page.lines.count && line - header.line <= 5 {
                if features.isDateLine[line] {
                    dated[place].dateLine = line
                    break
                }
                guard features.kinds[line].contains(.control) else { break }
                line = page.nextText[line]
            }
        }
        let count = dated.count { $0.dateLine != nil }
        guard count >= 3, count * 10 >= dated.count * 8 else { return dated }
        return dated.filter { $0.dateLine != nil }
    }

    /// The headers whose numbers rise (or fall) by one, small gaps allowed; `nil` when the numbers
    /// say that these are no comments.
    private func inOrder(_ headers: [HeaderMatch], _ layout: CommentLayout) -> [HeaderMatch]? {
        let rising = Self.chain(headers.map { $0.header.ordinal ?? 0 })
        let falling = Self.chain(headers.map { -($0.header.ordinal ?? 0) })
        let chain = rising.count >= falling.count ? rising : falling
        let share = Double(chain.count) / Double(max(1, headers.count))
        if share >= 0.6 { return chain.map { headers[$0] } }
        // Nested lists count from 1 in each; their headers are known by more than the number.
        return layout.isWeak ? nil : headers
    }

    /// The longest subsequence in which each number is 1 to 3 more than the one before.
    ///
    /// - Complexity: O(n).
    static func chain(_ numbers: [Int]) -> [Int] {
        var best: [Int: (length: Int, place: Int)] = [:]
        var previous = [Int](repeating: -1, count: numbers.count)
        var longest = (length: 0, place: -1)
        for (place, number) in numbers.enumerated() {
            var length = 1
            for step in 1...3 {
                if let before = best[number - step], before.length + 1 > length {
                    length = before.length + 1
                    previous[place] = before.place
                }
            }
            if length > best[number]?.length ?? 0 { best[number] = (length, place) }
            if length > longest.length { longest = (length, place) }
        }
        var chain: [Int] = []
        var place = longest.place
        while place >= 0 {
            chain.append(place)
            place = previous[place]
        }
        return chain.reversed()
    }

    /// Without the few headers before a heading of the comments and behind their end.
    private func inSection(_ headers: [HeaderMatch], _ hasHeading: inout Bool) -> [HeaderMatch] {
        var kept = headers[...]
        let few = max(2, headers.count / 5)
        for heading in headings {
            let before = kept.prefix { $0.line < heading }.count
            // Below comments that have their heading, another one is the label of a form.
            guard before <= few, before < kept.count, before == 0 || !hasHeading else { break }
            kept = kept.dropFirst(before)
            if let first = kept.first, first.line - heading <= 12 { hasHeading = true }
        }
        if let counted = countedSection(kept) { return Array(counted) }
        for end in ends.reversed() {
            let after = kept.reversed().prefix { $0.line > end }.count
            guard after <= few || after * 2 <= kept.count, after < kept.count else { break }
            kept = kept.dropLast(after)
        }
        return Array(kept)
    }

    /// The first of the headers, as many as the heading right above them says, when the end of the
    /// comments comes right behind them.
    private func countedSection(_ headers: ArraySlice<HeaderMatch>) -> ArraySlice<HeaderMatch>? {
        guard let first = headers.first,
            let heading = headings.last(where: { $0 < first.line && first.line - $0 <= 12 }),
            let number = PageChrome.number(page.bytes, page.lines[heading].range),
            number >= 1, number < headers.count
        else { return nil }
        let last = headers[headers.startIndex + number - 1].line
        let next = headers[headers.startIndex + number].line
        return ends.contains { $0 > last && $0 < next } ? headers.prefix(number) : nil
    }

    /// Whether anything but their form speaks for headers: names that come again, a heading, or
    /// comments that call each other by these names.
    private func isCorroborated(_ headers: [HeaderMatch], hasHeading: Bool) -> Bool {
        let count = headers.count
        guard count >= 3 else { return hasHeading && count >= 2 }
        let plausible = headers.reduce(0) { $0 + $1.plausibility } / Double(count)
        guard plausible > 0.75 else { return false }
        // Where text stands on the header lines, nearly every paragraph has to be a comment.
        let inline = headers.count {
            $0.header.textStart < page.lines[$0.header.lastLine].end
        }
        if inline * 2 > count, headers[0].header.ordinal == nil {
            let section = headers[0].line...headers[count - 1].line
            let texts = section.count { !page.lines[$0].isBlank }
            guard count * 2 >= texts else { return false }
        }
        if hasHeading { return true }
        var names: Set<UInt64> = []
        for header in headers { if let name = header.header.name { names.insert(page.hash(name)) } }
        return count >= 4 && names.count * 10 <= count * 8
    }
}

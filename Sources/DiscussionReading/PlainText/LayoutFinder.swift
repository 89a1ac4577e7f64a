/// Finds the layout that fits a page best.
struct LayoutFinder {
    /// The longest line that can be a header with nothing of the text on it.
    private static let longestHeader = 240
    /// The longest line that is tried at all, so that a name may be of any sensible length.
    private static let longestLine = 20_000

    private struct Key: Hashable {
        var layout: Int
        var choices: Int
    }

    private let features: PageFeatures
    private var page: Page { features.page }

    init(_ features: PageFeatures) {
        self.features = features
    }

    /// The best reading of the page, or `nil` when none is believed.
    ///
    /// - Complexity: O(bytes of the page) for each layout.
    func best() -> LayoutReading? {
        var groups: [Key: [HeaderMatch]] = [:]
        var order: [Key] = []
        for line in page.lines.indices where !page.lines[line].isBlank {
            collect(at: line, into: &groups, order: &order)
        }
        // The weak layouts stand last in the list and are asked when no other is believed.
        order.sort { ($0.layout, $0.choices) < ($1.layout, $1.choices) }
        let scoring = LayoutScoring(features)
        var best: LayoutReading?
        for key in order {
            guard let headers = groups[key] else { continue }
            let layout = CommentLayout.all[key.layout]
            guard best == nil || !layout.isWeak,
                let reading = scoring.reading(layout, headers),
                reading.score > best?.score ?? LayoutScoring.threshold
            else { continue }
            best = reading
        }
        return best
    }

    private func collect(
        at line: Int, into groups: inout [Key: [HeaderMatch]], order: inout [Key]
    ) {
        let text = page.lines[line]
        guard text.count <= Self.longestLine || startsWithNumber(text) else { return }
        let isLong = text.count > Self.longestHeader
        let hasDate = features.dates[line] != nil
        let below = page.nextText[line]
        let hasDateBelow = hasDate == false && isDateSoon(below)
        let hasColon = hasColon(text)
        let signs =
            (hasDate ? 1 : 0) | (hasDateBelow ? 2 : 0) | (hasColon ? 4 : 0)
            | (startsWithNumber(text) ? 8 : 0) | (isLong ? 16 : 0)
        for number in Self.candidates[signs] {
            let layout = CommentLayout.all[number]
            guard let match = layout.header.match(page, line: line, dates: features.dates) else {
                continue
            }
            guard let name = match.name else { continue }
            let plausibility = NamePlausibility.value(page.bytes, name)
            guard plausibility >= (layout.isWeak ? 0.4 : 0.15) || isMarked(match, line) else {
                continue
            }
            if layout.isWeak, let date = features.dates[line], date.overlaps(name) { continue }
            let key = Key(layout: number, choices: match.choices)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(
                HeaderMatch(line: line, header: match, plausibility: plausibility))
        }
    }

    /// The layouts to try for a line by its signs: date 1, date below 2, colon 4, number 8, long 16.
    private static let candidates: [[Int]] = (0..<32).map { signs in
        CommentLayout.all.indices.filter { number in
            let template = CommentLayout.all[number].header
            let needed =
                (template.needsDate ? 1 : 0) | (template.needsDateBelow ? 2 : 0)
                | (template.needsColon ? 4 : 0) | (template.startsWithNumber ? 8 : 0)
            let isTooLong = signs & 16 != 0 && (template.hasDate || !template.needsColon)
            return needed & signs == needed && !isTooLong
        }
    }

    /// Whether one of the next two lines with text is a date.
    private func isDateSoon(_ line: Int) -> Bool {
        guard line < page.lines.count else { return false }
        if features.dates[line] != nil { return true }
        let second = page.nextText[line]
        return second < page.lines.count && features.dates[second] != nil
    }

    /// Whether a header whose name is hardly one has controls or a date to show for itself.
    private func isMarked(_ match: HeaderTemplate.Match, _ line: Int) -> Bool {
        let text = page.lines[line]
        if let date = match.date, date.upperBound + 3 < text.end, date.lowerBound > text.start {
            return true
        }
        let next = page.nextText[match.lastLine]
        return match.date == nil && next < page.lines.count && features.isDateLine[next]
            && page.bytes[text.end - 1] == UInt8(ascii: ":")
    }

    private func hasColon(_ line: Page.Line) -> Bool {
        if line.count > Self.longestHeader, page.bytes[line.end - 1] == 0x3A { return true }
        return page.bytes[line.start..<min(line.end, line.start + Self.longestHeader)].contains(
            UInt8(ascii: ":"))
    }

    private func startsWithNumber(_ line: Page.Line) -> Bool {
        let first = page.bytes[line.start]
        return first == UInt8(ascii: "#") || (0x30...0x39).contains(first)
    }
}

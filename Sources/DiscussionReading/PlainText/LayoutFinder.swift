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
        order.sort { ($0.layout, $0.choices) < ($1.layout, $1.choices) }
        let scoring = LayoutScoring(features)
        var best: LayoutReading?
        for key in order {
            guard let headers = groups[key] else { continue }
            let layout = CommentLayout.all[key.layout]
            guard let reading = scoring.reading(layout, headers),
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
        let hasNumber = startsWithNumber(text)
        for (number, layout) in CommentLayout.all.enumerated() {
            let template = layout.header
            if template.needsDate && !hasDate || template.needsDateBelow && !hasDateBelow
                || template.needsColon && !hasColon || template.startsWithNumber && !hasNumber
                || isLong && template.hasDate
                || isLong && !template.needsColon
            {
                continue
            }
            guard let match = template.match(page, line: line, dates: features.dates) else {
                continue
            }
            let plausibility = match.name.map { NamePlausibility.value(page.bytes, $0) } ?? 0
            guard plausibility >= 0.15 else { continue }
            let key = Key(layout: number, choices: match.choices)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(
                HeaderMatch(line: line, header: match, plausibility: plausibility))
        }
    }

    /// Whether one of the next two lines with text is a date.
    private func isDateSoon(_ line: Int) -> Bool {
        guard line < page.lines.count else { return false }
        if features.dates[line] != nil { return true }
        let second = page.nextText[line]
        return second < page.lines.count && features.dates[second] != nil
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

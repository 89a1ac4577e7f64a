/// What is known of each line of a page before any layout is tried.
struct PageFeatures {
    /// The longest line that is searched for dates.
    static let longestDateLine = 240

    let page: Page
    /// What kind of chrome a line is.
    let kinds: [PageChrome.Kind]
    /// The first date of a line.
    let dates: [Range<Int>?]
    /// Whether a line is a date and nothing else but controls.
    let isDateLine: [Bool]
    /// Whether `03/12/2019` is the third of December on this page.
    let isDayFirst: Bool

    /// - Complexity: O(bytes of the page).
    init(_ page: Page) {
        self.page = page
        let matcher = DateMatcher(bytes: page.bytes)
        var kinds = [PageChrome.Kind](repeating: [], count: page.lines.count)
        var dates = [Range<Int>?](repeating: nil, count: page.lines.count)
        var isDateLine = [Bool](repeating: false, count: page.lines.count)
        var dayFirst = 0
        var monthFirst = 0
        for (place, line) in page.lines.enumerated() where !line.isBlank {
            kinds[place] = PageChrome.kind(page.bytes, line.range)
            guard line.count <= Self.longestDateLine, let found = matcher.first(in: line.range)
            else { continue }
            dates[place] = found.range
            if let (first, second) = found.ambiguous {
                if first > 12 { dayFirst += 1 }
                if second > 12 { monthFirst += 1 }
            }
            isDateLine[place] = Self.isAlone(page, found.range, in: line)
        }
        self.kinds = kinds
        self.dates = dates
        self.isDateLine = isDateLine
        isDayFirst = dayFirst > monthFirst
    }

    /// Whether a line holds a date, perhaps a word such as `on` before it, and controls behind.
    private static func isAlone(_ page: Page, _ date: Range<Int>, in line: Page.Line) -> Bool {
        guard PageChrome.isTail(page.bytes, date.upperBound, line.end) else { return false }
        var place = line.start
        while place < date.lowerBound {
            let word = FoldedWords.word(page.bytes, from: place, to: date.lowerBound)
            if word.end == place {
                guard !(0x30...0x39).contains(page.bytes[place]) else { return false }
                place += 1
                continue
            }
            guard before.contains(word.hash) || MonthNames.timeLinks.contains(word.hash) else {
                return false
            }
            place = word.end
        }
        return true
    }

    private static let before: WordSet = WordSet(
        [
            "posted", "on", "date", "am", "vom", "published", "commented", "written", "geschrieben",
            "veröffentlicht", "publié", "publicado", "pubblicato", "updated", "reply", "antworten",
            "added", "edited",
        ].map(FoldedWords.phrase))

    /// The moment of a date on the page.
    func matcher() -> DateMatcher { DateMatcher(bytes: page.bytes, isDayFirst: isDayFirst) }
}

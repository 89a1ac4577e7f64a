package import DiscussionModel
import LanguageTools

/// The words of each text that the source marks as quoted, and where they may come from.
///
/// Without quote marks in the source, or where they are not to be believed, every list is empty.
package struct StatedZones: Sendable {
    /// One marked passage.
    struct Zone: Sendable {
        /// Its words; empty where it has none, as a quoted picture.
        var words: Range<Int>
        /// The texts that it most probably comes from, the best first: the comment that the source
        /// names, else the earlier comments of whom it names, the newest first, and at last the
        /// comment that is answered.
        var sources: [Int]
        /// Who is named, if it is somebody in the discussion; -1 else.
        var author: Int
        /// The first scalar of the passage.
        var start: Int
    }

    /// Comments of one person that are looked through for the quoted words.
    private static let mostSources = 40

    /// The zones of each text, by ordinal, the shorter ones first, so that inner ones come before
    /// those around them.
    let zones: [[Zone]]
    /// The words inside any zone, by ordinal: rising, apart from each other.
    let words: [[Range<Int>]]

    /// No zones at all.
    init(none text: DiscussionText) {
        self.init(
            zones: Array(repeating: [], count: text.texts.count),
            words: Array(repeating: [], count: text.texts.count))
    }

    private init(zones: [[Zone]], words: [[Range<Int>]]) {
        self.zones = zones
        self.words = words
    }

    /// The zones of a discussion.
    ///
    /// - Complexity: O(n) in the comments and O(log w) in the words for each quotation.
    package init(_ discussion: Discussion, text: DiscussionText, people: People) {
        guard discussion.comments.contains(where: { !$0.statedQuotations.isEmpty }) else {
            self.init(none: text)
            return
        }
        let ordinals = discussion.ordinalsByID
        var commentsOf: [Int: [Int]] = [:]
        var zones: [[Zone]] = [[]]
        var words: [[Range<Int>]] = [[]]
        for (at, comment) in discussion.comments.enumerated() {
            let ordinal = at + 1
            var own: [Zone] = []
            for quotation in comment.statedQuotations {
                let person = quotation.author.flatMap { people.onlyPerson(named: $0) }
                var sources: [Int] = []
                if let source = quotation.source.flatMap({ ordinals[$0] }), source != ordinal {
                    sources.append(source)
                }
                if let person {
                    sources += commentsOf[person, default: []].suffix(Self.mostSources).reversed()
                }
                let parent = comment.statedParent.flatMap { ordinals[$0] }
                if let parent, parent != ordinal, person == nil { sources.append(parent) }
                own.append(
                    Zone(
                        words: text.texts[ordinal].words(in: quotation.span), sources: sources,
                        author: person ?? -1, start: quotation.span.start))
            }
            if people.authors[ordinal] >= 0 {
                commentsOf[people.authors[ordinal], default: []].append(ordinal)
            }
            words.append(Self.merged(own.map(\.words)))
            zones.append(own.sorted { $0.words.count < $1.words.count })
        }
        self.init(zones: zones, words: words)
    }

    /// Ranges as rising ones that do not touch each other's words.
    static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// The zone that holds more than half of a passage, the innermost, if there is one.
    func zone(of passage: Passage, in ordinal: Int) -> Zone? {
        zones[ordinal].first { zone in
            let shared =
                min(zone.words.upperBound, passage.end)
                - max(zone.words.lowerBound, passage.start)
            return shared * 2 > passage.length
        }
    }
}

extension TokenizedText {
    /// The words that lie in a span.
    ///
    /// - Complexity: O(log w).
    func words(in span: TextSpan) -> Range<Int> {
        let first = firstWord { Int($0.start) >= span.start }
        let end = firstWord { Int($0.end) > span.end }
        return first..<max(first, end)
    }

    /// The first word of which a claim holds that holds of all words behind it too.
    private func firstWord(_ holds: (Token) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if holds(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

import DiscussionModel

/// The words of a text that are replaced, and where every place of it went.
struct TextEdits {
    /// Words that are replaced, `[start, end)` in scalars, and what stands for them.
    struct Edit {
        var start: Int
        var end: Int
        var words: String
    }

    /// No text has so many scalars.
    private static let farthest = 1 << 40

    /// The edits by place; none overlaps another.
    private(set) var edits: [Edit] = []
    /// Where each edit begins in the text after.
    private var newStarts: [Int] = []

    /// Whether nothing is replaced.
    var isEmpty: Bool { edits.isEmpty }

    /// Adds edits of a text. Where they overlap, those that are there stay, then the first by place;
    /// of the others the letters that are left are replaced, so that none of them stays.
    ///
    /// - Complexity: O(n log n) in the edits.
    mutating func add(_ more: [Edit], of scalars: [Unicode.Scalar]) {
        guard !more.isEmpty else { return }
        var all = edits
        var end = 0
        for edit in more.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
        where edit.end > max(edit.start, end) {
            all += free(max(edit.start, end)..<edit.end, of: edit, in: scalars)
            end = edit.end
        }
        edits = all.sorted { $0.start < $1.start }
        var growth = 0
        newStarts = edits.map { edit in
            defer { growth += edit.words.unicodeScalars.count - (edit.end - edit.start) }
            return edit.start + growth
        }
    }

    /// The parts of a range between the edits that are there, each from its first letter to its last.
    private func free(
        _ range: Range<Int>, of edit: Edit, in scalars: [Unicode.Scalar]
    ) -> [Edit] {
        var parts: [Edit] = []
        var start = range.lowerBound
        var next = firstEdit(endingAfter: start)
        while start < range.upperBound {
            let end =
                next < edits.count ? min(edits[next].start, range.upperBound) : range.upperBound
            let isWhole = start == edit.start && end == edit.end
            if isWhole {
                parts.append(edit)
            } else if let first = (start..<max(start, end)).first(where: {
                scalars[$0].isLetterOrDigit
            }),
                let last = (start..<end).last(where: { scalars[$0].isLetterOrDigit })
            {
                parts.append(Edit(start: first, end: last + 1, words: edit.words))
            }
            guard next < edits.count else { break }
            start = max(start, edits[next].end)
            next += 1
        }
        return parts
    }

    /// Whether any of the words in a range of scalars are replaced.
    func overlaps(_ range: Range<Int>) -> Bool {
        let next = firstEdit(endingAfter: range.lowerBound)
        return next < edits.count && edits[next].start < range.upperBound
    }

    /// The index of the first edit that ends behind a place.
    private func firstEdit(endingAfter place: Int) -> Int {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The text after.
    ///
    /// - Complexity: O(n) in the scalars.
    func applied(to scalars: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        var at = 0
        for edit in edits {
            result.append(contentsOf: scalars[at..<edit.start])
            result.append(contentsOf: edit.words.unicodeScalars)
            at = edit.end
        }
        result.append(contentsOf: scalars[at...])
        return String(result)
    }

    /// Where a span went: one that begins or ends amid replaced words takes all of what stands for
    /// them.
    ///
    /// - Complexity: O(log n) in the edits.
    func moved(_ span: TextSpan) -> TextSpan {
        guard !edits.isEmpty else { return span }
        // In a store that somebody has changed spans may be anything.
        func place(_ place: Int) -> Int { min(max(0, place), Self.farthest) }
        let start = moved(place(span.start), isEnd: false)
        return TextSpan(start: start, end: max(start, moved(place(span.end), isEnd: true)))
    }

    private func moved(_ place: Int, isEnd: Bool) -> Int {
        let next = firstEdit(endingAfter: place)
        if next < edits.count, edits[next].start < place {
            return newStarts[next] + (isEnd ? edits[next].words.unicodeScalars.count : 0)
        }
        guard next > 0 else { return place }
        let last = edits[next - 1]
        return newStarts[next - 1] + last.words.unicodeScalars.count + place - last.end
    }
}

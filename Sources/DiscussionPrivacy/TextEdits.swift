import DiscussionModel

/// The words of a text that are replaced, and where every place of it went.
struct TextEdits {
    /// Words that are replaced, `[start, end)` in scalars, and what stands for them.
    struct Edit {
        var start: Int
        var end: Int
        var words: String
    }

    /// The edits by place; none overlaps another.
    private(set) var edits: [Edit] = []
    /// Where each edit begins in the text after.
    private var newStarts: [Int] = []

    /// Whether nothing is replaced.
    var isEmpty: Bool { edits.isEmpty }

    /// Adds edits; of those that overlap the ones that are there stay, then the first by place.
    ///
    /// - Complexity: O(n log n) in the edits.
    mutating func add(_ more: [Edit]) {
        guard !more.isEmpty else { return }
        var all = edits
        var end = 0
        for edit in more.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
        where edit.start < edit.end && edit.start >= end && !overlapsAny(edit) {
            all.append(edit)
            end = edit.end
        }
        edits = all.sorted { $0.start < $1.start }
        var growth = 0
        newStarts = edits.map { edit in
            defer { growth += edit.words.unicodeScalars.count - (edit.end - edit.start) }
            return edit.start + growth
        }
    }

    private func overlapsAny(_ edit: Edit) -> Bool { overlaps(edit.start..<edit.end) }

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
        let start = moved(span.start, isEnd: false)
        return TextSpan(start: start, end: max(start, moved(span.end, isEnd: true)))
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

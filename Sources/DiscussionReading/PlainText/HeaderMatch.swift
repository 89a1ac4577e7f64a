/// A place on a page where a layout sees a comment begin.
struct HeaderMatch {
    /// The header's first line.
    var line: Int
    /// What it says.
    var header: HeaderTemplate.Match
    /// How plausible the name is, 0...1.
    var plausibility: Double
    /// A line below the header that holds the date; else `nil`.
    var dateLine: Int?

    /// The header's last line, the date below included.
    var lastLine: Int { max(header.lastLine, dateLine ?? 0) }
}

/// A layout with the headers that it sees on a page.
struct LayoutReading {
    let layout: CommentLayout
    /// By line, at least one.
    var headers: [HeaderMatch]
    /// How well the page as a whole fits; from `LayoutScoring.threshold` on it is believed.
    var score: Double
}

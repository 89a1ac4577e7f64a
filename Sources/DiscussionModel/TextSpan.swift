/// A half-open range `[start, end)` of a text, counted in Unicode scalars from 0.
///
/// Python's `text[start:end]` and SQLite's `substr(text, start + 1, end - start)` give the words.
public struct TextSpan: Hashable, Sendable, Comparable {
    /// The first scalar.
    public var start: Int
    /// One past the last scalar; never less than `start`.
    public var end: Int

    /// Creates a span.
    ///
    /// - Precondition: `0 <= start <= end`.
    public init(start: Int, end: Int) {
        precondition(0 <= start && start <= end, "a span runs forward from 0")
        self.start = start
        self.end = end
    }

    /// The number of scalars.
    public var length: Int { end - start }

    /// Orders by start, then by end.
    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }

    /// The number of scalars that both spans hold.
    public func overlap(with other: TextSpan) -> Int {
        max(0, min(end, other.end) - max(start, other.start))
    }

    /// The words of this span in a text, cut short where the text ends early.
    ///
    /// - Complexity: O(`end`).
    public func words(of text: String) -> String {
        let scalars = text.unicodeScalars
        let lower =
            scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex)
            ?? scalars.endIndex
        let upper =
            scalars.index(lower, offsetBy: length, limitedBy: scalars.endIndex) ?? scalars.endIndex
        return String(scalars[lower..<upper])
    }
}

import Foundation
import Rejoinder

/// One line on a terminal that says how far long work has come, how fast, and how long it will
/// still take. Where standard error is no terminal, or the work is short, it says nothing.
struct ProgressLine {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant
    private let isShown: Bool
    private var isOnScreen = false
    private var discussions = 0
    private var comments = 0

    /// Work is long after this time; chosen so that nothing flickers on a few pages.
    private static let patience = Duration.seconds(1)
    private static let interval = Duration.milliseconds(200)

    /// Creates a line that stays silent when `isQuiet`.
    init(isQuiet: Bool) {
        isShown = !isQuiet && StandardStreams.error.isTerminal
        start = clock.now
        lastShown = start
    }

    /// Counts a discussion that is done.
    ///
    /// - Parameters:
    ///   - comments: the number of its comments.
    ///   - share: how much of the input is done, 0...1; `nil` when its length is unknown.
    mutating func count(comments: Int, share: Double?) {
        discussions += 1
        self.comments += comments
        guard isShown else { return }
        let now = clock.now
        guard now - start >= Self.patience, now - lastShown >= Self.interval else { return }
        lastShown = now
        show(
            Self.words(
                discussions: discussions, comments: self.comments, elapsed: now - start,
                share: share))
    }

    /// Clears the line, so that other words can stand in its place.
    mutating func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        try? StandardStreams.error.write("\r\u{1B}[K")
        try? StandardStreams.error.flush()
    }

    private mutating func show(_ words: String) {
        isOnScreen = true
        try? StandardStreams.error.write("\r\u{1B}[K\(words)")
        try? StandardStreams.error.flush()
    }

    /// What the line says.
    static func words(
        discussions: Int, comments: Int, elapsed: Duration, share: Double?
    ) -> String {
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = Int((Double(comments) / max(seconds, 1e-3)).rounded())
        var words =
            "\(counted(discussions, "discussion")), \(counted(comments, "comment")), \(rate) a second"
        if let share, share > 0 {
            let left = Int((seconds / min(share, 1) - seconds).rounded(.up))
            words += ", \(Int(min(share, 1) * 100)) %, \(clockTime(left)) left"
        }
        return words
    }

    private static func clockTime(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}

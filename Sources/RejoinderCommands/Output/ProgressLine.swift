import Foundation
import Rejoinder

/// How much of the inputs was read.
struct ReadAmount: Equatable {
    var bytes = 0
    /// The bytes that there are; `nil` where that is unknown, as of standard input.
    var totalBytes: Int?
    /// The comments of the discussions that were read, of which some wait to be analysed.
    var comments = 0

    /// How much of the work is done, 0...1, where so many comments are done: a discussion that was
    /// read and waits is work still to do. `nil` where the bytes are unknown.
    func share(doneComments: Int) -> Double? {
        guard let totalBytes, totalBytes > 0 else { return nil }
        let read = min(1, Double(bytes) / Double(totalBytes))
        return comments > 0 ? read * min(1, Double(doneComments) / Double(comments)) : read
    }
}

/// One line on a terminal that says how far long work has come, how fast, and how long it will
/// still take. Where standard error is no terminal, or the work is short, it says nothing.
struct ProgressLine {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant
    private let isShown: Bool
    private var discussions = 0
    private var comments = 0

    /// Work is long after this time; chosen so that nothing flickers on a few pages.
    private static let patience = Duration.seconds(1)
    private static let interval = Duration.milliseconds(200)

    /// Creates a line that stays silent when `isQuiet`.
    init(isQuiet: Bool) {
        isShown = !isQuiet
        start = clock.now
        lastShown = start
    }

    /// Counts a discussion that is done.
    ///
    /// - Parameters:
    ///   - comments: the number of its comments.
    ///   - read: how much of the inputs was read.
    mutating func count(comments: Int, read: ReadAmount) {
        discussions += 1
        self.comments += comments
        guard isShown else { return }
        let now = clock.now
        guard now - start >= Self.patience, now - lastShown >= Self.interval else { return }
        lastShown = now
        StandardStreams.showLine(
            Self.words(
                discussions: discussions, comments: self.comments, elapsed: now - start,
                read: read))
    }

    /// What the line says.
    static func words(
        discussions: Int, comments: Int, elapsed: Duration, read: ReadAmount
    ) -> String {
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = Int((Double(comments) / max(seconds, 1e-3)).rounded())
        var words =
            "\(counted(discussions, "discussion")), \(counted(comments, "comment")), \(rate) a second"
        if read.bytes > 0 { words += ", \(size(read.bytes)) read" }
        if let share = read.share(doneComments: comments), share > 0 {
            let left = Int((seconds / share - seconds).rounded(.up))
            words += ", \(Int(share * 100)) %, \(clockTime(left)) left"
        }
        return words
    }

    /// A number of bytes in the unit that leaves 1 to 999 of it.
    private static func size(_ bytes: Int) -> String {
        var (number, unit) = (bytes, "B")
        for larger in ["kB", "MB", "GB", "TB"] where number >= 1_000 {
            (number, unit) = (number / 1_000, larger)
        }
        return "\(number) \(unit)"
    }

    private static func clockTime(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}

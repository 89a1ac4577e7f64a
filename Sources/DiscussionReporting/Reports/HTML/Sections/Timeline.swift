import DiscussionModel

/// How many comments came when, and how many of them disagreed.
struct Timeline {
    /// How many bars there are at most: as many as a screen shows apart, and no more than two for
    /// three comments, since single comments beside gaps show nothing.
    private static func barLimit(comments: Int) -> Int { max(12, min(60, comments * 2 / 3)) }
    private static let (width, height) = (560.0, 110.0)

    /// The lengths of a bar, in seconds, and what they are called.
    private static let steps: [(seconds: Int64, name: String)] = [
        (600, "ten minutes"), (1_800, "half an hour"), (3_600, "hour"), (3 * 3_600, "three hours"),
        (6 * 3_600, "six hours"), (86_400, "day"), (7 * 86_400, "week"),
        (30 * 86_400, "thirty days"), (91 * 86_400, "quarter of a year"),
        (365 * 86_400, "year"), (3_650 * 86_400, "ten years"),
    ]

    private struct Bar {
        var comments = 0
        var disagreeing = 0
    }

    private let start: Int64
    private let step: (seconds: Int64, name: String)
    private let bars: [Bar]
    private let untimed: Int

    /// `nil` where fewer than two comments carry a time, or all the same.
    init?(_ shown: ReportedDiscussion) {
        guard let period = shown.period, period.last.seconds > period.first.seconds else {
            return nil
        }
        let isToTheDay = shown.discussion.comments.contains { $0.posted?.precision == .day }
        let shortest: Int64 = isToTheDay ? 86_400 : 600
        func bin(_ seconds: Int64, _ length: Int64) -> Int64 {
            // Rounds down, also before 1970.
            (seconds - (seconds % length + length) % length) / length
        }
        let limit = Self.barLimit(comments: shown.analysis.presentComments)
        let step = Self.steps.first {
            $0.seconds >= shortest
                && bin(period.last.seconds, $0.seconds) - bin(period.first.seconds, $0.seconds)
                    < Int64(limit)
        }
        guard let step else { return nil }
        let first = bin(period.first.seconds, step.seconds)
        var bars = [Bar](
            repeating: Bar(), count: Int(bin(period.last.seconds, step.seconds) - first) + 1)
        var untimed = 0
        for (index, comment) in shown.discussion.comments.enumerated() where !comment.isGhost {
            guard let posted = comment.posted, posted.seconds >= period.first.seconds,
                posted.seconds <= period.last.seconds
            else {
                untimed += 1
                continue
            }
            let place = Int(bin(posted.seconds, step.seconds) - first)
            bars[place].comments += 1
            if shown.replies[index + 1]?.stance?.label == .disagree {
                bars[place].disagreeing += 1
            }
        }
        start = first * step.seconds
        self.step = step
        self.bars = bars
        self.untimed = untimed
    }

    @HTMLContent var caption: [HTMLNode] {
        "Comments per \(step.name)"
        if untimed > 0 { "; \(ReportWords.count(untimed, "comment")) without a time" }
        if bars.contains(where: { $0.disagreeing > 0 }) {
            HTMLNode(.span, .class("chart-key"), .set(.ariaHidden, "true")) {}
            "all"
            HTMLNode(.span, .class("chart-key disagreeing"), .set(.ariaHidden, "true")) {}
            "of these disagreeing replies (lower part)"
        }
    }

    var node: HTMLNode {
        let most = max(1, bars.map(\.comments).max() ?? 1)
        let (left, bottom) = (26.0, Self.height - 18)
        let room = bottom - 8
        let slot = (Self.width - left) / Double(bars.count)
        return HTMLNode(
            .svg, .class("chart"), .set(.role, "img"), .set(.ariaLabel, description(most)),
            .set(.viewBox, "0 0 \(DrawnNumber.text(Self.width)) \(DrawnNumber.text(Self.height))")
        ) {
            HTMLNode(
                .line, .class("axis"), .set(.x1, left), .set(.y1, bottom), .set(.x2, Self.width),
                .set(.y2, bottom))
            HTMLNode(.drawnText, .set(.x, left - 5), .set(.y, 15), .set(.textAnchor, "end")) {
                "\(most)"
            }
            for (index, bar) in bars.enumerated() where bar.comments > 0 {
                HTMLNode(.g) {
                    HTMLNode(.title) { title(of: bar, at: index) }
                    let x = left + slot * Double(index) + slot * 0.08
                    column(
                        "all", x: x, width: slot * 0.84, bottom: bottom,
                        height: room * Double(bar.comments) / Double(most))
                    if bar.disagreeing > 0 {
                        column(
                            "disagreeing", x: x, width: slot * 0.84, bottom: bottom,
                            height: room * Double(bar.disagreeing) / Double(most))
                    }
                }
            }
            HTMLNode(.drawnText, .set(.x, left), .set(.y, Self.height - 4)) { day(0) }
            HTMLNode(
                .drawnText, .set(.x, Self.width), .set(.y, Self.height - 4),
                .set(.textAnchor, "end")
            ) { day(bars.count - 1) }
        }
    }

    private func column(
        _ name: String, x: Double, width: Double, bottom: Double, height: Double
    ) -> HTMLNode {
        HTMLNode(
            .rect, .class(name), .set(.x, x), .set(.y, bottom - max(1, height)),
            .set(.width, max(0.6, width)), .set(.height, max(1, height)))
    }

    private func moment(_ index: Int) -> Timestamp {
        Timestamp(
            seconds: start + Int64(index) * step.seconds,
            precision: step.seconds >= 86_400 ? .day : .localTime)
    }

    private func day(_ index: Int) -> String { ReportWords.moment(moment(index)) }

    private func title(of bar: Bar, at index: Int) -> String {
        let against = bar.disagreeing > 0 ? ", \(bar.disagreeing) disagreeing" : ""
        return "From \(ReportWords.moment(moment(index))): "
            + "\(ReportWords.count(bar.comments, "comment"))\(against)"
    }

    private func description(_ most: Int) -> String {
        let peak = bars.firstIndex { $0.comments == most } ?? 0
        return "Bar chart: comments per \(step.name) from \(day(0)) to \(day(bars.count - 1)); "
            + "most, \(most), from \(day(peak))."
    }
}

import DiscussionModel

/// When people wrote and who wrote how much.
struct ActivitySection {
    /// How many of the busiest commenters are named.
    static let busiestCount = 10

    let shown: ReportedDiscussion

    var nodes: [HTMLNode] {
        let timeline = Timeline(shown)
        let counts = shown.commentsBy.map(\.count)
        guard counts.contains(where: { $0 > 0 }) else { return [] }
        return [
            HTMLNode(.section, .set(.ariaLabelledBy, shown.anchor.part(.activity).name)) {
                HTMLNode(.h3, .id(shown.anchor.part(.activity))) { "Who wrote how much, and when" }
                HTMLNode(.div, .class("charts")) {
                    if let timeline {
                        HTMLNode(.figure) {
                            HTMLNode(.figcaption) { timeline.caption }
                            timeline.node
                        }
                    }
                    HTMLNode(.figure) {
                        HTMLNode(.figcaption) { participation(counts) }
                        ParticipationChart(counts: counts).node
                    }
                    busiest
                }
                MeasuresTable(shown: shown).node
            }
        ]
    }

    private func participation(_ counts: [Int]) -> String {
        let sorted = counts.filter { $0 > 0 }.sorted(by: >)
        let tenth = (sorted.count + 9) / 10
        let total = sorted.reduce(0, +)
        let share = Double(sorted.prefix(tenth).reduce(0, +)) / Double(max(1, total))
        let once = sorted.count { $0 == 1 }
        let single = once == 0 ? "nobody" : ReportWords.number(once)
        return
            "Commenters by how much they wrote. The busiest tenth (\(ReportWords.number(tenth)) of "
            + "\(ReportWords.number(sorted.count))) wrote \(ReportWords.percent(share)) of the "
            + "comments; \(single) wrote just one"
    }

    /// The busiest commenters with what they wrote, sent and received.
    private var busiest: HTMLNode {
        let ranked = shown.commentsBy.indices.filter { !shown.commentsBy[$0].isEmpty }
            .sorted { (shown.commentsBy[$1].count, $0) < (shown.commentsBy[$0].count, $1) }
            .prefix(Self.busiestCount)
        let most = Double(max(1, ranked.first.map { shown.commentsBy[$0].count } ?? 1))
        return HTMLNode(.table, .class("busiest")) {
            HTMLNode(.caption) { "The busiest commenters" }
            HTMLNode(.thead) {
                HTMLNode(.tr) {
                    for name in ["Commenter", "Comments", "Replies sent", "received"] {
                        HTMLNode(.th, .set(.scope, "col")) { name }
                    }
                }
            }
            HTMLNode(.tbody) {
                for commenter in ranked {
                    let count = shown.commentsBy[commenter].count
                    let measures = shown.analysis.measures.commenters.element(at: commenter)
                    HTMLNode(.tr) {
                        HTMLNode(.th, .set(.scope, "row")) { shown.linkedPerson(commenter) }
                        HTMLNode(.td) {
                            bar(Double(count) / most)
                            " \(count)"
                        }
                        HTMLNode(.td) { "\(measures?.repliesSent ?? 0)" }
                        HTMLNode(.td) { "\(measures?.repliesReceived ?? 0)" }
                    }
                }
            }
        }
    }

    private func bar(_ share: Double) -> HTMLNode {
        HTMLNode(
            .svg, .class("bar"), .set(.viewBox, "0 0 60 8"), .set(.width, 60), .set(.height, 8),
            .set(.ariaHidden, "true")
        ) {
            HTMLNode(
                .rect, .set(.x, 0), .set(.y, 0), .set(.width, max(1, 60 * share)), .set(.height, 8))
        }
    }
}

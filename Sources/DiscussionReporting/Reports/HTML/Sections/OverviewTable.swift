import DiscussionModel

/// All discussions of a report in a table that sorts by any column.
struct OverviewTable {
    let rows: [OverviewRow]

    var node: HTMLNode {
        let hasControversy = rows.contains { $0.controversy != nil }
        return HTMLNode(
            .section, .class("overview"), .id(.overview), .set(.tabindex, -1),
            .set(.ariaLabel, "Overview")
        ) {
            HTMLNode(.h1) { "\(ReportWords.count(rows.count, "discussion"))" }
            HTMLNode(.p, .class("lead")) { lead }
            HTMLNode(
                .div, .class("scroll"), .set(.tabindex, 0), .set(.role, "region"),
                .set(.ariaLabel, "All discussions")
            ) {
                HTMLNode(.table, .class("sortable")) {
                    HTMLNode(.caption) { "Choose a heading to sort by it" }
                    HTMLNode(.thead) {
                        HTMLNode(.tr) {
                            for name in Self.columns(hasControversy) {
                                HTMLNode(.th, .set(.scope, "col")) { name }
                            }
                        }
                    }
                    HTMLNode(.tbody) {
                        for row in rows { self.row(row, hasControversy) }
                    }
                }
            }
        }
    }

    private var lead: String {
        let comments = rows.reduce(0) { $0 + $1.comments }
        let quiet = rows.count { $0.comments == 0 }
        let camps = rows.count { $0.camps > 0 }
        var words = "\(ReportWords.count(comments, "comment")) in all. "
        if camps > 0 { words += "Camps show in \(ReportWords.number(camps)) of them. " }
        if quiet > 0 { words += "\(ReportWords.number(quiet)) without comments. " }
        return words
    }

    private static func columns(_ hasControversy: Bool) -> [String] {
        ["Article", "Comments", "Commenters", "Disagreeing"]
            + (hasControversy ? ["Controversy"] : [])
            + ["Disputes", "Camps", "Begun", "Lasted"]
    }

    private func row(_ row: OverviewRow, _ hasControversy: Bool) -> HTMLNode {
        HTMLNode(.tr) {
            HTMLNode(.th, .set(.scope, "row"), .set(.dataValue, row.number)) {
                HTMLNode(.a, .href(PageAnchor.discussion(row.number))) {
                    HTMLNode.isolated(row.title)
                }
                " "
                HTMLNode(.small) { HTMLNode.isolated(row.place) }
            }
            cell(Double(row.comments), ReportWords.number(row.comments))
            cell(Double(row.commenters), ReportWords.number(row.commenters))
            share(row.disagreement, row.disagreement.map(ReportWords.percent))
            if hasControversy {
                share(row.controversy, row.controversy.map(ReportWords.decimal))
            }
            cell(Double(row.disputes), row.disputes == 0 ? "–" : "\(row.disputes)")
            cell(Double(row.camps), row.camps == 0 ? "–" : "\(row.camps)")
            cell(
                row.first.map { Double($0.seconds) },
                row.first.map { ($0.isApproximate ? "about " : "") + ReportWords.day($0) } ?? "–")
            cell(row.seconds, row.seconds.flatMap(DisagreementWords.duration) ?? "–")
        }
    }

    private func cell(_ value: Double?, _ words: String) -> HTMLNode {
        HTMLNode(.td, .set(.dataValue, value.flatMap(ShortNumber.text) ?? "")) { words }
    }

    /// A number with a bar under it.
    private func share(_ value: Double?, _ words: String?) -> HTMLNode {
        guard let value, let words else { return cell(nil, "–") }
        return HTMLNode(.td, .set(.dataValue, ShortNumber.text(of: value) ?? "")) {
            words
            HTMLNode(
                .svg, .class("bar"), .set(.viewBox, "0 0 60 4"), .set(.width, 60), .set(.height, 4),
                .set(.ariaHidden, "true")
            ) {
                HTMLNode(.rect, .class("ground"), .set(.width, 60), .set(.height, 4))
                HTMLNode(
                    .rect, .set(.width, 60 * min(1, max(0, value))), .set(.height, 4))
            }
        }
    }
}

/// The style and the script of a report, and the digests under which a page allows them.
///
/// The digests are written down since nothing else here needs cryptography; a test compares them
/// with what `sha256sum` says. After a change run `REJOINDER_RECORD=1 swift test --filter
/// ReportResources`.
enum ReportResources {
    /// The style sheet.
    static let style = joined([PackageResources.report_css])

    /// The script, from its parts in their order.
    static let script = joined([
        PackageResources.nodes_js, PackageResources.comments_js, PackageResources.map_js,
        PackageResources.page_js,
    ])

    static var styleHash: String { hash(0) }
    static var scriptHash: String { hash(1) }

    /// One digest to a line: of the style, of the script.
    private static func hash(_ line: Int) -> String {
        let lines = joined([PackageResources.digests_txt]).split(separator: "\n")
        return lines.element(at: line).map { "sha256-\($0)" } ?? ""
    }

    private static func joined(_ parts: [[UInt8]]) -> String {
        parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}

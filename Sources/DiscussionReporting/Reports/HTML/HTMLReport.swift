public import DiscussionModel

/// Writes one self-contained HTML page from a stream of analyses, for people.
///
/// The page loads nothing and says so (Content-Security-Policy); all that strangers wrote stands in
/// it as text. What the head of the page tells of all discussions is known last, so the parts are
/// kept aside until then:
///
///     var report = HTMLReport(provenance: provenance)
///     for analysis in analyses { report.append(analysis) { aside.write($0) } }
///     write(report.opening()); write(aside); write(report.closing())
public struct HTMLReport {
    /// How many comments stand in the page as elements, over all discussions. Those of further
    /// discussions wait as data until they are looked at.
    static let inlineLimit = 1_000

    /// How the report came about; what the analyses tell of that may be added up to `closing()`.
    public var provenance: ReportProvenance
    private var rows: [OverviewRow] = []
    private var account = ReportAccount()
    private var inlineCount = 0

    /// Creates a report.
    public init(provenance: ReportProvenance) {
        self.provenance = provenance
    }

    /// Adds a discussion.
    ///
    /// - Parameters:
    ///   - analysis: that of the discussion.
    ///   - write: called with the pieces of its part in their order.
    /// - Complexity: O(n log n) in the length of the texts and the number of replies.
    public mutating func append(
        _ analysis: Analysis, write: (String) throws -> Void
    ) rethrows {
        let shown = ReportedDiscussion(analysis, number: rows.count + 1)
        rows.append(OverviewRow(shown))
        account.add(analysis)
        let comments = analysis.discussion.comments.count
        let isInline = rows.count == 1 || inlineCount + comments <= Self.inlineLimit
        inlineCount += comments

        let section = HTMLTag.section
        try write(
            HTMLWriter.opening(
                section,
                [
                    .class("discussion"), .id(shown.anchor), .set(.tabindex, -1),
                    .set(.ariaLabelledBy, shown.anchor.part(.title).name),
                ]))
        try write(
            HTMLWriter.text(
                of: DiscussionHeader(shown: shown).nodes + DiscussionParts(shown: shown).nodes
                    + SummarySection(shown: shown).nodes))
        let parts =
            MapSection(shown: shown).nodes + CampsSection(shown: shown).nodes
            + DisputesSection(shown: shown).nodes + ActivitySection(shown: shown).nodes
        try write(
            isInline ? HTMLWriter.text(of: parts) : DeferredNodes.element(parts, class: "rest"))
        if comments > 0 {
            try self.write(CommentsSection(shown: shown, isInline: isInline), write)
        }
        try write(HTMLWriter.closing(section))
    }

    private func write(_ comments: CommentsSection, _ write: (String) throws -> Void) rethrows {
        let anchor = comments.shown.anchor.part(.comments)
        try write(
            HTMLWriter.opening(.section, [.class("comments"), .set(.ariaLabelledBy, anchor.name)]))
        try write(HTMLWriter.text(of: comments.head))
        try write(comments.index)
        for block in comments.blocks() { try write(block) }
        if let unscripted = comments.unscripted { try write(HTMLWriter.text(of: [unscripted])) }
        try write(HTMLWriter.closing(.section))
    }

    /// What stands before the parts. Everything must have been appended.
    public func opening() -> String {
        ReportPage.opening(
            title: rows.count == 1 ? rows[0].title : "\(rows.count) discussions",
            isSingle: rows.count == 1)
            + (rows.count == 1 ? "" : HTMLWriter.text(of: [OverviewTable(rows: rows).node]))
    }

    /// What stands behind the parts, with its last line end.
    public func closing() -> String {
        ReportPage.closing(making: MakingSection(provenance: provenance, account: account).node)
    }

    /// A whole report.
    public static func text(
        of analyses: some Sequence<Analysis>, provenance: ReportProvenance
    ) -> String {
        var report = HTMLReport(provenance: provenance)
        var parts = ""
        for analysis in analyses { report.append(analysis) { parts += $0 } }
        return report.opening() + parts + report.closing()
    }
}

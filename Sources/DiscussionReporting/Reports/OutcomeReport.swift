public import DiscussionModel

/// Says in a few lines what an analysis found: how much is there, how the replies are known, where
/// disagreement goes on, which camps there are, and what was remarked on the way.
public struct OutcomeReport: Sendable {
    /// How many findings are spelled out for one discussion.
    static let findingLimit = 5

    private let style: TerminalStyle
    private let width: Int

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - isColored: Whether the text is set off by colour and weight.
    ///   - width: The columns of the terminal, at least 60.
    public init(isColored: Bool = false, width: Int = 80) {
        style = TerminalStyle(isColored: isColored)
        self.width = max(60, width)
    }

    /// The report on one discussion, with its last line end.
    public func text(of analysis: Analysis) -> String {
        var lines = [style.title(head(of: analysis.discussion))]
        lines += indented(people(of: analysis))
        if !analysis.graph.replies.isEmpty { lines += replies(of: analysis.graph) }
        lines += OutcomeDisagreement(analysis, style: style, width: width).lines
        lines += findings(of: analysis)
        return lines.map { $0 + "\n" }.joined()
    }

    private func head(of discussion: Discussion) -> String {
        let id = DisplayWidth.fitted(VisibleText.passage(discussion.id), to: 30)
        let title = VisibleText.passage(discussion.article.title ?? "")
        let text = title.isEmpty ? id : "\(id): \(title)"
        return DisplayWidth.fitted(text, to: width)
    }

    private func people(of analysis: Analysis) -> String {
        var parts = [analysis.size]
        let ghosts = analysis.discussion.comments.count - analysis.presentComments
        if ghosts > 0 { parts.append("\(counted(ghosts, "comment")) missing") }
        let inferences = analysis.graph.authorships.compactMap(\.inference)
        let corrected = inferences.count(where: \.isCorrected)
        let inferred = inferences.count - corrected
        if inferred > 0 { parts.append("\(counted(inferred, "author")) inferred") }
        if corrected > 0 { parts.append("\(counted(corrected, "author")) corrected") }
        let unknown = zip(analysis.discussion.comments, analysis.graph.authorships)
            .reduce(0) { count, pair in
                let isUnknown =
                    !pair.0.isGhost
                    && analysis.graph.commenters.element(at: pair.1.commenter)?.name == nil
                return count + (isUnknown ? 1 : 0)
            }
        if unknown > 0 { parts.append("\(counted(unknown, "author")) unknown") }
        return parts.joined(separator: ", ")
    }

    /// The replies by the strongest reason for each, in the order of the kinds.
    private func replies(of graph: ReplyGraph) -> [String] {
        var parts: [String] = []
        for kind in Evidence.Kind.allCases {
            let count = graph.replies.reduce(0) { $0 + ($1.evidence.first?.kind == kind ? 1 : 0) }
            if count > 0 { parts.append("\(count) \(kind.rawValue)") }
        }
        var text = "replies: " + parts.joined(separator: ", ")
        if !graph.alsoAnswers.isEmpty {
            text += "; \(counted(graph.alsoAnswers.count, "further answer"))"
        }
        return indented(text)
    }

    private func indented(_ text: String) -> [String] {
        DisplayWidth.wrapped(text, to: width - 2).map { "  " + $0 }
    }

    private func findings(of analysis: Analysis) -> [String] {
        let findings = analysis.findings
        guard !findings.isEmpty else { return [] }
        let severities: [Finding.Severity] = [.error, .warning, .note]
        let counts = severities.compactMap { severity in
            let count = findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
            return count > 0 ? counted(count, severity.rawValue) : nil
        }
        var lines = ["  findings: " + counts.joined(separator: ", ")]
        let loud = severities.prefix(2).flatMap { severity in
            findings.filter { $0.severity == severity }
        }
        for finding in loud.prefix(Self.findingLimit) { lines += self.lines(of: finding) }
        if loud.count > Self.findingLimit {
            lines.append("    and \(loud.count - Self.findingLimit) more")
        }
        return lines
    }

    private func lines(of finding: Finding) -> [String] {
        let severity = finding.severity.rawValue
        let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
        let words = VisibleText.passage("\(place): \(finding.message) [\(finding.id)]")
        let lines = DisplayWidth.wrapped(words, to: width - 4 - severity.count - 2)
        let margin = String(repeating: " ", count: 4 + severity.count + 2)
        let mark = finding.severity == .error ? style.error(severity) : style.warning(severity)
        return lines.prefix(4).enumerated().map { number, line in
            number == 0 ? "    \(mark): \(line)" : margin + line
        }
    }
}

public import DiscussionModel

/// Says what an article's comments are about: the article, the summary, who replied to whom most,
/// where people disagree, and the longest threads.
public struct SummaryReport: Sendable {
    /// The forms of a summary.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// For a terminal.
        case text
        /// For a document.
        case markdown
        /// One JSON object on one line.
        case json
    }

    private let form: Form
    private let style: TerminalStyle
    private let width: Int

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - form: How it is written.
    ///   - isColored: Whether terminal text is set off by colour and weight.
    ///   - width: The columns of the terminal, at least 60.
    public init(as form: Form = .text, isColored: Bool = false, width: Int = 80) {
        self.form = form
        style = TerminalStyle(isColored: isColored)
        self.width = max(60, width)
    }

    /// What stands between two summaries.
    public var separator: String { form == .json ? "" : "\n" }

    /// The summary of one discussion, with its last line end.
    public func text(of analysis: Analysis) -> String {
        let content = SummaryContent(analysis)
        return switch form {
        case .text: SummaryText(content: content, style: style, width: width).text
        case .markdown: SummaryMarkdown(content: content).text
        case .json: SummaryJSON(content: content).text
        }
    }
}

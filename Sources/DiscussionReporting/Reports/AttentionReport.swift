public import DiscussionModel

/// Lists the threads of all discussions that a moderator should look at, the weightiest first.
///
/// Holds no more than `limit` threads, whatever is added.
public struct AttentionReport: Sendable {
    private let form: SummaryReport.Form
    private let style: TerminalStyle
    private let width: Int
    private let limit: Int
    private var threads: [AttentionContent] = []
    private var found = 0
    private var discussions = 0

    /// Creates an empty list.
    ///
    /// - Parameters:
    ///   - form: How it is written.
    ///   - limit: How many threads are told at most, 1 or more.
    ///   - isColored: Whether terminal text is set off by colour and weight.
    ///   - width: The columns of the terminal, at least 60.
    public init(
        as form: SummaryReport.Form = .text, limit: Int, isColored: Bool = false, width: Int = 80
    ) {
        self.form = form
        self.limit = max(1, limit)
        style = TerminalStyle(isColored: isColored)
        self.width = max(60, width)
    }

    /// Adds what was found in a discussion.
    ///
    /// - Parameters:
    ///   - found: its threads, the weightiest first.
    ///   - analysis: that of the discussion.
    public mutating func add(_ found: [ThreadAttention], of analysis: Analysis) {
        discussions += 1
        self.found += found.count
        guard !found.isEmpty else { return }
        let content = SummaryContent(analysis)
        for thread in found.prefix(limit) {
            if threads.count == limit, threads[limit - 1].weight >= thread.weight { return }
            let place = threads.firstIndex { $0.weight < thread.weight } ?? threads.count
            threads.insert(AttentionContent(thread, in: content), at: place)
            if threads.count > limit { threads.removeLast() }
        }
    }

    /// The whole list, with its last line end.
    public var text: String {
        switch form {
        case .text: terminalText
        case .markdown: markdown
        case .json: threads.map { json(of: $0) }.joined()
        }
    }

    /// What the list is, in one line.
    private var summary: String {
        let all = counted(discussions, "discussion")
        guard found > 0 else { return "Nothing in \(all) asks for a look." }
        let shown =
            found > threads.count
            ? "The first \(threads.count) of \(counted(found, "thread"))"
            : counted(found, "thread")
        return "\(shown) to look at in \(all)"
    }

    // MARK: Forms

    private var terminalText: String {
        var lines = [found > 0 ? style.heading(summary) : summary]
        for (number, thread) in threads.enumerated() {
            lines.append("")
            lines += paragraph("\(thread.title)", after: "\(number + 1). ").map(style.title)
            lines += paragraph(thread.opening, after: "   [\(thread.shownRoot)] ")
            if !thread.size.isEmpty { lines.append(style.faint("   " + thread.size)) }
            for line in thread.lines {
                lines += paragraph(line.words, after: "   - ")
                lines += paragraph("in " + AttentionContent.places(of: line), after: "     ")
                    .map(style.faint)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func paragraph(_ words: String, after head: String) -> [String] {
        DisplayWidth.paragraph(words, after: head, to: width)
    }

    private var markdown: String {
        var lines = ["## \(SummaryMarkdown.escaped(summary))"]
        for (number, thread) in threads.enumerated() {
            let title = SummaryMarkdown.escaped(thread.title)
            let root = SummaryMarkdown.escaped(thread.shownRoot)
            lines += ["", "\(number + 1). **\(title)**, thread \(root) (\(thread.size))  "]
            lines.append("   \(SummaryMarkdown.escaped(thread.opening))")
            for line in thread.lines {
                let places = SummaryMarkdown.escaped(AttentionContent.places(of: line))
                lines.append("   - \(SummaryMarkdown.escaped(line.words)); in \(places)")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func json(of thread: AttentionContent) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", AnalysisJSON.schema)
            writer.key("discussion")
            writer.object { writer in
                writer.member("id", thread.discussion)
                writer.member("source", thread.source)
            }
            writer.member("thread", thread.root)
            writer.member("comments", thread.comments)
            writer.member("weight", thread.weight)
            writer.key("reasons")
            writer.array(thread.lines) { writer, line in
                writer.object { writer in
                    writer.member("kind", line.reason.kind.rawValue)
                    writer.member("words", line.words)
                    writer.member("weight", line.reason.weight)
                    writer.key("comments")
                    writer.array(line.ids)
                    writer.key("commenters")
                    writer.array(line.people.map(\.id))
                    writer.key("names")
                    writer.array(line.people) { $0.value($1.name) }
                    if let trend = line.reason.trend {
                        writer.member("slope", trend.slope)
                        writer.member("pValue", trend.pValue)
                    }
                }
            }
        }
        return writer.text + "\n"
    }
}

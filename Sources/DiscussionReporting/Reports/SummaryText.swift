import DiscussionModel

/// A summary for a terminal, no line wider than it.
struct SummaryText {
    let content: SummaryContent
    let style: TerminalStyle
    let width: Int

    var text: String {
        var lines = wrapped(content.title).map { style.title($0) }
        lines += wrapped(content.byline).map { style.faint($0) }
        lines.append(style.faint(content.analysis.size))
        for group in content.whole + content.sides {
            lines += ["", style.heading(group.heading)]
            lines += group.sentences.flatMap { sentence($0, indent: 2) }
        }
        if !content.pairs.isEmpty {
            lines += ["", style.heading("Who replied to whom most")]
            lines += pairs
        }
        let disagreement = content.disagreementLines
        if !disagreement.isEmpty {
            lines += ["", style.heading("Where they disagree")]
            lines += disagreement.flatMap { paragraph($0, after: "  ", "- ") }
        }
        if !content.threads.isEmpty {
            lines += ["", style.heading("Longest threads")]
            for (number, thread) in content.threads.enumerated() {
                lines += self.thread(thread, number: number + 1)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func wrapped(_ text: String) -> [String] {
        DisplayWidth.wrapped(text, to: width)
    }

    /// A sentence with who said it where, as a hanging paragraph.
    private func sentence(_ sentence: SummarySentence, indent: Int) -> [String] {
        let id = DisplayWidth.fitted(content.shownID(of: sentence.comment), to: 20)
        let name = DisplayWidth.fitted(content.shownSpeaker(of: sentence.comment), to: 38)
        let words = "\(name): “\(VisibleText.passage(sentence.text))”"
        return paragraph(words, after: spaces(indent), "[\(id)] ")
    }

    private func paragraph(_ words: String, after indent: String, _ head: String) -> [String] {
        DisplayWidth.paragraph(
            words, after: indent + head, shownAs: indent + style.faint(head), to: width)
    }

    private var pairs: [String] {
        let names = content.pairs.map { pair in
            (
                content.commenter(pair.from)?.shownName ?? "(unknown)",
                content.commenter(pair.to)?.shownName ?? "(unknown)"
            )
        }
        let counts = content.pairs.map { content.counts(of: $0) }
        let room = width - 2 - 3 - 2 - (counts.map { DisplayWidth.of($0) }.max() ?? 0)
        let (left, right) = Self.shares(
            of: max(8, room), wanted: names.map { DisplayWidth.of($0.0) }.max() ?? 0,
            names.map { DisplayWidth.of($0.1) }.max() ?? 0)
        return zip(names, counts).map { name, count in
            let from = DisplayWidth.padded(DisplayWidth.fitted(name.0, to: left), to: left)
            let to = DisplayWidth.padded(DisplayWidth.fitted(name.1, to: right), to: right)
            return "  \(from) → \(to)  \(style.faint(count))"
        }
    }

    /// The columns for two names: what they want, or half the room and what the other leaves.
    private static func shares(of room: Int, wanted left: Int, _ right: Int) -> (Int, Int) {
        guard left + right > room else { return (left, right) }
        let half = room / 2
        if left <= half { return (left, room - left) }
        if right <= half { return (room - right, right) }
        return (half, room - half)
    }

    private func thread(_ thread: SummaryContent.Thread, number: Int) -> [String] {
        let root = thread.thread.root
        let id = DisplayWidth.fitted(content.shownID(of: root), to: 20)
        let name = DisplayWidth.fitted(content.shownName(of: root), to: 30)
        let words = "\(name): \(content.size(of: thread.thread))"
        return paragraph(words, after: "  \(number). ", "[\(id)] ")
            + thread.sentences.flatMap { sentence($0, indent: 5) }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

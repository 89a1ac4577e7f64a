import DiscussionModel

/// A summary as Markdown in which nothing that a stranger wrote is markup.
struct SummaryMarkdown {
    let content: SummaryContent

    var text: String {
        var lines = ["## \(Self.escaped(content.title))", ""]
        lines += ["\(Self.escaped(content.byline)) · \(content.analysis.size)"]
        for group in content.whole + content.sides {
            lines += ["", "### \(group.heading)"]
            for sentence in group.sentences { lines += ["", "> \(words(of: sentence))"] }
        }
        if !content.pairs.isEmpty {
            lines += [
                "", "### Who replied to whom most", "",
                "| From | To | Replies | Mentions | Quotations |", "|---|---|--:|--:|--:|",
            ]
            for pair in content.pairs {
                let names = [pair.from, pair.to].map {
                    Self.escaped(content.commenter($0)?.shownName ?? "(unknown)")
                }
                let counts = [pair.replies, pair.mentions, pair.quotations].map { "\($0)" }
                lines.append("| \((names + counts).joined(separator: " | ")) |")
            }
        }
        let disagreement = content.disagreementLines
        if !disagreement.isEmpty {
            lines += ["", "### Where they disagree", ""]
            lines += disagreement.map { "- \(Self.escaped($0))" }
        }
        if !content.threads.isEmpty {
            lines += ["", "### Longest threads", ""]
            for (number, thread) in content.threads.enumerated() {
                let root = thread.thread.root
                lines.append(
                    "\(number + 1). **\(Self.escaped(content.shownName(of: root)))**"
                        + " (\(Self.escaped(content.shownID(of: root)))):"
                        + " \(content.size(of: thread.thread))")
                lines += thread.sentences.map { "   - \(words(of: $0))" }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func words(of sentence: SummarySentence) -> String {
        let words = Self.escaped(VisibleText.passage(sentence.text))
        let name = Self.escaped(content.shownSpeaker(of: sentence.comment))
        return "“\(words)” — \(name) (\(Self.escaped(content.shownID(of: sentence.comment))))"
    }

    /// A text in which every character that Markdown could take for markup is escaped.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if "\\`*_[]<>#|&~!{}$".unicodeScalars.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}

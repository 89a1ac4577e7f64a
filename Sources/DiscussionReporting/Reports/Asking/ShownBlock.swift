/// A part of an answer, before it is laid out. All texts in it are safe to show.
enum ShownBlock {
    /// What the answer is about.
    case title(String)
    /// What is said beside it.
    case aside(String)
    /// What the next parts are.
    case heading(String)
    /// The head of one comment.
    case comment(String)
    /// A remark behind a dash, further in with every level from 0.
    case item(String, level: Int)
    /// The words of a comment, line by line.
    case passage([String])
}

extension ShownBlock {
    /// What stands before and behind words that are set off: characters without width that
    /// `VisibleText` lets nobody else use.
    static let opening: Unicode.Scalar = "\u{2063}"
    static let closing: Unicode.Scalar = "\u{2064}"

    /// Words that are set off.
    static func setOff(_ words: String) -> String {
        var scalars = String.UnicodeScalarView([opening])
        scalars.append(contentsOf: words.unicodeScalars)
        scalars.append(closing)
        return String(scalars)
    }

    /// The lines of a text, safe to show: each without spare white space, several empty ones as one.
    static func passage(_ text: String) -> ShownBlock {
        var lines: [String] = []
        for line in VisibleText.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
        {
            let shown = VisibleText.passage(String(line))
            if !shown.isEmpty || lines.last?.isEmpty == false { lines.append(shown) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return .passage(lines)
    }
}

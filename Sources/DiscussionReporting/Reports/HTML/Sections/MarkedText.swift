import DiscussionModel

/// The text of a comment or an article in paragraphs, with quoted passages and names as links to
/// where they come from and the words that tell its stance underlined.
struct MarkedText {
    /// What a stretch of the text is.
    private enum Mark {
        case mention(PageAnchor?, title: String)
        case quotation(PageAnchor, title: String)
        case cue(String)

        /// Of marks on the same words the greater one is shown.
        var rank: Int {
            switch self {
            case .mention: 3
            case .quotation: 2
            case .cue: 1
            }
        }
    }

    private let text: String
    private var marks: [(span: TextSpan, mark: Mark)] = []

    /// The text of a comment.
    init(of ordinal: Int, in shown: ReportedDiscussion) {
        text = shown.discussion.text(at: ordinal)
        guard ordinal > 0 else { return }
        for mention in shown.mentions[ordinal] ?? [] {
            let source = Self.source(of: mention, in: shown)
            let name = shown.name(of: mention.commenter)
            let title = source.map { "\(name), \(shown.label(of: $0))" } ?? name
            marks.append(
                (mention.span, .mention(source.map { shown.anchor.comment($0) }, title: title)))
        }
        for quotation in shown.quotations[ordinal] ?? [] {
            let name = shown.name(of: shown.author(of: quotation.source))
            let place =
                quotation.source == 0
                ? "the article" : "\(name), \(shown.label(of: quotation.source))"
            marks.append(
                (
                    quotation.span,
                    .quotation(shown.anchor.comment(quotation.source), title: "Words of \(place)")
                ))
        }
        for cue in shown.replies[ordinal]?.stance?.cues ?? [] {
            if let span = cue.span { marks.append((span, .cue(CueWords.of(cue)))) }
        }
    }

    /// The comment that a name points to: what is answered, where that person wrote it, else the
    /// last one by them before, else the first; the article for its author who wrote none.
    private static func source(of mention: Mention, in shown: ReportedDiscussion) -> Int? {
        let answers =
            [shown.replies[mention.comment]].compactMap { $0 }
            + (shown.furtherAnswers[mention.comment] ?? [])
        if let answer = answers.first(where: { shown.author(of: $0.to) == mention.commenter }) {
            return answer.to
        }
        return shown.nearestComment(by: mention.commenter, before: mention.comment)
            ?? (shown.articleAuthor == mention.commenter ? 0 : nil)
    }

    /// The paragraphs. A text of white space alone has none.
    ///
    /// - Complexity: O(n + m log m) in the text's scalars and the marks.
    var paragraphs: [HTMLNode] {
        var paragraphs: [HTMLNode] = []
        var line: [HTMLNode] = []
        func close() {
            while case .text(let words)? = line.last, words.allSatisfy(\.isWhitespace) {
                line.removeLast()
            }
            if !line.isEmpty { paragraphs.append(HTMLNode(.p, .set(.dir, "auto")) { line }) }
            line = []
        }
        for (words, mark) in pieces {
            // Lines that are empty end a paragraph; single line ends stay and are shown.
            var parts = Self.paragraphs(of: words)
            let first = parts.removeFirst()
            if !first.isEmpty { line.append(Self.node(first, mark)) }
            for part in parts {
                close()
                if !part.isEmpty { line.append(Self.node(part, mark)) }
            }
        }
        close()
        return paragraphs
    }

    /// The text cut where a mark begins or ends, each piece with the mark that it shows.
    private var pieces: [(words: String, mark: Mark?)] {
        guard !marks.isEmpty else { return [(text, nil)] }
        let scalars = Array(text.unicodeScalars)
        let sorted = marks.sorted {
            ($0.span.start, -$0.mark.rank) < ($1.span.start, -$1.mark.rank)
        }
        let cuts = Set(sorted.flatMap { [$0.span.start, $0.span.end] })
            .filter { 0 < $0 && $0 < scalars.count }
        var bounds = [0] + cuts.sorted()
        bounds.append(scalars.count)
        var pieces: [(words: String, mark: Mark?)] = []
        var open: [(span: TextSpan, mark: Mark)] = []
        var next = 0
        for (start, end) in zip(bounds, bounds.dropFirst()) where start < end {
            open.removeAll { $0.span.end <= start }
            while next < sorted.count, sorted[next].span.start <= start {
                if sorted[next].span.end > start { open.append(sorted[next]) }
                next += 1
            }
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[start..<end])
            let mark = open.max { $0.mark.rank < $1.mark.rank }?.mark
            pieces.append((String(words), mark))
        }
        return pieces
    }

    private static func node(_ words: String, _ mark: Mark?) -> HTMLNode {
        switch mark {
        case nil:
            return .text(words)
        case .mention(let anchor?, let title):
            return HTMLNode(.a, .class("mention"), .href(anchor), .set(.title, title)) { words }
        case .mention(nil, let title):
            return HTMLNode(.span, .class("mention"), .set(.title, title)) { words }
        case .quotation(let anchor, let title):
            return HTMLNode(.a, .class("quoted"), .href(anchor), .set(.title, title)) { words }
        case .cue(let title):
            return HTMLNode(.span, .class("cue"), .set(.title, title)) { words }
        }
    }

    /// A text cut at its empty lines; at least one part.
    private static func paragraphs(of words: String) -> [String] {
        var parts = [""]
        var pending = ""
        var lineEnds = 0
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\n":
                lineEnds += 1
                pending.unicodeScalars.append(scalar)
            case " ", "\t", "\r":
                pending.unicodeScalars.append(scalar)
            default:
                if lineEnds >= 2 {
                    parts.append("")
                } else {
                    parts[parts.count - 1] += pending
                }
                pending = ""
                lineEnds = 0
                parts[parts.count - 1].unicodeScalars.append(scalar)
            }
        }
        if lineEnds >= 2 { parts.append("") } else { parts[parts.count - 1] += pending }
        return parts
    }
}

/// Cues of stances in words.
enum CueWords {
    static func of(_ cue: StanceCue) -> String {
        let detail = VisibleText.passage(cue.detail)
        let kind = CamelCase.words(of: cue.kind)
        return detail.isEmpty ? kind : "\(kind): \(detail)"
    }
}

public import DiscussionModel

/// Answers a question about one person, one comment or some words, with the evidence for all of it.
public struct ShowReport: Sendable {
    /// The forms of an answer: those of a summary. As JSON it is an object on one line for each
    /// person, comment or hit.
    public typealias Form = SummaryReport.Form

    private let form: Form
    private let layout: ShownLayout

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - form: How it is written.
    ///   - isColored: Whether terminal text is set off by colour and weight.
    ///   - width: The columns of the terminal, at least 60.
    public init(as form: Form = .text, isColored: Bool = false, width: Int = 80) {
        self.form = form
        layout = ShownLayout(
            isMarkdown: form == .markdown, style: TerminalStyle(isColored: isColored),
            width: max(60, width))
    }

    /// What stands between two answers.
    public var separator: String { form == .json ? "" : "\n" }

    /// Everything that one person said in a discussion, what it answers and who answered it.
    ///
    /// - Parameters:
    ///   - commenter: an index of `ReplyGraph.commenters`.
    ///   - analysis: that of the discussion.
    /// - Returns: lines, each with its end; empty where there is no such commenter.
    public func text(of commenter: Int, in analysis: Analysis) -> String {
        guard analysis.graph.commenters.indices.contains(commenter) else { return "" }
        let asked = AskedDiscussion(analysis)
        if form == .json { return asked.json(of: commenter) }
        return layout.text(of: asked.blocks(of: commenter, columns: layout.width))
    }

    /// One comment with its thread: what stands above it and what below.
    ///
    /// - Parameters:
    ///   - ordinal: 1 or more.
    ///   - analysis: that of the discussion.
    /// - Returns: lines, each with its end; empty where there is no such comment.
    public func text(ofComment ordinal: Int, in analysis: Analysis) -> String {
        guard analysis.discussion.comments.indices.contains(ordinal - 1) else { return "" }
        let asked = AskedDiscussion(analysis)
        if form == .json { return asked.json(ofComment: ordinal) }
        return layout.text(of: asked.blocks(ofComment: ordinal, columns: layout.width))
    }

    /// The comments that a search found, in their order.
    ///
    /// - Parameters:
    ///   - hits: what is shown.
    ///   - total: how many there are; where it is more than the hits, the best are shown.
    ///   - words: what was searched for.
    public func text(of hits: [SearchHit], of total: Int, for words: String) -> String {
        if form == .json { return hits.map(\.json).joined() }
        let count =
            total > hits.count
            ? "The best \(hits.count) of \(counted(total, "comment"))"
            : counted(hits.count, "comment")
        let title = "\(count) with \(VisibleText.passage(words))"
        return layout.text(of: [.title(title)] + hits.flatMap(\.blocks))
    }
}

extension AskedDiscussion {
    /// Everything that one person said.
    fileprivate func blocks(of commenter: Int, columns: Int) -> [ShownBlock] {
        let person = graph.commenters[commenter]
        let said = comments(of: commenter)
        var about = [person.shownName]
        if !person.aliases.isEmpty {
            about.append(
                "also \(person.aliases.map { VisibleText.name($0) }.joined(separator: ", "))")
        }
        if person.isArticleAuthor { about.append("wrote the article") }
        let answered = said.reduce(0) { $0 + (answers[$1]?.count ?? 0) }
        let named = graph.mentions.filter { $0.commenter == commenter }
        about += [
            counted(said.count, "comment"), counted(answered, "answer"),
            "named \(counted(named.count, "time"))",
        ]
        if let camp = camps[commenter] { about.append("camp \(camp)") }
        var blocks = heading + [.aside(about.joined(separator: " · "))]
        for ordinal in said {
            blocks.append(.comment(head(of: ordinal)))
            if !discussion.text(at: ordinal).isEmpty {
                blocks.append(.passage(discussion.text(at: ordinal)))
            }
            blocks += remarks(on: ordinal, inFull: false)
            blocks += answerItems(to: ordinal, columns: columns)
        }
        if !named.isEmpty {
            blocks.append(.heading("Named by"))
            blocks += named.map { mention in
                let words = VisibleText.passage(mention.written)
                return .item("\(pointer(to: mention.comment)): “\(words)”", level: 0)
            }
        }
        return blocks
    }

    /// One comment with its thread.
    fileprivate func blocks(ofComment ordinal: Int, columns: Int) -> [ShownBlock] {
        var blocks = heading
        let path = path(to: ordinal)
        if !path.isEmpty {
            blocks.append(.heading("Above it"))
            blocks += path.enumerated().map { level, above in
                line(of: above, level: min(level, Self.levelLimit), columns: columns)
            }
        }
        blocks.append(.comment(head(of: ordinal)))
        if !discussion.text(at: ordinal).isEmpty {
            blocks.append(.passage(discussion.text(at: ordinal)))
        }
        blocks += remarks(on: ordinal, inFull: true)
        let below = below(ordinal)
        if !below.isEmpty {
            blocks.append(.heading("Below it"))
            blocks += below.map {
                line(of: $0.ordinal, level: min($0.depth - 1, Self.levelLimit), columns: columns)
            }
        }
        let also = (answers[ordinal] ?? []).filter { replies[$0.from]?.to != ordinal }
        if !also.isEmpty {
            blocks.append(.heading("Also answered by"))
            blocks += also.map {
                .item(
                    "\(pointer(to: $0.from)), \(Self.sureness(of: $0)):"
                        + " \(glimpse(of: $0.from, columns: columns))", level: 0)
            }
        }
        return blocks
    }

    /// Deeper comments are no further indented.
    private static let levelLimit = 8

    /// A comment of a thread in a line or two.
    private func line(of ordinal: Int, level: Int, columns: Int) -> ShownBlock {
        var how: [String] = []
        if let reply = replies[ordinal] {
            how.append(Self.sureness(of: reply))
            if let stance = reply.stance { how.append(Self.words(of: stance, withCues: false)) }
        }
        let head = ([pointer(to: ordinal)] + how).joined(separator: ", ")
        return .item("\(head): \(glimpse(of: ordinal, columns: columns))", level: level)
    }
}

extension SearchHit {
    fileprivate var blocks: [ShownBlock] {
        var head = ["[\(DisplayWidth.fitted(VisibleText.name(comment), to: 40))] \(shownName)"]
        if let posted { head.append((posted.isApproximate ? "about " : "") + posted.description) }
        let title = VisibleText.passage(title ?? "")
        let place = "discussion \(VisibleText.passage(discussion))"
        head.append(title.isEmpty ? place : "\(title) (\(place))")
        let words = passage.map { piece in
            let edges = (
                piece.text.first?.isWhitespace == true ? " " : "",
                piece.text.last?.isWhitespace == true ? " " : ""
            )
            let shown = VisibleText.passage(piece.text)
            if shown.isEmpty { return edges.0 }
            return edges.0 + (piece.isMatch ? ShownBlock.setOff(shown) : shown) + edges.1
        }.joined()
        var blocks: [ShownBlock] = [.comment(head.joined(separator: " · ")), .passage([words])]
        if let answer {
            let name = answer.name.map { VisibleText.name($0) } ?? "(unknown)"
            let target =
                answer.comment == Article.id
                ? "the article"
                : "[\(DisplayWidth.fitted(VisibleText.name(answer.comment), to: 40))] \(name)"
            let reply = Reply(
                from: 1, to: 0, confidence: answer.confidence, evidence: answer.evidence)
            var words = "answers \(target), \(AskedDiscussion.sureness(of: reply))"
            let reasons = AskedDiscussion.words(of: answer.evidence)
            if !reasons.isEmpty { words += ": \(reasons)" }
            blocks.append(.item(words, level: 0))
            if let stance = answer.stance {
                blocks.append(
                    .item(AskedDiscussion.words(of: stance, withCues: false), level: 0))
            }
        }
        return blocks
    }

    private var shownName: String {
        let name = Commenter(id: "", name: name).shownName
        if isNameCorrected { return "\(name) (corrected)" }
        guard let nameConfidence else { return name }
        return "\(name) (inferred, \(ReportWords.confidence(nameConfidence)))"
    }
}

import DiscussionModel

/// A thread to look at in words, so that nothing of its discussion needs to be kept.
struct AttentionContent: Sendable {
    /// One reason in words.
    struct Line: Sendable {
        let reason: AttentionReason
        /// What was noticed, safe to show.
        let words: String
        /// The ids of its comments, of the article where that is one.
        let ids: [String]
        /// The ids of its commenters, and their names.
        let people: [(id: String, name: String?)]
    }

    /// How many names and comments are told before the rest is counted.
    private static let peopleLimit = 4
    static let commentLimit = 12

    /// The id of the discussion, where it came from, and its title, safe to show.
    let discussion: String
    let source: String
    let title: String
    /// The id of the top-level comment.
    let root: String
    /// The same, safe to show.
    let shownRoot: String
    /// Who began the thread, and with which words; safe to show.
    let opening: String
    /// How large the thread is.
    let size: String
    let comments: Int
    let weight: Double
    let lines: [Line]

    init(_ thread: ThreadAttention, in content: SummaryContent) {
        let analysis = content.analysis
        discussion = analysis.discussion.id
        source = analysis.discussion.source
        title = content.title
        root = analysis.discussion.id(at: thread.root)
        shownRoot = DisplayWidth.fitted(content.shownID(of: thread.root), to: 20)
        let text = String(analysis.discussion.text(at: thread.root).unicodeScalars.prefix(400))
        let name = DisplayWidth.fitted(content.shownName(of: thread.root), to: 38)
        let words = DisplayWidth.fitted(VisibleText.passage(text), to: 60)
        opening = words.isEmpty ? name : "\(name): “\(words)”"
        let measured = analysis.measures.threads.first { $0.root == thread.root }
        size = measured.map { content.size(of: $0) } ?? ""
        comments = measured?.comments.count ?? 0
        weight = thread.weight
        lines = thread.reasons.map { reason in
            Line(
                reason: reason, words: Self.words(for: reason, in: content),
                ids: reason.comments.map { analysis.discussion.id(at: $0) },
                people: reason.commenters.compactMap { content.commenter($0) }
                    .map { ($0.id, $0.name) })
        }
    }

    private static func words(for reason: AttentionReason, in content: SummaryContent) -> String {
        let words = DisagreementWords(content.disagreement)
        switch reason.kind {
        case .heatingUp:
            let chain = content.analysis.stances.chains.first { $0.comments == reason.comments }
            return chain.map { words.line(of: DisagreementContent.Strand(chain: $0)) }
                ?? "disagreement heats up"
        case .manyAgainstOne:
            let others = Array(reason.commenters.dropFirst())
            return "\(counted(others.count, "commenter")) disagree with"
                + " \(words.names(of: Array(reason.commenters.prefix(1)), limit: 1)):"
                + " \(words.names(of: others, limit: peopleLimit))"
        case .copiedText:
            let text = reason.comments.first.map { content.analysis.discussion.text(at: $0) } ?? ""
            let start = VisibleText.passage(String(text.unicodeScalars.prefix(400)))
            return "the same text \(counted(reason.comments.count, "time")) by"
                + " \(words.names(of: reason.commenters, limit: peopleLimit)):"
                + " “\(DisplayWidth.fitted(start, to: 60))”"
        }
    }

    /// The comments of a reason as a list, safe to show.
    static func places(of line: Line) -> String {
        let shown = line.ids.prefix(commentLimit).map {
            $0 == "0" ? "the article" : "[\(DisplayWidth.fitted(VisibleText.name($0), to: 20))]"
        }
        let more = line.ids.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}

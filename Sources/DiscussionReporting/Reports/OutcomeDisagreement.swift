import DiscussionModel

/// What the outcome says of stances, chains and camps.
struct OutcomeDisagreement {
    /// How many strands of chains are spelled out.
    static let strandLimit = 5
    /// How many members and words of a camp are named.
    static let memberLimit = 8
    static let termLimit = 6

    private let content: DisagreementContent
    private let words: DisagreementWords
    private let style: TerminalStyle
    private let width: Int

    init(_ analysis: Analysis, style: TerminalStyle, width: Int) {
        content = DisagreementContent(analysis)
        words = DisagreementWords(content)
        self.style = style
        self.width = width
    }

    /// The lines; none where nobody has looked for stances.
    var lines: [String] {
        guard content.isJudged else { return [] }
        let language = words.language.map { paragraph($0, after: "  language: ") } ?? []
        return paragraph(stances, after: "  stances: ") + language + chains + camps
    }

    private var stances: String {
        let (labels, unjudged, unsure) = content.replies
        var parts = Stance.Label.allCases.compactMap { label in
            labels[label].map { "\($0) \(label.rawValue)" }
        }
        if unjudged > 0 { parts.append("\(unjudged) not judged") }
        let text = parts.joined(separator: ", ")
        guard unsure > 0 else { return text }
        return text + "; \(unsure) of these \(unsure == 1 ? "is a close call" : "are close calls")"
    }

    private var chains: [String] {
        let chains = content.analysis.stances.chains
        guard !chains.isEmpty else { return paragraph(words.calm, after: "  disagreement: ") }
        let kinds = DisagreementContent.words(for: Self.kinds(of: content.strands))
        var lines = ["  disagreement: " + kinds]
        for strand in content.strands.prefix(Self.strandLimit) {
            lines += paragraph(words.line(of: strand), after: "    - ")
            lines += words.within(strand).flatMap { paragraph($0, after: "      ") }
            guard let reply = content.sharpestReply(of: strand.chain) else { continue }
            let text = content.analysis.ownText(of: reply.comment)
            lines.append(fitted(words.quotation(of: reply.comment, text), after: "      "))
            let reasons = words.reasons(for: reply.stance)
            if !reasons.isEmpty { lines += faint("because of: \(reasons)", after: "      ") }
        }
        let more = DisagreementContent.words(
            for: Self.kinds(of: content.strands.dropFirst(Self.strandLimit)))
        return more.isEmpty ? lines : lines + ["    and \(more) more"]
    }

    /// All chains of some strands, by kind.
    private static func kinds(
        of strands: some Sequence<DisagreementContent.Strand>
    ) -> [DisagreementChain.Kind: Int] {
        strands.reduce(into: [:]) { sums, strand in
            sums.merge(strand.kinds) { $0 + $1 }
        }
    }

    private var camps: [String] {
        var lines = paragraph(words.verdict, after: "  camps: ")
        let clusters = content.analysis.stances.clustering.clusters
        for (index, cluster) in clusters.enumerated() {
            let head = "    \(index + 1). "
            let margin = String(repeating: " ", count: head.utf8.count)
            let members =
                "\(words.size(of: cluster)), \(DisagreementWords.cohesion(of: cluster)): "
                + words.members(of: cluster, limit: Self.memberLimit)
            lines += paragraph(members, after: head)
            if let comment = cluster.representative.first {
                lines += faint(words.quotation(of: comment.comment, comment.text), after: margin)
            }
            let terms = words.terms(of: cluster, limit: Self.termLimit)
            if !terms.isEmpty { lines.append(fitted("words: \(terms)", after: margin)) }
            if let opponent = cluster.opponents.first(where: { $0.disagreeing > 0 }) {
                lines.append(fitted(words.line(of: opponent), after: margin))
            }
        }
        return lines
    }

    private func paragraph(_ text: String, after head: String) -> [String] {
        DisplayWidth.paragraph(text, after: head, to: width)
    }

    /// A paragraph set back, each of its lines faint.
    private func faint(_ text: String, after margin: String) -> [String] {
        DisplayWidth.wrapped(text, to: width - DisplayWidth.of(margin)).map {
            margin + style.faint($0)
        }
    }

    /// One line, cut where it does not fit.
    private func fitted(_ text: String, after margin: String) -> String {
        margin + style.faint(DisplayWidth.fitted(text, to: width - DisplayWidth.of(margin)))
    }
}

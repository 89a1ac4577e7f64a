import DiscussionModel

/// The chains of disagreement as dialogues, the longest first.
struct DisputesSection {
    /// How many are told; the others are in the comments.
    static let limit = 40
    /// How many are open from the start, and how many are listed before a fold.
    static let openCount = 1
    static let listedCount = 6
    /// How many characters of a comment a dialogue shows.
    static let excerptLength = 420

    let shown: ReportedDiscussion

    private var strands: [DisagreementContent.Strand] {
        shown.summary.disagreement.strands
    }

    var nodes: [HTMLNode] {
        let strands = self.strands
        guard !strands.isEmpty else { return [] }
        let listed = strands.prefix(Self.listedCount)
        let more = strands.dropFirst(Self.listedCount).prefix(Self.limit - Self.listedCount)
        return [
            HTMLNode(.section, .set(.ariaLabelledBy, shown.anchor.part(.disputes).name)) {
                HTMLNode(.h3, .id(shown.anchor.part(.disputes))) { "Disputes" }
                HTMLNode(.p, .class("lead")) { lead(strands.count) }
                for (place, strand) in listed.enumerated() {
                    node(of: strand, isOpen: place < Self.openCount)
                }
                if !more.isEmpty {
                    HTMLNode(.details, .class("more")) {
                        HTMLNode(.summary) { "\(more.count) more" }
                        for strand in more { node(of: strand, isOpen: false) }
                    }
                }
            }
        ]
    }

    private func lead(_ strandCount: Int) -> String {
        let chains = shown.analysis.stances.chains
        let kinds: [(DisagreementChain.Kind, String)] = [
            (.quarrel, "quarrel"), (.exchange, "exchange"), (.chain, "chain"),
        ]
        let counts = kinds.compactMap { kind, name in
            let count = chains.count { $0.kind == kind }
            return count > 0 ? ReportWords.count(count, name) : nil
        }
        var words = "Where disagreement goes on for more than one reply: "
        words += counts.joined(separator: ", ") + "."
        if strandCount < chains.count { words += " Those with a common beginning are told once." }
        if strandCount > Self.limit { words += " The \(Self.limit) longest are told here." }
        return words
    }

    private func node(of strand: DisagreementContent.Strand, isOpen: Bool) -> HTMLNode {
        let chain = strand.chain
        let isSure = chain.mean >= DisagreementWords.sureMean
        return HTMLNode(
            .details,
            with: [.class(isSure ? "dispute" : "dispute unsure")] + (isOpen ? [.set(.open)] : [])
        ) {
            HTMLNode(.summary) {
                HTMLNode(.b) { (isSure ? "" : "probably ") + chain.kind.rawValue }
                " between "
                for (index, commenter) in chain.participants.prefix(4).enumerated() {
                    if index > 0 { index == chain.participants.count - 1 ? " and " : ", " }
                    shown.person(commenter)
                }
                if chain.participants.count > 4 { " and \(chain.participants.count - 4) more" }
                HTMLNode(.small) { " · " + description(of: strand) }
            }
            HTMLNode(.ol, .class("dialogue")) {
                for (place, ordinal) in chain.comments.enumerated() where shown.contains(ordinal) {
                    turn(ordinal, in: chain, at: place)
                }
            }
        }
    }

    private func description(of strand: DisagreementContent.Strand) -> String {
        let chain = strand.chain
        let words = DisagreementWords(shown.summary.disagreement)
        var parts = [
            words.size(of: chain),
            "\(ReportWords.percent(chain.mean)) disagreement",
        ]
        if let duration = chain.seconds.flatMap(DisagreementWords.duration) {
            parts.append("over " + duration)
        }
        if let trend = chain.trend.flatMap(DisagreementWords.words(for:)) { parts.append(trend) }
        switch chain.ending {
        case .lastWord:
            let last = chain.comments.last.flatMap { shown.author(of: $0) }
            parts.append("\(shown.name(of: last)) has the last word")
        case .concession: parts.append("ends with a concession")
        case .silence: parts.append("then silence")
        case .agreement: parts.append("ends in agreement")
        case .goesOn: parts.append("goes on without disagreement")
        }
        if strand.branches > 0 {
            let branches = ReportWords.count(strand.branches, "branch", "branches")
            let comments = ReportWords.count(strand.furtherComments, "further comment")
            parts.append(strand.furtherComments > 0 ? "\(branches) with \(comments)" : branches)
        }
        return parts.joined(separator: " · ")
    }

    private func turn(
        _ ordinal: Int, in chain: DisagreementChain, at place: Int
    ) -> HTMLNode {
        let author = shown.author(of: ordinal)
        // Of two each has a side. Of more each disagrees with the one before, so sides alternate.
        let isSecond =
            chain.participants.count == 2
            ? author == chain.participants[1] : !place.isMultiple(of: 2)
        let reply = ordinal > 0 ? shown.replies[ordinal] : nil
        return HTMLNode(.li, .class(isSecond ? "turn second" : "turn")) {
            HTMLNode(.p, .class("by")) {
                shown.speaker(of: ordinal)
                if ordinal > 0 || author != nil {
                    ", "
                    shown.link(to: ordinal)
                }
                if place > 0, let stance = reply?.stance {
                    " "
                    StanceMark.node(of: stance)
                }
            }
            HTMLNode(.p, .class("said"), .set(.dir, "auto")) { excerpt(of: ordinal) }
        }
    }

    /// The beginning of a text, cut at a word.
    private func excerpt(of ordinal: Int) -> String {
        let text = shown.analysis.ownText(of: ordinal)
        // Twice the length is looked at, for white space that goes.
        let words = VisibleText.passage(String(text.prefix(2 * Self.excerptLength)))
        guard words.count > Self.excerptLength else {
            return words.isEmpty && ordinal == 0 ? shown.discussion.shownTitle : words
        }
        let head = words.prefix(Self.excerptLength)
        let cut = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<cut] + " …"
    }
}

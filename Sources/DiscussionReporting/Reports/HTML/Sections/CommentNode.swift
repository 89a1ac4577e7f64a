import DiscussionModel

/// One comment: who answers whom, how sure that is and why, how it takes it, and the words.
struct CommentNode {
    /// Deeper comments are no further indented; their depth is told by whom they answer.
    static let indentLimit = 8

    let shown: ReportedDiscussion
    let ordinal: Int

    private var comment: Comment { shown.comment(ordinal) }
    private var reply: Reply? { shown.replies[ordinal] }
    private var authorship: Authorship? { shown.graph.authorships.element(at: ordinal - 1) }

    /// The comment as an element with its anchor.
    var node: HTMLNode {
        let depth = min(Self.indentLimit, max(1, shown.outline.depths[ordinal]))
        let below = shown.outline.descendants[ordinal]
        let kind = comment.isGhost ? "ghost" : reply.map { ReportWords.sureness(of: $0).className }
        let stance = reply?.stance.map { " " + $0.label.rawValue } ?? ""
        return HTMLNode(
            .article, .class("comment depth-\(depth) \(kind ?? "sure")\(stance)"),
            .id(shown.anchor.comment(ordinal)), .set(.tabindex, -1)
        ) {
            HTMLNode(.header) {
                HTMLNode(.h4) { heading }
                if !comment.isGhost { answer }
                HTMLNode(.span, .class("meta")) {
                    if let score = comment.score {
                        HTMLNode(.span, .set(.title, "Votes, as the source counts them")) {
                            "\(score > 0 ? "+" : "")\(score)"
                        }
                        " "
                    }
                    HTMLNode(.a, .class("number"), .href(shown.anchor.comment(ordinal))) {
                        if let posted = comment.posted {
                            ReportWords.time(posted)
                            " "
                        }
                        "#\(ordinal)"
                    }
                    if let address = WebAddress(comment.url) {
                        " "
                        HTMLNode(.a, with: HTMLAttribute.href(address)) { "source" }
                    }
                }
            }
            if let notice { HTMLNode(.p, .class("notice")) { notice } }
            HTMLNode(.div, .class("text")) { MarkedText(of: ordinal, in: shown).paragraphs }
            if below > 0 {
                HTMLNode(
                    .button, .class("fold"), .set(.type, "button"), .set(.ariaExpanded, "true"),
                    .set(.dataDescendants, below)
                ) {
                    "\(ReportWords.count(below, "comment")) below"
                }
            }
        }
    }

    private var heading: [HTMLNode] {
        let person = shown.person(shown.author(of: ordinal))
        guard let inference = authorship?.inference else { return person }
        if inference.isCorrected {
            let note = inference.evidence.first.map { VisibleText.passage($0.detail) } ?? ""
            return person + [
                .text(" "),
                HTMLNode(
                    .span, .class("inferred"),
                    .set(.title, "Somebody has set the author. \(note)")
                ) { "author corrected" },
            ]
        }
        let reasons = inference.evidence.map { reason in
            "\(ReportWords.evidence(reason.kind)): \(VisibleText.passage(reason.detail))"
        }
        return person + [
            .text(" "),
            HTMLNode(
                .span, .class("inferred"),
                .set(.title, "No author is shown. \(reasons.joined(separator: "; "))")
            ) {
                "author inferred, \(ReportWords.confidence(inference.confidence))"
            },
        ]
    }

    /// What it answers, how it takes that, and how sure both are; the reasons open on demand.
    @HTMLContent private var answer: [HTMLNode] {
        if let reply {
            let sureness = ReportWords.sureness(of: reply)
            HTMLNode(.span, .class("answers")) {
                reply.to == 0 ? "on " : "to "
                HTMLNode(.a, .href(shown.anchor.comment(reply.to))) {
                    if reply.to == 0 { "the article" } else { shown.speaker(of: reply.to) }
                }
            }
            if let stance = reply.stance { StanceMark.node(of: stance) }
            HTMLNode(.details, .class("why")) {
                HTMLNode(.summary) {
                    switch sureness {
                    case .corrected: "corrected"
                    case .stated: "stated"
                    case .sure, .likely: "\(ReportWords.confidence(reply.confidence)) sure"
                    case .unsure: "unsure, \(ReportWords.confidence(reply.confidence))"
                    }
                }
                ReplyReasons(shown: shown, reply: reply).nodes
            }
        }
    }

    private var notice: String? {
        if comment.isGhost {
            return "This comment is referred to and is not in the source."
        }
        switch comment.removal {
        case .author: return "Removed by its author."
        case .moderator: return "Removed by a moderator."
        case .unknown: return "Removed."
        case nil: break
        }
        switch comment.approval {
        case .pending: return "Waiting for a moderator."
        case .spam: return "Marked as spam."
        case .trash: return "Thrown away."
        case .approved, nil: return nil
        }
    }
}

/// How a reply takes what it answers, in a word, a sign and a colour.
enum StanceMark {
    /// None for a neutral one, which most are.
    static func node(of stance: Stance) -> HTMLNode? {
        let sign: String
        switch stance.label {
        case .neutral: return nil
        case .agree: sign = "+"
        case .disagree: sign = "≠"
        }
        let probability = stance.probability
        let unsure = probability < 0.6 ? " faint" : ""
        return HTMLNode(.span, .class("stance \(stance.label.rawValue)\(unsure)")) {
            HTMLNode(.span, .set(.ariaHidden, "true")) { "\(sign)\u{A0}" }
            let sureness =
                stance.isCorrected ? "(corrected)" : ReportWords.confidence(probability)
            "\(ReportWords.stance(stance.label)) \(sureness)"
        }
    }
}

import DiscussionModel

/// Why a reply is believed to go where it goes, and what its stance is read from.
struct ReplyReasons {
    let shown: ReportedDiscussion
    let reply: Reply

    var nodes: [HTMLNode] {
        let further = shown.furtherAnswers[reply.from] ?? []
        return [
            HTMLNode(.div, .class("reasons")) {
                HTMLNode(.p) {
                    "Answers "
                    target(reply.to)
                    switch ReportWords.sureness(of: reply) {
                    case .corrected: ", corrected: somebody has set it."
                    case .stated: ", as the source states."
                    case .sure, .likely, .unsure:
                        ", inferred with confidence \(ReportWords.decimal(reply.confidence)):"
                    }
                }
                evidence(of: reply)
                for answer in further {
                    HTMLNode(.p) {
                        "Also answers "
                        target(answer.to)
                        ", with confidence \(ReportWords.decimal(answer.confidence)):"
                    }
                    evidence(of: answer)
                }
                if let stance = reply.stance { self.stance(stance) }
            }
        ]
    }

    private func target(_ ordinal: Int) -> [HTMLNode] {
        guard ordinal > 0 else { return [shown.link(to: 0)] }
        return [shown.link(to: ordinal), .text(" by ")] + shown.speaker(of: ordinal)
    }

    private func evidence(of reply: Reply) -> HTMLNode {
        HTMLNode(.ul) {
            for reason in reply.evidence {
                HTMLNode(.li) {
                    HTMLNode(.b) { reason.kind.rawValue }
                    " (\(ReportWords.evidence(reason.kind)))"
                    let detail = VisibleText.passage(reason.detail)
                    if !detail.isEmpty {
                        ": "
                        HTMLNode.isolated(detail)
                    }
                    HTMLNode(.span, .class("weight")) {
                        " weight \(ReportWords.decimal(reason.weight))"
                    }
                }
            }
        }
    }

    private func stance(_ stance: Stance) -> [HTMLNode] {
        let shares = [
            ("agree", stance.agree), ("neutral", stance.neutral), ("disagree", stance.disagree),
        ].map { "\($0.0) \(ReportWords.percent($0.1))" }
        return [
            HTMLNode(.p) {
                if stance.isCorrected {
                    "Stance, corrected: \(stance.label.rawValue)."
                } else {
                    "Stance, inferred: \(shares.joined(separator: ", "))."
                    if !stance.cues.isEmpty { " Read from:" }
                }
            },
            HTMLNode(.ul) {
                for cue in stance.cues {
                    HTMLNode(.li) {
                        HTMLNode.isolated(CueWords.of(cue))
                        HTMLNode(.span, .class("weight")) {
                            " weight \(ReportWords.decimal(cue.weight))"
                        }
                    }
                }
            },
        ].filter {
            if case .element(.ul, _, let content) = $0 { return !content.isEmpty }
            return true
        }
    }
}

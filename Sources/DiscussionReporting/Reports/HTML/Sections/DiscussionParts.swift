import DiscussionModel

/// Links to the parts of a discussion that are there.
struct DiscussionParts {
    let shown: ReportedDiscussion

    var nodes: [HTMLNode] {
        guard !shown.discussion.comments.isEmpty else { return [] }
        var parts: [(PageAnchor, String)] = []
        if !SummarySection(shown: shown).isEmpty {
            parts.append((shown.anchor.part(.summary), "In short"))
        }
        if !shown.edges.isEmpty {
            parts.append((shown.anchor.part(.map), "Who replies to whom"))
        }
        parts.append((shown.anchor.part(.camps), "Camps"))
        if !shown.analysis.stances.chains.isEmpty {
            parts.append((shown.anchor.part(.disputes), "Disputes"))
        }
        if shown.commentsBy.contains(where: { !$0.isEmpty }) {
            parts.append((shown.anchor.part(.activity), "Who and when"))
        }
        parts.append((shown.anchor.part(.comments), "Comments"))
        parts.append((.making, "How this was made"))
        return [
            HTMLNode(.nav, .class("parts"), .set(.ariaLabel, "Parts of this discussion")) {
                HTMLNode(.ul) {
                    for (anchor, name) in parts {
                        HTMLNode(.li) { HTMLNode(.a, .href(anchor)) { name } }
                    }
                }
            }
        ]
    }
}

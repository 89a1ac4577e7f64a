import DiscussionModel

/// All comments in the order of the talk, with what finds and folds them.
///
/// Those of small discussions stand in the page. Of large ones the first do, and the rest waits in
/// blocks that the page's script builds as they come into view.
struct CommentsSection {
    /// How many comments of one discussion stand in the page at most.
    static let inlineLimit = 500
    /// How many stand in the page of a larger one, and how many make a block.
    static let headCount = 100
    static let blockCount = 100

    let shown: ReportedDiscussion
    /// Whether the comments may stand in the page at all.
    let isInline: Bool

    private var order: [Int] { shown.outline.order }

    private var inlineCount: Int {
        guard isInline else { return 0 }
        return order.count <= Self.inlineLimit ? order.count : min(order.count, Self.headCount)
    }

    /// The section without its comments: heading, tools.
    var head: [HTMLNode] {
        let anchor = shown.anchor
        return [
            HTMLNode(.h3, .id(anchor.part(.comments))) { "Comments" },
            HTMLNode(.div, .class("tools scripted"), .set(.role, "search")) {
                HTMLNode(.label) {
                    "Find "
                    HTMLNode(
                        .input, .set(.type, "search"), .set(.dataFilter, "words"),
                        .set(.placeholder, "words or a name"))
                }
                HTMLNode(.label) {
                    "Stance "
                    select(
                        "stance",
                        [
                            ("", "any"), ("disagree", "disagrees"), ("agree", "agrees"),
                            ("neutral", "neither"),
                        ])
                }
                if !shown.clustering.clusters.isEmpty {
                    HTMLNode(.label) {
                        "Camp "
                        select(
                            "camp",
                            [("", "any")]
                                + shown.clustering.clusters.indices.map {
                                    ("\($0 + 1)", "\($0 + 1)")
                                } + [("0", "none")])
                    }
                }
                HTMLNode(.label, .class("check")) {
                    HTMLNode(.input, .set(.type, "checkbox"), .set(.dataFilter, "unsure"))
                    " unsure answers only"
                }
                HTMLNode(.button, .set(.type, "button"), .set(.dataAction, "fold")) {
                    "Fold all threads"
                }
                HTMLNode(.button, .set(.type, "button"), .set(.dataAction, "unfold")) {
                    "Unfold all"
                }
                HTMLNode(.p, .class("found"), .set(.role, "status")) {}
            },
        ]
    }

    private func select(_ name: String, _ options: [(value: String, words: String)]) -> HTMLNode {
        HTMLNode(.select, .set(.dataFilter, name)) {
            for option in options {
                HTMLNode(.option, .set(.value, option.value)) { option.words }
            }
        }
    }

    /// The comments: those in the page, then the blocks that wait.
    ///
    /// - Returns: pieces of HTML in order, so that no more than one block is held at a time.
    func blocks() -> some Sequence<String> {
        let inline = inlineCount
        let starts = Array(stride(from: 0, to: order.count, by: Self.blockCount))
        return starts.lazy.map { start in
            let ordinals = order[start..<min(order.count, start + Self.blockCount)]
            let nodes = ordinals.map { CommentNode(shown: shown, ordinal: $0).node }
            let open = "<div class=\"block\" data-count=\"\(ordinals.count)\">"
            return open
                + (start < inline
                    ? HTMLWriter.text(of: nodes) : DeferredNodes.element(nodes, class: "nodes"))
                + "</div>"
        }
    }

    /// What is said where nothing runs and comments wait.
    var unscripted: HTMLNode? {
        guard inlineCount < order.count else { return nil }
        let words =
            inlineCount == 0
            ? "The comments of this discussion are shown where scripts may run."
            : "The first \(inlineCount) of \(ReportWords.count(order.count, "comment")) are here; "
                + "the others are shown where scripts may run."
        return HTMLNode(.noscript) { HTMLNode(.p, .class("notice")) { words } }
    }

    private func isUnsure(_ ordinal: Int) -> Bool {
        shown.replies[ordinal].map { ReportWords.sureness(of: $0) == .unsure } ?? false
    }

    /// What the script knows of all comments, by place in the order.
    var index: String {
        let commenters = shown.graph.commenters
        return DeferredNodes.element(class: "index") { writer in
            writer.key("order")
            writer.array(order) { $0.value($1) }
            writer.key("depth")
            writer.array(order) { $0.value(shown.outline.depths[$1]) }
            writer.key("by")
            writer.array(order) { $0.value(shown.author(of: $1) ?? -1) }
            // Whom it answers, where that makes an edge between two commenters.
            writer.key("answered")
            writer.array(order) { $0.value(shown.answered(by: $1) ?? -1) }
            writer.key("stance")
            writer.array(order) { writer, ordinal in
                let stance = shown.replies[ordinal]?.stance?.label
                writer.value(stance.flatMap { Stance.Label.allCases.firstIndex(of: $0) } ?? -1)
            }
            // The places alone, so that the script need not know the steps of sureness.
            writer.key("unsure")
            writer.array(order.indices.filter { isUnsure(order[$0]) }) { $0.value($1) }
            writer.key("names")
            writer.array(commenters.indices) { $0.value(shown.name(of: $1)) }
            writer.key("camps")
            writer.array(shown.camps) { $0.value($1) }
        }
    }
}

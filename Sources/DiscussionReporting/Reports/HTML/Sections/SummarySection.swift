import DiscussionModel

/// What was said, in sentences of the discussion that lead to where they stand.
struct SummarySection {
    /// How many threads are told of.
    static let threadLimit = 3

    let shown: ReportedDiscussion

    /// Whether there is nothing to say.
    var isEmpty: Bool {
        shown.summary.whole.isEmpty && SummaryHighlights(shown: shown).isEmpty && threads.isEmpty
    }

    var nodes: [HTMLNode] {
        let whole = shown.summary.whole
        let highlights = SummaryHighlights(shown: shown).nodes
        let threads = longestThreads
        guard !isEmpty else { return [] }
        return [
            HTMLNode(.section, .set(.ariaLabelledBy, shown.anchor.part(.summary).name)) {
                HTMLNode(.h3, .id(shown.anchor.part(.summary))) { "In short" }
                HTMLNode(.div, .class("columns")) {
                    if !whole.isEmpty || !highlights.isEmpty {
                        HTMLNode(.div) {
                            for group in whole {
                                HTMLNode(.h4) { group.heading }
                                SentenceList(shown: shown, sentences: group.sentences).node
                            }
                            highlights
                        }
                    }
                    if !threads.isEmpty { HTMLNode(.div) { threads } }
                }
            }
        ]
    }

    @HTMLContent private var longestThreads: [HTMLNode] {
        if !threads.isEmpty {
            HTMLNode(.h4) { "The longest threads" }
            HTMLNode(.ol, .class("threads")) {
                for thread in threads { HTMLNode(.li) { content(of: thread) } }
            }
        }
    }

    private var threads: [SummaryContent.Thread] {
        Array(shown.summary.threads.prefix(Self.threadLimit))
    }

    @HTMLContent private func content(of thread: SummaryContent.Thread) -> [HTMLNode] {
        let root = thread.thread.root
        HTMLNode(.p) {
            "Begun by "
            shown.speaker(of: root)
            " "
            shown.link(to: root)
            ": \(ReportWords.count(thread.thread.comments.count, "comment")) by "
            ReportWords.count(thread.thread.commenters, "commenter")
            ", \(thread.thread.depth) deep"
        }
        if !thread.sentences.isEmpty {
            SentenceList(shown: shown, sentences: thread.sentences).node
        }
    }
}

/// What drew most disagreement, with the best answer to it, and what every camp accepts.
struct SummaryHighlights {
    let shown: ReportedDiscussion

    /// Whether there is none of these.
    var isEmpty: Bool {
        shown.analysis.summary.contested == nil && shown.analysis.summary.commonGround.isEmpty
    }

    @HTMLContent var nodes: [HTMLNode] {
        let summary = shown.analysis.summary
        if let contested = summary.contested {
            HTMLNode(.h4) { "Most contested" }
            SentenceList(shown: shown, sentences: [contested.passage]).node
            if let counter = contested.counter {
                HTMLNode(.p, .class("against-it")) { "and against it" }
                SentenceList(shown: shown, sentences: [counter]).node
            }
        }
        if !summary.commonGround.isEmpty {
            HTMLNode(.h4) { "What all camps accept" }
            SentenceList(shown: shown, sentences: summary.commonGround).node
        }
    }
}

/// Sentences as they were written, each with who wrote it and where.
struct SentenceList {
    let shown: ReportedDiscussion
    let sentences: [SummarySentence]

    var node: HTMLNode {
        HTMLNode(.ul, .class("sentences")) {
            for sentence in sentences {
                HTMLNode(.li) {
                    HTMLNode(.blockquote, .set(.dir, "auto")) {
                        VisibleText.passage(sentence.text)
                    }
                    HTMLNode(.p, .class("by")) {
                        if sentence.comment > 0 || shown.articleAuthor != nil {
                            shown.speaker(of: sentence.comment)
                            ", "
                        }
                        shown.link(to: sentence.comment)
                    }
                }
            }
        }
    }
}

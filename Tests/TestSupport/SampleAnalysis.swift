package import DiscussionModel

/// Analyses made by hand, for the stages that come after the reconstruction.
package enum SampleAnalysis {
    /// Five comments and a ghost under one article. It has a quotation of the article, a mention,
    /// an address, an inferred author who is the article's, an unknown author, a reply to a ghost
    /// and a comment that answers two.
    ///
    /// Commenters: 0 Odd Lund, 1 Bea, 2 Kim (ghost), 3 unknown, 4 Mara Quill (the article's author).
    package static let footbridge: Analysis = {
        let discussion = footbridgeDiscussion
        let graph = footbridgeGraph(of: discussion)
        return Analysis(
            discussion: discussion, graph: graph, measures: footbridgeMeasures,
            summary: DiscussionSummary(
                about: [sentence("The town will open the footbridge in April.", 0, discussion)],
                sentences: [
                    sentence("It cost twice the estimate, and nobody has said why.", 0, discussion),
                    sentence("the mayor did say why, in June.", 2, discussion),
                ],
                threads: [
                    [sentence("I asked him again and he had no answer.", 3, discussion)],
                    [],
                ]))
    }()

    /// An article without comments, and next to nothing known of it.
    package static let silence = Analysis(
        discussion: Discussion(
            id: "silence", source: "silence.txt", format: "text",
            article: Article(title: "Nobody answered", body: "A short note."),
            findings: [
                Finding(
                    id: "no-comments", severity: .note, message: "The page has no comments.",
                    file: "silence.txt")
            ]),
        graph: ReplyGraph(commenters: [], authorships: []),
        measures: DiscussionMeasures(
            comments: [], commenters: [],
            engagement: Engagement(measures: [.init(name: "depth", value: nil)]), threads: []),
        summary: DiscussionSummary())

    private static let footbridgeDiscussion = Discussion(
        id: "footbridge", source: "pages/footbridge.txt", format: "text", site: "example.org",
        setting: .page,
        article: Article(
            title: "The footbridge opens in spring", author: "Mara Quill",
            published: Timestamp(year: 2021, month: 3, day: 4, precision: .day),
            url: "https://example.org/footbridge",
            body: """
                The town will open the footbridge in April. 🌉
                It cost twice the estimate, and nobody has said why.
                """),
        comments: [
            Comment(
                id: "c1", nameAsWritten: "Odd Lund", accountID: "odd",
                posted: Timestamp(
                    year: 2021, month: 3, day: 4, hour: 9, minute: 30, precision: .instant),
                text: "Twice? 🤔 “nobody has said why” is the whole story.", score: 12),
            Comment(
                id: "c2", nameAsWritten: "Bea",
                posted: Timestamp(
                    year: 2021, month: 3, day: 4, hour: 10, precision: .localTime),
                text: "@Odd Lund: the mayor did say why, in June.", statedParent: "c1", score: -3),
            Comment(
                id: "c3",
                posted: Timestamp(
                    year: 2021, month: 3, day: 5, precision: .day, isApproximate: true),
                text: "Bea, I asked him again and he had no answer."),
            Comment(id: "g7", nameAsWritten: "Kim", text: "", isGhost: true),
            Comment(id: "c5", text: "Agreed with every word of that.", statedParent: "g7"),
            Comment(
                id: "c6", nameAsWritten: "odd lund", accountID: "odd",
                text: "@Bea fair. And thank you, Mara Quill, for asking."),
        ],
        findings: [
            Finding(
                id: "encoding-guessed", severity: .warning,
                message: "Not UTF-8; read as Windows-1252.", file: "pages/footbridge.txt"),
            Finding(
                id: "author-missing", severity: .note, message: "The comment shows no author.",
                file: "pages/footbridge.txt", line: 14),
        ])

    private static func footbridgeGraph(of discussion: Discussion) -> ReplyGraph {
        func mention(_ words: String, of commenter: Int, in comment: Int) -> Mention {
            Mention(
                comment: comment, commenter: commenter,
                span: span(of: words, in: discussion.text(at: comment)), written: words)
        }
        let quoted = "nobody has said why"
        return ReplyGraph(
            commenters: [
                Commenter(id: "odd", name: "Odd Lund", aliases: ["odd lund"]),
                Commenter(id: "Bea", name: "Bea"),
                Commenter(id: "Kim", name: "Kim"),
                Commenter(id: "unknown-5", name: nil),
                Commenter(
                    id: "Mara Quill", name: "Mara Quill", aliases: ["Mara", "Quill"],
                    isArticleAuthor: true),
            ],
            authorships: [
                Authorship(commenter: 0),
                Authorship(commenter: 1),
                Authorship(
                    commenter: 4,
                    inference: AuthorInference(
                        confidence: 0.9,
                        evidence: [
                            Evidence(kind: .mention, detail: "thanked in c6", weight: 2.5),
                            Evidence(kind: .default, detail: "the only nameless one", weight: 0.25),
                        ])),
                Authorship(commenter: 2),
                Authorship(commenter: 3),
                Authorship(commenter: 0),
            ],
            mentions: [
                mention("@Odd Lund", of: 0, in: 2),
                mention("Bea", of: 1, in: 3),
                mention("@Bea", of: 1, in: 6),
                mention("Mara Quill", of: 4, in: 6),
            ],
            quotations: [
                Quotation(
                    comment: 1, span: span(of: quoted, in: discussion.text(at: 1)), source: 0,
                    sourceSpan: span(of: quoted, in: discussion.article.body), similarity: 1)
            ],
            replies: [
                Reply(
                    from: 1, to: 0, confidence: 0.97,
                    evidence: [Evidence(kind: .quotation, detail: quoted, weight: 3.125)]),
                Reply(
                    from: 2, to: 1, confidence: 1,
                    evidence: [
                        Evidence(kind: .stated, detail: "parent c1", weight: 9),
                        Evidence(kind: .mention, detail: "@Odd Lund", weight: 4),
                    ]),
                Reply(
                    from: 3, to: 2, confidence: 0.8125,
                    evidence: [Evidence(kind: .address, detail: "Bea,", weight: 1.5)]),
                Reply(
                    from: 5, to: 4, confidence: 1,
                    evidence: [Evidence(kind: .stated, detail: "parent g7", weight: 9)]),
                Reply(
                    from: 6, to: 2, confidence: 0.5,
                    evidence: [
                        Evidence(kind: .mention, detail: "@Bea", weight: 1),
                        Evidence(kind: .adjacency, detail: "same exchange", weight: 1.0 / 3),
                    ]),
            ],
            alsoAnswers: [
                Reply(
                    from: 6, to: 3, confidence: 0.75,
                    evidence: [Evidence(kind: .mention, detail: "Mara Quill", weight: 2)])
            ],
            findings: [
                Finding(
                    id: "author-inferred", severity: .note,
                    message: "c3 is taken to be by Mara Quill.", file: "pages/footbridge.txt",
                    line: 14)
            ])
    }

    private static let footbridgeMeasures = DiscussionMeasures(
        comments: [
            CommentMeasures(words: 9, depth: 1, directReplies: 1, descendants: 3),
            CommentMeasures(words: 9, depth: 2, directReplies: 2, descendants: 2),
            CommentMeasures(words: 10, depth: 3, directReplies: 0, descendants: 0),
            CommentMeasures(words: 0, depth: 1, directReplies: 1, descendants: 1),
            CommentMeasures(words: 6, depth: 2, directReplies: 0, descendants: 0),
            CommentMeasures(words: 9, depth: 3, directReplies: 0, descendants: 0),
        ],
        commenters: [
            CommenterMeasures(
                comments: 2, repliesSent: 1, repliesReceived: 1, mentionsReceived: 1, quotedTimes: 0
            ),
            CommenterMeasures(
                comments: 1, repliesSent: 1, repliesReceived: 2, mentionsReceived: 2, quotedTimes: 0
            ),
            CommenterMeasures(repliesReceived: 1),
            CommenterMeasures(comments: 1, repliesSent: 1),
            CommenterMeasures(
                comments: 1, repliesSent: 1, repliesReceived: 0, mentionsReceived: 1, quotedTimes: 1
            ),
        ],
        engagement: Engagement(measures: [
            .init(name: "depth", value: 3),
            .init(name: "structuralVirality", value: 2.0 + 2.0 / 21),
            .init(name: "medianReplySeconds", value: 1_800),
            .init(name: "firstReplySeconds", value: nil),
        ]),
        threads: [
            CommentThread(root: 1, comments: [1, 2, 3, 6], commenters: 3, depth: 3),
            CommentThread(root: 4, comments: [4, 5], commenters: 2, depth: 2),
        ],
        commentColumns: [
            MeasureColumn(name: "distinctRepliers", values: [1, 2, 0, 1, 0, 0]),
            MeasureColumn(name: "quotedTimes", values: [0, 0, 0, 0, 1, 0]),
            MeasureColumn(name: "firstReplySeconds", values: [1_800, nil, nil, nil, nil, nil]),
        ],
        commenterColumns: [
            MeasureColumn(name: "pagerank", values: [0.25, 0.375, 0.125, 0.125, 0.125]),
            MeasureColumn(name: "core", values: [1, 1, 1, 1, 1]),
            MeasureColumn(name: "agreementGiven", values: [nil, nil, nil, nil, nil]),
        ],
        threadColumns: [
            MeasureColumn(name: "width", values: [2, 1]),
            MeasureColumn(name: "disagreement", values: [nil, nil]),
        ])

    private static func sentence(
        _ words: String, _ comment: Int, _ discussion: Discussion
    ) -> SummarySentence {
        SummarySentence(
            comment: comment, span: span(of: words, in: discussion.text(at: comment)), text: words)
    }

    /// The first place of some words in a text, in scalars; empty at 0 where they are not there.
    package static func span(of words: String, in text: String) -> TextSpan {
        let (needle, hay) = (Array(words.unicodeScalars), Array(text.unicodeScalars))
        guard needle.count <= hay.count else { return TextSpan(start: 0, end: 0) }
        for start in 0...(hay.count - needle.count)
        where Array(hay[start..<(start + needle.count)]) == needle {
            return TextSpan(start: start, end: start + needle.count)
        }
        return TextSpan(start: 0, end: 0)
    }
}

package import DiscussionModel

extension SampleAnalysis {
    /// Eight comments under one article with a quarrel, a branch of it, two camps, replies of every
    /// stance, one that nobody has judged and a further answer with a stance.
    ///
    /// Commenters: 0 Rolf, 1 Signe, 2 Pål, 3 Ulla, 4 Vera, 5 Ida Torp (the article's author, who
    /// does not comment). Signe, Pål and Ulla are against the article, Rolf and Vera with it.
    package static let millpond = Analysis(
        discussion: millpondDiscussion, graph: millpondGraph, stances: millpondStances,
        measures: millpondMeasures, summary: millpondSummary)

    private static let millpondSummary = DiscussionSummary(
        threads: [[]],
        camps: [
            [words("Swifts drink there.", of: 2), words("I counted forty in May.", of: 4)],
            [words("The pond has smelled for years.", of: 1)],
        ],
        contested: ContestedPassage(
            passage: words("The pond has smelled for years.", of: 1),
            counter: words("Swifts drink there.", of: 2)),
        commonGround: [words("what of the carp?", of: 5)])

    private static func words(_ words: String, of comment: Int) -> SummarySentence {
        SummarySentence(
            comment: comment, span: span(of: words, in: millpondTalk[comment - 1].text),
            text: words)
    }

    private static let smell = "No, it has not. Swifts drink there."
    private static let swifts = "You are wrong about the swifts, Signe."

    private static let millpondTalk: [(author: Int, to: Int, stance: Stance?, text: String)] = [
        (
            0, 0, Stance(agree: 0.75, neutral: 0.1875, disagree: 0.0625),
            "High time. The pond has smelled for years."
        ),
        (1, 1, stance(disagree: 0.9375, "No, it has not.", in: smell), smell),
        (0, 2, stance(disagree: 0.875, "wrong", in: swifts), swifts),
        (
            1, 3, Stance(agree: 0.125, neutral: 0.25, disagree: 0.625),
            "I counted forty in May. Did you?"
        ),
        (
            2, 2, Stance(agree: 0.8125, neutral: 0.125, disagree: 0.0625),
            "Signe is right, and what of the carp?"
        ),
        (
            3, 3, Stance(agree: 0.125, neutral: 0.3125, disagree: 0.5625),
            "She is not: I see them every evening."
        ),
        (4, 1, Stance(agree: 0.875, neutral: 0.125, disagree: 0), "Well said, Rolf."),
        (0, 6, nil, "¿Y qué?"),
    ]

    /// A stance whose cue is some words, and the place in the talk as another.
    private static func stance(
        disagree: Double, _ words: String, in text: String
    ) -> Stance {
        Stance(
            agree: 0, neutral: 1 - disagree, disagree: disagree,
            cues: [
                StanceCue(
                    kind: "opening", detail: words, span: span(of: words, in: text), weight: 1.5),
                StanceCue(kind: "history", detail: "the two are at odds", weight: 0.25),
            ])
    }

    private static let millpondDiscussion = Discussion(
        id: "millpond", source: "pages/millpond.txt", format: "text",
        article: Article(
            title: "The mill pond will be drained", author: "Ida Torp",
            body: "The council will drain the mill pond in autumn."),
        comments: millpondTalk.enumerated().map { index, line in
            Comment(
                id: "m\(index + 1)",
                nameAsWritten: ["Rolf", "Signe", "Pål", "Ulla", "Vera"][line.author],
                posted: Timestamp(
                    year: 2022, month: 6, day: 1, hour: 9 + index, precision: .instant),
                text: line.text)
        })

    private static let millpondGraph = ReplyGraph(
        commenters: ["Rolf", "Signe", "Pål", "Ulla", "Vera"].map { Commenter(id: $0, name: $0) }
            + [Commenter(id: "Ida Torp", name: "Ida Torp", isArticleAuthor: true)],
        authorships: millpondTalk.map { Authorship(commenter: $0.author) },
        replies: millpondTalk.enumerated().map { index, line in
            Reply(
                from: index + 1, to: line.to, confidence: 0.875,
                evidence: [Evidence(kind: .adjacency, detail: "the one before", weight: 1)],
                stance: line.stance)
        },
        alsoAnswers: [
            Reply(
                from: 7, to: 0, confidence: 0.5,
                evidence: [Evidence(kind: .echo, detail: "said", weight: 0.5)],
                stance: Stance(agree: 0.5, neutral: 0.375, disagree: 0.125))
        ])

    private static let millpondStances = DiscussionStances(
        chains: [
            DisagreementChain(
                kind: .quarrel, comments: [1, 2, 3, 4], participants: [0, 1], mean: 0.8125,
                seconds: 10_800, trend: .init(slope: -0.5, pValue: 0.125), ending: .lastWord),
            DisagreementChain(
                kind: .chain, comments: [1, 2, 3, 6], participants: [0, 1, 3], mean: 0.79166666,
                seconds: 18_000, ending: .silence, branchOf: 0, sharedComments: 3),
        ],
        clustering: StanceClustering(
            verdict: .camps, z: 2.5,
            clusters: [
                StanceCluster(
                    members: [
                        .init(commenter: 1, confidence: 1), .init(commenter: 2, confidence: 0.875),
                        .init(commenter: 3, confidence: 0.5),
                    ],
                    cohesion: 0.9375,
                    terms: [
                        .init(words: "swifts", z: 2.25, commenters: 2),
                        .init(words: "forty", z: 1.125, commenters: 1),
                    ],
                    representative: [
                        .init(
                            comment: 2, span: TextSpan(start: 16, end: 35),
                            text: "Swifts drink there.", agreeing: 2, disagreeing: 0, z: 1.75)
                    ],
                    opponents: [.init(cluster: 2, replies: 3, disagreeing: 3)],
                    articleSide: .against),
                StanceCluster(
                    members: [
                        .init(commenter: 0, confidence: 1), .init(commenter: 4, confidence: 0.75),
                    ],
                    cohesion: 0.875,
                    opponents: [.init(cluster: 1, replies: 2, disagreeing: 1)], articleSide: .with),
            ]),
        findings: [
            Finding(
                id: "language-unknown", severity: .note,
                message: "One reply is in a language whose stances are not judged.",
                file: "pages/millpond.txt")
        ])

    private static let millpondMeasures = DiscussionMeasures(
        comments: [
            CommentMeasures(words: 8, depth: 1, directReplies: 2, descendants: 7),
            CommentMeasures(words: 7, depth: 2, directReplies: 2, descendants: 5),
            CommentMeasures(words: 7, depth: 3, directReplies: 2, descendants: 3),
            CommentMeasures(words: 7, depth: 4, directReplies: 0, descendants: 0),
            CommentMeasures(words: 8, depth: 3, directReplies: 0, descendants: 0),
            CommentMeasures(words: 8, depth: 4, directReplies: 1, descendants: 1),
            CommentMeasures(words: 3, depth: 2, directReplies: 0, descendants: 0),
            CommentMeasures(words: 2, depth: 5, directReplies: 0, descendants: 0),
        ],
        commenters: [3, 2, 1, 1, 1, 0].map { CommenterMeasures(comments: $0) },
        engagement: Engagement(measures: [.init(name: "depth", value: 5)]),
        threads: [
            CommentThread(root: 1, comments: Array(1...8), commenters: 5, depth: 5)
        ], threadColumns: [MeasureColumn(name: "disagreement", values: [0.75])])
}

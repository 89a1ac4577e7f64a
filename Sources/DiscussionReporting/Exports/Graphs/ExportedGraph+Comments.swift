import DiscussionModel

extension ExportedGraph {
    /// An edge below this confidence, or a stance below this probability, is drawn as unsure.
    static let sureConfidence = 0.6

    /// The reply graph: the article and all comments, and an edge for each reply, further answers
    /// included.
    init(commentsOf analysis: Analysis) {
        let parts = CommentGraphParts(of: analysis)
        let discussion = analysis.discussion
        let graph = analysis.graph
        self.init(
            subject: .comments, discussion: discussion.id, title: discussion.shownTitle,
            nodes: [Self.articleNode(of: analysis)]
                + discussion.comments.indices.map { parts.node(ofCommentAt: $0) },
            edges: graph.replies.map { parts.edge(of: $0, isFurther: false) }
                + graph.alsoAnswers.map { parts.edge(of: $0, isFurther: true) })
    }

    private static func articleNode(of analysis: Analysis) -> Node {
        let discussion = analysis.discussion
        let author = discussion.article.author.map { VisibleText.name($0) }
        let by = author.map { " by \($0)" } ?? ""
        let index = analysis.graph.articleAuthor
        let camp = index.flatMap { analysis.stances.clustering.numbers[$0] }
        return Node(
            id: Article.id, name: discussion.article.author,
            caption: DisplayWidth.fitted(discussion.shownTitle, to: 400),
            label: DisplayWidth.wrapped(discussion.shownTitle, to: 28).prefix(4)
                + (author.map { ["by " + label($0, camp: camp, width: 25)] } ?? []),
            tooltip: "The article" + DisplayWidth.fitted(by, to: 200), look: .article,
            camp: camp, personComments: nil, isShownAlone: true, size: 1,
            attributes: [
                Attribute("commenter", index.map { analysis.graph.commenters[$0].id }),
                Attribute("ordinal", 0),
                Attribute("depth", 0),
                Attribute("words", .absent),
                Attribute("posted", discussion.article.published?.description),
                Attribute("ghost", .flag(false)),
                Attribute("cluster", camp),
                Attribute("score", discussion.article.score),
                Attribute("directReplies", .absent),
                Attribute("descendants", .absent),
            ] + commentMeasures.map { Attribute($0, nil) })
    }
}

/// What the nodes and edges of a reply graph are made of, counted once for all of them.
private struct CommentGraphParts {
    private let analysis: Analysis
    private let author: Int?
    /// The names of all commenters, safe to show.
    private let names: [String]
    /// Per commenter: the number of comments.
    private let counts: [Int]
    private let camps: [Int: Int]
    private let measures: [MeasureColumn]
    /// The most direct replies that a comment has, at least 1.
    private let most: Double
    // By (from, to): how often the one names the other's author, and how often it quotes it.
    private var mentions: [SIMD2<Int>: Int] = [:]
    private var quotations: [SIMD2<Int>: Int] = [:]

    init(of analysis: Analysis) {
        let graph = analysis.graph
        self.analysis = analysis
        author = graph.articleAuthor
        names = graph.commenters.map { DisplayWidth.fitted($0.shownName, to: 100) }
        counts = analysis.commentCounts
        camps = analysis.stances.clustering.numbers
        measures = analysis.measures.commentColumns
        most = Double(max(1, analysis.measures.comments.map(\.directReplies).max() ?? 1))
        for mention in graph.mentions {
            mentions[SIMD2(mention.comment, mention.commenter), default: 0] += 1
        }
        for quotation in graph.quotations {
            quotations[SIMD2(quotation.comment, quotation.source), default: 0] += 1
        }
    }

    func node(ofCommentAt index: Int) -> ExportedGraph.Node {
        let comment = analysis.discussion.comments[index]
        let authorship = analysis.graph.authorships.element(at: index)
        let commenter = authorship.flatMap { analysis.graph.commenters.element(at: $0.commenter) }
        let name = authorship.flatMap { names.element(at: $0.commenter) } ?? "(unknown)"
        let id = VisibleText.name(comment.id)
        let words = VisibleText.passage(String(comment.text.unicodeScalars.prefix(800)))
        let camp = authorship.flatMap { camps[$0.commenter] }
        let posted = comment.posted.map { ", \($0)" } ?? ""
        let directReplies = analysis.measures.comments.element(at: index)?.directReplies ?? 0
        return ExportedGraph.Node(
            id: comment.id, name: commenter?.name, caption: name,
            label: [
                ExportedGraph.label(name, camp: camp, width: 30), DisplayWidth.fitted(id, to: 30),
            ],
            tooltip: "\(DisplayWidth.fitted(id, to: 100)), \(name)\(posted): "
                + DisplayWidth.fitted(words, to: 200),
            look: look(of: comment, authorship, commenter), camp: camp,
            personComments: authorship.flatMap { counts.element(at: $0.commenter) } ?? 0,
            isShownAlone: true, size: (Double(directReplies) / most).squareRoot(),
            attributes: attributes(ofCommentAt: index, commenter: commenter?.id, camp: camp))
    }

    private func look(
        of comment: Comment, _ authorship: Authorship?, _ commenter: Commenter?
    ) -> ExportedGraph.Node.Look {
        if comment.isGhost { return .ghost }
        if author != nil, authorship?.commenter == author { return .articleAuthor }
        return commenter?.name == nil ? .unknown : .usual
    }

    private func attributes(
        ofCommentAt index: Int, commenter: String?, camp: Int?
    ) -> [ExportedGraph.Attribute] {
        typealias Attribute = ExportedGraph.Attribute
        let comment = analysis.discussion.comments[index]
        let measured = analysis.measures.comments.element(at: index)
        let own = [
            Attribute("commenter", commenter),
            Attribute("ordinal", index + 1),
            Attribute("depth", measured?.depth),
            Attribute("words", measured?.words),
            Attribute("posted", comment.posted?.description),
            Attribute("ghost", .flag(comment.isGhost)),
            Attribute("cluster", camp),
            Attribute("score", comment.score),
            Attribute("directReplies", measured?.directReplies),
            Attribute("descendants", measured?.descendants),
        ]
        return own
            + ExportedGraph.commentMeasures.map { Attribute($0, measures[$0.name, at: index]) }
    }

    func edge(of reply: Reply, isFurther: Bool) -> ExportedGraph.Edge {
        let kinds = reply.evidence.map(\.kind.rawValue).joined(separator: ",")
        let isUnsure = reply.confidence < ExportedGraph.sureConfidence
        let stance = reply.stance
        let confidence = ShortNumber.text(of: reply.confidence) ?? "0"
        return ExportedGraph.Edge(
            from: reply.from, to: reply.to,
            look: isFurther ? .further : isUnsure ? .unsure : .usual, stance: stance?.label,
            hasUnsureStance: stance.map { $0.probability < ExportedGraph.sureConfidence } ?? false,
            weight: 1,
            content: .answer(
                tooltip: "\(isFurther ? "also answers" : "reply"), confidence \(confidence): "
                    + kinds + Self.words(for: stance),
                attributes: attributes(of: reply, isFurther: isFurther, kinds: kinds)))
    }

    private func attributes(
        of reply: Reply, isFurther: Bool, kinds: String
    ) -> [ExportedGraph.Attribute] {
        typealias Attribute = ExportedGraph.Attribute
        let addressed =
            reply.to == 0
            ? author : analysis.graph.authorships.element(at: reply.to - 1)?.commenter
        let stance = reply.stance
        func count(_ label: Stance.Label) -> Int { !isFurther && stance?.label == label ? 1 : 0 }
        return [
            Attribute("weight", isFurther ? 0 : 1),
            Attribute("reply", isFurther ? 0 : 1),
            Attribute("mention", addressed.flatMap { mentions[SIMD2(reply.from, $0)] } ?? 0),
            Attribute("quotation", quotations[SIMD2(reply.from, reply.to)] ?? 0),
            Attribute("agree", count(.agree)), Attribute("neutral", count(.neutral)),
            Attribute("disagree", count(.disagree)),
            Attribute("kind", isFurther ? "also" : "reply"),
            Attribute("confidence", .number(reply.confidence)),
            Attribute("evidence", kinds),
            Attribute("stance", stance?.label.rawValue),
            Attribute("stanceProbability", stance.map { .number($0.probability) } ?? .absent),
        ]
    }

    private static func words(for stance: Stance?) -> String {
        guard let stance else { return "" }
        let probability = ShortNumber.text(of: stance.probability) ?? "0"
        let verb =
            switch stance.label {
            case .agree: "agrees"
            case .neutral: "neutral"
            case .disagree: "disagrees"
            }
        return "; \(verb), probability \(probability)"
    }
}

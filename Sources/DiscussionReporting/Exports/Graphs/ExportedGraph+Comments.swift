import DiscussionModel

extension ExportedGraph {
    /// An edge below this confidence is drawn as unsure.
    static let sureConfidence = 0.6

    /// The reply graph: the article and all comments, and an edge for each reply, further answers
    /// included.
    init(commentsOf analysis: Analysis) {
        let discussion = analysis.discussion
        let graph = analysis.graph
        let most = Double(max(1, analysis.measures.comments.map(\.directReplies).max() ?? 1))
        let author = graph.articleAuthor
        let names = graph.commenters.map { DisplayWidth.fitted($0.shownName, to: 100) }

        let camps = analysis.stances.clustering.numbers
        let counts = analysis.commentCounts
        let measures = analysis.measures.commentColumns

        var nodes = [Self.articleNode(of: analysis)]
        for (index, comment) in discussion.comments.enumerated() {
            let authorship = graph.authorships.element(at: index)
            let commenter = authorship.flatMap { graph.commenters.element(at: $0.commenter) }
            let measured = analysis.measures.comments.element(at: index)
            let name = authorship.flatMap { names.element(at: $0.commenter) } ?? "(unknown)"
            let look: Node.Look =
                comment.isGhost
                ? .ghost
                : author != nil && authorship?.commenter == author
                    ? .articleAuthor : commenter?.name == nil ? .unknown : .usual
            let id = VisibleText.name(comment.id)
            let words = VisibleText.passage(String(comment.text.unicodeScalars.prefix(800)))
            let camp = authorship.flatMap { camps[$0.commenter] }
            let posted = comment.posted.map { ", \($0)" } ?? ""
            nodes.append(
                Node(
                    id: comment.id, name: commenter?.name, caption: name,
                    label: [
                        Self.label(name, camp: camp, width: 30), DisplayWidth.fitted(id, to: 30),
                    ],
                    tooltip: "\(DisplayWidth.fitted(id, to: 100)),"
                        + " \(name)\(posted): "
                        + DisplayWidth.fitted(words, to: 200),
                    look: look, camp: camp,
                    personComments: authorship.flatMap { counts.element(at: $0.commenter) } ?? 0,
                    isShownAlone: true,
                    size: (Double(measured?.directReplies ?? 0) / most).squareRoot(),
                    attributes: [
                        Attribute("commenter", commenter?.id),
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
                        + Self.commentMeasures.map {
                            Attribute($0, measures[$0.name, at: index])
                        }))
        }

        // By (from, to): how often the one names the other's author, and how often it quotes it.
        var mentions: [SIMD2<Int>: Int] = [:]
        for mention in graph.mentions {
            mentions[SIMD2(mention.comment, mention.commenter), default: 0] += 1
        }
        var quotations: [SIMD2<Int>: Int] = [:]
        for quotation in graph.quotations {
            quotations[SIMD2(quotation.comment, quotation.source), default: 0] += 1
        }
        func edge(_ reply: Reply, isFurther: Bool) -> Edge {
            let addressed =
                reply.to == 0 ? author : graph.authorships.element(at: reply.to - 1)?.commenter
            let kinds = reply.evidence.map(\.kind.rawValue).joined(separator: ",")
            let isUnsure = reply.confidence < Self.sureConfidence
            let stance = reply.stance
            func count(_ label: Stance.Label) -> Int {
                !isFurther && stance?.label == label ? 1 : 0
            }
            let confidence = ShortNumber.text(of: reply.confidence) ?? "0"
            return Edge(
                from: reply.from, to: reply.to,
                tooltip:
                    "\(isFurther ? "also answers" : "reply"), confidence \(confidence): \(kinds)"
                    + Self.words(for: stance),
                look: isFurther ? .further : isUnsure ? .unsure : .usual, stance: stance?.label,
                weight: 1,
                attributes: [
                    Attribute("weight", isFurther ? 0 : 1),
                    Attribute("reply", isFurther ? 0 : 1),
                    Attribute(
                        "mention", addressed.flatMap { mentions[SIMD2(reply.from, $0)] } ?? 0),
                    Attribute("quotation", quotations[SIMD2(reply.from, reply.to)] ?? 0),
                    Attribute("agree", count(.agree)), Attribute("neutral", count(.neutral)),
                    Attribute("disagree", count(.disagree)),
                    Attribute("kind", isFurther ? "also" : "reply"),
                    Attribute("confidence", .number(reply.confidence)),
                    Attribute("evidence", kinds),
                    Attribute("stance", stance?.label.rawValue),
                    Attribute(
                        "stanceProbability", stance.map { .number($0.probability) } ?? .absent),
                ])
        }
        self.init(
            subject: .comments, discussion: discussion.id, title: discussion.shownTitle,
            nodes: nodes,
            edges: graph.replies.map { edge($0, isFurther: false) }
                + graph.alsoAnswers.map { edge($0, isFurther: true) })
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

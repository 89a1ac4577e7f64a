import DiscussionModel

extension ExportedGraph {
    /// The commenter graph: those who commented or are addressed, and an edge wherever there is a
    /// reply, a mention or a quotation.
    init(commentersOf analysis: Analysis) {
        let graph = analysis.graph
        let comments = analysis.commentCounts
        let links = CommenterGraph(graph).edges
        var (sent, received) = (comments.map { _ in 0 }, comments.map { _ in 0 })
        var (mentioned, quoted) = (sent, sent)
        var isAddressed = comments.map { _ in false }
        for link in links {
            sent[link.from] += link.replies
            received[link.to] += link.replies
            mentioned[link.to] += link.mentions
            quoted[link.to] += link.quotations
            isAddressed[link.to] = true
        }
        let shown = comments.indices.filter { comments[$0] > 0 || isAddressed[$0] }
        var places = comments.map { _ in 0 }
        for (place, index) in shown.enumerated() { places[index] = place }
        let names = graph.commenters.map { DisplayWidth.fitted($0.shownName, to: 400) }
        let measures = analysis.measures.commenterColumns
        let most = Double(max(1, comments.max() ?? 1))
        let camps = analysis.stances.clustering.numbers

        let nodes = shown.map { index in
            let commenter = graph.commenters[index]
            let name = names[index]
            let look: Node.Look =
                commenter.isArticleAuthor
                ? .articleAuthor
                : commenter.name == nil
                    ? .unknown : comments[index] == 0 ? .addressedOnly : .usual
            let tooltip =
                "\(name): \(counted(comments[index], "comment")),"
                + " \(counted(sent[index], "reply", "replies")) sent, \(received[index]) received"
                + (commenter.isArticleAuthor ? "; wrote the article" : "")
                + (camps[index].map { "; camp \($0)" } ?? "")
            return Node(
                id: commenter.id, name: commenter.name, caption: name,
                label: [Self.label(name, camp: camps[index], width: 40)], tooltip: tooltip,
                look: look, camp: camps[index], personComments: comments[index],
                isShownAlone: comments[index] > 0,
                size: (Double(comments[index]) / most).squareRoot(),
                attributes: [
                    Attribute("comments", comments[index]),
                    Attribute("repliesSent", sent[index]),
                    Attribute("repliesReceived", received[index]),
                    Attribute("mentionsReceived", mentioned[index]),
                    Attribute("quotedTimes", quoted[index]),
                    Attribute("articleAuthor", .flag(commenter.isArticleAuthor)),
                    Attribute("cluster", camps[index]),
                ] + Self.commenterMeasures.map { Attribute($0, measures[$0.name, at: index]) }
            )
        }
        let edges = links.map { link in
            let pair = [link.from, link.to].map { DisplayWidth.fitted(names[$0], to: 100) }
            let counts = [
                counted(link.replies, "reply", "replies") + Self.stances(of: link),
                counted(link.mentions, "mention"), counted(link.quotations, "quotation"),
            ]
            return Edge(
                from: places[link.from], to: places[link.to],
                tooltip: "\(pair[0]) → \(pair[1]): \(counts.joined(separator: ", "))",
                look: link.replies > 0 ? .usual : .withoutReply, stance: link.stance,
                weight: link.replies,
                attributes: [
                    Attribute("weight", link.replies), Attribute("reply", link.replies),
                    Attribute("mention", link.mentions), Attribute("quotation", link.quotations),
                    Attribute("agree", link.agree), Attribute("neutral", link.neutral),
                    Attribute("disagree", link.disagree),
                    Attribute("stance", link.stance?.rawValue),
                ])
        }
        self.init(
            subject: .commenters, discussion: analysis.discussion.id,
            title: analysis.discussion.shownTitle,
            nodes: nodes, edges: edges)
    }

    /// A name with the number of its camp.
    static func label(_ name: String, camp: Int?, width: Int) -> String {
        DisplayWidth.fitted(name, to: width) + (camp.map { " [\($0)]" } ?? "")
    }

    /// How many of the replies of a pair agree, are neutral and disagree, in words.
    private static func stances(of link: CommenterGraph.Edge) -> String {
        let parts = [
            (link.agree, "agree"), (link.neutral, "neutral"), (link.disagree, "disagree"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }
}

extension Analysis {
    /// Per commenter: the number of comments, ghosts left out.
    var commentCounts: [Int] {
        var counts = [Int](repeating: 0, count: graph.commenters.count)
        for (comment, authorship) in zip(discussion.comments, graph.authorships)
        where !comment.isGhost && counts.indices.contains(authorship.commenter) {
            counts[authorship.commenter] += 1
        }
        return counts
    }
}

extension Commenter {
    /// The name, safe to show, or words for its absence.
    var shownName: String {
        guard let name else { return "(unknown)" }
        return name.isEmpty ? "(no name)" : VisibleText.name(name)
    }
}

extension Discussion {
    /// The title, or else the id, safe to show.
    var shownTitle: String {
        let title = VisibleText.passage(article.title ?? "")
        return title.isEmpty ? VisibleText.passage(id) : title
    }
}

/// A number with its noun: "1 reply", "2 replies".
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
}

import DiscussionModel

extension ExportedGraph {
    /// The commenter graph: those who commented or are addressed, and an edge wherever there is a
    /// reply, a mention or a quotation.
    init(commentersOf analysis: Analysis) {
        let parts = CommenterGraphParts(of: analysis)
        let shown = parts.shown
        var places = [Int](repeating: 0, count: analysis.graph.commenters.count)
        for (place, index) in shown.enumerated() { places[index] = place }
        self.init(
            subject: .commenters, discussion: analysis.discussion.id,
            title: analysis.discussion.shownTitle,
            nodes: shown.map { parts.node(ofCommenterAt: $0) },
            edges: parts.links.map { link in
                Edge(
                    from: places[link.from], to: places[link.to],
                    look: link.replies > 0 ? .usual : .withoutReply, stance: link.stance,
                    weight: link.replies, content: .pair(link))
            })
    }

    /// A name with the number of its camp.
    static func label(_ name: String, camp: Int?, width: Int) -> String {
        DisplayWidth.fitted(name, to: width) + (camp.map { " [\($0)]" } ?? "")
    }
}

/// What the nodes and edges of a commenter graph are made of, counted once for all of them.
private struct CommenterGraphParts {
    let links: [CommenterGraph.Edge]
    private let commenters: [Commenter]
    /// Their names, safe to show.
    private let names: [String]
    private let camps: [Int: Int]
    private let measures: [MeasureColumn]
    // Per commenter.
    private let comments: [Int]
    private var sent: [Int]
    private var received: [Int]
    private var mentioned: [Int]
    private var quoted: [Int]
    private var isAddressed: [Bool]
    /// The most comments that anybody wrote, at least 1.
    private let most: Double

    init(of analysis: Analysis) {
        let comments = analysis.commentCounts
        let none = comments.map { _ in 0 }
        self.comments = comments
        links = CommenterGraph(analysis.graph).edges
        commenters = analysis.graph.commenters
        names = commenters.map { DisplayWidth.fitted($0.shownName, to: 400) }
        camps = analysis.stances.clustering.numbers
        measures = analysis.measures.commenterColumns
        most = Double(max(1, comments.max() ?? 1))
        (sent, received, mentioned, quoted) = (none, none, none, none)
        isAddressed = comments.map { _ in false }
        for link in links {
            sent[link.from] += link.replies
            received[link.to] += link.replies
            mentioned[link.to] += link.mentions
            quoted[link.to] += link.quotations
            isAddressed[link.to] = true
        }
    }

    /// Those who commented or are addressed.
    var shown: [Int] { comments.indices.filter { comments[$0] > 0 || isAddressed[$0] } }

    func node(ofCommenterAt index: Int) -> ExportedGraph.Node {
        let commenter = commenters[index]
        let name = names[index]
        let tooltip =
            "\(name): \(counted(comments[index], "comment")),"
            + " \(counted(sent[index], "reply", "replies")) sent, \(received[index]) received"
            + (commenter.isArticleAuthor ? "; wrote the article" : "")
            + (camps[index].map { "; camp \($0)" } ?? "")
        return ExportedGraph.Node(
            id: commenter.id, name: commenter.name, caption: name,
            label: [ExportedGraph.label(name, camp: camps[index], width: 40)], tooltip: tooltip,
            look: look(ofCommenterAt: index), camp: camps[index], personComments: comments[index],
            isShownAlone: comments[index] > 0,
            size: (Double(comments[index]) / most).squareRoot(),
            attributes: attributes(ofCommenterAt: index))
    }

    private func look(ofCommenterAt index: Int) -> ExportedGraph.Node.Look {
        if commenters[index].isArticleAuthor { return .articleAuthor }
        if commenters[index].name == nil { return .unknown }
        return comments[index] == 0 ? .addressedOnly : .usual
    }

    private func attributes(ofCommenterAt index: Int) -> [ExportedGraph.Attribute] {
        typealias Attribute = ExportedGraph.Attribute
        let own = [
            Attribute("comments", comments[index]),
            Attribute("repliesSent", sent[index]),
            Attribute("repliesReceived", received[index]),
            Attribute("mentionsReceived", mentioned[index]),
            Attribute("quotedTimes", quoted[index]),
            Attribute("articleAuthor", .flag(commenters[index].isArticleAuthor)),
            Attribute("cluster", camps[index]),
        ]
        return own
            + ExportedGraph.commenterMeasures.map { Attribute($0, measures[$0.name, at: index]) }
    }
}

extension CommenterGraph.Edge {
    /// What is written of a pair, in the order of `ExportedGraph.edgeColumns`.
    var attributes: [ExportedGraph.Attribute] {
        typealias Attribute = ExportedGraph.Attribute
        return [
            Attribute("weight", replies), Attribute("reply", replies),
            Attribute("mention", mentions), Attribute("quotation", quotations),
            Attribute("agree", agree), Attribute("neutral", neutral),
            Attribute("disagree", disagree), Attribute("stance", stance?.rawValue),
        ]
    }

    /// The value of an attribute that counts; `nil` for another name.
    func count(of name: String) -> Int? {
        switch name {
        case "weight", "reply": replies
        case "mention": mentions
        case "quotation": quotations
        case "agree": agree
        case "neutral": neutral
        case "disagree": disagree
        default: nil
        }
    }

    /// How many replies, with their stances, mentions and quotations there are.
    var countsInWords: String {
        let stances = [(agree, "agree"), (neutral, "neutral"), (disagree, "disagree")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return [
            counted(replies, "reply", "replies") + (stances.isEmpty ? "" : " (\(stances))"),
            counted(mentions, "mention"), counted(quotations, "quotation"),
        ].joined(separator: ", ")
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

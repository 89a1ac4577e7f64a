import DiscussionModel

/// One discussion as the parts of a report look at it: everything by ordinal or by commenter.
struct ReportedDiscussion {
    let analysis: Analysis
    /// Its number in the report, from 1.
    let number: Int
    /// The order of the comments and how deep each stands.
    let outline: CommentOutline
    /// Per commenter: the number of the camp, 0 for none.
    let camps: [Int]
    /// Per ordinal: the reply that it is; `nil` for the article and for ghosts.
    let replies: [Reply?]
    /// Per ordinal: what else it answers.
    let furtherAnswers: [Int: [Reply]]
    /// Per ordinal: the names in it.
    let mentions: [Int: [Mention]]
    /// Per ordinal: what it repeats.
    let quotations: [Int: [Quotation]]
    /// Per commenter: the ordinals of the comments that are there, rising.
    let commentsBy: [[Int]]
    /// The commenter who wrote the article.
    let articleAuthor: Int?
    /// Who answers whom at least once, by commenters.
    let edges: [CommenterGraph.Edge]
    /// What the summaries in other forms say, too.
    let summary: SummaryContent

    /// - Complexity: O(n + e log e) in the comments and in what the graph holds.
    init(_ analysis: Analysis, number: Int) {
        self.analysis = analysis
        self.number = number
        let (discussion, graph) = (analysis.discussion, analysis.graph)
        let count = discussion.comments.count
        var replies = [Reply?](repeating: nil, count: count + 1)
        for reply in graph.replies where reply.from >= 1 && reply.from <= count {
            replies[reply.from] = reply
        }
        self.replies = replies
        outline = CommentOutline(parents: replies.map { $0?.to ?? 0 })
        furtherAnswers = Dictionary(grouping: graph.alsoAnswers, by: \.from)
        mentions = Dictionary(grouping: graph.mentions, by: \.comment)
        quotations = Dictionary(grouping: graph.quotations, by: \.comment)
        let numbers = analysis.stances.clustering.numbers
        camps = graph.commenters.indices.map { numbers[$0] ?? 0 }
        var commentsBy = [[Int]](repeating: [], count: graph.commenters.count)
        for (index, authorship) in graph.authorships.enumerated()
        where index < count && !discussion.comments[index].isGhost
            && commentsBy.indices.contains(authorship.commenter)
        {
            commentsBy[authorship.commenter].append(index + 1)
        }
        self.commentsBy = commentsBy
        articleAuthor = graph.articleAuthor
        let edges = CommenterGraph(graph).edges.filter { $0.replies > 0 }
        self.edges = edges
        summary = SummaryContent(analysis, edges: edges)
    }

    var discussion: Discussion { analysis.discussion }
    var graph: ReplyGraph { analysis.graph }
    var clustering: StanceClustering { analysis.stances.clustering }
    var anchor: PageAnchor { .discussion(number) }

    /// Whether an ordinal is that of the article or of a comment.
    func contains(_ ordinal: Int) -> Bool { replies.indices.contains(ordinal) }

    /// The comment at an ordinal, 1 or more.
    func comment(_ ordinal: Int) -> Comment { discussion.comments[ordinal - 1] }

    /// The index of who wrote a comment; of the article's author for 0.
    func author(of ordinal: Int) -> Int? {
        ordinal == 0
            ? articleAuthor : graph.authorships.element(at: ordinal - 1)?.commenter
    }

    /// Whom a comment answers, as the commenter graph counts it: somebody else, or the article's
    /// author where the reply names them.
    func answered(by ordinal: Int) -> Int? {
        guard let reply = replies[ordinal], let from = author(of: ordinal) else { return nil }
        let to = graph.addressee(of: reply, articleAuthor: articleAuthor)
        return to == from ? nil : to
    }

    /// The name of a commenter, in our words where there is none.
    func name(of commenter: Int?) -> String {
        guard let commenter else { return "the article" }
        return graph.commenters.element(at: commenter)?.shownName ?? "(unknown)"
    }

    /// Who speaks at an ordinal: a name with the mark of its camp.
    func speaker(of ordinal: Int) -> [HTMLNode] {
        guard ordinal > 0 || articleAuthor != nil else { return [.text("the article")] }
        return person(author(of: ordinal))
    }

    /// A commenter's name with the mark of the camp.
    func person(_ commenter: Int?) -> [HTMLNode] {
        guard let commenter else { return [.text("the article")] }
        let mark = CampMark.node(of: camps.element(at: commenter) ?? 0)
        return (mark.map { [$0] } ?? []) + [.isolated(name(of: commenter))]
    }

    /// Where a commenter first speaks: a comment, else the article of its author; `nil` for who is
    /// only spoken of.
    func firstPlace(of commenter: Int) -> Int? {
        commentsBy.element(at: commenter)?.first ?? (articleAuthor == commenter ? 0 : nil)
    }

    /// The last comment of a commenter before an ordinal, else the first one; `nil` for who wrote
    /// none.
    ///
    /// - Complexity: O(log n) in the commenter's comments.
    func nearestComment(by commenter: Int, before ordinal: Int) -> Int? {
        guard let comments = commentsBy.element(at: commenter) else { return nil }
        var (low, high) = (0, comments.count)
        while low < high {
            let middle = (low + high) / 2
            if comments[middle] < ordinal { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? comments[low - 1] : comments.first
    }

    /// A commenter's name that leads to where they first speak.
    func linkedPerson(_ commenter: Int) -> [HTMLNode] {
        guard let first = firstPlace(of: commenter) else { return person(commenter) }
        return [HTMLNode(.a, .href(anchor.comment(first)), .class("who")) { person(commenter) }]
    }

    /// What a comment is called in the line: its number, or the article.
    func label(of ordinal: Int) -> String { ordinal == 0 ? "the article" : "#\(ordinal)" }

    /// A link to a comment under its number, or to the article.
    func link(to ordinal: Int) -> HTMLNode {
        HTMLNode(.a, .href(anchor.comment(ordinal)), .class("number")) { label(of: ordinal) }
    }

    /// How many replies somebody judged, and how many of them disagree and agree.
    var judged: (all: Int, disagree: Int, agree: Int) {
        var judged = (all: 0, disagree: 0, agree: 0)
        for reply in graph.replies {
            guard let stance = reply.stance else { continue }
            judged.all += 1
            if stance.label == .disagree { judged.disagree += 1 }
            if stance.label == .agree { judged.agree += 1 }
        }
        return judged
    }

    /// The disagreeing share of the replies to others that take a side: the measure where it was
    /// taken, else counted here; `nil` where nobody takes one.
    var disagreement: Double? {
        if let measured = analysis.measures.engagement["disagreement"] { return measured }
        let (_, disagree, agree) = judged
        return disagree + agree == 0 ? nil : Double(disagree) / Double(disagree + agree)
    }

    /// The first and the last moment that a comment carries.
    var period: (first: Timestamp, last: Timestamp)? {
        // What a broken source calls a time may be far beyond any calendar.
        let times = discussion.comments.compactMap { $0.isGhost ? nil : $0.posted }
            .filter { abs(Double($0.seconds)) < 1e12 }
        guard let first = times.min(by: { $0.seconds < $1.seconds }),
            let last = times.max(by: { $0.seconds < $1.seconds })
        else { return nil }
        return (first, last)
    }
}

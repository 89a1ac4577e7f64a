import DiscussionModel

/// What a summary says, before it is laid out.
struct SummaryContent {
    /// How many pairs and threads a summary names.
    static let pairLimit = 5
    static let threadLimit = 3
    /// How many strands of disagreement a summary tells, and how many members of each camp.
    static let strandLimit = 2
    static let memberLimit = 4

    struct Pair {
        var from: Int
        var to: Int
        var replies: Int
        var mentions: Int
        var quotations: Int
    }

    struct Thread {
        var thread: CommentThread
        var sentences: [SummarySentence]
    }

    let analysis: Analysis
    /// The pairs with the most replies, most first; ties in the order of the commenters.
    let pairs: [Pair]
    /// The threads with the most comments, at least two each, largest first; ties in page order.
    let threads: [Thread]
    /// Where disagreement goes on, the most important first.
    let disagreement: DisagreementContent
    /// The camp of each commenter who is in one, from 1.
    private let campNumbers: [Int: Int]

    /// - Parameter edges: who answers whom at least once, where that is known already.
    init(_ analysis: Analysis, edges: [CommenterGraph.Edge]? = nil) {
        self.analysis = analysis
        disagreement = DisagreementContent(analysis)
        campNumbers = analysis.stances.clustering.numbers
        let edges = edges ?? CommenterGraph(analysis.graph).edges.filter { $0.replies > 0 }
        let ranked = edges.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (b.replies, b.mentions + b.quotations, left.offset)
                < (a.replies, a.mentions + a.quotations, right.offset)
        }
        pairs = ranked.prefix(Self.pairLimit).map { _, edge in
            Pair(
                from: edge.from, to: edge.to, replies: edge.replies, mentions: edge.mentions,
                quotations: edge.quotations)
        }
        let numbered = analysis.measures.threads.enumerated()
            .filter { $0.element.comments.count > 1 }
            .sorted { left, right in
                (right.element.comments.count, left.offset)
                    < (left.element.comments.count, right.offset)
            }
        threads = numbered.prefix(Self.threadLimit).map { index, thread in
            Thread(
                thread: thread,
                sentences: analysis.summary.threads.element(at: index) ?? [])
        }
    }

    /// The index of who wrote a comment; of the article's author for 0.
    func commenterIndex(of ordinal: Int) -> Int? {
        ordinal == 0
            ? analysis.graph.articleAuthor
            : analysis.graph.authorships.element(at: ordinal - 1)?.commenter
    }

    func commenter(_ index: Int?) -> Commenter? {
        index.flatMap { analysis.graph.commenters.element(at: $0) }
    }

    /// The name of who wrote a comment, safe to show, and whether that was inferred.
    func shownName(of ordinal: Int) -> String {
        let name = commenter(commenterIndex(of: ordinal))?.shownName ?? "(unknown)"
        let inference = analysis.graph.authorships.element(at: ordinal - 1)?.inference
        guard let inference else { return name }
        return name + (inference.isCorrected ? " (corrected)" : " (inferred)")
    }

    /// The name of who wrote a comment, safe to show, and the camp.
    func shownSpeaker(of ordinal: Int) -> String {
        let name = shownName(of: ordinal)
        return camp(of: ordinal).map { "\(name), camp \($0)" } ?? name
    }

    /// The number of the camp of who wrote a comment.
    func camp(of ordinal: Int) -> Int? {
        commenterIndex(of: ordinal).flatMap { campNumbers[$0] }
    }

    /// A comment in words: "the article", or its id, safe to show.
    func shownID(of ordinal: Int) -> String {
        ordinal == 0 ? "article" : VisibleText.name(analysis.discussion.id(at: ordinal))
    }

    /// The most important disagreement and the camps, a sentence each, safe to show.
    var disagreementLines: [String] {
        let words = DisagreementWords(disagreement)
        let strands = disagreement.strands.prefix(Self.strandLimit).map { strand in
            ([words.line(of: strand)] + words.within(strand)).joined(separator: "; ")
        }
        let camps = words.camps(limit: Self.memberLimit)
        let language = disagreement.isJudged ? words.language.map { [$0] } ?? [] : []
        guard !strands.isEmpty || !analysis.stances.clustering.clusters.isEmpty else {
            return language
        }
        return language + strands + (camps.map { [$0] } ?? [])
    }

    var title: String { analysis.discussion.shownTitle }

    /// Author and date, with words for what the source does not say.
    var byline: String {
        let article = analysis.discussion.article
        let author = article.author.map { "by \(VisibleText.passage($0))" } ?? "author not given"
        var date = article.published?.description ?? "date not given"
        if article.published?.isApproximate == true { date = "about " + date }
        return "\(author), \(date)"
    }

    func size(of thread: CommentThread) -> String {
        counted(thread.comments.count, "comment") + " by "
            + counted(thread.commenters, "commenter") + ", \(thread.depth) deep"
    }

    func counts(of pair: Pair) -> String {
        var parts = [counted(pair.replies, "reply", "replies")]
        if pair.mentions > 0 { parts.append(counted(pair.mentions, "mention")) }
        if pair.quotations > 0 { parts.append(counted(pair.quotations, "quotation")) }
        return parts.joined(separator: ", ")
    }
}

extension Analysis {
    /// How many comments by how many commenters, in words.
    var size: String {
        let comments = presentComments
        guard comments > 0 else { return "no comments" }
        return counted(comments, "comment") + " by " + counted(presentCommenters, "commenter")
    }
}

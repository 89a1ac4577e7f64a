import DiscussionModel
import GRDB

/// Reads the rows of one discussion back into the analysis that was saved.
struct AnalysisLoader {
    private let database: Database
    private let row: Int64

    init(_ database: Database, discussion row: Int64) {
        self.database = database
        self.row = row
    }

    /// The analysis, or `nil` when the discussion is gone.
    func analysis() throws -> Analysis? {
        guard let (read, threadSummaries, replyMode) = try discussion() else { return nil }
        var discussion = read
        let people = try commenters()
        var places = RowPlaces()
        let talk = try comments(&places, commenterPlaces: people.places)
        discussion.comments = talk.comments
        for (ordinal, quotations) in try statedQuotations() {
            discussion.comments[ordinal - 1].statedQuotations = quotations
        }
        discussion.pingbacks = try pingbacks()
        discussion.findings = try findings(of: "reading")
        var graph = ReplyGraph(commenters: people.commenters, authorships: talk.authorships)
        let found = Ordinals(places: places)
        graph.mentions = try mentions(found, commenterPlaces: people.places)
        graph.quotations = try quotations(found)
        (graph.replies, graph.alsoAnswers) = try replies(found)
        graph.findings = try findings(of: "reconstruction")
        var measures = DiscussionMeasures(
            comments: talk.measures, commenters: people.measures,
            engagement: Engagement(measures: try engagement()),
            threads: try threads(found, comments: talk.threads),
            findings: try findings(of: "measurement"))
        try loadColumns(into: &measures, found, commenterPlaces: people.places)
        let stances = try stances(found, commenterPlaces: people.places)
        let summary = try summary(
            found, commentCount: discussion.comments.count, threadCount: threadSummaries,
            campCount: stances.clustering.clusters.count)
        return Analysis(
            discussion: discussion, graph: graph, stances: stances, measures: measures,
            summary: summary, replyMode: replyMode)
    }

    /// Ordinals by comment row.
    struct Ordinals {
        var places: RowPlaces

        func ordinal(_ row: Int) throws -> Int {
            guard let ordinal = places[row] else {
                throw DamagedRow(message: "comment \(row) belongs to another discussion")
            }
            return ordinal
        }

        func ordinal(_ row: Int?) throws -> Int {
            guard let row else { return 0 }
            return try ordinal(row)
        }
    }

    func forEach(_ sql: String, _ body: (RowReader) throws -> Void) throws {
        try RowReader.forEach(database, sql, of: row, body)
    }

    func discussion() throws -> (Discussion, threadSummaries: Int, ReplyMode?)? {
        var result: (Discussion, Int, ReplyMode?)?
        try forEach(
            """
            SELECT key, source, format, setting, title, author, published, published_seconds,
                published_approximate, url, site, thread_summaries, body, author_account, score,
                reply_mode
            FROM discussion WHERE id = ?
            """
        ) { row in
            let article = Article(
                title: row.textIfAny(4), author: row.textIfAny(5), published: row.timestamp(6),
                url: row.textIfAny(9), body: row.text(12), accountID: row.textIfAny(13),
                score: row.integerIfAny(14))
            let discussion = Discussion(
                id: row.text(0), source: row.text(1), format: row.text(2), site: row.textIfAny(10),
                setting: try row.member(3), article: article)
            result = (
                discussion, row.integer(11), row.textIfAny(15).flatMap(ReplyMode.init)
            )
        }
        return result
    }

    private func commenters() throws -> (
        commenters: [Commenter], measures: [CommenterMeasures], places: RowPlaces
    ) {
        var (commenters, measures, places) = ([Commenter](), [CommenterMeasures](), RowPlaces())
        try forEach(
            """
            SELECT id, key, name, article_author, comments, replies_sent, replies_received,
                mentions_received, quoted_times
            FROM commenter WHERE discussion_id = ? ORDER BY id
            """
        ) { row in
            places.add(row.integer(0), at: commenters.count)
            commenters.append(
                Commenter(id: row.text(1), name: row.textIfAny(2), isArticleAuthor: row.flag(3)))
            guard let comments = row.integerIfAny(4) else { return }
            measures.append(
                CommenterMeasures(
                    comments: comments, repliesSent: row.integer(5),
                    repliesReceived: row.integer(6), mentionsReceived: row.integer(7),
                    quotedTimes: row.integer(8)))
        }
        try forEach(
            """
            SELECT a.commenter_id, a.name FROM commenter c JOIN alias a ON a.commenter_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.id, a.position
            """
        ) { row in
            guard let index = places[row.integer(0)] else { return }
            commenters[index].aliases.append(row.text(1))
        }
        return (commenters, measures, places)
    }

    private struct Talk {
        var comments: [Comment] = []
        var authorships: [Authorship] = []
        var measures: [CommentMeasures] = []
        /// The ordinals of each thread, by its number.
        var threads: [Int: [Int]] = [:]
    }

    static let commentColumns = """
        id, key, commenter_id, author_confidence, name_written, account, posted, posted_seconds,
        posted_approximate, depth, words, direct_replies, descendants, thread, ghost, score,
        stated_parent, text, url, by_article_author, removal, approval
        """

    /// The comment of a row of `commentColumns`.
    static func comment(_ row: RowReader) -> Comment {
        Comment(
            id: row.text(1), nameAsWritten: row.textIfAny(4), accountID: row.textIfAny(5),
            posted: row.timestamp(6), text: row.text(17), statedParent: row.textIfAny(16),
            score: row.integerIfAny(15), isGhost: row.flag(14), url: row.textIfAny(18),
            isByArticleAuthor: row.flag(19),
            removal: row.textIfAny(20).flatMap(Comment.Removal.init),
            approval: row.textIfAny(21).flatMap(Comment.Approval.init))
    }

    private func comments(
        _ places: inout RowPlaces, commenterPlaces: RowPlaces
    ) throws -> Talk {
        var talk = Talk()
        try forEach(
            """
            SELECT \(Self.commentColumns) FROM comment WHERE discussion_id = ? ORDER BY ordinal
            """
        ) { row in
            talk.comments.append(Self.comment(row))
            let ordinal = talk.comments.count
            places.add(row.integer(0), at: ordinal)
            if let commenter = row.integerIfAny(2).flatMap({ commenterPlaces[$0] }) {
                let inference = row.numberIfAny(3).map {
                    AuthorInference(confidence: $0, evidence: [])
                }
                talk.authorships.append(Authorship(commenter: commenter, inference: inference))
            }
            if let words = row.integerIfAny(10) {
                talk.measures.append(
                    CommentMeasures(
                        words: words, depth: row.integer(9), directReplies: row.integer(11),
                        descendants: row.integer(12)))
            }
            if let thread = row.integerIfAny(13) {
                talk.threads[thread, default: []].append(ordinal)
            }
        }
        try forEach(
            """
            SELECT c.ordinal, e.kind, e.detail, e.weight
            FROM comment c JOIN author_evidence e ON e.comment_id = c.id
            WHERE c.discussion_id = ? ORDER BY c.ordinal, e.position
            """
        ) { row in
            let index = row.integer(0) - 1
            guard talk.authorships.indices.contains(index) else { return }
            talk.authorships[index].inference?.evidence.append(try row.evidence(1))
        }
        return talk
    }

    private func mentions(_ found: Ordinals, commenterPlaces: RowPlaces) throws -> [Mention] {
        var mentions: [Mention] = []
        try forEach(
            """
            SELECT m.comment_id, m.commenter_id, m.start, m.end, m.written
            FROM comment c JOIN mention m ON m.comment_id = c.id
            WHERE c.discussion_id = ? ORDER BY m.position
            """
        ) { row in
            guard let commenter = commenterPlaces[row.integer(1)] else {
                throw DamagedRow(message: "a mention names a commenter of another discussion")
            }
            mentions.append(
                Mention(
                    comment: try found.ordinal(row.integer(0)), commenter: commenter,
                    span: try row.span(2), written: row.text(4)))
        }
        return mentions
    }

    private func quotations(_ found: Ordinals) throws -> [Quotation] {
        var quotations: [Quotation] = []
        try forEach(
            """
            SELECT q.comment_id, q.start, q.end, q.source_comment_id, q.source_start, q.source_end,
                q.similarity
            FROM comment c JOIN quotation q ON q.comment_id = c.id
            WHERE c.discussion_id = ? ORDER BY q.position
            """
        ) { row in
            quotations.append(
                Quotation(
                    comment: try found.ordinal(row.integer(0)), span: try row.span(1),
                    source: try found.ordinal(row.integerIfAny(3)), sourceSpan: try row.span(4),
                    similarity: row.number(6)))
        }
        return quotations
    }

    private func engagement() throws -> [Engagement.Measure] {
        var measures: [Engagement.Measure] = []
        try forEach(
            """
            SELECT name, value FROM measure WHERE discussion_id = ? AND subject = 'discussion'
            ORDER BY position
            """
        ) { row in
            measures.append(.init(name: row.text(0), value: row.numberIfAny(1)))
        }
        return measures
    }

    private func threads(_ found: Ordinals, comments: [Int: [Int]]) throws -> [CommentThread] {
        var threads: [CommentThread] = []
        try forEach(
            """
            SELECT number, root_comment, commenters, depth FROM thread WHERE discussion_id = ?
            ORDER BY number
            """
        ) { row in
            threads.append(
                CommentThread(
                    root: try found.ordinal(row.integer(1)),
                    comments: comments[row.integer(0)] ?? [], commenters: row.integer(2),
                    depth: row.integer(3)))
        }
        return threads
    }

    private func summary(
        _ found: Ordinals, commentCount: Int, threadCount: Int, campCount: Int
    ) throws -> DiscussionSummary {
        var scopes: [String: [SummarySentence]] = [:]
        try forEach(
            """
            SELECT scope, comment_id, start, end, text FROM summary_sentence
            WHERE discussion_id = ? ORDER BY scope, position
            """
        ) { row in
            scopes[row.text(0), default: []].append(
                SummarySentence(
                    comment: try found.ordinal(row.integerIfAny(1)), span: try row.span(2),
                    text: row.text(4)))
        }
        guard threadCount <= commentCount else {
            throw DamagedRow(message: "more threads are summed up than there are comments")
        }
        // A summary without camps and one in which no camp has a sentence are the same.
        let camps = scopes.keys.contains { $0.hasPrefix("camp ") } ? campCount : 0
        return DiscussionSummary(
            about: scopes["about"] ?? [],
            sentences: scopes["discussion"] ?? [],
            threads: (0..<max(0, threadCount)).map { scopes["thread \($0 + 1)"] ?? [] },
            camps: (0..<camps).map { scopes["camp \($0 + 1)"] ?? [] },
            contested: scopes["contested"]?.first.map {
                ContestedPassage(passage: $0, counter: scopes["counter"]?.first)
            },
            commonGround: scopes["common"] ?? [])
    }

    /// The findings of all stages, in their order.
    func allFindings() throws -> [Finding] {
        try ["reading", "reconstruction", "stances", "measurement"].flatMap(findings)
    }

    func findings(of stage: String) throws -> [Finding] {
        var findings: [Finding] = []
        try forEach(
            """
            SELECT stage, severity, code, message, file, line FROM finding
            WHERE discussion_id = ? ORDER BY position
            """
        ) { row in
            guard row.text(0) == stage else { return }
            findings.append(
                Finding(
                    id: row.text(2), severity: try row.member(1), message: row.text(3),
                    file: row.text(4), line: row.integerIfAny(5)))
        }
        return findings
    }
}

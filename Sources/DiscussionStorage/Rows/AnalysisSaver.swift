import DiscussionModel
import GRDB

/// Turns one analysis into rows, within a transaction.
struct AnalysisSaver {
    let database: Database
    /// The statements, kept for the next discussion.
    let rows: RowStatements
    private let hash: ContentHash?

    /// - Parameters:
    ///   - rows: of this database and, where it has seen discussions, of this transaction.
    ///   - hash: the fingerprint of what the analysis depends on; without it that of the discussion
    ///     alone, which no analysis has.
    init(_ database: Database, rows: RowStatements? = nil, hash: ContentHash? = nil) {
        self.database = database
        self.rows = rows ?? RowStatements(database)
        self.hash = hash
    }

    /// The row ids of one discussion. Comments and commenters get consecutive ids in their order.
    struct Places {
        var discussion: Int64
        var commenterBase: Int64
        var commentBase: Int64
        var replyBase: Int64
        var commentCount: Int
        var commenterCount: Int

        /// The row of the comment at an ordinal, 1 or more.
        func comment(_ ordinal: Int) throws -> Int64 {
            guard (1...max(1, commentCount)).contains(ordinal), commentCount > 0 else {
                throw DamagedRow(message: "the analysis names a comment \(ordinal) that it lacks")
            }
            return commentBase + Int64(ordinal)
        }

        /// The row of the comment at an ordinal; `nil` for the article.
        func commentOrArticle(_ ordinal: Int) throws -> Int? {
            ordinal == 0 ? nil : Int(try comment(ordinal))
        }

        func commenter(_ index: Int) throws -> Int64 {
            guard (0..<commenterCount).contains(index) else {
                throw DamagedRow(message: "the analysis names a commenter \(index) that it lacks")
            }
            return commenterBase + Int64(index) + 1
        }
    }

    /// Saves an analysis in the place of the one with the same id and source, if there is one.
    ///
    /// - Returns: the key of the discussion.
    func save(_ analysis: Analysis) throws -> String {
        let (row, key) = try place(of: analysis.discussion)
        let base = try rows.reserve(analysis.discussion.comments.count, of: "comment")
        try save(analysis, as: row, key: key, commentBase: base)
        return key
    }

    /// Saves an analysis in the place of one of the same comments. The rows of the comments stay
    /// the same, so that the index of words holds.
    ///
    /// - Precondition: `analysis.discussion` has the id that the discussion had before it was made
    ///   unique.
    func replace(_ row: Int64, key: String, with analysis: Analysis) throws {
        let (first, count) =
            try Row.fetchOne(
                database, sql: "SELECT min(id), count(*) FROM comment WHERE discussion_id = ?",
                arguments: [row]
            ).map { (try $0.decode(Int64?.self, atIndex: 0), try $0.decode(Int.self, atIndex: 1)) }
            ?? (nil, 0)
        guard count == analysis.discussion.comments.count else {
            throw DamagedRow(message: "\(key) has \(count) comments in the store and others anew")
        }
        guard first ?? 1 >= 1 else {
            throw DamagedRow(message: "\(key) has a comment with the id \(first ?? 0)")
        }
        try remove(row)
        let base = try first.map { $0 - 1 } ?? rows.reserve(count, of: "comment")
        try save(analysis, as: row, key: key, commentBase: base)
    }

    private func save(
        _ analysis: Analysis, as row: Int64, key: String, commentBase: Int64
    ) throws {
        // Camps across discussions are of the discussions as they were.
        try database.cachedStatement(sql: "DELETE FROM clustering WHERE discussion_id IS NULL")
            .execute()
        let replies = analysis.graph.replies.count + analysis.graph.alsoAnswers.count
        let places = Places(
            discussion: row,
            commenterBase: try rows.reserve(analysis.graph.commenters.count, of: "commenter"),
            commentBase: commentBase, replyBase: try rows.reserve(replies, of: "reply"),
            commentCount: analysis.discussion.comments.count,
            commenterCount: analysis.graph.commenters.count)
        try saveDiscussion(analysis, key: key, places)
        try saveCommenters(analysis, places)
        try saveComments(analysis, places)
        try saveSourceKnowledge(analysis.discussion, places)
        try saveSpans(analysis.graph, places)
        try saveReplies(analysis.graph, places)
        try saveMeasures(analysis.measures, places)
        try saveColumns(analysis.measures, places)
        try saveSummary(analysis, places)
        try saveStances(analysis.stances, places)
        try saveFindings(analysis.discussion.findings, of: "reading", places)
        try saveFindings(analysis.graph.findings, of: "reconstruction", places)
        try saveFindings(analysis.stances.findings, of: "stances", places)
        try saveFindings(analysis.measures.findings, of: "measurement", places)
    }

    private func remove(_ row: Int64) throws {
        try database.cachedStatement(sql: "DELETE FROM discussion WHERE id = ?")
            .execute(arguments: [row])
    }

    /// The row of the discussion with the same id and source.
    func row(of discussion: Discussion) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT id FROM discussion WHERE source = ? AND original_id = ?"),
            arguments: [discussion.source.storable, discussion.id.storable])
    }

    /// The row and the key for a discussion, with what stood there before removed.
    private func place(of discussion: Discussion) throws -> (row: Int64, key: String) {
        let id = discussion.id.storable
        if let row = try row(of: discussion),
            let key = try String.fetchOne(
                database, sql: "SELECT key FROM discussion WHERE id = ?", arguments: [row])
        {
            try remove(row)
            return (row, key)
        }
        var key = id
        var number = 1
        let isTaken = try database.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM discussion WHERE key = ?)")
        while try Bool.fetchOne(isTaken, arguments: [key]) ?? false {
            number += 1
            key = "\(id)-\(number)"
        }
        return (try rows.reserve(1, of: "discussion") + 1, key)
    }

    private func saveDiscussion(_ analysis: Analysis, key: String, _ places: Places) throws {
        let discussion = analysis.discussion
        var writer = try RowWriter(
            rows, into: "discussion", "id", "key", "original_id", "source", "format", "setting",
            "title", "author", "published", "published_seconds", "published_approximate", "url",
            "site", "thread_summaries", "content_hash", "body", "author_account", "score",
            "reply_mode")
        try writer.add(places.discussion)
        try writer.add(key)
        try writer.add(discussion.id)
        try writer.add(discussion.source)
        try writer.add(discussion.format)
        try writer.add(discussion.setting.rawValue)
        try writer.add(discussion.article.title)
        try writer.add(discussion.article.author)
        try writer.add(discussion.article.published)
        try writer.add(discussion.article.url)
        try writer.add(discussion.site)
        try writer.add(analysis.summary.threads.count)
        try writer.add((hash ?? ContentHash(of: discussion)).description)
        try writer.add(discussion.article.body)
        try writer.add(discussion.article.accountID)
        try writer.add(discussion.article.score)
        try writer.add(analysis.replyMode?.rawValue)
        try writer.insert()
    }

    private func saveCommenters(_ analysis: Analysis, _ places: Places) throws {
        var writer = try RowWriter(
            rows, into: "commenter", "id", "discussion_id", "key", "name", "article_author",
            "comments", "replies_sent", "replies_received", "mentions_received", "quoted_times",
            "cluster")
        var aliases = try RowWriter(
            rows, into: "alias", "commenter_id", "position", "name")
        let measures = analysis.measures.commenters
        let clusters = analysis.stances.clustering.numbers
        for (index, commenter) in analysis.graph.commenters.enumerated() {
            let row = try places.commenter(index)
            let measured = measures.indices.contains(index) ? measures[index] : nil
            try writer.add(row)
            try writer.add(places.discussion)
            try writer.add(commenter.id)
            try writer.add(commenter.name)
            try writer.add(commenter.isArticleAuthor)
            try writer.add(measured?.comments)
            try writer.add(measured?.repliesSent)
            try writer.add(measured?.repliesReceived)
            try writer.add(measured?.mentionsReceived)
            try writer.add(measured?.quotedTimes)
            try writer.add(clusters[index])
            try writer.insert()
            for (position, alias) in commenter.aliases.enumerated() {
                try aliases.add(row)
                try aliases.add(position)
                try aliases.add(alias)
                try aliases.insert()
            }
        }
    }

    private func saveComments(_ analysis: Analysis, _ places: Places) throws {
        var writer = try RowWriter(
            rows, into: "comment", "id", "discussion_id", "key", "ordinal", "commenter_id",
            "author_confidence", "name_written", "account", "posted", "posted_seconds",
            "posted_approximate", "depth", "words", "direct_replies", "descendants", "thread",
            "ghost", "score", "stated_parent", "text", "url", "by_article_author", "removal",
            "approval")
        var reasons = try RowWriter(
            rows, into: "author_evidence", "comment_id", "position", "kind", "detail", "weight")
        let authorships = analysis.graph.authorships
        let measures = analysis.measures.comments
        var threads = [Int?](repeating: nil, count: analysis.discussion.comments.count)
        for (number, thread) in analysis.measures.threads.enumerated() {
            for ordinal in thread.comments where threads.indices.contains(ordinal - 1) {
                threads[ordinal - 1] = number + 1
            }
        }
        for (index, comment) in analysis.discussion.comments.enumerated() {
            let row = try places.comment(index + 1)
            let authorship = authorships.indices.contains(index) ? authorships[index] : nil
            let measured = measures.indices.contains(index) ? measures[index] : nil
            try writer.add(row)
            try writer.add(places.discussion)
            try writer.add(comment.id)
            try writer.add(index + 1)
            try writer.add(authorship.map { Int(try places.commenter($0.commenter)) })
            try writer.add(authorship?.inference?.confidence)
            try writer.add(comment.nameAsWritten)
            try writer.add(comment.accountID)
            try writer.add(comment.posted)
            try writer.add(measured?.depth)
            try writer.add(measured?.words)
            try writer.add(measured?.directReplies)
            try writer.add(measured?.descendants)
            try writer.add(threads[index])
            try writer.add(comment.isGhost)
            try writer.add(comment.score)
            try writer.add(comment.statedParent)
            try writer.add(comment.text)
            try writer.add(comment.url)
            try writer.add(comment.isByArticleAuthor)
            try writer.add(comment.removal?.rawValue)
            try writer.add(comment.approval?.rawValue)
            try writer.insert()
            for (position, reason) in (authorship?.inference?.evidence ?? []).enumerated() {
                try reasons.add(row)
                try reasons.add(position)
                try reasons.add(reason)
                try reasons.insert()
            }
        }
    }

    private func saveSpans(_ graph: ReplyGraph, _ places: Places) throws {
        var mentions = try RowWriter(
            rows, into: "mention", "comment_id", "position", "commenter_id", "start", "end",
            "written")
        for (position, mention) in graph.mentions.enumerated() {
            try mentions.add(try places.comment(mention.comment))
            try mentions.add(position)
            try mentions.add(try places.commenter(mention.commenter))
            try mentions.add(mention.span.start)
            try mentions.add(mention.span.end)
            try mentions.add(mention.written)
            try mentions.insert()
        }
        var quotations = try RowWriter(
            rows, into: "quotation", "comment_id", "position", "start", "end",
            "source_comment_id", "source_start", "source_end", "similarity")
        for (position, quotation) in graph.quotations.enumerated() {
            try quotations.add(try places.comment(quotation.comment))
            try quotations.add(position)
            try quotations.add(quotation.span.start)
            try quotations.add(quotation.span.end)
            try quotations.add(try places.commentOrArticle(quotation.source))
            try quotations.add(quotation.sourceSpan.start)
            try quotations.add(quotation.sourceSpan.end)
            try quotations.add(finite: quotation.similarity)
            try quotations.insert()
        }
    }

    private func saveMeasures(_ measures: DiscussionMeasures, _ places: Places) throws {
        var threads = try RowWriter(
            rows, into: "thread", "discussion_id", "number", "root_comment", "commenters",
            "depth")
        for (index, thread) in measures.threads.enumerated() {
            try threads.add(places.discussion)
            try threads.add(index + 1)
            try threads.add(try places.comment(thread.root))
            try threads.add(thread.commenters)
            try threads.add(thread.depth)
            try threads.insert()
        }
        var writer = try RowWriter(
            rows, into: "measure", "discussion_id", "subject", "position", "name", "value")
        for (position, measure) in measures.engagement.measures.enumerated() {
            try writer.add(places.discussion)
            try writer.add("discussion")
            try writer.add(position)
            try writer.add(measure.name)
            try writer.add(measure.value)
            try writer.insert()
        }
    }

    private func saveSummary(_ analysis: Analysis, _ places: Places) throws {
        let summary = analysis.summary
        let camps = analysis.stances.clustering.clusters.count
        guard summary.camps.count <= camps else {
            throw DamagedRow(
                message: "the analysis sums up \(summary.camps.count) camps where it has \(camps)")
        }
        var writer = try RowWriter(
            rows, into: "summary_sentence", "discussion_id", "scope", "position", "comment_id",
            "start", "end", "text")
        func save(_ sentences: [SummarySentence], scope: String) throws {
            for (position, sentence) in sentences.enumerated() {
                try writer.add(places.discussion)
                try writer.add(scope)
                try writer.add(position)
                try writer.add(try places.commentOrArticle(sentence.comment))
                try writer.add(sentence.span.start)
                try writer.add(sentence.span.end)
                try writer.add(sentence.text)
                try writer.insert()
            }
        }
        try save(summary.about, scope: "about")
        try save(summary.sentences, scope: "discussion")
        for (index, sentences) in summary.threads.enumerated() {
            try save(sentences, scope: "thread \(index + 1)")
        }
        for (index, sentences) in summary.camps.enumerated() {
            try save(sentences, scope: "camp \(index + 1)")
        }
        if let contested = summary.contested {
            try save([contested.passage], scope: "contested")
            if let counter = contested.counter { try save([counter], scope: "counter") }
        }
        try save(summary.commonGround, scope: "common")
    }

    private func saveFindings(_ findings: [Finding], of stage: String, _ places: Places) throws {
        var writer = try RowWriter(
            rows, into: "finding", "discussion_id", "stage", "position", "severity", "code",
            "message", "file", "line")
        for (position, finding) in findings.enumerated() {
            try writer.add(places.discussion)
            try writer.add(stage)
            try writer.add(position)
            try writer.add(finding.severity.rawValue)
            try writer.add(finding.id)
            try writer.add(finding.message)
            try writer.add(finding.file)
            try writer.add(finding.line)
            try writer.insert()
        }
    }
}

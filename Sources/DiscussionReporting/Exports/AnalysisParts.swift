import DiscussionModel

/// The members of the analysis document, one function each.
struct AnalysisParts {
    let analysis: Analysis

    var discussion: Discussion { analysis.discussion }
    private var graph: ReplyGraph { analysis.graph }
    private var measures: DiscussionMeasures { analysis.measures }

    func writeDiscussion(to writer: inout JSONWriter) {
        let article = discussion.article
        writer.key("discussion")
        writer.object { writer in
            writer.member("id", discussion.id)
            writer.member("source", discussion.source)
            writer.member("format", discussion.format)
            writer.member("title", article.title)
            writer.member("author", article.author)
            writer.member("published", article.published?.description)
            writer.member("url", article.url)
            writer.member("site", discussion.site)
            writer.member("body", article.body)
            writer.member("score", article.score)
            writer.member("comments", analysis.presentComments)
            writer.member("commenters", analysis.presentCommenters)
        }
    }

    func writeCommenters(to writer: inout JSONWriter) {
        let clusters = analysis.stances.clustering.numbers
        writer.key("commenters")
        writer.array(graph.commenters.indices) { writer, index in
            writeCommenter(at: index, cluster: clusters[index], to: &writer)
        }
    }

    /// Writes one commenter as an object.
    func writeCommenter(at index: Int, cluster: Int?, to writer: inout JSONWriter) {
        let commenter = graph.commenters[index]
        let measured = measures.commenters.element(at: index)
        writer.object { writer in
            writer.member("id", commenter.id)
            writer.member("name", commenter.name)
            writer.key("aliases")
            writer.inline { $0.array(commenter.aliases) }
            writer.member("articleAuthor", commenter.isArticleAuthor)
            writer.member("comments", measured?.comments)
            writer.member("repliesSent", measured?.repliesSent)
            writer.member("repliesReceived", measured?.repliesReceived)
            writer.member("mentionsReceived", measured?.mentionsReceived)
            writer.member("quotedTimes", measured?.quotedTimes)
            writer.members(measures.commenterColumns, at: index)
            writer.member("cluster", cluster)
        }
    }

    func writeComments(to writer: inout JSONWriter) {
        writer.key("comments")
        writer.array(discussion.comments.indices) { writer, index in
            writer.object { writeComment(at: index, to: &$0) }
        }
    }

    /// Writes the members of one comment.
    func writeComment(at index: Int, to writer: inout JSONWriter) {
        let comment = discussion.comments[index]
        let authorship = graph.authorships.element(at: index)
        let measured = measures.comments.element(at: index)
        writer.member("id", comment.id)
        writer.member("ordinal", index + 1)
        writer.member("statedParent", comment.statedParent)
        writer.member("ghost", comment.isGhost)
        writer.member("commenter", authorship.flatMap { commenter($0.commenter) })
        writer.member("nameAsWritten", comment.nameAsWritten)
        writer.key("authorInferred")
        if let inference = authorship?.inference {
            writer.object { writer in
                writer.member("confidence", inference.confidence)
                writer.writeEvidence(inference.evidence)
            }
        } else {
            writer.null()
        }
        writer.member("posted", comment.posted?.description)
        writer.member("postedApproximate", comment.posted?.isApproximate ?? false)
        writer.member("words", measured?.words)
        writer.member("depth", measured?.depth)
        writer.member("directReplies", measured?.directReplies)
        writer.member("descendants", measured?.descendants)
        writer.members(measures.commentColumns, at: index)
        writer.member("score", comment.score)
        writer.member("url", comment.url)
        writer.member("removed", comment.removal?.rawValue)
        writer.member("approval", comment.approval?.rawValue)
        writer.member("text", comment.text)
    }

    func writePingbacks(to writer: inout JSONWriter) {
        writer.key("pingbacks")
        writer.array(discussion.pingbacks) { writer, pingback in
            writer.object { writer in
                writer.member("id", pingback.id)
                writer.member("name", pingback.nameAsWritten)
                writer.member("posted", pingback.posted?.description)
                writer.member("url", pingback.url)
                writer.member("approval", pingback.approval?.rawValue)
                writer.member("text", pingback.text)
            }
        }
    }

    func writeStatedQuotations(to writer: inout JSONWriter) {
        writer.key("statedQuotations")
        let stated = discussion.comments.enumerated().lazy.flatMap { index, comment in
            comment.statedQuotations.map { (id: comment.id, quotation: $0) }
        }
        writer.array(stated) { writer, element in
            writer.object { writer in
                writer.member("comment", element.id)
                writer.member("span", element.quotation.span)
                writer.member("author", element.quotation.author)
                writer.member("source", element.quotation.source)
            }
        }
    }

    func writeMentions(to writer: inout JSONWriter) {
        writeMentions(graph.mentions, to: &writer)
    }

    func writeMentions(_ mentions: [Mention], to writer: inout JSONWriter) {
        writer.key("mentions")
        writer.array(mentions) { writer, mention in
            writer.object { writer in
                writer.member("comment", discussion.id(at: mention.comment))
                writer.member("commenter", commenter(mention.commenter))
                writer.member("span", mention.span)
                writer.member("as", mention.written)
            }
        }
    }

    func writeQuotations(to writer: inout JSONWriter) {
        writeQuotations(graph.quotations, as: "quotations", to: &writer)
    }

    func writeQuotations(
        _ quotations: [Quotation], as name: String, to writer: inout JSONWriter
    ) {
        writer.key(name)
        writer.array(quotations) { writer, quotation in
            writer.object { writer in
                writer.member("comment", discussion.id(at: quotation.comment))
                writer.member("span", quotation.span)
                writer.member("source", discussion.id(at: quotation.source))
                writer.member("sourceSpan", quotation.sourceSpan)
                writer.member("similarity", quotation.similarity)
            }
        }
    }

    func writeReplies(_ replies: [Reply], as name: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.array(replies) { writeReply($1, to: &$0) }
    }

    /// Writes one reply as an object.
    func writeReply(_ reply: Reply, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("from", discussion.id(at: reply.from))
            writer.member("to", discussion.id(at: reply.to))
            writer.member("confidence", reply.confidence)
            writer.writeEvidence(reply.evidence)
            writer.writeStance(reply.stance)
        }
    }

    func writeEngagement(to writer: inout JSONWriter) {
        writer.key("engagement")
        writer.object { writer in
            for measure in measures.engagement.measures {
                writer.member(measure.name, measure.value)
            }
        }
    }

    func writeThreads(to writer: inout JSONWriter) {
        writer.key("threads")
        writer.array(measures.threads.enumerated()) { writer, element in
            let (index, thread) = element
            writer.object { writer in
                writer.member("root", discussion.id(at: thread.root))
                writer.member("comments", thread.comments.count)
                writer.member("commenters", thread.commenters)
                writer.member("depth", thread.depth)
                writer.members(measures.threadColumns, at: index)
                writeSentences(
                    analysis.summary.threads.element(at: index) ?? [], to: &writer)
            }
        }
    }

    func writeSummary(to writer: inout JSONWriter) {
        let summary = analysis.summary
        writeSentences(summary.about, as: "about", to: &writer)
        writeSentences(summary.sentences, to: &writer)
        writer.writeContested(summary.contested) { writeSentence($0, to: &$1) }
        writeSentences(summary.commonGround, as: "commonGround", to: &writer)
    }

    func writeFindings(_ findings: [Finding], to writer: inout JSONWriter) {
        Self.writeFindings(findings, to: &writer)
    }

    static func writeFindings(_ findings: [Finding], to writer: inout JSONWriter) {
        writer.key("findings")
        writer.array(findings) { writer, finding in
            writer.object { writer in
                writer.member("id", finding.id)
                writer.member("severity", finding.severity.rawValue)
                writer.member("message", finding.message)
                writer.member("file", finding.file)
                writer.member("line", finding.line)
            }
        }
    }

    func commenter(_ index: Int) -> String? {
        graph.commenters.element(at: index)?.id
    }

    func writeSentences(
        _ sentences: [SummarySentence], as name: String = "summary", to writer: inout JSONWriter
    ) {
        writer.key(name)
        writer.array(sentences) { writeSentence($1, to: &$0) }
    }

    private func writeSentence(_ sentence: SummarySentence, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("comment", discussion.id(at: sentence.comment))
            writer.member("span", sentence.span)
            writer.member("text", sentence.text)
        }
    }
}

extension JSONWriter {
    /// Writes the member `contested`; null where nothing is.
    ///
    /// - Parameter writeSentence: writes a sentence as an object.
    mutating func writeContested(
        _ contested: ContestedPassage?,
        writeSentence: (SummarySentence, inout JSONWriter) -> Void
    ) {
        key("contested")
        guard let contested else { return null() }
        object { writer in
            writer.key("passage")
            writeSentence(contested.passage, &writer)
            writer.key("counter")
            if let counter = contested.counter {
                writeSentence(counter, &writer)
            } else {
                writer.null()
            }
        }
    }

    /// Writes a member for each measure of the comment, commenter or thread at an index.
    mutating func members(_ columns: [MeasureColumn], at index: Int) {
        for column in columns { member(column.name, column.values.element(at: index) ?? nil) }
    }

    /// Writes a span as `[start, end]`, or null.
    mutating func member(_ name: String, _ span: TextSpan?) {
        key(name)
        guard let span else { return null() }
        inline { $0.array([span.start, span.end]) { $0.value($1) } }
    }
}

extension Array {
    /// The element at an index, or `nil` where there is none.
    func element(at index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}

extension Analysis {
    /// The number of comments that are there, ghosts left out.
    var presentComments: Int {
        discussion.comments.reduce(0) { $0 + ($1.isGhost ? 0 : 1) }
    }

    /// The number of commenters who wrote at least one comment that is there.
    var presentCommenters: Int {
        let authors = zip(discussion.comments, graph.authorships)
            .filter { !$0.0.isGhost }.map(\.1.commenter)
        return Set(authors).count
    }
}

import DiscussionModel

/// One analysis on its way to pseudonyms.
struct AnalysisRewriting {
    private var analysis: Analysis
    private let people: PeopleTokens
    private let source: SourceNames
    private let texts: RewrittenTexts

    init(_ analysis: Analysis, key: PseudonymKey) {
        self.analysis = analysis
        people = PeopleTokens(analysis, key: key)
        source = SourceNames(analysis.discussion, key: key)
        texts = RewrittenTexts(analysis, people: people, source: source)
    }

    mutating func rewritten() -> Analysis {
        // Places of words are looked up in the analysis as it was.
        let before = analysis
        rewriteGraph(before)
        rewriteStances()
        rewriteSummary()
        rewriteFindings()
        rewriteDiscussion(before)
        return analysis
    }

    // MARK: Discussion

    private mutating func rewriteDiscussion(_ before: Analysis) {
        var discussion = before.discussion
        discussion.id = source.discussion(discussion.id)
        discussion.source = source.source(discussion.source)
        discussion.site = discussion.site.map(source.site)
        discussion.findings = discussion.findings.map(rewritten)
        for place in discussion.comments.indices {
            rewrite(&discussion.comments[place], at: place + 1, before.graph)
        }
        for place in discussion.pingbacks.indices { rewrite(&discussion.pingbacks[place]) }
        rewrite(&discussion.article, before.graph)
        analysis.discussion = discussion
    }

    private func rewrite(_ comment: inout Comment, at ordinal: Int, _ graph: ReplyGraph) {
        let authorship =
            graph.authorships.indices.contains(ordinal - 1)
            ? graph.authorships[ordinal - 1] : nil
        let known = authorship.flatMap { authorship in
            authorship.inference == nil && people.commenters.indices.contains(authorship.commenter)
                ? people.commenters[authorship.commenter] : nil
        }
        let token = known ?? people.token(name: comment.nameAsWritten, account: comment.accountID)
        comment.id = source.comment(comment.id)
        if comment.nameAsWritten != nil { comment.nameAsWritten = token }
        if comment.accountID != nil { comment.accountID = token }
        comment.statedParent = comment.statedParent.map(source.comment)
        // It leads to the name with one click.
        comment.url = nil
        for place in comment.statedQuotations.indices {
            let quotation = comment.statedQuotations[place]
            comment.statedQuotations[place].span = texts.moved(quotation.span, in: ordinal)
            comment.statedQuotations[place].author = quotation.author.map(texts.token(ofName:))
            comment.statedQuotations[place].source = quotation.source.map(source.comment)
        }
        comment.text = texts.text(at: ordinal)
    }

    private func rewrite(_ pingback: inout Comment) {
        pingback.id = source.comment(pingback.id)
        pingback.nameAsWritten = pingback.nameAsWritten.map(texts.token(ofName:))
        pingback.accountID = pingback.accountID.map(texts.token(ofName:))
        pingback.url = nil
        pingback.statedParent = pingback.statedParent.map(source.comment)
        pingback.statedQuotations = []
        pingback.text = texts.rewritten(pingback.text)
    }

    private func rewrite(_ article: inout Article, _ graph: ReplyGraph) {
        let author =
            graph.articleAuthor.map { people.commenters[$0] }
            ?? people.token(name: article.author, account: article.accountID)
        article.title = article.title.map { texts.rewritten($0) }
        if article.author != nil { article.author = author }
        if article.accountID != nil { article.accountID = author }
        article.url = source.page(article.url)
        article.body = texts.text(at: 0)
    }

    // MARK: Graph

    private mutating func rewriteGraph(_ before: Analysis) {
        for place in analysis.graph.commenters.indices {
            let commenter = before.graph.commenters[place]
            analysis.graph.commenters[place].aliases = []
            if commenter.name == nil {
                analysis.graph.commenters[place].id = unknown(commenter.id)
            } else {
                analysis.graph.commenters[place].id = people.commenters[place]
                analysis.graph.commenters[place].name = people.commenters[place]
            }
        }
        for place in analysis.graph.authorships.indices {
            guard let inference = analysis.graph.authorships[place].inference else { continue }
            let name = before.graph.commenters[analysis.graph.authorships[place].commenter].name
            analysis.graph.authorships[place].inference?.evidence = inference.evidence.map {
                var evidence = $0
                evidence.detail = texts.remark($0.detail, naming: name)
                return evidence
            }
        }
        for place in analysis.graph.mentions.indices {
            let mention = before.graph.mentions[place]
            analysis.graph.mentions[place].span = texts.moved(mention.span, in: mention.comment)
            analysis.graph.mentions[place].written = texts.words(mention.span, in: mention.comment)
        }
        for place in analysis.graph.quotations.indices {
            let quotation = before.graph.quotations[place]
            analysis.graph.quotations[place].span = texts.moved(
                quotation.span, in: quotation.comment)
            analysis.graph.quotations[place].sourceSpan = texts.moved(
                quotation.sourceSpan, in: quotation.source)
        }
        analysis.graph.replies = before.graph.replies.map(rewritten)
        analysis.graph.alsoAnswers = before.graph.alsoAnswers.map(rewritten)
        analysis.graph.findings = analysis.graph.findings.map(rewritten)
    }

    /// The id of somebody unknown is that of the one comment.
    private func unknown(_ id: String) -> String {
        let prefix = "unknown-"
        guard id.hasPrefix(prefix) else { return id }
        return prefix + source.comment(String(id.dropFirst(prefix.count)))
    }

    private func rewritten(_ reply: Reply) -> Reply {
        var reply = reply
        reply.evidence = reply.evidence.map { evidence in
            var evidence = evidence
            evidence.detail = texts.detail(evidence, of: reply.from)
            return evidence
        }
        let cues = (reply.stance?.cues ?? []).map { cue in
            var cue = cue
            cue.detail = texts.cue(cue.detail, of: reply.from, answering: reply.to)
            cue.span = cue.span.map { texts.moved($0, in: reply.from) }
            return cue
        }
        reply.stance?.cues = cues
        return reply
    }

    // MARK: Camps, summaries, remarks

    private mutating func rewriteStances() {
        analysis.stances.findings = analysis.stances.findings.map(rewritten)
        let clusters = analysis.stances.clustering.clusters
        let left =
            texts.isChanged && clusters.contains { !$0.terms.isEmpty } ? texts.wordsLeft() : nil
        for place in clusters.indices {
            var cluster = clusters[place]
            if let left { cluster.terms.removeAll { !texts.isSaid($0.words, among: left) } }
            for index in cluster.representative.indices {
                let words = cluster.representative[index]
                cluster.representative[index].text = texts.words(
                    words.text, words.span, in: words.comment)
                cluster.representative[index].span = texts.moved(words.span, in: words.comment)
            }
            analysis.stances.clustering.clusters[place] = cluster
        }
    }

    private mutating func rewriteSummary() {
        var summary = analysis.summary
        summary.about = summary.about.map(rewritten)
        summary.sentences = summary.sentences.map(rewritten)
        summary.threads = summary.threads.map { $0.map(rewritten) }
        summary.camps = summary.camps.map { $0.map(rewritten) }
        summary.commonGround = summary.commonGround.map(rewritten)
        if let contested = summary.contested {
            summary.contested = ContestedPassage(
                passage: rewritten(contested.passage), counter: contested.counter.map(rewritten))
        }
        analysis.summary = summary
    }

    private func rewritten(_ sentence: SummarySentence) -> SummarySentence {
        SummarySentence(
            comment: sentence.comment, span: texts.moved(sentence.span, in: sentence.comment),
            text: texts.words(sentence.text, sentence.span, in: sentence.comment))
    }

    private mutating func rewriteFindings() {
        analysis.measures.findings = analysis.measures.findings.map(rewritten)
    }

    private func rewritten(_ finding: Finding) -> Finding {
        var finding = finding
        finding.message = texts.remark(finding.message)
        finding.file = source.source(finding.file)
        return finding
    }
}

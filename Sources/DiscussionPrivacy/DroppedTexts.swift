public import DiscussionModel

extension Discussion {
    /// The same discussion without what people wrote: who, when, and whom they answer is left.
    public func withoutTexts() -> Discussion {
        var discussion = self
        discussion.article.title = nil
        discussion.article.body = ""
        for place in comments.indices {
            discussion.comments[place].text = ""
            discussion.comments[place].statedQuotations = []
        }
        for place in pingbacks.indices {
            discussion.pingbacks[place].text = ""
            discussion.pingbacks[place].statedQuotations = []
        }
        discussion.findings = findings.map(\.withoutQuotedWords)
        return discussion
    }
}

extension Analysis {
    /// The same analysis without what people wrote: spans and measures are left, the kinds of reasons
    /// and their weights, and no words of any comment or of the article.
    public func withoutTexts() -> Analysis {
        var analysis = self
        analysis.discussion = discussion.withoutTexts()
        analysis.summary = DiscussionSummary(
            threads: summary.threads.map { _ in [] }, camps: summary.camps.map { _ in [] })
        for place in graph.mentions.indices { analysis.graph.mentions[place].written = "" }
        for place in graph.authorships.indices {
            guard let evidence = graph.authorships[place].inference?.evidence else { continue }
            analysis.graph.authorships[place].inference?.evidence = evidence.map(\.withoutWords)
        }
        analysis.graph.replies = graph.replies.map(\.withoutWords)
        analysis.graph.alsoAnswers = graph.alsoAnswers.map(\.withoutWords)
        for place in stances.clustering.clusters.indices {
            analysis.stances.clustering.clusters[place].terms = []
            analysis.stances.clustering.clusters[place].representative = []
        }
        analysis.graph.findings = graph.findings.map(\.withoutQuotedWords)
        analysis.stances.findings = stances.findings.map(\.withoutQuotedWords)
        analysis.measures.findings = measures.findings.map(\.withoutQuotedWords)
        return analysis
    }
}

extension Reply {
    fileprivate var withoutWords: Reply {
        var reply = self
        reply.evidence = evidence.map(\.withoutWords)
        reply.stance?.cues = stance?.cues.map(\.withoutWords) ?? []
        return reply
    }
}

extension Evidence {
    /// What a reason of these kinds says is words of a comment, or what somebody noted of it.
    fileprivate var withoutWords: Evidence {
        var evidence = self
        switch kind {
        case .corrected, .mention, .quotation, .address, .echo: evidence.detail = ""
        case .stated, .reference, .adjacency, .default: break
        }
        return evidence
    }
}

extension StanceCue {
    /// Words of the comment stand in quotation marks behind those of the program.
    fileprivate var withoutWords: StanceCue {
        var cue = self
        let head = detail.prefix { $0 != "“" && $0 != ":" }
        cue.detail = kind == Evidence.Kind.corrected.rawValue ? "" : String(head)
        return cue
    }
}

extension Finding {
    /// The remark without what it quotes.
    fileprivate var withoutQuotedWords: Finding {
        var finding = self
        for (opening, closing) in [("“", "”"), ("\"", "\""), ("‘", "’"), ("`", "`")] {
            var rest = finding.message[...]
            var message = ""
            while let start = rest.firstRange(of: opening),
                let end = rest[start.upperBound...].firstRange(of: closing)
            {
                message += rest[..<start.upperBound] + "…" + closing
                rest = rest[end.upperBound...]
            }
            finding.message = message + rest
        }
        return finding
    }
}

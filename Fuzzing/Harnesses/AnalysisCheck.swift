import DiscussionModel

/// What holds of every analysis.
struct AnalysisCheck {
    private let discussion: Discussion
    private let graph: ReplyGraph
    /// The length of each text in scalars, by ordinal.
    private let lengths: [Int]

    static func check(_ analysis: Analysis) throws {
        let check = AnalysisCheck(analysis)
        try check.people()
        try check.spans()
        try check.replies()
        try check.chains(analysis.stances.chains)
        try check.camps(analysis.stances.clustering)
        try check.measures(analysis.measures)
        try check.summary(analysis)
    }

    private init(_ analysis: Analysis) {
        discussion = analysis.discussion
        graph = analysis.graph
        lengths = (0...discussion.comments.count).map {
            analysis.discussion.text(at: $0).unicodeScalars.count
        }
    }

    private func people() throws {
        try promise(
            Set(graph.commenters.map(\.id)).count == graph.commenters.count,
            "two commenters have one id")
        try promise(
            graph.authorships.count == discussion.comments.count, "not every comment has an author")
        for authorship in graph.authorships {
            try isCommenter(authorship.commenter)
            if let inference = authorship.inference { try isShare(inference.confidence) }
        }
    }

    private func spans() throws {
        for mention in graph.mentions {
            try isComment(mention.comment)
            try isCommenter(mention.commenter)
            try promise(
                mention.span.words(of: discussion.text(at: mention.comment)) == mention.written,
                "\(mention.written.debugDescription) is not what stands at \(mention.span)")
        }
        for quotation in graph.quotations {
            try isComment(quotation.comment)
            try promise(
                (0..<quotation.comment).contains(quotation.source),
                "\(quotation.comment) quotes \(quotation.source)")
            try isSpan(quotation.span, of: quotation.comment)
            try isSpan(quotation.sourceSpan, of: quotation.source)
            try isShare(quotation.similarity)
        }
    }

    private func replies() throws {
        var targets = [Int?](repeating: nil, count: discussion.comments.count + 1)
        for reply in graph.replies {
            try check(reply)
            try promise(
                !discussion.comments[reply.from - 1].isGhost, "the ghost \(reply.from) replies")
            try promise(targets[reply.from] == nil, "\(reply.from) has two replies")
            targets[reply.from] = reply.to
        }
        for (place, comment) in discussion.comments.enumerated() where !comment.isGhost {
            try promise(targets[place + 1] != nil, "\(place + 1) has no reply")
        }
        for reply in graph.alsoAnswers { try check(reply) }
        // From every comment the replies lead to the article or a ghost.
        var leadsOut = [Bool](repeating: false, count: targets.count)
        for start in targets.indices {
            var path: [Int] = []
            var at: Int? = start
            while let ordinal = at, !leadsOut[ordinal], path.count <= targets.count {
                path.append(ordinal)
                at = targets[ordinal]
            }
            try promise(path.count <= targets.count, "replies go round from \(start)")
            for ordinal in path { leadsOut[ordinal] = true }
        }
    }

    private func check(_ reply: Reply) throws {
        try isComment(reply.from)
        try isText(reply.to)
        try promise(reply.from != reply.to, "\(reply.from) answers itself")
        try isShare(reply.confidence)
        try promise(!reply.evidence.isEmpty, "\(reply.from) answers \(reply.to) for no reason")
        for evidence in reply.evidence {
            try promise(evidence.weight.isFinite, "evidence weighs \(evidence.weight)")
        }
        guard let stance = reply.stance else { return }
        for share in [stance.agree, stance.neutral, stance.disagree] { try isShare(share) }
        let sum = stance.agree + stance.neutral + stance.disagree
        try promise(abs(sum - 1) < 1e-6, "the stances of \(reply.from) make \(sum)")
        for cue in stance.cues {
            try promise(cue.weight.isFinite, "the cue \(cue.detail) weighs \(cue.weight)")
            if let span = cue.span { try isSpan(span, of: reply.from) }
        }
    }

    private func chains(_ chains: [DisagreementChain]) throws {
        for (place, chain) in chains.enumerated() {
            try promise(chain.comments.count >= 3, "a chain of \(chain.comments.count)")
            try chain.comments.forEach(isText)
            try chain.participants.forEach(isCommenter)
            try isShare(chain.mean)
            if let trend = chain.trend {
                try promise(trend.slope.isFinite, "a slope of \(trend.slope)")
                try isShare(trend.pValue)
            }
            if let trunk = chain.branchOf {
                try promise(chains.indices.contains(trunk), "a branch of chain \(trunk)")
                try promise(trunk != place, "chain \(place) branches from itself")
            }
        }
    }

    private func camps(_ clustering: StanceClustering) throws {
        var seen: Set<Int> = []
        for cluster in clustering.clusters {
            try isShare(cluster.cohesion)
            try promise(cluster.members.count >= 2, "a camp of \(cluster.members.count)")
            for member in cluster.members {
                try isCommenter(member.commenter)
                try isShare(member.confidence)
                try promise(seen.insert(member.commenter).inserted, "somebody is in two camps")
            }
            for words in cluster.representative {
                try isComment(words.comment)
                try promise(
                    words.span.words(of: discussion.text(at: words.comment)) == words.text,
                    "\(words.text.debugDescription) is not what stands at \(words.span)")
            }
            for opponent in cluster.opponents {
                try promise(
                    (1...clustering.clusters.count).contains(opponent.cluster),
                    "camp \(opponent.cluster) is an opponent and not there")
            }
        }
    }

    private func measures(_ measures: DiscussionMeasures) throws {
        try promise(
            measures.comments.count == discussion.comments.count
                && measures.commenters.count == graph.commenters.count, "something is not measured")
        for measure in measures.engagement.measures {
            try promise(
                measure.value?.isFinite ?? true, "\(measure.name) is \(measure.value ?? 0)")
        }
        let columns = [
            (measures.commentColumns, measures.comments.count),
            (measures.commenterColumns, measures.commenters.count),
            (measures.threadColumns, measures.threads.count),
        ]
        for (columns, count) in columns {
            for column in columns {
                try promise(column.values.count == count, "\(column.name) leaves something out")
                try promise(
                    column.values.allSatisfy { $0?.isFinite ?? true },
                    "\(column.name) is not finite")
            }
        }
        for thread in measures.threads {
            try isComment(thread.root)
            try thread.comments.forEach(isComment)
        }
    }

    private func summary(_ analysis: Analysis) throws {
        let summary = analysis.summary
        try promise(
            summary.threads.count == analysis.measures.threads.count, "a thread has no summary")
        var sentences = summary.about + summary.sentences + summary.threads.joined()
        sentences += summary.camps.joined() + summary.commonGround
        if let contested = summary.contested {
            sentences.append(contested.passage)
            if let counter = contested.counter { sentences.append(counter) }
        }
        for sentence in sentences {
            try isText(sentence.comment)
            try promise(
                sentence.span.words(of: discussion.text(at: sentence.comment)) == sentence.text,
                "\(sentence.text.debugDescription) is not what stands at \(sentence.span)")
        }
    }

    private func isCommenter(_ commenter: Int) throws {
        try promise(
            graph.commenters.indices.contains(commenter), "there is no commenter \(commenter)")
    }

    private func isComment(_ ordinal: Int) throws {
        try promise(ordinal > 0 && ordinal < lengths.count, "there is no comment \(ordinal)")
    }

    private func isText(_ ordinal: Int) throws {
        try promise(lengths.indices.contains(ordinal), "there is no text \(ordinal)")
    }

    private func isSpan(_ span: TextSpan, of ordinal: Int) throws {
        try promise(
            span.end <= lengths[ordinal], "\(span) is not in the \(lengths[ordinal]) of \(ordinal)")
    }

    private func isShare(_ number: Double) throws {
        try promise((0...1).contains(number), "\(number) is no share")
    }
}

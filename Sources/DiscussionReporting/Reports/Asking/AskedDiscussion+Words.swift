import DiscussionModel

/// How single comments and replies are told, safe to show.
extension AskedDiscussion {
    var heading: [ShownBlock] {
        let id = VisibleText.passage(discussion.id)
        let title = VisibleText.passage(discussion.article.title ?? "")
        let source = VisibleText.passage(discussion.source)
        return [
            .title(title.isEmpty ? id : title),
            .aside("discussion \(id), read from \(source)"),
        ]
    }

    /// The name of who wrote a comment, with how that is known where the source does not say.
    func name(of ordinal: Int) -> String {
        guard ordinal > 0 else {
            return graph.articleAuthor.map { graph.commenters[$0].shownName } ?? "(unknown)"
        }
        guard let authorship = graph.authorships.element(at: ordinal - 1),
            let commenter = graph.commenters.element(at: authorship.commenter)
        else { return "(unknown)" }
        guard let inference = authorship.inference else { return commenter.shownName }
        let how =
            inference.isCorrected
            ? "corrected" : "inferred, \(ReportWords.confidence(inference.confidence))"
        return "\(commenter.shownName) (\(how))"
    }

    /// A comment as it is pointed to: `[7] Ada`, or `the article`.
    func pointer(to ordinal: Int) -> String {
        ordinal == 0 ? "the article" : "[\(shownID(of: ordinal))] \(name(of: ordinal))"
    }

    func shownID(of ordinal: Int) -> String {
        DisplayWidth.fitted(VisibleText.name(discussion.id(at: ordinal)), to: 40)
    }

    /// The head of a comment: id, name, time.
    func head(of ordinal: Int) -> String {
        let comment = discussion.comments[ordinal - 1]
        var parts = [pointer(to: ordinal)]
        if let posted = comment.posted {
            parts.append((posted.isApproximate ? "about " : "") + posted.description)
        }
        if comment.isGhost { parts.append("referred to and not there") }
        if let removal = comment.removal { parts.append("removed (\(removal.rawValue))") }
        return parts.joined(separator: " · ")
    }

    /// The first words of a text in so many columns.
    func glimpse(of ordinal: Int, columns: Int) -> String {
        let words = VisibleText.passage(String(discussion.text(at: ordinal).prefix(400)))
        return words.isEmpty ? "(no words)" : "“\(DisplayWidth.fitted(words, to: columns))”"
    }

    /// How sure it is where a reply goes.
    static func sureness(of reply: Reply) -> String {
        switch ReportWords.sureness(of: reply) {
        case .corrected: "corrected"
        case .stated: "as the source states"
        default: "\(ReportWords.confidence(reply.confidence)) sure"
        }
    }

    /// The reasons for something; empty where they say no more than that the source states it.
    static func words(of evidence: [Evidence]) -> String {
        evidence.compactMap { reason -> String? in
            let detail = VisibleText.passage(reason.detail)
            switch reason.kind {
            case .stated: return nil
            case .corrected: return detail.isEmpty ? nil : detail
            default:
                return detail.isEmpty ? reason.kind.rawValue : "\(reason.kind.rawValue): \(detail)"
            }
        }.joined(separator: "; ")
    }

    /// How a reply takes what it answers, and what that was read from.
    static func words(of stance: Stance, withCues: Bool = true) -> String {
        let how = stance.isCorrected ? "corrected" : ReportWords.confidence(stance.probability)
        let head = "\(ReportWords.stance(stance.label)), \(how)"
        let cues = stance.cues.compactMap { cue -> String? in
            guard stance.isCorrected else { return CueWords.of(cue) }
            return cue.detail.isEmpty ? nil : VisibleText.passage(cue.detail)
        }
        return withCues && !cues.isEmpty ? "\(head): \(cues.joined(separator: "; "))" : head
    }

    /// Remarks on what a comment answers and how, who is named in it and what it repeats.
    func remarks(on ordinal: Int, inFull: Bool) -> [ShownBlock] {
        var items: [String] = []
        if let inference = graph.authorships.element(at: ordinal - 1)?.inference {
            let reasons = Self.words(of: inference.evidence)
            if !reasons.isEmpty { items.append("by \(name(of: ordinal)): \(reasons)") }
        }
        if let reply = replies[ordinal] {
            items.append(words(of: reply, "answers"))
            if let stance = reply.stance { items.append(Self.words(of: stance)) }
        }
        items += (furtherAnswers[ordinal] ?? []).map { words(of: $0, "also answers") }
        if inFull {
            items += (mentions[ordinal] ?? []).map { mention in
                let name = graph.commenters.element(at: mention.commenter)?.shownName
                return "names \(name ?? "(unknown)"): “\(VisibleText.passage(mention.written))”"
            }
            items += (quotations[ordinal] ?? []).map { quotation in
                "repeats \(pointer(to: quotation.source)):"
                    + " “\(passage(quotation.sourceSpan, of: quotation.source))”"
            }
            items += (quotationsOf[ordinal] ?? []).map { quotation in
                "is repeated by \(pointer(to: quotation.comment)):"
                    + " “\(passage(quotation.sourceSpan, of: ordinal))”"
            }
        }
        return items.map { .item($0, level: 0) }
    }

    private func passage(_ span: TextSpan, of ordinal: Int) -> String {
        let words = VisibleText.passage(span.words(of: discussion.text(at: ordinal)))
        return DisplayWidth.fitted(words, to: 300)
    }

    private func words(of reply: Reply, _ verb: String) -> String {
        let reasons = Self.words(of: reply.evidence)
        let head = "\(verb) \(pointer(to: reply.to)), \(Self.sureness(of: reply))"
        return reasons.isEmpty ? head : "\(head): \(reasons)"
    }

    /// Who answers a comment and how, with the first words of each.
    func answerItems(to ordinal: Int, columns: Int) -> [ShownBlock] {
        (answers[ordinal] ?? []).map { reply in
            var parts = ["answered by \(pointer(to: reply.from))", Self.sureness(of: reply)]
            if let stance = reply.stance { parts.append(Self.words(of: stance, withCues: false)) }
            return .item(
                "\(parts.joined(separator: ", ")): \(glimpse(of: reply.from, columns: columns))",
                level: 0)
        }
    }
}

import DiscussionModel
import ReplyReconstruction
import Testing

/// What holds of every reply graph, whatever the discussion.
enum GraphRules {
    static func check(
        _ graph: ReplyGraph, of talk: Discussion, _ mode: ReplyMode = .recover,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var broken: [String] = []
        func must(_ holds: Bool, _ rule: String) {
            if !holds && broken.count < 5 { broken.append(rule) }
        }
        let count = talk.comments.count
        let lengths = (0...count).map { talk.text(at: $0).unicodeScalars.count }
        let people = graph.commenters.indices
        func inside(_ span: TextSpan, _ ordinal: Int) -> Bool {
            span.start < span.end && span.end <= lengths[ordinal]
        }
        must(graph.authorships.count == count, "an author for each comment")
        must(graph.authorships.allSatisfy { people.contains($0.commenter) }, "authors indexed")
        must(Set(graph.commenters.map(\.id)).count == people.count, "ids unique")
        must(graph.commenters.filter(\.isArticleAuthor).count <= 1, "one article author")
        for commenter in graph.commenters {
            must(commenter.aliases == Set(commenter.aliases).sorted(), "aliases sorted")
            must(!commenter.aliases.contains(commenter.name ?? ""), "aliases are other names")
        }
        let there = talk.comments.indices.filter { !talk.comments[$0].isGhost }.map { $0 + 1 }
        must(graph.replies.map(\.from) == there, "one reply for each comment that is there")
        for reply in graph.replies + graph.alsoAnswers {
            must((0...count).contains(reply.to) && reply.to != reply.from, "targets in range")
            let isStated = reply.evidence.contains { $0.kind == .stated }
            must(
                reply.to < reply.from || isStated && mode != .recover || reply.isCorrected,
                "targets are earlier")
            must((0...1).contains(reply.confidence), "confidence \(reply.confidence)")
            must(!reply.evidence.isEmpty, "evidence")
            must(reply.evidence.allSatisfy { $0.weight.isFinite }, "weights finite")
        }
        let further = graph.alsoAnswers.map { [$0.from, $0.to] }
        must(Set(further).count == further.count, "each further answer once")
        must(
            Set(further).isDisjoint(with: graph.replies.map { [$0.from, $0.to] }),
            "a further answer is not the reply")
        must(graph.alsoAnswers.map(\.from) == graph.alsoAnswers.map(\.from).sorted(), "in order")
        for mention in graph.mentions {
            must((1...max(1, count)).contains(mention.comment), "mention in a comment")
            must(people.contains(mention.commenter), "mention of a commenter")
            must(inside(mention.span, mention.comment), "mention inside")
        }
        for quotation in graph.quotations {
            must(quotation.source >= 0 && quotation.source < quotation.comment, "sources earlier")
            must(inside(quotation.span, quotation.comment), "quotation inside")
            must(inside(quotation.sourceSpan, quotation.source), "source inside")
            must((0...1).contains(quotation.similarity), "similarity \(quotation.similarity)")
        }
        for (one, next) in zip(graph.quotations, graph.quotations.dropFirst()) {
            must(
                one.comment < next.comment
                    || one.comment == next.comment && one.span.start < next.span.start,
                "quotations in order")
        }
        must(!hasCycle(graph, count), "no cycle")
        #expect(broken.isEmpty, sourceLocation: sourceLocation)
    }

    private static func hasCycle(_ graph: ReplyGraph, _ count: Int) -> Bool {
        var parents = [Int](repeating: 0, count: count + 1)
        for reply in graph.replies { parents[reply.from] = reply.to }
        var seen = [Int](repeating: 0, count: count + 1)
        for start in parents.indices.dropFirst() {
            var at = start
            while at > 0, seen[at] == 0 {
                seen[at] = start
                at = parents[at]
            }
            if at > 0, seen[at] == start { return true }
        }
        return false
    }
}

import DiscussionModel
import LanguageTools

extension SummaryWriter {
    /// The passage that the most commenters speak against, with the best that they say.
    ///
    /// A comment is as contested as the number of other commenters whose replies disagree with it,
    /// at least two; ties go to the greater sum of their probabilities, then to the earlier one.
    /// The passage is what these replies quote of it most, where they do, else its best sentence.
    /// The best counter-reply is the one that the most commenters agree with; ties go to the surer
    /// disagreement.
    ///
    /// - Complexity: O(r log r + q) in replies r and quotations q.
    mutating func contested(_ graph: ReplyGraph) -> ContestedPassage? {
        let replies = (graph.replies + graph.alsoAnswers).filter {
            $0.stance != nil && $0.to > 0 && Self.isOfTwo($0, graph)
        }
        var against: [Int: (commenters: Set<Int>, sum: Double)] = [:]
        var with: [Int: Set<Int>] = [:]
        for reply in replies {
            guard let stance = reply.stance else { continue }
            switch stance.label {
            case .disagree:
                against[reply.to, default: ([], 0)].commenters.insert(
                    graph.commenter(of: reply.from))
                against[reply.to, default: ([], 0)].sum += stance.disagree * reply.confidence
            case .agree:
                with[reply.to, default: []].insert(graph.commenter(of: reply.from))
            case .neutral:
                break
            }
        }
        let ranked = against.filter { $0.value.commenters.count >= 2 }.sorted { left, right in
            let (a, b) = (left.value, right.value)
            if a.commenters.count != b.commenters.count {
                return a.commenters.count > b.commenters.count
            }
            return a.sum != b.sum ? a.sum > b.sum : left.key < right.key
        }
        for (comment, _) in ranked.prefix(Self.mostTried) {
            let counters = replies.filter { $0.to == comment && $0.stance?.label == .disagree }
            guard let passage = passage(of: comment, counters, graph) else { continue }
            let best = counters.sorted { left, right in
                let a = with[left.from]?.count ?? 0
                let b = with[right.from]?.count ?? 0
                if a != b { return a > b }
                let p = (left.stance?.disagree ?? 0) * left.confidence
                let q = (right.stance?.disagree ?? 0) * right.confidence
                return p != q ? p > q : left.from < right.from
            }
            for reply in best {
                if let counter = self.best(of: reply.from) {
                    return ContestedPassage(passage: passage, counter: counter)
                }
            }
            return ContestedPassage(passage: passage)
        }
        return nil
    }

    /// How many comments are tried until one has a sentence worth quoting.
    private static let mostTried = 20

    private static func isOfTwo(_ reply: Reply, _ graph: ReplyGraph) -> Bool {
        reply.from <= graph.authorships.count && reply.to <= graph.authorships.count
            && graph.commenter(of: reply.from) != graph.commenter(of: reply.to)
    }

    /// What some replies quote of a comment most, else its best sentence.
    private mutating func passage(
        of comment: Int, _ counters: [Reply], _ graph: ReplyGraph
    ) -> SummarySentence? {
        let answering = Set(counters.map(\.from))
        var spans: [TextSpan: Set<Int>] = [:]
        for quotation in graph.quotations
        where quotation.source == comment && answering.contains(quotation.comment) {
            guard let sentence = best(of: comment, within: quotation.sourceSpan) else { continue }
            spans[sentence.span, default: []].insert(quotation.comment)
        }
        let most = spans.max { left, right in
            (left.value.count, right.key) < (right.value.count, left.key)
        }
        return best(of: comment, within: most?.key)
    }
}

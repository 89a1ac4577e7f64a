import DiscussionModel

/// A discussion of which single comments and people are shown.
struct AskedDiscussion {
    let analysis: Analysis
    /// By comment: its reply.
    let replies: [Int: Reply]
    /// By comment: what else it answers.
    let furtherAnswers: [Int: [Reply]]
    /// By what is answered: the replies and further answers to it, in the order of the comments.
    let answers: [Int: [Reply]]
    /// By comment.
    let mentions: [Int: [Mention]]
    let quotations: [Int: [Quotation]]
    /// By comment: the quotations of it.
    let quotationsOf: [Int: [Quotation]]
    let camps: [Int: Int]

    var discussion: Discussion { analysis.discussion }
    var graph: ReplyGraph { analysis.graph }

    /// - Complexity: O(n) in the comments and what was found in them.
    init(_ analysis: Analysis) {
        self.analysis = analysis
        let graph = analysis.graph
        replies = Dictionary(graph.replies.map { ($0.from, $0) }) { first, _ in first }
        furtherAnswers = Dictionary(grouping: graph.alsoAnswers, by: \.from)
        answers = Dictionary(grouping: graph.replies + graph.alsoAnswers, by: \.to)
            .mapValues { answers in
                answers.enumerated().sorted {
                    ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
                }.map(\.element)
            }
        mentions = Dictionary(grouping: graph.mentions, by: \.comment)
        quotations = Dictionary(grouping: graph.quotations, by: \.comment)
        quotationsOf = Dictionary(grouping: graph.quotations, by: \.source)
        camps = analysis.stances.clustering.numbers
    }

    /// The comments of a commenter, ghosts among them, in order.
    func comments(of commenter: Int) -> [Int] {
        graph.authorships.indices.filter {
            graph.authorships[$0].commenter == commenter && $0 < discussion.comments.count
        }.map { $0 + 1 }
    }

    /// What a comment answers, what that answers, and so on: the top-level comment first, without
    /// the comment itself.
    func path(to ordinal: Int) -> [Int] {
        var path: [Int] = []
        var seen: Set<Int> = [ordinal]
        var at = ordinal
        // A stored ring of replies must not hold this up.
        while let next = replies[at]?.to, next > 0, seen.insert(next).inserted {
            path.append(next)
            at = next
        }
        return path.reversed()
    }

    /// The comments below a comment, each before what answers it, with their distance to it.
    func below(_ ordinal: Int) -> [(ordinal: Int, depth: Int)] {
        var found: [(Int, Int)] = []
        var seen: Set<Int> = [ordinal]
        func children(of parent: Int, depth: Int) -> [(Int, Int)] {
            (answers[parent] ?? []).reversed().compactMap { answer in
                replies[answer.from]?.to == parent ? (answer.from, depth) : nil
            }
        }
        var waiting = children(of: ordinal, depth: 1)
        while let (next, depth) = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.append((next, depth))
            waiting += children(of: next, depth: depth + 1)
        }
        return found
    }
}

import DiscussionModel

/// Takes sentences of one pool, as they stand in their comments.
struct SummaryWriter {
    private let discussion: Discussion
    private let measures: DiscussionMeasures
    private let pool: SentencePool
    private var selection: SentenceSelection

    init(
        _ discussion: Discussion, _ measures: DiscussionMeasures, _ pool: SentencePool,
        _ weights: SummaryWeights
    ) {
        self.discussion = discussion
        self.measures = measures
        self.pool = pool
        selection = SentenceSelection(pool, weights)
    }

    func sentence(_ index: Int) -> SummarySentence {
        let candidate = pool.candidates[index]
        return SummarySentence(
            comment: candidate.comment, span: candidate.span,
            text: candidate.span.words(of: discussion.text(at: candidate.comment)))
    }

    /// The summary of a part of the discussion.
    ///
    /// - Parameters:
    ///   - takesAnything: whether one of the sentences that are not good stands for all where there
    ///     is no other.
    ///   - prefersTelling: whether sentences that tell little are passed over where others exist.
    ///   - bonus: what a comment adds to the value of its sentences, in words of a summary.
    mutating func sentences(
        of part: SummedPart, _ length: SummaryLength, takesAnything: Bool = true,
        prefersTelling: Bool = false, bonus: [Int: Double] = [:]
    ) -> [SummarySentence] {
        var good: [Int] = []
        for comment in part.comments {
            for index in pool.candidates(of: comment) where pool.candidates[index].isGood {
                good.append(index)
            }
        }
        if prefersTelling {
            let telling = good.filter { pool.isTelling($0) }
            if !telling.isEmpty { good = telling }
        }
        let isPoor = good.isEmpty && takesAnything
        if isPoor { good = part.comments.flatMap { pool.candidates(of: $0) } }
        let limit = SummaryLimit(
            isPoor ? length.atMost(1) : length, of: words(of: part.comments))
        return selection.chosen(from: good, of: part, limit, bonus: bonus).map { sentence($0) }
    }

    /// The best sentence of each of some comments that has one that tells something, of each
    /// commenter once.
    mutating func sentences(ofEach comments: [Int], atMost count: Int) -> [SummarySentence] {
        var sentences: [SummarySentence] = []
        var commenters: Set<Int> = []
        for comment in comments where sentences.count < count {
            guard let first = pool.candidates(of: comment).first,
                !commenters.contains(pool.candidates[first].commenter),
                let best = best(of: comment, isTelling: true)
            else { continue }
            commenters.insert(pool.candidates[first].commenter)
            sentences.append(best)
        }
        return sentences
    }

    /// The best of the good sentences of a comment, or of a span of it.
    mutating func best(
        of comment: Int, within span: TextSpan? = nil, isTelling: Bool = false
    ) -> SummarySentence? {
        let good = pool.candidates(of: comment).filter {
            let candidate = pool.candidates[$0]
            guard candidate.isGood, !isTelling || pool.isTelling($0) else { return false }
            return span.map { 2 * $0.overlap(with: candidate.span) >= candidate.span.length }
                ?? true
        }
        return selection.chosen(
            from: good, of: SummedPart(comments: [comment], opens: false),
            SummaryLimit(.sentences(1), of: 0)
        ).first.map { sentence($0) }
    }

    private func words(of comments: [Int]) -> Int {
        comments.reduce(0) { sum, comment in
            if measures.comments.indices.contains(comment - 1) {
                return sum + measures.comments[comment - 1].words
            }
            return sum + pool.candidates(of: comment).reduce(0) { $0 + pool.candidates[$1].words }
        }
    }
}

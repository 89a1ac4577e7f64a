public import DiscussionModel

/// How long a summary is.
public enum SummaryLength: Hashable, Sendable {
    /// At most so many sentences.
    case sentences(Int)
    /// As many sentences as fit into this share (0...1) of the words that could be chosen from, but
    /// at least one.
    case share(Double)

    /// One sentence, or none where this is none.
    fileprivate var atMostOneSentence: SummaryLength {
        switch self {
        case .sentences(let count): .sentences(min(count, 1))
        case .share(let share): .sentences(share > 0 ? 1 : 0)
        }
    }
}

/// Chooses the sentences that say what a discussion is about.
///
/// Every sentence is taken from a comment as it stands there. Words that a comment repeats from
/// another (`ReplyGraph.quotations`, lines marked with `>`) are not its own and never taken, nor
/// are names that it begins with to address someone. Greetings, remarks to or of moderators, mere
/// insults, and sentences of fewer than 5 or more than 40 words are passed over where others exist;
/// where none does, one of them stands for all. What has more than 200 words or 4,000 bytes is no
/// sentence.
///
/// A sentence ranks by its centrality (continuous LexRank on idf-weighted words: Erkan, Radev 2004,
/// doi:10.1613/jair.1523), more when its comment drew replies or others quoted it. Sentences are
/// then chosen one by one, each commenter once before anyone twice, each by what it adds to the
/// words that are there. They come in the order of the discussion.
public struct Summarizer: Sendable {
    /// How long the summary of the discussion is.
    public var length: SummaryLength
    /// How many sentences the summary of a thread has at most.
    public var sentencesPerThread: Int

    /// Creates a summarizer.
    public init(length: SummaryLength = .sentences(3), sentencesPerThread: Int = 2) {
        self.length = length
        self.sentencesPerThread = sentencesPerThread
    }

    /// The summary of a discussion: of the whole, and of each of `measures.threads`.
    ///
    /// The whole is summed up by its comments; where they offer nothing, or there are none, by the
    /// article. A thread without anything to take has no sentences.
    ///
    /// - Complexity: O(b log b) in the bytes b of the comments; no two sentences are compared.
    public func summary(
        of discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures
    ) -> DiscussionSummary {
        var pool = SentencePool(of: discussion, graph: graph, measures: measures)
        pool.weighTerms()
        var selection = SentenceSelection(pool)
        let all = Array(pool.candidates.indices)
        var chosen = selection.chosen(from: all.filter { pool.candidates[$0].isGood }, length)
        if chosen.isEmpty {
            if let sentences = articleSentences(of: discussion, graph: graph, measures: measures) {
                return DiscussionSummary(
                    sentences: sentences,
                    threads: threads(of: measures, in: pool, discussion, &selection))
            }
            chosen = selection.chosen(from: all, length.atMostOneSentence)
        }
        return DiscussionSummary(
            sentences: sentences(chosen, of: pool, in: discussion),
            threads: threads(of: measures, in: pool, discussion, &selection))
    }

    private func threads(
        of measures: DiscussionMeasures, in pool: SentencePool, _ discussion: Discussion,
        _ selection: inout SentenceSelection
    ) -> [[SummarySentence]] {
        measures.threads.map { thread in
            let all = thread.comments.flatMap { Array(pool.candidates(of: $0)) }
            let good = all.filter { pool.candidates[$0].isGood }
            let length = SummaryLength.sentences(sentencesPerThread)
            let chosen =
                good.isEmpty
                ? selection.chosen(from: all, length.atMostOneSentence)
                : selection.chosen(from: good, length)
            return sentences(chosen, of: pool, in: discussion)
        }
    }

    private func sentences(
        _ chosen: [Int], of pool: SentencePool, in discussion: Discussion
    ) -> [SummarySentence] {
        chosen.map { index in
            let candidate = pool.candidates[index]
            return SummarySentence(
                comment: candidate.comment, span: candidate.span,
                text: candidate.span.words(of: discussion.text(at: candidate.comment)))
        }
    }

    /// The summary of the article's body; `nil` where it has nothing that is good.
    private func articleSentences(
        of discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures
    ) -> [SummarySentence]? {
        var pool = SentencePool(ofArticle: discussion)
        pool.weighTerms()
        var selection = SentenceSelection(pool)
        let good = pool.candidates.indices.filter { pool.candidates[$0].isGood }
        let chosen = selection.chosen(from: good, length)
        return chosen.isEmpty ? nil : sentences(chosen, of: pool, in: discussion)
    }
}

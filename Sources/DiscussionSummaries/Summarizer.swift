public import DiscussionModel

/// Chooses the sentences that say what a discussion is about, what its camps say, what is most
/// contested and what all accept.
///
/// Every sentence is taken from a comment as it stands there. Words that a comment repeats from
/// another (`ReplyGraph.quotations`, lines marked with `>`, mails pasted below it) are not its own
/// and never taken, nor are names that it begins with to address someone. Greetings, remarks to or
/// of moderators, mere insults, addresses, and sentences of fewer than 5 or more than 40 words are
/// passed over where others exist; where none does, one of them stands for all. What has more than
/// 200 words or 4,000 bytes is no sentence.
///
/// What a sentence is worth was learnt from summaries by people (`SentenceValues`); what others
/// took up of it counts too. Sentences are chosen one by one, each commenter once before anyone
/// twice, each by what it adds to the words that are there (`SentenceSelection`). They come in the
/// order of the discussion.
public struct Summarizer: Sendable {
    /// How long the summary of the discussion is.
    public var length: SummaryLength
    /// How many sentences the summary of a thread, or of a camp, has at most.
    public var sentencesPerThread: Int
    private let weights: SummaryWeights

    /// Creates a summarizer.
    public init(length: SummaryLength = .sentences(3), sentencesPerThread: Int = 2) {
        self.init(length: length, sentencesPerThread: sentencesPerThread, weights: .shared)
    }

    /// Creates a summarizer with weights of its own.
    package init(
        length: SummaryLength, sentencesPerThread: Int = 2, weights: SummaryWeights
    ) {
        self.length = length
        self.sentencesPerThread = sentencesPerThread
        self.weights = weights
    }

    /// Takes no sentences at all: for what is made of an analysis without its summary.
    public static let silent = Summarizer(length: .sentences(0), sentencesPerThread: 0)

    /// The summary of a discussion: of the article, of all comments, of each of `measures.threads`,
    /// of each camp.
    ///
    /// The article has two sentences at most where the comments say something, for it is they that
    /// are to be summed up, and the whole length where they do not. A thread or camp without
    /// anything to take has no sentences.
    ///
    /// - Parameters:
    ///   - discussion: the article and the comments.
    ///   - graph: who answers whom in it.
    ///   - stances: who sides with whom; without it there are neither camps nor common ground.
    ///   - measures: those of the discussion, with its threads.
    /// - Complexity: O(b log b) in the bytes b of the comments; no two sentences are compared.
    public func summary(
        of discussion: Discussion, graph: ReplyGraph,
        stances: DiscussionStances = DiscussionStances(), measures: DiscussionMeasures
    ) -> DiscussionSummary {
        var summary = DiscussionSummary()
        if length.atMost(1) == .sentences(0), sentencesPerThread == 0 {
            summary.threads = measures.threads.map { _ in [] }
            return summary
        }
        let pool = SentencePool(of: discussion, graph: graph, measures: measures)
        var writer = SummaryWriter(discussion, measures, pool, weights)
        let all = SummedPart(comments: Array(pool.comments))
        summary.sentences = writer.sentences(of: all, length, takesAnything: false)
        summary.about = articleSentences(
            of: discussion, measures,
            summary.sentences.isEmpty ? length : length.atMost(Self.articleSentences))
        if summary.sentences.isEmpty && summary.about.isEmpty {
            summary.sentences = writer.sentences(of: all, length)
        }
        summary.threads = measures.threads.map {
            writer.sentences(of: SummedPart(comments: $0.comments), .sentences(sentencesPerThread))
        }
        guard length.atMost(1) != .sentences(0) else { return summary }
        let votes = CampVotes(graph, stances.clustering)
        summary.camps = stances.clustering.clusters.enumerated().map { number, cluster in
            writer.sentences(
                of: SummedPart(comments: votes.comments(ofCamp: number), opens: false),
                .sentences(sentencesPerThread), takesAnything: false, prefersTelling: true,
                bonus: Self.bonus(of: cluster))
        }
        if summary.camps.allSatisfy(\.isEmpty) { summary.camps = [] }
        summary.contested = writer.contested(graph)
        summary.commonGround = writer.sentences(
            ofEach: votes.commonGround(), atMost: Self.commonGroundSentences)
        return summary
    }

    /// Who reads comments knows the article, or finds it; two sentences say which one it is.
    private static let articleSentences = 2

    /// More would be no common ground but a list.
    private static let commonGroundSentences = 2

    /// What it adds to the sentences of a comment, in words of a summary, that it stands for a
    /// camp: its z-score, at most 3.
    private static func bonus(of cluster: StanceCluster) -> [Int: Double] {
        Dictionary(
            cluster.representative.map { ($0.comment, min(3, max(0, $0.z))) },
            uniquingKeysWith: max)
    }

    /// The summary of the article's body; empty where it has nothing that is good.
    private func articleSentences(
        of discussion: Discussion, _ measures: DiscussionMeasures, _ length: SummaryLength
    ) -> [SummarySentence] {
        let pool = SentencePool(ofArticle: discussion)
        var writer = SummaryWriter(discussion, measures, pool, weights)
        return writer.sentences(of: SummedPart(comments: [0]), length, takesAnything: false)
    }

    /// The sentences that a summary of a discussion chooses among, in their order.
    ///
    /// - Complexity: O(b log b) in the bytes b of the comments.
    package func candidates(
        of discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures
    ) -> [SummarySentence] {
        let pool = SentencePool(of: discussion, graph: graph, measures: measures)
        let writer = SummaryWriter(discussion, measures, pool, weights)
        return pool.candidates.indices.filter { pool.candidates[$0].isGood }
            .map { writer.sentence($0) }
    }
}

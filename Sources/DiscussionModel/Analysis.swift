/// One discussion with everything that was worked out about it: what the stages hand to the store
/// and to the reports.
public struct Analysis: Hashable, Sendable {
    /// The discussion as it was read.
    public var discussion: Discussion
    /// Who answers whom in it, and how.
    public var graph: ReplyGraph
    /// Who agrees, who fights and which camps there are.
    public var stances: DiscussionStances
    /// What was counted and measured.
    public var measures: DiscussionMeasures
    /// What was said, in the discussion's own sentences.
    public var summary: DiscussionSummary
    /// Which replies were believed; `nil` where that is not known, as in an old store.
    public var replyMode: ReplyMode?

    /// Creates an analysis from the results of the stages.
    public init(
        discussion: Discussion, graph: ReplyGraph,
        stances: DiscussionStances = DiscussionStances(), measures: DiscussionMeasures,
        summary: DiscussionSummary, replyMode: ReplyMode? = nil
    ) {
        self.discussion = discussion
        self.graph = graph
        self.stances = stances
        self.measures = measures
        self.summary = summary
        self.replyMode = replyMode
    }

    /// The findings of all stages, in the order in which they were made.
    public var findings: [Finding] {
        discussion.findings + graph.findings + stances.findings + measures.findings
    }
}

/// An extractive summary: sentences of the discussion, verbatim.
public struct DiscussionSummary: Hashable, Sendable {
    /// What the article says; empty where no article stands apart.
    public var about: [SummarySentence]
    /// What people say in the whole discussion; empty when there is nothing to say.
    public var sentences: [SummarySentence]
    /// Per thread, in the order of `DiscussionMeasures.threads`.
    public var threads: [[SummarySentence]]
    /// Per camp, in the order of `StanceClustering.clusters`; empty where there are no camps or
    /// none of them says anything.
    public var camps: [[SummarySentence]]
    /// What drew the most disagreement; `nil` where nothing drew that of two commenters.
    public var contested: ContestedPassage?
    /// What every camp that spoke to it accepts, the most accepted first; empty without camps.
    public var commonGround: [SummarySentence]

    /// Creates a summary.
    public init(
        about: [SummarySentence] = [], sentences: [SummarySentence] = [],
        threads: [[SummarySentence]] = [],
        camps: [[SummarySentence]] = [], contested: ContestedPassage? = nil,
        commonGround: [SummarySentence] = []
    ) {
        self.about = about
        self.sentences = sentences
        self.threads = threads
        self.camps = camps
        self.contested = contested
        self.commonGround = commonGround
    }
}

/// The words that most commenters speak against, and the best of what they say.
public struct ContestedPassage: Hashable, Sendable {
    /// What is disagreed with.
    public var passage: SummarySentence
    /// The best counter-reply; `nil` where none has a sentence worth quoting.
    public var counter: SummarySentence?

    /// Creates a contested passage.
    public init(passage: SummarySentence, counter: SummarySentence? = nil) {
        self.passage = passage
        self.counter = counter
    }
}

/// One sentence of a summary, as it stands in its comment.
public struct SummarySentence: Hashable, Sendable {
    /// The ordinal of the comment; 0 for the article.
    public var comment: Int
    /// Where the sentence stands in it.
    public var span: TextSpan
    /// The sentence itself.
    public var text: String

    /// Creates a sentence.
    public init(comment: Int, span: TextSpan, text: String) {
        self.comment = comment
        self.span = span
        self.text = text
    }
}

/// Everything that is counted and measured in one discussion.
public struct DiscussionMeasures: Hashable, Sendable {
    /// Per comment; `comments[k]` is of the comment with ordinal `k + 1`.
    public var comments: [CommentMeasures]
    /// Per commenter, in the order of `ReplyGraph.commenters`.
    public var commenters: [CommenterMeasures]
    /// Of the whole discussion.
    public var engagement: Engagement
    /// The threads in the order of their first comments.
    public var threads: [CommentThread]
    /// Further measures per comment, such as `distinctRepliers`, in the order of `comments`.
    public var commentColumns: [MeasureColumn]
    /// Further measures per commenter, such as `pagerank`, in the order of `commenters`.
    public var commenterColumns: [MeasureColumn]
    /// The measures of each thread as if the discussion held nothing else, under the names that
    /// they have in `engagement`, in the order of `threads`; `nil` for a thread of one comment.
    public var threadColumns: [MeasureColumn]
    /// Remarks on how the measures came about.
    public var findings: [Finding]

    /// Creates the measures of a discussion.
    public init(
        comments: [CommentMeasures], commenters: [CommenterMeasures], engagement: Engagement,
        threads: [CommentThread], commentColumns: [MeasureColumn] = [],
        commenterColumns: [MeasureColumn] = [], threadColumns: [MeasureColumn] = [],
        findings: [Finding] = []
    ) {
        self.comments = comments
        self.commenters = commenters
        self.engagement = engagement
        self.threads = threads
        self.commentColumns = commentColumns
        self.commenterColumns = commenterColumns
        self.threadColumns = threadColumns
        self.findings = findings
    }
}

/// One measure of all comments, all commenters or all threads of a discussion.
public struct MeasureColumn: Hashable, Sendable {
    /// The name in camel case, stable, as it stands in the JSON.
    public var name: String
    /// Its value for each, in their order; `nil` where it is undefined, never 0 for that.
    public var values: [Double?]

    /// Creates a column.
    public init(name: String, values: [Double?]) {
        self.name = name
        self.values = values
    }
}

extension [MeasureColumn] {
    /// The value of the measure with a name for the one at an index, or `nil` when it is undefined
    /// or there is none.
    public subscript(name: String, at index: Int) -> Double? {
        guard let values = first(where: { $0.name == name })?.values,
            values.indices.contains(index)
        else { return nil }
        return values[index]
    }
}

/// What is measured of one comment.
public struct CommentMeasures: Hashable, Sendable {
    /// The number of words.
    public var words: Int
    /// The distance to the article in the reply tree; 1 for a top-level comment.
    public var depth: Int
    /// The number of comments that answer it.
    public var directReplies: Int
    /// The number of comments below it in the reply tree.
    public var descendants: Int

    /// Creates the measures of a comment.
    public init(words: Int, depth: Int, directReplies: Int, descendants: Int) {
        self.words = words
        self.depth = depth
        self.directReplies = directReplies
        self.descendants = descendants
    }
}

/// What is measured of one commenter.
public struct CommenterMeasures: Hashable, Sendable {
    /// The number of comments written.
    public var comments: Int
    /// The number of replies to other commenters.
    public var repliesSent: Int
    /// The number of replies from other commenters.
    public var repliesReceived: Int
    /// The number of mentions by other commenters.
    public var mentionsReceived: Int
    /// The number of quotations by other commenters.
    public var quotedTimes: Int

    /// Creates the measures of a commenter.
    public init(
        comments: Int = 0, repliesSent: Int = 0, repliesReceived: Int = 0,
        mentionsReceived: Int = 0, quotedTimes: Int = 0
    ) {
        self.comments = comments
        self.repliesSent = repliesSent
        self.repliesReceived = repliesReceived
        self.mentionsReceived = mentionsReceived
        self.quotedTimes = quotedTimes
    }
}

/// What is measured of one discussion. A measure that is undefined for it is `nil`, never 0.
public struct Engagement: Hashable, Sendable {
    /// One measure: a stable name in camel case and its value.
    public struct Measure: Hashable, Sendable {
        /// The name, as it stands in the JSON.
        public var name: String
        /// The value; `nil` where the measure is undefined.
        public var value: Double?

        /// Creates a measure.
        public init(name: String, value: Double?) {
            self.name = name
            self.value = value
        }
    }

    /// The measures in their documented order.
    public var measures: [Measure]

    /// Creates an engagement from its measures.
    public init(measures: [Measure]) {
        self.measures = measures
    }

    /// The value of the measure with a name, or `nil` when it is undefined or there is none.
    public subscript(name: String) -> Double? {
        measures.first { $0.name == name }?.value
    }
}

/// A top-level comment with everything under it.
public struct CommentThread: Hashable, Sendable {
    /// The ordinal of the top-level comment, which may be a ghost.
    public var root: Int
    /// The ordinals of all comments in the thread, rising; never empty. Holds `root` unless that is
    /// a ghost, and begins with it unless the source puts a comment before what it answers.
    public var comments: [Int]
    /// The number of different commenters.
    public var commenters: Int
    /// The longest path from the article, in replies; 1 for a lone comment.
    public var depth: Int

    /// Creates a thread.
    public init(root: Int, comments: [Int], commenters: Int, depth: Int) {
        self.root = root
        self.comments = comments
        self.commenters = commenters
        self.depth = depth
    }
}

/// The camps of a discussion, or that there are none to be seen.
public struct StanceClustering: Hashable, Sendable {
    /// Whether there are camps.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// The sides stand apart by more than chance.
        case camps
        /// Chance gives as much.
        case noClearCamps
        /// Too few commenters take sides to tell.
        case tooLittleEvidence
        /// Their number was given, and nothing was tested.
        case asked
    }

    /// Why there are no camps, or fewer than were asked for.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Chance gives as much: `z` is below `threshold`.
        case chance
        /// Some stand apart more than chance gives, but no two groups do in which people side with
        /// each other and between which most of the disagreement is.
        case noGroups
        /// Too few commenters take sides, or part at all where a number was asked for.
        case fewPeople
    }

    /// The least z for camps to be believed.
    public static let threshold = 2.0

    /// Whether there are camps.
    public var verdict: Verdict
    /// How many standard deviations the sides stand apart more than where the same signs fall by
    /// chance; `nil` where it was not tested.
    public var z: Double?
    /// How many camps were asked for; `nil` where that was left open, or is not known any more.
    public var asked: Int?
    /// The camps by falling size; empty where there are none.
    public var clusters: [StanceCluster]

    /// Creates a clustering.
    public init(
        verdict: Verdict, z: Double? = nil, asked: Int? = nil, clusters: [StanceCluster] = []
    ) {
        self.verdict = verdict
        self.z = z
        self.asked = asked
        self.clusters = clusters
    }

    /// Why there are no camps, or fewer than were asked for; `nil` where nothing is missing.
    public var reason: Reason? {
        switch verdict {
        case .camps: nil
        case .noClearCamps: (z ?? 0) < Self.threshold ? .chance : .noGroups
        case .tooLittleEvidence: .fewPeople
        case .asked: clusters.count < asked ?? 2 ? .fewPeople : nil
        }
    }

    /// The number of the cluster of each commenter who is in one.
    public var numbers: [Int: Int] {
        var numbers: [Int: Int] = [:]
        for (index, cluster) in clusters.enumerated() {
            for member in cluster.members { numbers[member.commenter] = index + 1 }
        }
        return numbers
    }
}

/// Commenters who side with each other against the rest. Its number is its place, from 1.
public struct StanceCluster: Hashable, Sendable {
    /// A commenter of the cluster.
    public struct Member: Hashable, Sendable {
        /// The index in `ReplyGraph.commenters`.
        public var commenter: Int
        /// The share of the bootstrap samples in which the commenter is in this cluster, or the
        /// probability that the commenter's own replies give to that, whichever is less; 0...1.
        public var confidence: Double

        /// Creates a member.
        public init(commenter: Int, confidence: Double) {
            self.commenter = commenter
            self.confidence = confidence
        }
    }

    /// Words that the cluster uses more than the others.
    public struct Term: Hashable, Sendable {
        /// One or two words.
        public var words: String
        /// The z-score of its weighted log-odds, counted per commenter.
        public var z: Double
        /// How many members use it.
        public var commenters: Int

        /// Creates a term.
        public init(words: String, z: Double, commenters: Int) {
            self.words = words
            self.z = z
            self.commenters = commenters
        }
    }

    /// A comment that stands for what the cluster says.
    public struct Representative: Hashable, Sendable {
        /// The ordinal of the comment.
        public var comment: Int
        /// Where the words stand in it.
        public var span: TextSpan
        /// The words themselves.
        public var text: String
        /// How many members side with the comment, its author among them.
        public var agreeing: Int
        /// How many members speak against it.
        public var disagreeing: Int
        /// The z-score of members siding with it more than others do.
        public var z: Double

        /// Creates a representative comment.
        public init(
            comment: Int, span: TextSpan, text: String, agreeing: Int, disagreeing: Int, z: Double
        ) {
            self.comment = comment
            self.span = span
            self.text = text
            self.agreeing = agreeing
            self.disagreeing = disagreeing
            self.z = z
        }
    }

    /// How a cluster talks to another one.
    public struct Opponent: Hashable, Sendable {
        /// The number of the other cluster, from 1.
        public var cluster: Int
        /// How many replies go there.
        public var replies: Int
        /// How many of them disagree.
        public var disagreeing: Int

        /// Creates an opponent.
        public init(cluster: Int, replies: Int, disagreeing: Int) {
            self.cluster = cluster
            self.replies = replies
            self.disagreeing = disagreeing
        }
    }

    /// Where a cluster stands to the article.
    public enum ArticleSide: String, Hashable, Sendable, CaseIterable {
        /// Its members rather agree with the article, or its author is one of them.
        case with
        /// Its members rather disagree.
        case against
    }

    /// The members by falling confidence, then by commenter; at least two.
    public var members: [Member]
    /// The weight of agreement within and of disagreement with the others, as a share of all weight
    /// of its members, 0...1.
    public var cohesion: Double
    /// Its distinguishing terms, the strongest first.
    public var terms: [Term]
    /// What it says, the most representative first.
    public var representative: [Representative]
    /// Whom it argues with, by falling number of disagreeing replies.
    public var opponents: [Opponent]
    /// Where it stands to the article; `nil` where that is not clear.
    public var articleSide: ArticleSide?

    /// Creates a cluster.
    public init(
        members: [Member], cohesion: Double, terms: [Term] = [],
        representative: [Representative] = [], opponents: [Opponent] = [],
        articleSide: ArticleSide? = nil
    ) {
        self.members = members
        self.cohesion = cohesion
        self.terms = terms
        self.representative = representative
        self.opponents = opponents
        self.articleSide = articleSide
    }
}

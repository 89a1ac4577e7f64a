import DiscussionModel
import ReplyReconstruction

/// How many of the authors taken away are inferred, and how many of these are right.
struct AuthorScore: Sendable {
    private(set) var removed = 0
    private(set) var inferred = 0
    private(set) var right = 0
    private var confidence = 0.0
    private var frequentRight = 0
    private var alternatingRight = 0

    /// Of the authors inferred, the share that is right.
    var precision: Double { Double(right) / Double(max(1, inferred)) }
    /// Of the authors taken away, the share that is inferred.
    var share: Double { Double(inferred) / Double(max(1, removed)) }
    /// The mean confidence of the authors inferred.
    var meanConfidence: Double { confidence / Double(max(1, inferred)) }
    /// The share right of always naming who writes most.
    var frequentPrecision: Double { Double(frequentRight) / Double(max(1, removed)) }
    /// The share right of always naming the author of two comments before.
    var alternatingPrecision: Double { Double(alternatingRight) / Double(max(1, removed)) }

    /// Takes author lines away and counts what a reconstructor makes of it.
    mutating func add(
        _ discussion: Discussion, seeds: ClosedRange<UInt64>, _ reconstructor: ReplyReconstructor
    ) {
        for seed in seeds {
            let removal = AuthorRemoval.ofComments(
                discussion, share: AuthorTrainer.share, seed: seed)
            guard !removal.removed.isEmpty else { continue }
            let graph = reconstructor.replyGraph(of: removal.discussion)
            let left = removal.discussion.comments.map { $0.accountID ?? $0.nameAsWritten }
            var counts: [String: Int] = [:]
            for author in left { if let author { counts[author, default: 0] += 1 } }
            let frequent = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            for (ordinal, author) in removal.removed {
                removed += 1
                frequentRight += frequent == author ? 1 : 0
                alternatingRight += ordinal > 2 && left[ordinal - 3] == author ? 1 : 0
                let authorship = graph.authorships[ordinal - 1]
                guard let inference = authorship.inference else { continue }
                inferred += 1
                confidence += inference.confidence
                right += graph.commenters[authorship.commenter].id == author ? 1 : 0
            }
        }
    }

    /// Adds what another part counted.
    mutating func merge(_ other: AuthorScore) {
        removed += other.removed
        inferred += other.inferred
        right += other.right
        confidence += other.confidence
        frequentRight += other.frequentRight
        alternatingRight += other.alternatingRight
    }
}

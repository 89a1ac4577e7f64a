import DiscussionModel

/// How many parents are right, whole paths included, and how honest the confidences are.
struct ReplyScore {
    private(set) var all = 0
    private(set) var right = 0
    private(set) var quoting = 0
    private(set) var quotingRight = 0
    private(set) var pathsRight = 0
    private var bins = [(count: Double, right: Double, confidence: Double)](
        repeating: (0, 0, 0), count: 20)

    var accuracy: Double { Double(right) / Double(max(1, all)) }
    var accuracyQuoting: Double { Double(quotingRight) / Double(max(1, quoting)) }
    var accuracyOther: Double { Double(right - quotingRight) / Double(max(1, all - quoting)) }
    var paths: Double { Double(pathsRight) / Double(max(1, all)) }

    /// The expected calibration error over 20 bins of equal width (Naeini et al., AAAI 2015).
    var calibrationError: Double {
        bins.reduce(0) { $0 + abs($1.right - $1.confidence) } / Double(max(1, all))
    }

    /// Counts what a choice of parents gets right; `choice` gives ordinal and confidence.
    mutating func add(
        _ gold: GoldDiscussion, choice: (Int) -> (parent: Int, confidence: Double)
    ) {
        var pathIsRight = [Bool](repeating: false, count: gold.parents.count + 1)
        for ordinal in gold.parents.indices.map({ $0 + 1 }) {
            let (parent, confidence) = choice(ordinal)
            guard gold.isScored[ordinal - 1] else {
                pathIsRight[ordinal] = true
                continue
            }
            let isRight = gold.parents[ordinal - 1].contains(parent)
            all += 1
            right += isRight ? 1 : 0
            if gold.quotes(ordinal) {
                quoting += 1
                quotingRight += isRight ? 1 : 0
            }
            pathIsRight[ordinal] = isRight && pathIsRight[parent]
            pathsRight += pathIsRight[ordinal] ? 1 : 0
            let bin = min(19, Int(confidence * 20))
            bins[bin].count += 1
            bins[bin].right += isRight ? 1 : 0
            bins[bin].confidence += confidence
        }
    }

    mutating func add(_ graph: ReplyGraph, _ gold: GoldDiscussion) {
        var replies: [Int: Reply] = [:]
        for reply in graph.replies { replies[reply.from] = reply }
        add(gold) { (replies[$0]?.to ?? 0, replies[$0]?.confidence ?? 0) }
    }
}

/// Precision and recall of links where a message may answer several.
struct LinkScore {
    private(set) var found = 0
    private(set) var right = 0
    private(set) var gold = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, gold)) }
    var f: Double { 2 * Double(right) / Double(max(1, found + gold)) }

    mutating func add(_ links: [(from: Int, to: Int)], _ gold: GoldDiscussion) {
        for link in links where gold.isScored[link.from - 1] {
            found += 1
            right += gold.parents[link.from - 1].contains(link.to) ? 1 : 0
        }
        self.gold += gold.parents.reduce(0) { $0 + $1.count }
    }

    mutating func add(_ graph: ReplyGraph, _ gold: GoldDiscussion) {
        add((graph.replies + graph.alsoAnswers).map { ($0.from, $0.to) }, gold)
    }
}

extension ReplyScore {
    /// Adds what another part counted.
    mutating func merge(_ other: ReplyScore) {
        all += other.all
        right += other.right
        quoting += other.quoting
        quotingRight += other.quotingRight
        pathsRight += other.pathsRight
        for at in bins.indices {
            bins[at].count += other.bins[at].count
            bins[at].right += other.bins[at].right
            bins[at].confidence += other.bins[at].confidence
        }
    }
}

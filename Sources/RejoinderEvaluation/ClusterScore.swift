/// How well clusters agree with known sides, as means over discussions.
struct ClusterScore: Sendable {
    private(set) var discussions = 0
    private var accuracies = 0.0
    private var balanced = 0.0
    private var indices = 0.0

    /// The share of commenters whose cluster is named after their side.
    var accuracy: Double { accuracies / Double(max(1, discussions)) }
    /// The mean of that share over the sides.
    var balancedAccuracy: Double { balanced / Double(max(1, discussions)) }
    /// The adjusted Rand index.
    var adjustedRandIndex: Double { indices / Double(max(1, discussions)) }

    /// Counts a discussion: the known sides, not 0, and the cluster of each commenter, 0 outside.
    mutating func add(sides: [Int], clusters: [Int]) {
        discussions += 1
        accuracies += Self.bestAccuracy(sides, clusters, isBalanced: false)
        balanced += Self.bestAccuracy(sides, clusters, isBalanced: true)
        indices += Self.adjustedRandIndex(sides, clusters)
    }

    mutating func merge(_ other: ClusterScore) {
        discussions += other.discussions
        accuracies += other.accuracies
        balanced += other.balanced
        indices += other.indices
    }

    /// The share of commenters in the cluster named after their side, with the names that give
    /// most; each cluster names one side at most, and who is outside is wrong.
    static func bestAccuracy(_ sides: [Int], _ clusters: [Int], isBalanced: Bool) -> Double {
        let names = Set(sides).sorted()
        let totals = names.map { name in sides.count(where: { $0 == name }) }
        let numbers = Set(clusters).subtracting([0]).sorted()
        func right(_ name: Int, _ cluster: Int) -> Double {
            let hits = zip(sides, clusters).count { $0 == names[name] && $1 == cluster }
            return isBalanced
                ? Double(hits) / Double(totals[name] * names.count)
                : Double(hits) / Double(sides.count)
        }
        var best = 0.0
        for first in numbers {
            best = max(best, names.indices.map { right($0, first) }.max() ?? 0)
            for second in numbers where second != first && names.count > 1 {
                best = max(best, right(0, first) + right(1, second))
            }
        }
        return best
    }

    /// The adjusted Rand index (Hubert and Arabie, Journal of Classification 2, 1985, equation 5);
    /// everybody outside is a cluster of his own.
    static func adjustedRandIndex(_ sides: [Int], _ clusters: [Int]) -> Double {
        let clusters = clusters.enumerated().map { $1 == 0 ? -1 - $0 : $1 }
        func pairs(_ counts: some Sequence<Int>) -> Double {
            counts.reduce(0) { $0 + Double($1 * ($1 - 1)) / 2 }
        }
        func sizes<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
            keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let together = pairs(sizes(zip(sides, clusters).map { [$0, $1] }).values)
        let bySide = pairs(sizes(sides).values)
        let byCluster = pairs(sizes(clusters).values)
        let all = pairs([sides.count])
        guard all > 0 else { return 1 }
        let expected = bySide * byCluster / all
        let most = (bySide + byCluster) / 2
        return most == expected ? 1 : (together - expected) / (most - expected)
    }
}

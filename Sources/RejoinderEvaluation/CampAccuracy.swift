import DiscussionModel
import Foundation
import ReplyReconstruction
import StanceAnalysis

/// Measures how well camps agree with the sides that annotators saw, beside simple baselines.
///
/// Discussion number `n` belongs to fold `n % folds`. Stances, parents and the weights of camps are
/// learnt without the fold that they are measured on; the weights of camps are learnt from stances
/// that other folds gave, so that they count as much as stances of new discussions do.
struct CampAccuracy: Sendable {
    /// Writes the stances of replies into a graph.
    typealias StanceFiller = @Sendable (Discussion, inout ReplyGraph) -> Void

    var discussions: [Discussion]
    var gold: CampGold
    var folds: Int
    /// Fills the stances of a fold's discussions, learnt from the others.
    var stances: @Sendable (_ fold: Int) -> StanceFiller
    /// Recovers the replies of a fold's discussions, learnt from the others.
    var recovery: @Sendable (_ fold: Int) -> ReplyReconstructor

    /// All discussions with stances and sides; with the source's replies, or recovered ones.
    func examples(recovered: Bool) -> [CampExample] {
        let parts = Parallel.map(0..<folds) { fold in
            let fill = stances(fold)
            let reconstructor = recovered ? recovery(fold) : ReplyReconstructor(mode: .stated)
            return discussions.indices.filter { $0 % folds == fold }.map { at in
                var graph = reconstructor.replyGraph(of: discussions[at])
                fill(discussions[at], &graph)
                return CampExample(
                    discussion: discussions[at], graph: graph,
                    sides: gold.sides(discussions[at], graph))
            }
        }
        return discussions.indices.map { parts[$0 % folds][$0 / folds] }
    }

    /// Prints the table.
    func printTable() {
        let stated = examples(recovered: false)
        let recovered = examples(recovered: true)
        let weights = Parallel.map(0..<folds) { fold in
            CampTrainer.weights(
                stated.indices.filter { $0 % folds != fold }.map { stated[$0] })
        }
        func row(_ name: String, _ examples: [CampExample], _ clusters: (Int) -> [Int]) {
            var score = ClusterScore()
            for at in examples.indices where examples[at].isScored {
                score.add(examples[at].sides, clusters(at))
            }
            print(
                "| \(name) | \(Self.figure(score.accuracy)) "
                    + "| \(Self.figure(score.balancedAccuracy)) "
                    + "| \(Self.figure(score.adjustedRandIndex)) |")
        }
        func camps(_ example: CampExample, _ at: Int, _ count: CampCount) -> StanceClustering {
            ClusterFinder(camps: count, weights: weights[at % folds])
                .clustering(of: example.discussion, graph: example.graph)
        }
        let scored = stated.count(where: \.isScored)
        print(
            "| clusters/4forums-stance.dev.json, \(scored) discussions, \(folds)-fold, two camps "
                + "| accuracy | balanced accuracy | adjusted Rand index |")
        print("|---|---|---|---|")
        row("everybody in one cluster", stated) { stated[$0].sides.map { _ in 1 } }
        var random = SeededGenerator(seed: 1)
        row("random", stated) { stated[$0].sides.map { _ in Int(random.next() >> 63) + 1 } }
        row("structure alone: every reply disagrees", stated) { Self.cut(stated[$0].graph) }
        row("Rejoinder, replies stated", stated) {
            stated[$0].clusters(camps(stated[$0], $0, .exactly(2)))
        }
        row("Rejoinder, replies recovered", recovered) {
            recovered[$0].clusters(camps(recovered[$0], $0, .exactly(2)))
        }
        func found(_ examples: [CampExample]) -> Int {
            examples.indices.count { camps(examples[$0], $0, .auto).verdict == .camps }
        }
        print("\nLeft free, \(found(stated)) of \(stated.count) discussions have camps;")
        for share in [50, 74] as [UInt64] {
            let tossed = Self.tossed(stated, disagreeing: share)
            print("with signs tossed so that \(share) of 100 disagree, \(found(tossed)).")
        }
    }

    /// The same graphs with sure stances that know nothing of anybody's side.
    private static func tossed(
        _ examples: [CampExample], disagreeing share: UInt64
    ) -> [CampExample] {
        var random = SeededGenerator(seed: share)
        return examples.map { example in
            var example = example
            for at in example.graph.replies.indices where example.graph.replies[at].stance != nil {
                example.graph.replies[at].stance =
                    random.next() % 100 < share
                    ? Stance(agree: 0.05, neutral: 0.05, disagree: 0.9)
                    : Stance(agree: 0.9, neutral: 0.05, disagree: 0.05)
            }
            return example
        }
    }

    /// The two sides between which most replies go (max-cut by local search).
    private static func cut(_ graph: ReplyGraph) -> [Int] {
        var edges: [SignedGraph.Edge] = []
        for reply in graph.replies where reply.to > 0 {
            let ends = [graph.commenter(of: reply.from), graph.commenter(of: reply.to)].sorted()
            if ends[0] == ends[1] { continue }
            edges.append(SignedGraph.Edge(first: ends[0], second: ends[1], weight: -1))
        }
        let signed = SignedGraph(count: graph.commenters.count, edges: edges)
        return CampSearch(camps: 2).labels(of: signed).map { $0 + 1 }
    }

    private static func figure(_ value: Double) -> String { String(format: "%.3f", value) }
}

extension CampExample {
    /// The number of each commenter's cluster, 0 outside.
    func clusters(_ clustering: StanceClustering) -> [Int] {
        let numbers = clustering.numbers
        return sides.indices.map { numbers[$0] ?? 0 }
    }
}

extension ClusterScore {
    /// Counts a discussion by the commenters whose side is known.
    mutating func add(_ sides: [Int], _ clusters: [Int]) {
        let known = sides.indices.filter { sides[$0] != 0 }
        add(sides: known.map { sides[$0] }, clusters: known.map { clusters[$0] })
    }
}

extension CampTrainer {
    /// Learns the weights and writes them as a resource, the same bytes each time.
    static func write(_ examples: [CampExample], to path: String) throws {
        var text = "# Learnt by: rejoinder-evaluate train-camps DATA\n"
        for row in weights(examples).rows { text += row.joined(separator: "\t") + "\n" }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}

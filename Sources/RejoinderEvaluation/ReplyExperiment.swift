import ArgumentParser
import DiscussionModel
import Foundation
import ReplyReconstruction

/// The candidates of one comment with the one that is right.
struct ReplyExample: Sendable {
    var ordinal: Int
    var rows: FeatureRows
    /// The row of the true parent; `nil` when no clue proposed it.
    var right: Int?
    var quotes: Bool
}

struct ReplyExperiment: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "replies")
    @Argument var data: String
    @Flag var show = false
    @Option var passes = 1

    func run() throws {
        let gold = try GoldCorpus.read(data + "/replies/4forums.dev.jsonl")
        let began = Date()
        var situations = gold.map { Situation($0.discussion) }
        func build() -> [[ReplyExample]] { zip(gold, situations).map { discussion, situation -> [ReplyExample] in
            return (2...max(2, discussion.parents.count)).compactMap { ordinal in
                guard ordinal <= discussion.parents.count, discussion.parents[ordinal - 1] > 0 else { return nil }
                let rows = ClueRegistry.rows(for: ordinal, in: situation)
                return ReplyExample(
                    ordinal: ordinal, rows: rows,
                    right: rows.candidates.firstIndex(of: discussion.parents[ordinal - 1]),
                    quotes: !discussion.quotations[ordinal - 1].isEmpty)
            }
        } }
        var examples = build()
        func guess(_ weightsOf: (Int) -> ReplyWeights) {
            for at in situations.indices {
                var guess = FirstGuess(texts: gold[at].parents.count + 1, persons: situations[at].people.persons.count)
                let weights = weightsOf(at)
                for example in examples[at] {
                    guess.record(example.ordinal, candidates: example.rows.candidates, probabilities: weights.probabilities(example.rows), in: situations[at])
                }
                situations[at].guess = guess
            }
            examples = build()
        }
        for _ in 0..<passes {
            let folds = (0..<5).map { fold in
                ReplyWeights(values: Listwise.fit(examples.enumerated().filter { $0.offset % 5 != fold }.flatMap(\.element)))
            }
            guess { folds[$0 % 5] }
        }
        print("features in", Date().timeIntervalSince(began))
        var all = 0, right = 0, quoting = 0, quotingRight = 0, reach = 0, reachQuoting = 0
        var paths = 0
        var groups: [String: [Int]] = [:]
        var bins = [(Double, Double, Double)](repeating: (0, 0, 0), count: 20)
        for fold in 0..<5 {
            let train = examples.enumerated().filter { $0.offset % 5 != fold }.flatMap(\.element)
            let weights = ReplyWeights(values: Listwise.fit(train))
            if fold == 0 && show {
                for (name, weight) in zip(ClueRegistry.features, weights.values) {
                    print("  ", name.padding(toLength: 28, withPad: " ", startingAt: 0), weight)
                }
            }
            for (at, list) in examples.enumerated() where at % 5 == fold {
                var pathRight: [Int: Bool] = [1: true]
                for example in list {
                    let probabilities = weights.probabilities(example.rows)
                    let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
                    let isRight = best == example.right
                    all += 1
                    quoting += example.quotes ? 1 : 0
                    reach += example.right != nil ? 1 : 0
                    reachQuoting += example.right != nil && example.quotes ? 1 : 0
                    let features = ClueRegistry.features
                    let row = Array(example.rows.row(best))
                    let has = { (name: String) in (0..<example.rows.candidates.count).contains { example.rows.row($0)[$0 * features.count + features.firstIndex(of: name)!] > 0 } }
                    let key = "goldquote \(example.quotes) foundquote \(has("quoted")) named \(has("named"))"
                    groups[key, default: [0, 0, 0]][0] += 1
                    groups[key, default: [0, 0, 0]][1] += isRight ? 1 : 0
                    groups[key, default: [0, 0, 0]][2] += gold[at].parents[example.ordinal - 1] == example.ordinal - 1 ? 1 : 0
                    _ = row
                    if show && !example.quotes && !isRight && at % 15 == fold {
                        let c = gold[at].discussion
                        let p = gold[at].parents[example.ordinal - 1]
                        print("---- ", key, "at", example.ordinal, c.comments[example.ordinal-1].nameAsWritten ?? "", "gold", p, "p", example.right.map { probabilities[$0] } ?? -1, "chose", example.rows.candidates[best], probabilities[best])
                        print("   TEXT:", c.comments[example.ordinal-1].text.prefix(300).replacingOccurrences(of: "\n", with: "|"))
                        print("   GOLD:", c.comments[p-1].nameAsWritten ?? "", c.comments[p-1].text.prefix(300).replacingOccurrences(of: "\n", with: "|"))
                        print("   CHOSEN:", c.comments[example.rows.candidates[best]-1].nameAsWritten ?? "", c.comments[example.rows.candidates[best]-1].text.prefix(300).replacingOccurrences(of: "\n", with: "|"))
                    }
                    if isRight {
                        right += 1
                        quotingRight += example.quotes ? 1 : 0
                    }
                    let parent = gold[at].parents[example.ordinal - 1]
                    pathRight[example.ordinal] = isRight && pathRight[parent] == true
                    paths += pathRight[example.ordinal] == true ? 1 : 0
                    let bin = min(19, Int(probabilities[best] * 20))
                    bins[bin].0 += 1
                    bins[bin].1 += isRight ? 1 : 0
                    bins[bin].2 += probabilities[best]
                }
            }
        }
        for key in groups.keys.sorted() { print(key, groups[key]![0], Double(groups[key]![1]) / Double(groups[key]![0]), "previous", Double(groups[key]![2]) / Double(groups[key]![0])) }
        let ece = bins.reduce(0) { $0 + abs($1.1 - $1.2) } / Double(all)
        print("all \(Double(right)/Double(all)) quoting \(Double(quotingRight)/Double(quoting)) other \(Double(right-quotingRight)/Double(all-quoting)) path \(Double(paths)/Double(all)) ece \(ece) reach \(Double(reach)/Double(all)) \(Double(reachQuoting)/Double(quoting)) n \(all) \(quoting)")
    }
}

enum Listwise {
    static func fit(_ examples: [ReplyExample], epochs: Int = Int(ProcessInfo.processInfo.environment["EPOCHS"] ?? "6")!, decay: Float = Float(ProcessInfo.processInfo.environment["DECAY"] ?? "0.001")!) -> [Float] {
        let count = ClueRegistry.features.count
        let usable = examples.filter { $0.right != nil && $0.rows.candidates.count > 1 }
        // Features are brought to one scale so that one rate suits all.
        var squares = [Float](repeating: 0, count: count)
        var rows: Float = 0
        for example in usable {
            for row in example.rows.candidates.indices {
                rows += 1
                for (at, value) in example.rows.row(row).enumerated() { squares[at] += value * value }
            }
        }
        let scale = squares.map { max(0.03, ($0 / rows).squareRoot()) }
        var weights = [Float](repeating: 0, count: count)
        var adam = Adam(count: count, rate: 0.01, decay: decay)
        var order = Array(usable.indices)
        var generator = SeededGenerator(seed: 7)
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            for batch in stride(from: 0, to: order.count, by: 32) {
                var gradient = [Float](repeating: 0, count: count)
                let end = min(order.count, batch + 32)
                for at in order[batch..<end] {
                    accumulate(usable[at], weights, scale, &gradient, 1 / Float(end - batch))
                }
                adam.update(&weights, gradient: gradient, scale: epoch < epochs - 2 ? 1 : 0.2)
            }
        }
        return zip(weights, scale).map { $0 / $1 }
    }

    private static func accumulate(
        _ example: ReplyExample, _ weights: [Float], _ scale: [Float], _ gradient: inout [Float],
        _ factor: Float
    ) {
        let count = weights.count
        let rows = example.rows.candidates.count
        example.rows.values.withUnsafeBufferPointer { values in
            var scores = [Float](repeating: 0, count: rows)
            for row in 0..<rows {
                var sum: Float = 0
                for at in 0..<count { sum += weights[at] * values[row * count + at] / scale[at] }
                scores[row] = sum
            }
            let best = scores.max() ?? 0
            var total: Float = 0
            for row in 0..<rows {
                scores[row] = expf(scores[row] - best)
                total += scores[row]
            }
            for row in 0..<rows {
                let slope = (scores[row] / total - (row == example.right ? 1 : 0)) * factor
                guard abs(slope) > 1e-6 else { continue }
                for at in 0..<count { gradient[at] += slope * values[row * count + at] / scale[at] }
            }
        }
    }
}

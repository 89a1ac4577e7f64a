import ArgumentParser
import DiscussionModel
import Foundation
import ReplyReconstruction

struct QuotationExperiment: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "quotations")
    @Argument var data: String
    @Flag var show = false

    func run() throws {
        let gold = try GoldCorpus.read(data + "/replies/4forums.dev.jsonl")
        let began = Date()
        let examples = gold.map { QuotationExamples($0) }
        print("found in", Date().timeIntervalSince(began))
        var totals = Scores()
        for fold in 0..<5 {
            var rows: [[Float]] = []
            var labels: [Float] = []
            for (at, example) in examples.enumerated() where at % 5 != fold {
                rows += example.rows
                labels += example.labels
            }
            let weights = Logistic.fit(rows, labels)
            let judge = QuotationJudge(weights: weights)
            if fold == 0 {
                for (name, weight) in zip(QuotationJudge.features, weights) {
                    print(name.padding(toLength: 20, withPad: " ", startingAt: 0), weight)
                }
            }
            for (at, example) in examples.enumerated() where at % 5 == fold {
                totals.add(example.score(judge, show: show && at % 20 == fold))
            }
        }
        totals.report()
    }
}

struct Scores {
    var predicted = 0
    var predictedRight = 0
    var gold = 0
    var goldFound = 0
    var goldReachable = 0
    var unknown = 0

    mutating func add(_ other: Scores) {
        predicted += other.predicted
        predictedRight += other.predictedRight
        gold += other.gold
        unknown += other.unknown
        goldFound += other.goldFound
        goldReachable += other.goldReachable
    }

    func report() {
        print(
            "precision", Double(predictedRight) / Double(predicted), "recall",
            Double(goldFound) / Double(gold), "reachable", Double(goldReachable) / Double(gold),
            predicted, gold, "unknown source", unknown)
    }
}

struct QuotationExamples {
    var candidates: [[FoundQuotation]]
    var rows: [[Float]] = []
    var labels: [Float] = []
    var places: [(Int, Int)] = []
    let gold: GoldDiscussion

    init(_ gold: GoldDiscussion) {
        self.gold = gold
        let text = DiscussionText(gold.discussion)
        var numbers: [String: Int] = [:]
        var authors = [-1]
        for comment in gold.discussion.comments {
            let name = comment.nameAsWritten ?? ""
            numbers[name] = numbers[name] ?? numbers.count
            authors.append(numbers[name] ?? -1)
        }
        let finder = QuotationFinder(text, authors: authors, judge: .shared)
        candidates = finder.candidates { _ in true }
        for (ordinal, list) in candidates.enumerated() {
            for (at, candidate) in list.enumerated() {
                rows.append(finder.features(of: candidate, ordinal: ordinal, among: list))
                labels.append(isRight(candidate, ordinal) ? 1 : 0)
                places.append((ordinal, at))
            }
        }
    }

    func isRight(_ candidate: FoundQuotation, _ ordinal: Int) -> Bool {
        var covered = 0
        for quote in gold.quotations[ordinal - 1] where quote.source == candidate.passage.source {
            covered += candidate.span.overlap(with: quote.span)
        }
        return covered * 10 >= candidate.span.length * 8
    }

    func score(_ judge: QuotationJudge, show: Bool) -> Scores {
        var scores = Scores()
        var kept: [[FoundQuotation]] = Array(repeating: [], count: candidates.count)
        for (row, place) in zip(rows, places) {
            let right = isRight(candidates[place.0][place.1], place.0)
            guard judge.probability(row) >= 0.5 else { continue }
            kept[place.0].append(candidates[place.0][place.1])
            let unknown = gold.quotations[place.0 - 1].contains {
                $0.source == nil && candidates[place.0][place.1].span.overlap(with: $0.span) * 2 > candidates[place.0][place.1].span.length }
            scores.unknown += unknown ? 1 : 0
            scores.predicted += 1
            scores.predictedRight += right ? 1 : 0
            if show && !right && !unknown {
                let c = candidates[place.0][place.1]
                print("WRONG", gold.discussion.comments[place.0 - 1].id, place.0, "src", c.passage.source,
                    "mass", c.passage.mass, c.span.words(of: gold.discussion.text(at: place.0)).prefix(120),
                    "GOLD", gold.quotations[place.0 - 1].map { ($0.span.start, $0.span.end, $0.source ?? -1) }, c.span)
            }
        }
        for (at, quotes) in gold.quotations.enumerated() {
            let ordinal = at + 1
            let words = gold.discussion.comments[at].text
            for quote in quotes {
                guard let source = quote.source,
                    quote.span.words(of: words).split(whereSeparator: \.isWhitespace).count >= 4
                else { continue }
                scores.gold += 1
                func found(_ list: [FoundQuotation]) -> Bool {
                    var covered = 0
                    for q in list where q.passage.source == source {
                        covered += q.span.overlap(with: quote.span)
                    }
                    return covered * 10 >= quote.span.length * 8
                }
                scores.goldFound += found(kept[ordinal]) ? 1 : 0
                let reach = found(candidates[ordinal])
                scores.goldReachable += reach ? 1 : 0
                if show && !found(kept[ordinal]) {
                    print("MISSED", reach ? "reachable" : "", gold.discussion.comments[at].id, ordinal, "src", source,
                        quote.span, quote.span.words(of: words).prefix(120), "HAVE", candidates[ordinal].map { ($0.span.start, $0.span.end, $0.passage.source, $0.passage.mass) })
                }
            }
        }
        return scores
    }
}

enum Logistic {
    static func fit(_ rows: [[Float]], _ labels: [Float]) -> [Float] {
        let count = rows.first?.count ?? 0
        var mean = [Float](repeating: 0, count: count)
        var spread = [Float](repeating: 1, count: count)
        for at in 1..<count {
            mean[at] = rows.reduce(0) { $0 + $1[at] } / Float(rows.count)
            let variance = rows.reduce(0) { $0 + ($1[at] - mean[at]) * ($1[at] - mean[at]) }
            spread[at] = max(1e-4, (variance / Float(rows.count)).squareRoot())
        }
        let scaled = rows.map { row in
            (0..<count).map { $0 == 0 ? row[0] : (row[$0] - mean[$0]) / spread[$0] }
        }
        var weights = [Float](repeating: 0, count: count)
        var adam = Adam(count: count, rate: 0.02)
        var order = Array(scaled.indices)
        var generator = SeededGenerator(seed: 1)
        for epoch in 0..<6 {
            order.shuffle(using: &generator)
            for batch in stride(from: 0, to: order.count, by: 64) {
                var gradient = [Float](repeating: 0, count: count)
                let end = min(order.count, batch + 64)
                for at in order[batch..<end] {
                    var sum: Float = 0
                    for k in 0..<count { sum += weights[k] * scaled[at][k] }
                    let slope = (1 / (1 + expf(-sum)) - labels[at]) / Float(end - batch)
                    for k in 0..<count { gradient[k] += slope * scaled[at][k] }
                }
                adam.update(&weights, gradient: gradient, scale: epoch < 3 ? 1 : 0.2)
            }
        }
        for at in 1..<count {
            weights[at] /= spread[at]
            weights[0] -= weights[at] * mean[at]
        }
        return weights
    }
}

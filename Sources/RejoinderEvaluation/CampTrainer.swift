import DiscussionModel
import Foundation
import StanceAnalysis

/// Learns the weights of taking sides from discussions whose sides are known.
///
/// First the belief about two people who answer each other, from all such pairs of known side; then
/// how much beliefs count in dividing people, so that each person's side follows from those of all
/// others (pseudo-likelihood, Besag, The Statistician 24, 1975). Nothing in it is random.
enum CampTrainer {
    /// How far the smaller side counts more: 0 as it is, 1 as much as the larger one.
    static let balance = 0.5

    static func weights(_ examples: [CampExample]) -> CampWeights {
        let tallies = examples.filter(\.isScored).map { example in
            var tally = CampTally()
            tally.add(
                example.graph, keys: example.graph.commenters.indices.map { "\($0)" } + ["article"])
            return (tally: tally, sides: example.sides)
        }
        var weights = CampWeights(
            pair: pairWeights(tallies), belief: 1, answering: 0, shared: 0, company: 0)
        var rows: [[Double]] = []
        var importance: [Double] = []
        for (tally, sides) in tallies {
            let terms = CampTerms(tally, weights: weights)
            let labels = terms.people.map { sides[Int($0) ?? 0] }
            let known = Double(labels.count(where: { $0 != 0 }))
            for person in labels.indices where labels[person] != 0 {
                let same = Double(labels.count(where: { $0 == labels[person] }))
                rows.append(terms.fields(of: person, labels: labels))
                importance.append(
                    same < known ? pow(known / (2 * same), balance) / known : 1 / known)
            }
        }
        let learnt = LogisticFit.weights(
            rows, [Double](repeating: 1, count: rows.count), importance: importance)
        (weights.belief, weights.answering) = (learnt[0], learnt[1])
        (weights.shared, weights.company) = (learnt[2], learnt[3])
        return weights
    }

    private static func pairWeights(_ tallies: [(tally: CampTally, sides: [Int])]) -> [Double] {
        var rows: [[Double]] = []
        var labels: [Double] = []
        var importance: [Double] = []
        for (tally, sides) in tallies {
            let heat = tally.heat
            var found: [(pair: [Int], row: [Double], label: Double)] = []
            for (pair, evidence) in tally.pairs {
                let ends = [pair.first, pair.second].map { Int(tally.people[$0]) ?? sides.count }
                guard ends.allSatisfy({ $0 < sides.count && sides[$0] != 0 }) else { continue }
                let row = zip(PairEvidence.Feature.allCases, evidence.features()).map {
                    $0.needsHeat ? $1 * heat : $1
                }
                found.append((ends.sorted(), row, sides[ends[0]] == sides[ends[1]] ? 1 : 0))
            }
            found.sort { $0.pair.lexicographicallyPrecedes($1.pair) }
            for one in found {
                rows.append(one.row)
                labels.append(one.label)
                importance.append(1 / Double(found.count).squareRoot())
            }
        }
        return LogisticFit.weights(rows, labels, importance: importance)
    }
}

/// Logistic regression of few features by Newton's method, without a constant of its own.
enum LogisticFit {
    /// The weights that make the labels most probable, drawn a little to 0.
    ///
    /// - Complexity: O(20 · n · p²) in rows and features.
    static func weights(
        _ rows: [[Double]], _ labels: [Double], importance: [Double]
    ) -> [Double] {
        let count = rows.first?.count ?? 0
        let all = importance.reduce(0, +)
        var weights = [Double](repeating: 0, count: count)
        for _ in 0..<20 {
            var slope = weights.map { -1e-3 * $0 }
            var bend = (0..<count).map { row in (0..<count).map { $0 == row ? 1e-3 : 0 } }
            for at in rows.indices {
                let row = rows[at]
                let sum = zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 }
                let probability = 1 / (1 + exp(-sum))
                let error = (labels[at] - probability) * importance[at] / all
                let steepness = probability * (1 - probability) * importance[at] / all
                for one in 0..<count {
                    slope[one] += error * row[one]
                    for two in 0..<count { bend[one][two] += steepness * row[one] * row[two] }
                }
            }
            let step = solution(bend, slope)
            for at in 0..<count { weights[at] += step[at] }
        }
        return weights
    }

    /// The solution of linear equations with a positive definite matrix (Cholesky).
    private static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        let count = right.count
        var lower = matrix
        for row in 0..<count {
            for column in 0...row {
                var sum = matrix[row][column]
                for at in 0..<column { sum -= lower[row][at] * lower[column][at] }
                lower[row][column] =
                    row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column][column]
            }
        }
        var result = right
        for row in 0..<count {
            for at in 0..<row { result[row] -= lower[row][at] * result[at] }
            result[row] /= lower[row][row]
        }
        for row in (0..<count).reversed() {
            for at in (row + 1)..<max(count, row + 1) { result[row] -= lower[at][row] * result[at] }
            result[row] /= lower[row][row]
        }
        return result
    }
}

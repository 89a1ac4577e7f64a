import Foundation
import StanceAnalysis

/// The baseline: TF-IDF over runs of one to three words of the reply, and logistic regression.
struct WordBaseline {
    private var places: [String: Int32] = [:]
    private var information: [Float] = []
    private var weights: [Double] = []
    private var width: Int { information.count + 1 }

    /// Learns from pairs, with terms that stand in two replies or more, C = 1, and the
    /// three ways given equal weight.
    init(_ pairs: [StancePair]) {
        let rows = pairs.map { Self.terms($0.reply) }
        var counts: [String: Int] = [:]
        for row in rows { for term in Set(row) { counts[term, default: 0] += 1 } }
        for (term, count) in counts.filter({ $0.value > 1 }).sorted(by: { $0.key < $1.key }) {
            places[term] = Int32(information.count)
            information.append(logf(Float(rows.count + 1) / Float(count + 1)) + 1)
        }
        var problem = StanceProblem(width: width)
        let shares = (0..<3).map { way in
            Double(pairs.count) / Double(max(1, 3 * pairs.filter { $0.label == way }.count))
        }
        for (row, pair) in zip(rows, pairs) {
            let (columns, values) = vector(row)
            problem.add(
                columns, values, label: pair.label, isForum: false, weight: shares[pair.label])
        }
        weights = problem.solve()
    }

    /// The probabilities of agree, neutral and disagree.
    func probabilities(_ pair: StancePair) -> [Double] {
        let (columns, values) = vector(Self.terms(pair.reply))
        let scores = (0..<3).map { way in
            zip(columns, values).reduce(0.0) {
                $0 + weights[way * width + Int($1.0)] * Double($1.1)
            }
        }
        let masses = scores.map { exp($0 - (scores.max() ?? 0)) }
        return masses.map { $0 / masses.reduce(0, +) }
    }

    private func vector(_ terms: [String]) -> ([Int32], [Float]) {
        var counts: [Int32: Float] = [:]
        for term in terms { if let place = places[term] { counts[place, default: 0] += 1 } }
        let rows = counts.map { ($0.key, $0.value * information[Int($0.key)]) }
            .sorted { $0.0 < $1.0 }
        let length = max(1e-6, rows.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot())
        return (rows.map(\.0) + [Int32(information.count)], rows.map { $0.1 / length } + [1])
    }

    private static func terms(_ text: String) -> [String] {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
            .filter { $0.count > 1 }.map(String.init)
        return (1...3).flatMap { length -> [String] in
            guard words.count >= length else { return [] }
            return (0...(words.count - length)).map {
                words[$0..<($0 + length)].joined(separator: " ")
            }
        }
    }
}

import DiscussionModel
import StanceAnalysis

/// Learns what tells the stance of a reply.
struct StanceTrainer {
    /// What is learnt from.
    var pairs: [StancePair]
    /// `C` of the usual notation: what the losses weigh against half the squares of the weights.
    var cost = 0.3
    /// What a pair of each source weighs.
    var shares: [StancePair.Source: Double] = [
        .debagreement: 1, .maskmandate: 1, .rumoureval: 0.1, .forum: 0.2,
    ]
    /// What a measure of usual spread weighs beside a word.
    var measureScale: Float = 0.15
    /// In how many replies a word has to stand to count.
    var leastReplies = 3
    /// How many words are kept at most.
    var wordLimit = 24_000
    /// Nats that are given to neutral, which the loss slights since it is the least common.
    var neutralOffset: Float = 0.25

    /// The model, as it comes back from its resource.
    func model() -> StanceModel {
        let rows = pairs.filter { $0.example != nil && (shares[$0.source] ?? 0) > 0 }
        let keys = usedKeys(rows)
        var places: [UInt32: Int32] = [:]
        for (place, key) in keys.enumerated() { places[key] = Int32(place) }
        let (means, spreads) = moments(rows)
        let measureCount = means.count
        let width = keys.count + measureCount + 2
        var problem = StanceProblem(width: width)
        for row in rows {
            guard let example = row.example else { continue }
            var columns: [Int32] = []
            var values: [Float] = []
            for (key, value) in zip(example.keys, example.values) {
                guard let place = places[key] else { continue }
                columns.append(place)
                values.append(value)
            }
            // What two people say to each other is told by the forum alone, where it stands for
            // their sides; to know those the words of each reply have to speak for themselves.
            for at in 0..<measureCount where StanceMeasures.all[at].kind != .history {
                columns.append(Int32(keys.count + at))
                values.append((example.measures[at] - means[at]) / spreads[at] * measureScale)
            }
            columns.append(Int32(row.source == .rumoureval ? width - 1 : width - 2))
            values.append(1)
            problem.add(
                columns, values, label: row.label, isForum: row.source == .forum,
                weight: cost * row.share * (shares[row.source] ?? 0))
        }
        let solution = problem.solve()
        func weights(_ at: Int) -> SIMD4<Float> {
            SIMD4(
                Float(solution[at]), Float(solution[width + at]), Float(solution[2 * width + at]),
                Float(solution[3 * width + at]))
        }
        var bias = weights(width - 2)
        bias[1] += neutralOffset
        var measures: [SIMD4<Float>] = []
        for at in 0..<measureCount {
            let scaled = weights(keys.count + at) * (measureScale / spreads[at])
            measures.append(scaled)
            bias -= scaled * means[at]
        }
        let kept = heaviest(keys, rows, weights)
        let (table, words) = StanceModel(
            keys: kept.map { keys[$0] }, words: kept.map(weights), measures: measures,
            means: means, bias: bias
        ).encoded()
        return StanceModel(table: Array(table.utf8), words: words)
    }

    /// The places of the words that change the most: by weight times the root of how many replies
    /// hold them.
    private func heaviest(
        _ keys: [UInt32], _ rows: [StancePair], _ weights: (Int) -> SIMD4<Float>
    ) -> [Int] {
        guard keys.count > wordLimit else { return Array(keys.indices) }
        var counts: [UInt32: Int] = [:]
        for row in rows {
            for key in row.example?.keys ?? [] { counts[key, default: 0] += 1 }
        }
        let masses = keys.indices.map { at -> Float in
            let weight = weights(at)
            let mean = (weight[0] + weight[1] + weight[2]) / 3
            let most = max(
                abs(weight[0] - mean), abs(weight[1] - mean), abs(weight[2] - mean),
                abs(weight[3]))
            return most * Float(counts[keys[at]] ?? 0).squareRoot()
        }
        return keys.indices.sorted { (masses[$1], $0) < (masses[$0], $1) }.prefix(wordLimit)
            .sorted()
    }

    /// The words that stand in enough replies, by rising number.
    private func usedKeys(_ rows: [StancePair]) -> [UInt32] {
        var counts: [UInt32: Int] = [:]
        for row in rows {
            for key in row.example?.keys ?? [] { counts[key, default: 0] += 1 }
        }
        return counts.filter { $0.value >= leastReplies }.keys.sorted()
    }

    /// The means and spreads of the measures over the pairs that people labelled, or over all
    /// where those do not differ.
    private func moments(_ rows: [StancePair]) -> ([Float], [Float]) {
        let labelled = rows.filter { $0.source != .forum }.compactMap { $0.example?.measures }
        let all = rows.compactMap { $0.example?.measures }
        let count = StanceMeasures.all.count
        var means = [Float](repeating: 0, count: count)
        var spreads = [Float](repeating: 1, count: count)
        for at in 0..<count {
            // What went before is the same for all pairs.
            let isConstant = labelled.allSatisfy { $0[at] == labelled[0][at] }
            let sample = isConstant ? all : labelled
            guard !sample.isEmpty else { continue }
            let mean = sample.reduce(0.0) { $0 + Double($1[at]) } / Double(sample.count)
            let square = sample.reduce(0.0) {
                $0 + (Double($1[at]) - mean) * (Double($1[at]) - mean)
            }
            means[at] = Float(mean)
            spreads[at] = max(0.05, Float((square / Double(sample.count)).squareRoot()))
        }
        return (means, spreads)
    }
}

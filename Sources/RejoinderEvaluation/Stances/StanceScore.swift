import Foundation

/// How good the stances of some pairs are.
struct StanceScore {
    private var probabilities: [[Double]] = []
    private var labels: [Int] = []

    /// Adds a pair: the probabilities of agree, neutral and disagree, and what is right.
    mutating func add(_ probabilities: [Double], _ label: Int) {
        self.probabilities.append(probabilities)
        labels.append(label)
    }

    var count: Int { labels.count }

    private func chosen(_ at: Int) -> Int {
        let row = probabilities[at]
        return row[0] > row[1] && row[0] > row[2] ? 0 : row[2] > row[1] && row[2] > row[0] ? 2 : 1
    }

    /// The share of pairs whose most probable way is right.
    var accuracy: Double {
        Double(labels.indices.filter { chosen($0) == labels[$0] }.count) / Double(max(1, count))
    }

    /// The mean over the three ways of the harmonic mean of precision and recall.
    var macroF: Double {
        (0..<3).reduce(0.0) { sum, way in
            let right = labels.indices.filter { chosen($0) == way && labels[$0] == way }.count
            let both =
                labels.filter { $0 == way }.count
                + labels.indices.filter { chosen($0) == way }.count
            return sum + (both == 0 ? 0 : 2 * Double(right) / Double(both))
        } / 3
    }

    /// Of the pairs that agree or disagree, the share where the right one is the more probable of
    /// these two.
    var signAccuracy: Double {
        let signed = labels.indices.filter { labels[$0] != 1 }
        let right = signed.filter {
            (probabilities[$0][0] > probabilities[$0][2]) == (labels[$0] == 0)
        }
        return Double(right.count) / Double(max(1, signed.count))
    }

    /// The mean of the recalls of agreeing and disagreeing, as `signAccuracy` decides.
    var balancedSignAccuracy: Double {
        [0, 2].reduce(0.0) { sum, way in
            let of = labels.indices.filter { labels[$0] == way }
            let right = of.filter {
                (probabilities[$0][0] > probabilities[$0][2]) == (way == 0)
            }
            return sum + Double(right.count) / Double(max(1, of.count))
        } / 2
    }

    /// The chance that of two pairs, one agreeing and one not, the right one has the higher odds.
    var signArea: Double {
        let odds = labels.indices.filter { labels[$0] != 1 }.map {
            (log(probabilities[$0][0] / probabilities[$0][2]), labels[$0] == 0)
        }.sorted { $0.0 < $1.0 }
        var rankSum = 0.0
        var positives = 0.0
        var at = 0
        while at < odds.count {
            var end = at
            while end < odds.count && odds[end].0 == odds[at].0 { end += 1 }
            let rank = Double(at + end + 1) / 2
            for k in at..<end where odds[k].1 {
                rankSum += rank
                positives += 1
            }
            at = end
        }
        let negatives = Double(odds.count) - positives
        guard positives > 0, negatives > 0 else { return 0.5 }
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives)
    }

    /// The expected calibration error: how far the probability of the chosen way is from the share
    /// that is right, over ten equal bins (Guo et al., ICML 2017, section 2).
    var calibrationError: Double {
        var sums = [(sure: Double, right: Double, count: Double)](
            repeating: (0, 0, 0), count: 10)
        for at in labels.indices {
            let sure = probabilities[at].max() ?? 0
            let bin = min(9, Int(sure * 10))
            sums[bin].sure += sure
            sums[bin].right += chosen(at) == labels[at] ? 1 : 0
            sums[bin].count += 1
        }
        return sums.reduce(0) { $0 + abs($1.sure - $1.right) } / Double(max(1, count))
    }
}

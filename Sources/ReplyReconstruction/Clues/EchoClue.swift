import DiscussionModel
import LanguageTools

/// The comment shares rare words with the candidate.
struct EchoClue: Clue {
    let kind = Evidence.Kind.echo

    let features = [
        "similarity", "similarityBest", "rarestShared", "sharedInformation", "similarityRank",
        "similarityToArticle",
    ]

    func measure(_ comment: Int, in situation: Situation, into rows: inout FeatureRows) {
        let mine = situation.profiles[comment]
        guard mine.norm > 0 else { return }
        var similarities = [Float](repeating: 0, count: rows.candidates.count)
        for (row, candidate) in rows.candidates.enumerated() {
            let theirs = situation.profiles[candidate]
            guard theirs.norm > 0 else { continue }
            let (product, rarest, sum) = Self.shared(mine.words, theirs.words)
            similarities[row] = product / (mine.norm * theirs.norm)
            rows[row, 0] = similarities[row]
            rows[row, 2] = max(0, rarest - 3) / 3
            rows[row, 3] = FloatMath.log(1 + sum)
            rows[row, 5] = candidate == 0 ? similarities[row] : 0
        }
        let best = similarities.max() ?? 0
        guard best > 0 else { return }
        for row in similarities.indices {
            rows[row, 1] = similarities[row] == best ? 1 : 0
            rows[row, 4] = similarities[row] / best
        }
    }

    /// The product of two word vectors, the weight of the rarest word in both and their sum.
    private static func shared(
        _ left: [(word: UInt32, weight: Float)], _ right: [(word: UInt32, weight: Float)]
    ) -> (product: Float, rarest: Float, sum: Float) {
        var product: Float = 0
        var rarest: Float = 0
        var sum: Float = 0
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                var a = 0
                var b = 0
                while a < left.count && b < right.count {
                    if left[a].word < right[b].word {
                        a += 1
                    } else if left[a].word > right[b].word {
                        b += 1
                    } else {
                        product += left[a].weight * right[b].weight
                        let weight = min(left[a].weight, right[b].weight)
                        rarest = max(rarest, weight)
                        sum += weight
                        a += 1
                        b += 1
                    }
                }
            }
        }
        return (product, rarest, sum)
    }

    func detail(of comment: Int, answering candidate: Int, in situation: Situation) -> String? {
        let theirs = Set(situation.profiles[candidate].words.map(\.word))
        let shared = situation.profiles[comment].words
            .filter { theirs.contains($0.word) && $0.weight > 4 }
            .sorted { ($0.weight, $1.word) > ($1.weight, $0.word) }
            .prefix(3)
        guard !shared.isEmpty else { return nil }
        let words = shared.compactMap { entry -> String? in
            let tokenized = situation.text.texts[comment]
            guard let token = tokenized.tokens.first(where: { $0.word == entry.word }) else {
                return nil
            }
            return tokenized.scalars(Int(token.start)..<Int(token.end))
        }
        return words.joined(separator: ", ")
    }
}

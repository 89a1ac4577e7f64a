import LanguageTools

/// Chooses sentences of a pool one by one.
///
/// What a choice S is worth is F(S) = sum over the words t of S of worth(t) + sum over its
/// sentences s of m(s), where m(s) is what `SentenceValues` gives s beyond the worth of its own
/// words, more for what others took up and less for what it lacks to stand alone. The first part is
/// coverage, monotone and submodular; the second does not depend on what else is chosen. So gains
/// never grow, and the best sentence is found by a heap whose ranks are renewed only at its top
/// (lazy greedy: Minoux 1978; Lin, Bilmes 2011, aclanthology.org/P11-1052). Where the words of a
/// summary are counted, gains are divided by the root of a sentence's words (their section 4, with
/// r = 0.5). A sentence that is much like a chosen one is not taken at all.
struct SentenceSelection {
    private let pool: SentencePool
    private var values: SentenceValues
    /// Per term: the chosen sentences with it, in the order of choice; empty between calls.
    private var holders: [[Int]]

    init(_ pool: SentencePool, _ weights: SummaryWeights) {
        self.pool = pool
        values = SentenceValues(pool, weights)
        holders = [[Int]](repeating: [], count: pool.termCount)
    }

    /// What it counts, in words of a summary, that others took a sentence up: times its resonance.
    /// Ours: as much as the summaries of mails allow without loss, since nobody quotes there for
    /// approval.
    private static let resonanceWeight = 0.8

    /// A sentence with this cosine, or more, to a chosen one repeats it.
    private static let mostSimilarity = 0.6

    struct Entry: Ranked {
        var rank: Double
        var index: Int
        /// Its value while nothing is chosen.
        var score: Double

        /// Whether this one is chosen before another; ties go to the earlier sentence.
        func isBefore(_ other: Entry) -> Bool {
            rank != other.rank ? rank > other.rank : index < other.index
        }
    }

    /// The best sentence of a commenter whose turn it is.
    private struct Turn: Ranked {
        var entry: Entry
        /// The place of the commenter's heap.
        var place: Int

        func isBefore(_ other: Turn) -> Bool { entry.isBefore(other.entry) }
    }

    /// The chosen ones of some sentences, rising.
    ///
    /// - Parameters:
    ///   - indices: candidates of the pool, rising.
    ///   - part: what is summed up.
    ///   - limit: how much is chosen.
    ///   - bonus: what a comment adds to the value of its sentences, in words of a summary.
    /// - Complexity: O(t log t + (n + c) log n) in terms t, sentences n and renewals c, which are
    ///   few: every turn of a commenter chooses, drops or renews a sentence.
    mutating func chosen(
        from indices: [Int], of part: SummedPart, _ limit: SummaryLimit,
        bonus: [Int: Double] = [:]
    ) -> [Int] {
        guard limit.sentences > 0, !indices.isEmpty else { return [] }
        // The first choice is free, so that one sentence is chosen whatever it is worth.
        guard indices.count > 1 else { return indices }
        let worths = values.read(indices, of: part)
        let entries = indices.enumerated().map { place, index in
            let candidate = pool.candidates[index]
            let score =
                worths[place] + Self.resonanceWeight * candidate.resonance - candidate.lack
                + (bonus[candidate.comment] ?? 0)
            return Entry(
                rank: limit.rank(of: score, words: candidate.words), index: index, score: score)
        }
        var sentencesLeft = limit.sentences
        var wordsLeft = limit.words
        var chosen: [Int] = []
        // In each round every commenter has one turn; who had theirs waits for the next.
        var turns = CommenterTurns(entries, commenters: pool.commenterPlaces)
        var waiting = Array(turns.places)
        while sentencesLeft > 0, !waiting.isEmpty {
            var best = Heap(
                waiting.compactMap { place in
                    turns.first(of: place).map { Turn(entry: $0, place: place) }
                })
            while sentencesLeft > 0, let turn = best.removeFirst() {
                let entry = turn.entry
                let candidate = pool.candidates[entry.index]
                turns.removeFirst(of: turn.place)
                if candidate.words <= wordsLeft || chosen.isEmpty, !repeatsChosen(entry.index) {
                    let gain = entry.score - coveredWorth(of: entry.index)
                    let rank = limit.rank(of: gain, words: candidate.words)
                    if rank >= entry.rank - 1e-9 {
                        wordsLeft -= min(candidate.words, wordsLeft)
                        sentencesLeft -= 1
                        chosen.append(entry.index)
                        for at in pool.termStarts[entry.index]..<pool.termStarts[entry.index + 1] {
                            holders[pool.termIDs[at]].append(entry.index)
                        }
                        continue
                    }
                    turns.insert(
                        Entry(rank: rank, index: entry.index, score: entry.score), of: turn.place)
                }
                if let next = turns.first(of: turn.place) {
                    best.insert(Turn(entry: next, place: turn.place))
                }
            }
            waiting.removeAll { turns.first(of: $0) == nil }
        }
        for index in chosen {
            for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
                holders[pool.termIDs[at]] = []
            }
        }
        return chosen.sorted()
    }

    /// The worth of the words of a sentence that chosen ones have.
    private func coveredWorth(of index: Int) -> Double {
        pool.termIDs[pool.termStarts[index]..<pool.termStarts[index + 1]].reduce(0) {
            holders[$1].isEmpty ? $0 : $0 + values.worths[$1]
        }
    }

    /// Whether a sentence is much like a chosen one. Looks at the three rarest terms only, and for
    /// each at the last eight sentences with it, so that the cost is bounded: two sentences whose
    /// cosine is high share rare terms.
    private func repeatsChosen(_ index: Int) -> Bool {
        let range = pool.termStarts[index]..<pool.termStarts[index + 1]
        let rarest = range.sorted {
            (pool.termWeights[$0], $1) > (pool.termWeights[$1], $0)
        }.prefix(3)
        return rarest.contains { at in
            holders[pool.termIDs[at]].suffix(8).contains {
                cosine(index, $0) >= Self.mostSimilarity
            }
        }
    }

    private func cosine(_ left: Int, _ right: Int) -> Double {
        var a = pool.termStarts[left]
        var b = pool.termStarts[right]
        var sum = 0.0
        while a < pool.termStarts[left + 1], b < pool.termStarts[right + 1] {
            if pool.termIDs[a] == pool.termIDs[b] {
                sum += pool.termWeights[a] * pool.termWeights[b]
                a += 1
                b += 1
            } else if pool.termIDs[a] < pool.termIDs[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return sum
    }
}

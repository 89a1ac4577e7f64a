/// Chooses sentences of a pool one by one.
///
/// A sentence's rank is its centrality times its quality times its resonance, times its novelty:
/// the sum over its terms t of x_t² f_t, where f_t is 0.3 if a chosen sentence has t, else 1. Novelty
/// never grows, so that the best sentence is found by a heap whose ranks are renewed only at its top
/// (lazy greedy: Minoux 1978; Lin, Bilmes 2011). A sentence that is much like a chosen one is not
/// taken at all. The constants were chosen by us.
struct SentenceSelection {
    private let pool: SentencePool
    private var centrality: SentenceCentrality
    /// Per term: the chosen sentences with it, in the order of choice; empty between calls.
    private var holders: [[Int]]

    init(_ pool: SentencePool) {
        self.pool = pool
        centrality = SentenceCentrality(pool)
        holders = [[Int]](repeating: [], count: pool.termCount)
    }

    /// A sentence with this cosine, or more, to a chosen one repeats it.
    private static let mostSimilarity = 0.6

    private struct Entry {
        var rank: Double
        var index: Int
        /// Its score without novelty.
        var score: Double

        /// Whether this one is chosen before another; ties go to the earlier sentence.
        func isBefore(_ other: Entry) -> Bool {
            rank != other.rank ? rank > other.rank : index < other.index
        }
    }

    /// The chosen ones of some sentences, rising.
    ///
    /// - Complexity: O(t + c log n) in terms t, sentences n and renewals c, which are few.
    mutating func chosen(from indices: [Int], _ length: SummaryLength) -> [Int] {
        var sentencesLeft = indices.count
        var wordsLeft = Int.max
        switch length {
        case .sentences(let count):
            sentencesLeft = min(count, sentencesLeft)
        case .share(let share):
            let words = indices.reduce(0) { $0 + pool.candidates[$1].words }
            wordsLeft = Int((Double(words) * min(max(share, 0), 1)).rounded(.down))
            if share <= 0 { sentencesLeft = 0 }
        }
        guard sentencesLeft > 0 else { return [] }
        let centralities = centrality.values(of: indices)
        var waiting = indices.enumerated().map { place, index in
            let candidate = pool.candidates[index]
            let score = centralities[place] * candidate.quality * candidate.resonance
            return Entry(rank: score, index: index, score: score)
        }
        var chosen: [Int] = []
        // In each round every commenter has one turn; who had theirs waits for the next.
        while sentencesLeft > 0, !waiting.isEmpty {
            var turnsLeft = Set(waiting.map { pool.candidates[$0.index].commenter })
            var heap = Heap(waiting)
            waiting = []
            while sentencesLeft > 0, !turnsLeft.isEmpty, let entry = heap.removeFirst() {
                let candidate = pool.candidates[entry.index]
                guard turnsLeft.contains(candidate.commenter) else {
                    waiting.append(entry)
                    continue
                }
                guard !repeatsChosen(entry.index) else { continue }
                let rank = entry.score * novelty(of: entry.index)
                guard rank >= entry.rank * (1 - 1e-9) else {
                    heap.insert(Entry(rank: rank, index: entry.index, score: entry.score))
                    continue
                }
                guard candidate.words <= wordsLeft || chosen.isEmpty else { continue }
                wordsLeft -= min(candidate.words, wordsLeft)
                sentencesLeft -= 1
                turnsLeft.remove(candidate.commenter)
                chosen.append(entry.index)
                for at in pool.termStarts[entry.index]..<pool.termStarts[entry.index + 1] {
                    holders[pool.termIDs[at]].append(entry.index)
                }
            }
            waiting += heap.entries
        }
        for index in chosen {
            for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
                holders[pool.termIDs[at]] = []
            }
        }
        return chosen.sorted()
    }

    private func novelty(of index: Int) -> Double {
        let range = pool.termStarts[index]..<pool.termStarts[index + 1]
        guard !range.isEmpty else { return 1 }
        return range.reduce(0.0) {
            let isHeld = !holders[pool.termIDs[$1]].isEmpty
            return $0 + pool.termWeights[$1] * pool.termWeights[$1] * (isHeld ? 0.3 : 1)
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

    /// A binary heap with the entry on top that is before all others.
    private struct Heap {
        private(set) var entries: [Entry]

        init(_ entries: [Entry]) {
            self.entries = entries
            for place in (0..<entries.count / 2).reversed() { sink(place) }
        }

        mutating func removeFirst() -> Entry? {
            guard let first = entries.first, let last = entries.popLast() else { return nil }
            if !entries.isEmpty {
                entries[0] = last
                sink(0)
            }
            return first
        }

        mutating func insert(_ entry: Entry) {
            entries.append(entry)
            var place = entries.count - 1
            while place > 0, entry.isBefore(entries[(place - 1) / 2]) {
                entries.swapAt(place, (place - 1) / 2)
                place = (place - 1) / 2
            }
        }

        private mutating func sink(_ start: Int) {
            var place = start
            while 2 * place + 1 < entries.count {
                var child = 2 * place + 1
                if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) {
                    child += 1
                }
                guard entries[child].isBefore(entries[place]) else { return }
                entries.swapAt(place, child)
                place = child
            }
        }
    }
}

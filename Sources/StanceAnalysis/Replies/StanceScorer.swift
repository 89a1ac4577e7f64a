import DiscussionModel

/// Scores replies with a model, and keeps what spoke for what.
struct StanceScorer {
    /// A word of the model that stands in the reply.
    struct Found {
        var weights: SIMD4<Int8>
        var first: Int32
        var end: Int32
        var value: Float
        var slot: Int32
    }

    /// A word of the reply that may be one of the model.
    private struct Candidate {
        var key: UInt32
        var value: Float
        var first: Int32
        var end: Int32
    }

    let model: StanceModel
    let isForum: Bool
    /// A bit for each slot of the model whose word was seen in the reply.
    private var seen: [UInt64]
    private(set) var found: [Found] = []
    /// What each measure is worth for each label, 0 where it is never told to a reader.
    let measureGains: [[Float]]
    /// Room for the words of a reply, kept from one to the next.
    private var candidates: [Candidate] = []
    /// How many of `candidates` are of the reply.
    private var candidateCount = 0

    /// Makes room for the replies of a discussion.
    init(model: StanceModel, isForum: Bool) {
        self.model = model
        self.isForum = isForum
        seen = [UInt64](repeating: 0, count: (model.table.count + 63) / 64)
        measureGains = isForum ? model.gainsInForums : model.gains
    }

    /// The scores of agreeing, neutral and disagreeing, in nats.
    ///
    /// - Complexity: O(n) in the tokens.
    mutating func scores(
        _ tokens: [StanceToken], parentOpening: SIMD2<UInt32>, measures: [Float]
    ) -> SIMD4<Float> {
        gatherCandidates(tokens, parentOpening)
        var sums = sumOfCandidates()
        sums = sums * model.scale + model.bias
        model.measures.withUnsafeBufferPointer { weights in
            measures.withUnsafeBufferPointer { measures in
                for at in measures.indices { sums += weights[at] * measures[at] }
            }
        }
        return folded(sums)
    }

    /// Keeps the words that may be in the model: telling that of all first, without a branch, takes
    /// half the time of looking each up.
    private mutating func gatherCandidates(
        _ tokens: [StanceToken], _ parentOpening: SIMD2<UInt32>
    ) {
        let bound = StanceWords.bound(tokens.count)
        // Taken out for the time of the scan, so that nothing is counted or copied meanwhile.
        var candidates: [Candidate] = []
        swap(&candidates, &self.candidates)
        if candidates.count < bound {
            candidates = [Candidate](
                repeating: Candidate(key: 0, value: 0, first: 0, end: 0), count: bound * 2)
        }
        var count = 0
        model.table.withFinder { finder in
            candidates.withUnsafeMutableBufferPointer { candidates in
                StanceWords.forEach(tokens, parentOpening: parentOpening) {
                    key, value, first, end in
                    candidates[count] = Candidate(
                        key: key, value: value, first: Int32(truncatingIfNeeded: first),
                        end: Int32(truncatingIfNeeded: end))
                    count += finder.mayHold(key)
                }
            }
        }
        swap(&candidates, &self.candidates)
        candidateCount = count
    }

    /// The weights of the words that are in the model, each once, in units of its scale; notes
    /// them in `found`.
    private mutating func sumOfCandidates() -> SIMD4<Float> {
        let count = candidateCount
        var sums = SIMD4<Float>.zero
        var found: [Found] = []
        swap(&found, &self.found)
        found.removeAll(keepingCapacity: true)
        model.table.withFinder { finder in
            seen.withUnsafeMutableBufferPointer { seen in
                candidates.withUnsafeBufferPointer { candidates in
                    for candidate in candidates[..<count] {
                        let slot = finder.slot(of: candidate.key)
                        guard slot >= 0, seen[slot >> 6] >> UInt64(slot & 63) & 1 == 0 else {
                            continue
                        }
                        seen[slot >> 6] |= 1 << UInt64(slot & 63)
                        let weights = finder.weights(at: slot)
                        sums += Self.widened(weights) * candidate.value
                        found.append(
                            Found(
                                weights: weights, first: candidate.first, end: candidate.end,
                                value: candidate.value, slot: Int32(slot)))
                    }
                    for word in found { seen[Int(word.slot) >> 6] = 0 }
                }
            }
        }
        swap(&found, &self.found)
        return sums
    }

    /// Bytes as numbers, one by one, which is faster than the conversion of the library.
    @inline(__always)
    static func widened(_ bytes: SIMD4<Int8>) -> SIMD4<Float> {
        SIMD4(Float(bytes[0]), Float(bytes[1]), Float(bytes[2]), Float(bytes[3]))
    }

    /// What a forum adds, added.
    private func folded(_ sums: SIMD4<Float>) -> SIMD4<Float> {
        StanceModel.folded(sums, isForum: isForum)
    }
}

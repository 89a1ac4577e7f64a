import DiscussionModel

/// Scores replies with a model, and keeps what spoke for what.
struct StanceScorer {
    /// A word of the model that stands in the reply.
    private struct Found {
        var weights: SIMD4<Int8>
        var first: Int32
        var end: Int32
        var value: Float
    }

    /// A word of the reply that may be one of the model.
    private struct Candidate {
        var key: UInt32
        var value: Float
        var first: Int32
        var end: Int32
    }

    private let model: StanceModel
    private let isForum: Bool
    /// The last reply in which the word of each slot of the model was seen.
    private var seen: [Int32]
    private var stamp: Int32 = 0
    private var found: [Found] = []
    /// What each measure is worth for each label, 0 where it is never told to a reader.
    private var measureGains: [[Float]] = []
    /// Room for the words of a reply, kept from one to the next.
    private var candidates: [Candidate] = []
    /// How many of `candidates` are of the reply.
    private var candidateCount = 0

    init(model: StanceModel, isForum: Bool) {
        self.model = model
        self.isForum = isForum
        seen = [Int32](repeating: 0, count: model.table.count)
        measureGains = (0..<3).map { label in
            StanceMeasures.all.indices.map {
                StanceMeasures.all[$0].kind == .length ? 0 : gain(model.measures[$0], label)
            }
        }
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
        stamp += 1
        let stamp = stamp
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
                        guard slot >= 0, seen[slot] != stamp else { continue }
                        seen[slot] = stamp
                        let weights = finder.weights(at: slot)
                        sums += Self.widened(weights) * candidate.value
                        found.append(
                            Found(
                                weights: weights, first: candidate.first, end: candidate.end,
                                value: candidate.value))
                    }
                }
            }
        }
        swap(&found, &self.found)
        return sums
    }

    /// Bytes as numbers, one by one, which is faster than the conversion of the library.
    @inline(__always)
    private static func widened(_ bytes: SIMD4<Int8>) -> SIMD4<Float> {
        SIMD4(Float(bytes[0]), Float(bytes[1]), Float(bytes[2]), Float(bytes[3]))
    }

    /// What a forum adds, added.
    private func folded(_ sums: SIMD4<Float>) -> SIMD4<Float> {
        guard isForum else { return SIMD4(sums[0], sums[1], sums[2], 0) }
        return SIMD4(sums[0] + sums[3], sums[1], sums[2] - sums[3], 0)
    }

    /// What weights are worth for a label against the mean of the other two.
    private func gain(_ weights: SIMD4<Float>, _ label: Int) -> Float {
        let parts = folded(weights)
        return 1.5 * parts[label] - 0.5 * (parts[0] + parts[1] + parts[2])
    }

    /// The cues that weighed most for a label in the reply that was scored last, at most three.
    ///
    /// Words that overlap count as one cue, with the weight of the heaviest; of the measures the
    /// distance from what is usual counts.
    func cues(
        for label: Int, tokens: [StanceToken], measures: [Float], text: String
    ) -> [StanceCue] {
        var heaviest = HeaviestCues()
        // The gain is linear in the weights of the four columns.
        var direction = SIMD4<Float>(-0.5, -0.5, -0.5, 0)
        direction[label] = 1
        if isForum { direction[3] = label == 0 ? 1.5 : label == 2 ? -1.5 : 0 }
        direction *= model.scale
        for at in found.indices where found[at].first >= 0 {
            let weight = (Self.widened(found[at].weights) * direction).sum() * found[at].value
            heaviest.offer(weight, at)
        }
        let ownCount = StanceMeasures.ownCount
        let gains = measureGains[label]
        for at in measures.indices where measures[at] != 0 {
            let excess = at < ownCount ? measures[at] - model.means[at] * 0.5 : measures[at]
            heaviest.offer(gains[at] * excess, -1 - at)
        }
        let opening = Int32(tokens.firstIndex(where: \.isWord) ?? 0)
        var cues: [StanceCue] = []
        var taken: [Range<Int32>] = []
        for candidate in heaviest.sorted where cues.count < 3 {
            let weight = Double(candidate.weight)
            if candidate.place >= 0 {
                let word = found[candidate.place]
                let range = word.first..<word.end
                if taken.contains(where: { $0.overlaps(range) }) { continue }
                taken.append(range)
                cues.append(
                    Self.cue(range, tokens, text, isOpening: range.lowerBound <= opening, weight))
                continue
            }
            let measure = StanceMeasures.all[-1 - candidate.place]
            var detail = measure.detail
            if cues.contains(where: { $0.detail.hasPrefix(detail) }) { continue }
            var span: TextSpan?
            if !measure.words.isEmpty,
                let at = tokens.firstIndex(where: { !$0.classes.isDisjoint(with: measure.words) })
            {
                let range = Int32(at)..<Int32(at + 1)
                if taken.contains(where: { $0.overlaps(range) }) { continue }
                taken.append(range)
                span = TextSpan(start: Int(tokens[at].start), end: Int(tokens[at].end))
                detail += ": " + Self.quoted(range, tokens, text)
            }
            cues.append(
                StanceCue(kind: measure.kind.rawValue, detail: detail, span: span, weight: weight))
        }
        return cues
    }

    /// A cue of words.
    static func cue(
        _ range: Range<Int32>, _ tokens: [StanceToken], _ text: String, isOpening: Bool,
        _ weight: Double
    ) -> StanceCue {
        let all = tokens[Int(range.lowerBound)..<Int(range.upperBound)].reduce(
            into: WordClasses()
        ) { $0.formUnion($1.classes) }
        let kind: StanceCueKind
        if isOpening {
            kind = .opening
        } else if all.contains(.negation) {
            kind = .negation
        } else if !all.isDisjoint(with: [.ironyPhrase, .mocking]) {
            kind = .sarcasm
        } else if !all.isDisjoint(with: [.contrast, .concession]) {
            kind = .contrast
        } else if all.contains(.secondPerson) {
            kind = .secondPerson
        } else {
            kind = .words
        }
        return StanceCue(
            kind: kind.rawValue, detail: quoted(range, tokens, text),
            span: TextSpan(
                start: Int(tokens[Int(range.lowerBound)].start),
                end: Int(tokens[Int(range.upperBound) - 1].end)), weight: weight)
    }

    /// The words themselves in quotation marks, at most 60 characters.
    private static func quoted(
        _ range: Range<Int32>, _ tokens: [StanceToken], _ text: String
    ) -> String {
        let start = Int(tokens[Int(range.lowerBound)].byteStart)
        let end = Int(tokens[Int(range.upperBound) - 1].byteEnd)
        let utf8 = text.utf8
        guard start <= end, end <= utf8.count else { return "“”" }
        let lower = utf8.index(utf8.startIndex, offsetBy: start)
        let words = text[lower..<utf8.index(lower, offsetBy: end - start)]
        guard words.utf8.count <= 60 else { return "“" + words.prefix(60) + "…”" }
        return String(unsafeUninitializedCapacity: words.utf8.count + 6) { bytes in
            var count = 0
            func add(_ part: some Sequence<UInt8>) {
                for byte in part {
                    bytes.initializeElement(at: count, to: byte)
                    count += 1
                }
            }
            add("“".utf8)
            add(words.utf8)
            add("”".utf8)
            return count
        }
    }
}

/// The eight heaviest of what is offered: enough to choose three from.
private struct HeaviestCues {
    private var weights = SIMD8<Float>(repeating: 0.02)
    private var places = SIMD8<Int32>(repeating: 0)
    private var count = 0

    /// Keeps a candidate if it is among the heaviest; of equal ones the first.
    @inline(__always)
    mutating func offer(_ weight: Float, _ place: Int) {
        guard weight > weights[7] else { return }
        var at = 7
        while at > 0 && weights[at - 1] < weight {
            weights[at] = weights[at - 1]
            places[at] = places[at - 1]
            at -= 1
        }
        weights[at] = weight
        places[at] = Int32(place)
        count = min(8, count + 1)
    }

    /// The heaviest first.
    var sorted: [(weight: Float, place: Int)] {
        (0..<count).map { (weights[$0], Int(places[$0])) }
    }
}

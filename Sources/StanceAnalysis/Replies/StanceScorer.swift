import DiscussionModel

/// Scores replies with a model, and keeps what spoke for what.
struct StanceScorer {
    /// A word of the model that stands in the reply.
    private struct Found {
        var place: Int32
        var first: Int32
        var end: Int32
        var value: Float
    }

    private let model: StanceModel
    private let isForum: Bool
    /// The last reply in which each word of the model was seen.
    private var seen: [Int32]
    private var stamp: Int32 = 0
    private var found: [Found] = []

    init(model: StanceModel, isForum: Bool) {
        self.model = model
        self.isForum = isForum
        seen = [Int32](repeating: 0, count: model.keys.count)
    }

    /// The scores of agreeing, neutral and disagreeing, in nats.
    ///
    /// - Complexity: O(n) in the tokens.
    mutating func scores(
        _ tokens: [StanceToken], parentOpening: [UInt32], measures: [Float]
    ) -> SIMD4<Float> {
        found.removeAll(keepingCapacity: true)
        stamp += 1
        var sums = model.bias
        StanceWords.forEach(tokens, parentOpening: parentOpening) { key, value, first, end in
            let place = model.table.place(of: key)
            guard place >= 0, seen[place] != stamp else { return }
            seen[place] = stamp
            sums += model.words[place] * value
            found.append(
                Found(place: Int32(place), first: Int32(first), end: Int32(end), value: value))
        }
        for at in measures.indices { sums += model.measures[at] * measures[at] }
        return folded(sums)
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
        var candidates: [(weight: Float, found: Int, measure: Int)] = []
        func offer(_ weight: Float, _ found: Int, _ measure: Int) {
            // Eight are enough to choose three from.
            guard weight > 0.02, candidates.count < 8 || weight > candidates[7].weight else {
                return
            }
            if candidates.count == 8 { candidates.removeLast() }
            var at = candidates.count
            while at > 0 && candidates[at - 1].weight < weight { at -= 1 }
            candidates.insert((weight, found, measure), at: at)
        }
        for (at, word) in found.enumerated() where word.first >= 0 {
            offer(gain(model.words[Int(word.place)], label) * word.value, at, -1)
        }
        let ownCount = StanceMeasures.own.count
        for at in measures.indices where measures[at] != 0 {
            let kind = StanceMeasures.all[at].kind
            guard kind != .length else { continue }
            let excess = at < ownCount ? measures[at] - model.means[at] * 0.5 : measures[at]
            offer(gain(model.measures[at], label) * excess, -1, at)
        }
        var cues: [StanceCue] = []
        var taken: [Range<Int32>] = []
        for candidate in candidates where cues.count < 3 {
            let weight = Double(candidate.weight)
            if candidate.found >= 0 {
                let word = found[candidate.found]
                let range = word.first..<word.end
                if taken.contains(where: { $0.overlaps(range) }) { continue }
                taken.append(range)
                cues.append(Self.cue(range, tokens, text, isOpening: range.lowerBound == 0, weight))
                continue
            }
            let measure = StanceMeasures.all[candidate.measure]
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
                detail += ": “" + Self.words(range, tokens, text) + "”"
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
            kind: kind.rawValue, detail: "“" + words(range, tokens, text) + "”",
            span: TextSpan(
                start: Int(tokens[Int(range.lowerBound)].start),
                end: Int(tokens[Int(range.upperBound) - 1].end)), weight: weight)
    }

    /// The words themselves, at most 60 characters.
    private static func words(
        _ range: Range<Int32>, _ tokens: [StanceToken], _ text: String
    ) -> String {
        let start = Int(tokens[Int(range.lowerBound)].byteStart)
        let end = Int(tokens[Int(range.upperBound) - 1].byteEnd)
        let utf8 = text.utf8
        guard start <= end, end <= utf8.count else { return "" }
        let lower = utf8.index(utf8.startIndex, offsetBy: start)
        let words = text[lower..<utf8.index(lower, offsetBy: end - start)]
        guard words.utf8.count > 60 else { return String(words) }
        return String(words.prefix(60)) + "…"
    }
}

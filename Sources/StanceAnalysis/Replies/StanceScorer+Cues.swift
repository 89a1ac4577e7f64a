import DiscussionModel

extension StanceScorer {
    /// The cues that weighed most for a label in the reply that was scored last, at most three, the
    /// heaviest first.
    ///
    /// Words that overlap count as one cue, with the weight of the heaviest; of the measures the
    /// distance from what is usual counts. What tells a reader little, such as "of" or a mark, is
    /// left out or stands behind.
    ///
    /// - Parameters:
    ///   - raw: the measures as counted; what is 0 there is not there, and no cue.
    ///   - answered: the stems of what is answered, as `StanceProfile.topics` has them.
    func cues(
        for label: Int, tokens: [StanceToken], measures: [Float], raw: [Float],
        answered: [UInt32], text: String
    ) -> [StanceCue] {
        let heaviest = heaviestCues(for: label, tokens, measures, raw)
        let opening = Int32(tokens.firstIndex(where: \.isWord) ?? 0)
        var cues: [StanceCue] = []
        cues.reserveCapacity(3)
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
            if cues.contains(where: { $0.detail.utf8.starts(with: detail.utf8) }) { continue }
            var span: TextSpan?
            let places = Self.places(of: measure, tokens, answered)
            if let first = places.first {
                let range = first..<first + 1
                if taken.contains(where: { $0.overlaps(range) }) { continue }
                taken.append(range)
                let token = tokens[Int(first)]
                span = TextSpan(start: Int(token.start), end: Int(token.end))
                detail +=
                    ": "
                    + places.map { Self.quoted($0..<$0 + 1, tokens, text) }
                    .joined(separator: ", ")
            }
            cues.append(
                StanceCue(kind: measure.kind.rawValue, detail: detail, span: span, weight: weight))
        }
        if cues.count > 1 { cues.sort { $0.weight > $1.weight } }
        return cues
    }

    private func heaviestCues(
        for label: Int, _ tokens: [StanceToken], _ measures: [Float], _ raw: [Float]
    ) -> HeaviestCues {
        var heaviest = HeaviestCues()
        // The gain is linear in the weights of the four columns.
        var direction = SIMD4<Float>(-0.5, -0.5, -0.5, 0)
        direction[label] = 1
        if isForum { direction[3] = label == 0 ? 1.5 : label == 2 ? -1.5 : 0 }
        direction *= model.scale
        for at in found.indices where found[at].first >= 0 {
            let weight = (Self.widened(found[at].weights) * direction).sum() * found[at].value
            guard weight > heaviest.least else { continue }
            heaviest.offer(weight, of: at, rank: weight * Self.telling(found[at], tokens))
        }
        let ownCount = StanceMeasures.ownCount
        let answered = ownCount..<ownCount + StanceMeasures.parentCount
        let gains = measureGains[label]
        for at in measures.indices where raw[at] != 0 {
            let excess = at < ownCount ? measures[at] - model.means[at] * 0.5 : measures[at]
            let weight = gains[at] * excess
            // What stands in the other comment is a reason of the model, and a poor one to a reader.
            heaviest.offer(weight, of: -1 - at, rank: answered.contains(at) ? weight / 2 : weight)
        }
        return heaviest
    }

    /// How much words tell a reader: 1 where one of them is more than a function word, 0 for marks.
    private static func telling(_ word: Found, _ tokens: [StanceToken]) -> Float {
        var telling: Float = 0
        for token in tokens[Int(word.first)..<Int(word.end)] where token.isWord {
            if !token.classes.contains(.functionWord)
                || token.classes.rawValue & WordClasses.cueBits != 0
            {
                return 1
            }
            telling = 0.25
        }
        return telling
    }

    /// The tokens that a measure is about, at most three.
    private static func places(
        of measure: StanceMeasures.Measure, _ tokens: [StanceToken], _ answered: [UInt32]
    ) -> [Int32] {
        if measure.kind == .overlap || measure.name == "flipped" {
            return meetingPlaces(tokens, answered, flippedOnly: measure.name == "flipped")
        }
        guard !measure.words.isEmpty else { return [] }
        let isSaidToOther = measure.kind == .secondPerson && measure.words != .secondPerson
        var found: Int?
        for at in tokens.indices {
            if found == nil, !tokens[at].classes.isDisjoint(with: measure.words) { found = at }
            if let place = found {
                guard isSaidToOther else { return [Int32(place)] }
            }
            guard isSaidToOther, tokens[at].endsSentence || at == tokens.count - 1 else { continue }
            // Both have to stand in one sentence.
            if let place = found, sentence(tokens, around: place).contains(where: \.isAddress) {
                return [Int32(place)]
            }
            found = nil
        }
        return []
    }

    private static func sentence(
        _ tokens: [StanceToken], around place: Int
    ) -> ArraySlice<StanceToken> {
        var start = place
        while start > 0 && !tokens[start - 1].endsSentence { start -= 1 }
        var end = place
        while end < tokens.count && !tokens[end].endsSentence { end += 1 }
        return tokens[start..<end]
    }

    /// The first words whose stem is in what is answered too, each stem once.
    private static func meetingPlaces(
        _ tokens: [StanceToken], _ answered: [UInt32], flippedOnly: Bool
    ) -> [Int32] {
        var places: [Int32] = []
        var stems: [UInt32] = []
        var denialReach = 0
        for (at, token) in tokens.enumerated() {
            guard token.isWord else {
                denialReach = 0
                continue
            }
            let isDenied = denialReach > 0
            denialReach = token.classes.contains(.negation) ? 5 : max(0, denialReach - 1)
            guard !token.classes.contains(.functionWord), places.count < 3 else { continue }
            let stem = token.stem & ~1
            guard !stems.contains(stem) else { continue }
            var low = 0
            var high = answered.count
            while low < high {
                let middle = (low + high) / 2
                if answered[middle] < stem { low = middle + 1 } else { high = middle }
            }
            guard low < answered.count, answered[low] & ~1 == stem else { continue }
            if flippedOnly, (answered[low] & 1 == 1) == isDenied { continue }
            stems.append(stem)
            places.append(Int32(at))
        }
        return places
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

/// The eight of what is offered that rank highest: enough to choose three from.
private struct HeaviestCues {
    private var ranks = SIMD8<Float>(repeating: 0.02)
    private var weights = SIMD8<Float>(repeating: 0)
    private var places = SIMD8<Int32>(repeating: 0)
    private var count = 0

    /// What ranks no higher is not kept.
    var least: Float { ranks[7] }

    /// Keeps a candidate if it is among the heaviest; of equal ones the first.
    @inline(__always)
    mutating func offer(_ weight: Float, of place: Int, rank: Float) {
        guard rank > ranks[7] else { return }
        var at = 7
        while at > 0 && ranks[at - 1] < rank {
            ranks[at] = ranks[at - 1]
            weights[at] = weights[at - 1]
            places[at] = places[at - 1]
            at -= 1
        }
        ranks[at] = rank
        weights[at] = weight
        places[at] = Int32(place)
        count = min(8, count + 1)
    }

    /// The heaviest first.
    var sorted: [(weight: Float, place: Int)] {
        (0..<count).map { (weights[$0], Int(places[$0])) }
    }
}

extension StanceToken {
    /// Whether it speaks to the other.
    fileprivate var isAddress: Bool { classes.contains(.secondPerson) }
}

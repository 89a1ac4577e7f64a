import LanguageTools

/// A run of words of one text that stands, exactly or nearly, in an earlier text.
package struct Passage: Sendable {
    /// The words `[start, end)` of the later text.
    package var start: Int
    package var end: Int
    /// The earlier text and its words `[sourceStart, sourceEnd)`.
    package var source: Int
    package var sourceStart: Int
    package var sourceEnd: Int
    /// The number of words that are the same in both.
    package var matched: Int
    /// The information of those words in nats.
    package var mass: Float

    var length: Int { end - start }
}

/// Finds the passages that a text shares with earlier ones: runs of three words as seeds, chained
/// along diagonals, their ends stretched word by word.
///
/// The shape is that of text-reuse detection (Smith et al., passim; PAN text alignment): seed,
/// extend, filter. Seeds of a chain may be apart by a few words that were put in, dropped or
/// altered; `maximumGap` and `maximumShift` say how many.
struct PassageMatcher {
    /// The words that may lie between two seeds of one chain in the later text.
    static let maximumGap = 8
    /// The words that may be missing or extra in the source between two seeds of one chain.
    static let maximumShift = 10
    /// The words by which each end of a chain is moved outward at most: a text that repeats one
    /// line thousands of times would otherwise be walked through for each.
    static let mostStretched = 64
    /// The runs of one text that are looked for in others at most; one of 100,000 words has fewer, and
    /// one that repeats some words for megabytes would fill the memory.
    static let mostSeeds = 1_000_000
    /// The information below which a chain is not worth a look.
    static let leastMass: Float = 5

    private var index: PassageIndex
    private let text: DiscussionText
    /// The newest chain of each text and the comment that it was made for.
    private var newestChain: [Int32]
    private var newestChainOwner: [Int32]
    /// The keys of the runs of one text, and whose they are; -1 of none.
    private var keys: [UInt64] = []
    private var keysOwner = -1
    /// What is used anew for each text.
    private var beginnings: [Int32] = []
    private var seeds: [Seed] = []

    /// A run of three words that stands in an earlier text as well.
    private struct Seed {
        var position: Int32
        var source: Int32
        var sourcePosition: Int32
    }

    private struct Chain {
        var passage: Passage
        /// The chain of the same source made before this one.
        var previous: Int32
    }

    init(_ text: DiscussionText) {
        self.text = text
        index = PassageIndex(expectedWords: text.texts.reduce(0) { $0 + $1.tokens.count })
        newestChain = Array(repeating: -1, count: text.texts.count)
        newestChainOwner = Array(repeating: -1, count: text.texts.count)
    }

    /// Adds a text's own words, those outside the given passages, to what later texts may repeat.
    mutating func remember(_ ordinal: Int, without quoted: [Range<Int>]) {
        let tokens = text.texts[ordinal].tokens
        guard tokens.count >= 3 else { return }
        readKeys(of: ordinal, tokens)
        var zone = 0
        var position = 0
        while position + 2 < tokens.count {
            while zone < quoted.count && quoted[zone].upperBound <= position { zone += 1 }
            if zone < quoted.count && quoted[zone].lowerBound < position + 3 {
                position = max(position + 1, quoted[zone].upperBound)
                continue
            }
            if !names(tokens, at: position) {
                index.insert(keys[position], text: ordinal, position: position)
            }
            position += 1
        }
    }

    /// Reads the keys of a text, unless they are there from the step before.
    private mutating func readKeys(of ordinal: Int, _ tokens: [Token]) {
        guard keysOwner != ordinal else { return }
        keysOwner = ordinal
        keys.removeAll(keepingCapacity: true)
        for at in 0..<(tokens.count - 2) {
            keys.append(
                PassageIndex.key(tokens[at].word, tokens[at + 1].word, tokens[at + 2].word))
        }
    }

    /// Whether one of three words is a name with an at-sign: whoever names somebody that others have
    /// named does not quote them.
    private func names(_ tokens: [Token], at position: Int) -> Bool {
        tokens[position].marks.contains(.followsAtSign)
            || tokens[position + 1].marks.contains(.followsAtSign)
            || tokens[position + 2].marks.contains(.followsAtSign)
    }

    /// The passages that a text shares with those remembered so far, by falling mass.
    mutating func passages(of ordinal: Int) -> [Passage] {
        let tokens = text.texts[ordinal].tokens
        guard tokens.count >= 3 else { return [] }
        readKeys(of: ordinal, tokens)
        findSeeds(tokens)
        guard !seeds.isEmpty else { return [] }
        var sums = [Float](repeating: 0, count: tokens.count + 1)
        for (at, token) in tokens.enumerated() {
            sums[at + 1] = sums[at] + text.information[Int(token.word)]
        }
        var chains: [Chain] = []
        for seed in seeds {
            extend(
                &chains,
                with: (Int(seed.position), Int(seed.source), Int(seed.sourcePosition)), sums: sums,
                tokens: tokens, owner: ordinal)
        }
        var passages: [Passage] = []
        for chain in chains where chain.passage.mass >= Self.leastMass / 2 {
            passages.append(stretched(chain.passage, of: ordinal))
        }
        passages = joined(passages, in: tokens)
        passages.removeAll { $0.mass < Self.leastMass }
        passages.sort {
            ($0.mass, $1.source, $1.start) > ($1.mass, $0.source, $0.start)
        }
        return passages
    }

    /// Looks the keys of a text up.
    private mutating func findSeeds(_ tokens: [Token]) {
        seeds.removeAll(keepingCapacity: true)
        index.findBeginnings(of: keys, into: &beginnings)
        for (position, beginning) in beginnings.enumerated()
        where beginning >= 0 && seeds.count < Self.mostSeeds && !names(tokens, at: position) {
            index.forEachPlace(of: keys[position], from: beginning) { source, sourcePosition in
                seeds.append(
                    Seed(
                        position: Int32(position), source: Int32(source),
                        sourcePosition: Int32(sourcePosition)))
            }
        }
    }

    /// Puts a seed into the best chain of its source or begins a new one.
    private mutating func extend(
        _ chains: inout [Chain], with seed: (position: Int, source: Int, sourcePosition: Int),
        sums: [Float], tokens: [Token], owner: Int
    ) {
        let (position, source, sourcePosition) = seed
        var head: Int32 = newestChainOwner[source] == owner ? newestChain[source] : -1
        var best = -1
        var tries = 0
        let newest = head
        while head >= 0 && tries < 6 {
            let passage = chains[Int(head)].passage
            let gap = position - passage.end
            let shift = (sourcePosition - passage.sourceEnd) - gap
            if gap > 0, hasLineStart(tokens, passage.end..<position) {
                head = chains[Int(head)].previous
                tries += 1
                continue
            }
            if shift == 0 && gap <= Self.maximumGap && position + 3 > passage.end {
                best = Int(head)
                break
            }
            if best < 0, gap >= -2, gap <= Self.maximumGap, abs(shift) <= Self.maximumShift,
                sourcePosition + 3 > passage.sourceEnd, sourcePosition >= passage.sourceEnd - 2
            {
                best = Int(head)
            }
            head = chains[Int(head)].previous
            tries += 1
        }
        guard best >= 0 else {
            chains.append(
                Chain(
                    passage: Passage(
                        start: position, end: position + 3, source: source,
                        sourceStart: sourcePosition, sourceEnd: sourcePosition + 3, matched: 3,
                        mass: sums[position + 3] - sums[position]),
                    previous: newest))
            newestChain[source] = Int32(chains.count - 1)
            newestChainOwner[source] = Int32(owner)
            return
        }
        let end = chains[best].passage.end
        let from = max(end, position)
        guard position + 3 > from else { return }
        chains[best].passage.mass += sums[position + 3] - sums[from]
        chains[best].passage.matched += position + 3 - from
        chains[best].passage.end = position + 3
        chains[best].passage.sourceEnd = max(chains[best].passage.sourceEnd, sourcePosition + 3)
    }

    /// Whether a line begins among words that do not agree: then they are the quoter's answer, and
    /// what comes before and after are two quotations.
    private func hasLineStart(_ tokens: [Token], _ words: Range<Int>) -> Bool {
        guard words.count <= Self.maximumGap else { return true }
        return words.contains { tokens[$0].marks.contains(.startsLine) }
    }

    /// A passage with its ends moved outward over words that are the same, passing over one
    /// altered word where two more agree behind it.
    private func stretched(_ passage: Passage, of owner: Int) -> Passage {
        var result = passage
        let tokens = text.texts[owner].tokens
        let source = text.texts[passage.source].tokens
        func same(_ a: Int, _ b: Int) -> Bool {
            tokens.indices.contains(a) && source.indices.contains(b)
                && tokens[a].word == source[b].word
                && !tokens[a].marks.contains(.followsAtSign)
        }
        for _ in 0..<Self.mostStretched {
            if same(result.start - 1, result.sourceStart - 1) {
                result.start -= 1
                result.sourceStart -= 1
            } else if same(result.start - 2, result.sourceStart - 2),
                same(result.start - 3, result.sourceStart - 3)
            {
                result.start -= 2
                result.sourceStart -= 2
            } else {
                break
            }
            result.matched += 1
            result.mass += text.information[Int(tokens[result.start].word)]
        }
        for _ in 0..<Self.mostStretched {
            if same(result.end, result.sourceEnd) {
                result.end += 1
                result.sourceEnd += 1
            } else if same(result.end + 1, result.sourceEnd + 1),
                same(result.end + 2, result.sourceEnd + 2)
            {
                result.end += 2
                result.sourceEnd += 2
            } else {
                break
            }
            result.matched += 1
            result.mass += text.information[Int(tokens[result.end - 1].word)]
        }
        guard result.length >= 8 else { return result }
        // A long line with its first or last word altered is quoted whole.
        let here = text.texts[owner]
        let start = result.start
        if start > 0, result.sourceStart > 0, tokens[start - 1].marks.contains(.startsLine),
            here.separator(afterWord: start - 1) == " "
        {
            result.start -= 1
            result.sourceStart -= 1
        }
        let end = result.end
        if end < tokens.count, result.sourceEnd < source.count,
            end + 1 == tokens.count || tokens[end + 1].marks.contains(.startsLine),
            here.separator(afterWord: end - 1) == " "
        {
            result.end += 1
            result.sourceEnd += 1
        }
        return result
    }

    /// Passages of one source that follow each other closely in the later text, made one: a
    /// quotation with words left out of the middle.
    private func joined(_ passages: [Passage], in tokens: [Token]) -> [Passage] {
        guard passages.count > 1 else { return passages }
        let ordered = passages.sorted {
            ($0.source, $0.start, $0.sourceStart) < ($1.source, $1.start, $1.sourceStart)
        }
        var result: [Passage] = []
        for passage in ordered {
            guard let last = result.last, last.source == passage.source,
                passage.start - last.end <= 3, passage.start >= last.end - 1,
                passage.end > last.end, passage.sourceStart >= last.sourceEnd - 1,
                passage.start <= last.end || !hasLineStart(tokens, last.end..<passage.start)
            else {
                result.append(passage)
                continue
            }
            var both = last
            let repeated = max(0, last.end - passage.start)
            both.end = passage.end
            both.sourceEnd = passage.sourceEnd
            both.matched += passage.matched - repeated
            both.mass += passage.mass
            result[result.count - 1] = both
        }
        return result
    }
}

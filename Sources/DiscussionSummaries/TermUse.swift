import LanguageTools

/// Comments that are summed up together.
struct SummedPart {
    /// Their ordinals, rising.
    var comments: [Int]
    /// Whether the first of them is what the others are about, where no article stands apart.
    var opens = true
}

/// How the terms of a pool are used in some comments that are summed up together.
struct TermUse {
    private struct Use {
        var sentences = 0
        var comments = 0
        var commenters = 0
        var lastComment = -1
        var firstPart = 0
        var firstSentence = 0
    }

    private struct Pair {
        var term: Int
        var commenter: Int
    }

    /// The terms that a candidate has, in the order of their first use.
    private(set) var present: [Int] = []
    /// Per candidate: the place of its comment; the opening is 0.
    private(set) var commentPlaces: [Int] = []
    /// Which commenters use which term, a pair for each comment.
    private var pairs: [Pair] = []
    private var pairsByTerm: [Pair] = []
    /// Per commenter of the pool: the last term that was counted for them, as long as `read` runs.
    private var counted: [Int]
    /// Per term of the pool; nothing between `read` and the next `forget` but for those present.
    private var uses: [Use]
    private let pool: SentencePool
    private var sentences = 0
    private var comments = 1

    init(_ pool: SentencePool) {
        self.pool = pool
        uses = [Use](repeating: Use(), count: pool.termCount)
        counted = [Int](repeating: -1, count: pool.commenterCount)
    }

    /// - Parameters:
    ///   - indices: candidates of the pool, rising.
    ///   - part: what is summed up.
    /// - Complexity: O(t) in the terms t of the sentences.
    mutating func read(_ indices: [Int], of part: SummedPart) {
        for id in present { uses[id] = Use() }
        present.removeAll(keepingCapacity: true)
        commentPlaces.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        sentences = max(1, indices.count)
        let comments = part.comments
        self.comments = max(1, comments.count)
        let offset = part.opens && !pool.hasArticle ? 0 : 1
        var place = 0
        for index in indices {
            let candidate = pool.candidates[index]
            while place < comments.count, comments[place] < candidate.comment { place += 1 }
            commentPlaces.append(place + offset)
            for at in pool.termStarts[index]..<pool.termStarts[index + 1] {
                let id = pool.termIDs[at]
                if uses[id].sentences == 0 {
                    present.append(id)
                    uses[id].firstPart = place + offset
                    uses[id].firstSentence = candidate.place
                }
                uses[id].sentences += 1
                if uses[id].lastComment != candidate.comment {
                    uses[id].lastComment = candidate.comment
                    uses[id].comments += 1
                    pairs.append(Pair(term: id, commenter: pool.commenterPlaces[index]))
                }
            }
        }
        countCommenters()
        for (id, sentence) in pool.openingPlaces where uses[id].sentences > 0 {
            guard (0, sentence) < (uses[id].firstPart, uses[id].firstSentence) else { continue }
            uses[id].firstPart = 0
            uses[id].firstSentence = sentence
        }
    }

    /// Counts for each present term the different commenters who use it.
    private mutating func countCommenters() {
        // Every term has as many pairs as comments; they are laid together, term by term.
        var end = 0
        for id in present {
            uses[id].commenters = end
            end += uses[id].comments
        }
        pairsByTerm.removeAll(keepingCapacity: true)
        pairsByTerm.append(contentsOf: pairs)
        for pair in pairs {
            pairsByTerm[uses[pair.term].commenters] = pair
            uses[pair.term].commenters += 1
        }
        for id in present { uses[id].commenters = 0 }
        for pair in pairsByTerm where counted[pair.commenter] != pair.term {
            counted[pair.commenter] = pair.term
            uses[pair.term].commenters += 1
        }
        for pair in pairs { counted[pair.commenter] = -1 }
    }

    /// The value of each `WordFeature` for a term that is present.
    func features(of id: Int) -> [Double] {
        var features: [Double] = []
        read(id, into: &features)
        return features
    }

    /// Puts the value of each `WordFeature` for a term that is present in the place of others.
    func read(_ id: Int, into features: inout [Double]) {
        let use = uses[id]
        let shape = pool.shapes[id]
        let opens = use.firstPart == 0
        features.removeAll(keepingCapacity: true)
        for feature in WordFeature.allCases {
            let value: Double =
                switch feature {
                case .logSentences: FloatMath.log(Double(use.sentences))
                case .sentenceShare: min(1, 5 * Double(use.sentences) / Double(sentences))
                case .commentShare: Double(use.comments) / Double(comments)
                case .inTwoComments: use.comments > 1 ? 1 : 0
                case .logCommenters: FloatMath.log(Double(use.commenters))
                case .inOpening: opens ? 1 : 0
                case .inOpeningHead: opens && use.firstSentence < 2 ? 1 : 0
                case .early: 1 / Double(1 + use.firstPart)
                case .earlyInComment: 1 / Double(1 + use.firstSentence)
                case .capital: Double(shape.capitals) / Double(max(1, shape.uses))
                case .digit: shape.hasDigit ? 1 : 0
                case .length: Double(min(12, shape.letters)) / 12
                case .name: shape.isName ? 1 : 0
                }
            features.append(value)
        }
    }
}

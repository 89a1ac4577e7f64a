import DiscussionModel
import LanguageTools

/// A sentence that a summary may take.
struct Candidate {
    /// The ordinal of its comment; 0 for the article.
    var comment: Int
    /// Who says it; unlike for comments whose author is not known.
    var commenter: Int
    var span: TextSpan
    /// The words, where three letters of a script without spaces stand for one.
    var words: Int
    /// Whether it is worth reading by itself; the others are taken only where none is.
    var isGood: Bool
    /// How fit it is to stand alone, above 0.
    var quality: Double
    /// How much it and its comment were taken up by others, 1 or more.
    var resonance = 1.0
}

/// All sentences that a summary may take, in the order of the discussion, with their terms.
struct SentencePool {
    private(set) var candidates: [Candidate] = []
    /// `termIDs[termStarts[k]..<termStarts[k + 1]]` are the terms of candidate `k`, each once,
    /// rising; `termWeights` has their weights, whose squares sum up to 1.
    private(set) var termStarts: [Int] = [0]
    private(set) var termIDs: [Int] = []
    private(set) var termWeights: [Double] = []
    /// The number of different terms.
    private(set) var termCount = 0
    private var firstCandidates: [Int] = []
    private var vocabulary = Vocabulary()

    /// The pool of the comments of a discussion.
    init(of discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures) {
        let quotations = Grouping(graph.quotations, by: \.comment)
        let mentions = Grouping(graph.mentions, by: \.comment)
        firstCandidates = [0, 0]
        for (index, comment) in discussion.comments.enumerated() {
            let ordinal = index + 1
            if !comment.isGhost {
                add(
                    OwnWords(
                        comment.text,
                        quotations: quotations[ordinal].map { graph.quotations[$0].span },
                        mentions: mentions[ordinal].map { graph.mentions[$0] }),
                    comment: ordinal,
                    commenter: index < graph.authorships.count
                        ? graph.commenter(of: ordinal) : -ordinal)
            }
            firstCandidates.append(candidates.count)
        }
        weighResonance(graph, measures)
    }

    /// The pool of the body of an article.
    init(ofArticle discussion: Discussion) {
        add(
            OwnWords(discussion.article.body, quotations: [], mentions: []), comment: 0,
            commenter: -1)
        // An article has one author, whose sentences need not take turns.
        for index in candidates.indices { candidates[index].commenter = -1 - index }
        firstCandidates = [0, candidates.count]
    }

    /// The indices of the candidates of a comment.
    func candidates(of comment: Int) -> Range<Int> {
        comment + 1 < firstCandidates.count
            ? firstCandidates[comment]..<firstCandidates[comment + 1] : 0..<0
    }

    /// Adds the sentences of a comment. Its first ones say more than those that follow: the factor
    /// 1 + 1 / 2k for the k-th, which helped a little on the 215 threads of ConvoSumm's mails for
    /// training (ROUGE-1 F 0.254 with three sentences, 0.253 without; Fabbri et al. 2021).
    private mutating func add(_ own: OwnWords, comment: Int, commenter: Int) {
        var place = 0
        for piece in own.pieces where piece.bytes.count <= Self.mostBytes {
            let terms = SentenceTerms(in: own.bytes, piece.bytes)
            guard terms.words > 0, terms.words <= Self.mostWords else { continue }
            let judgement = SentenceJudgement(piece, terms, in: own.bytes)
            candidates.append(
                Candidate(
                    comment: comment, commenter: commenter, span: piece.span, words: terms.words,
                    isGood: judgement.isGood,
                    quality: judgement.quality * (1 + 0.5 / Double(1 + place))))
            place += 1
            let ids = terms.hashes.map { Int(vocabulary.number(of: $0)) }.sorted()
            for (index, id) in ids.enumerated() where index == 0 || id != ids[index - 1] {
                termIDs.append(id)
            }
            termStarts.append(termIDs.count)
        }
    }

    /// Nothing longer is ever taken: it is no sentence.
    private static let mostWords = 200
    private static let mostBytes = 4_000

    /// Gives every term of every sentence its weight: ln(1 + N / df), scaled to length 1, where N
    /// is the number of sentences and df that of the sentences with the term.
    mutating func weighTerms() {
        termCount = vocabulary.count
        var frequencies = [Double](repeating: 0, count: termCount)
        for id in termIDs { frequencies[id] += 1 }
        termWeights = termIDs.map { FloatMath.log(1 + Double(candidates.count) / frequencies[$0]) }
        for index in candidates.indices {
            let range = termStarts[index]..<termStarts[index + 1]
            let length = range.reduce(0.0) { $0 + termWeights[$1] * termWeights[$1] }.squareRoot()
            for place in range { termWeights[place] /= length }
        }
    }

    /// 1 + ln(1 + r) / 2 + ln(1 + q), with the number r of direct replies to the comment, and q of
    /// quotations of the sentence by others. The halving is ours: a reply answers the comment, of
    /// which the sentence is a part, a quotation this very sentence.
    private mutating func weighResonance(_ graph: ReplyGraph, _ measures: DiscussionMeasures) {
        var quoted = [Double](repeating: 0, count: candidates.count)
        for quotation in graph.quotations where quotation.source > 0 {
            let range = candidates(of: quotation.source)
            var index = range.lowerBound
            var end = range.upperBound
            // The first candidate that ends behind the start of what is quoted.
            while index < end {
                let middle = (index + end) / 2
                if candidates[middle].span.end <= quotation.sourceSpan.start {
                    index = middle + 1
                } else {
                    end = middle
                }
            }
            // A quotation of very many sentences says little of each.
            for index in index..<min(index + 8, range.upperBound) {
                let span = candidates[index].span
                let shared = span.overlap(with: quotation.sourceSpan)
                guard shared > 0 else { break }
                let isOther =
                    quotation.comment > graph.authorships.count
                    || graph.commenter(of: quotation.comment) != candidates[index].commenter
                if isOther, 2 * shared >= min(span.length, quotation.sourceSpan.length) {
                    quoted[index] += 1
                }
            }
        }
        for index in candidates.indices {
            let comment = candidates[index].comment - 1
            let replies =
                measures.comments.indices.contains(comment)
                ? Double(measures.comments[comment].directReplies) : 0
            candidates[index].resonance =
                1 + FloatMath.log(1 + replies) / 2 + FloatMath.log(1 + quoted[index])
        }
    }
}

/// The indices of elements by an ordinal that each has.
private struct Grouping {
    private var indices: [Int: [Int]] = [:]

    init<Element>(_ elements: [Element], by ordinal: KeyPath<Element, Int>) {
        for (index, element) in elements.enumerated() {
            indices[element[keyPath: ordinal], default: []].append(index)
        }
    }

    subscript(ordinal: Int) -> [Int] { indices[ordinal] ?? [] }
}

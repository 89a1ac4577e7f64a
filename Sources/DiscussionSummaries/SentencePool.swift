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
    /// What it lacks to stand alone, 0 or more, in words of a summary.
    var lack: Double
    /// What a linear model weighs.
    var marks: SentenceJudgement.Marks
    /// The share of its words without content of their own, 0...1.
    var functionShare: Double
    /// Its place among the candidates of its comment, from 0, and how many these are.
    var place: Int
    var siblings = 1
    /// How much it and its comment were taken up by others, 0 or more.
    var resonance = 0.0
}

/// All sentences that a summary may take, in the order of the discussion, with their terms.
struct SentencePool {
    /// How a term is written wherever it is used.
    struct Shape {
        var uses = 0
        /// Uses with a capital inside a sentence.
        var capitals = 0
        var hasDigit = false
        var letters = 0
        /// Whether it is part of a commenter's name.
        var isName = false
    }

    private(set) var candidates: [Candidate] = []
    /// `termIDs[termStarts[k]..<termStarts[k + 1]]` are the terms of candidate `k`, each once,
    /// rising; `termWeights` has their weights, whose squares sum up to 1.
    private(set) var termStarts: [Int] = [0]
    private(set) var termIDs: [Int] = []
    private(set) var termWeights: [Double] = []
    /// The number of different terms.
    private(set) var termCount = 0
    /// Per term: how it is written.
    private(set) var shapes: [Shape] = []
    /// Per term.
    private var hashes: [UInt64] = []
    /// Terms of the title and the article's head and the sentence that has them first; 0 is the
    /// title.
    private(set) var openingPlaces: [(id: Int, sentence: Int)] = []
    /// Whether an article stands apart from the comments.
    private(set) var hasArticle = false
    /// Per candidate: its words without a plural's `s`; kept only for learning.
    private(set) var stems: [[UInt64]] = []
    /// Per candidate: its commenter among those of all candidates, from 0.
    private(set) var commenterPlaces: [Int] = []
    /// The number of different commenters of candidates.
    private(set) var commenterCount = 0
    private let keepsStems: Bool
    private var firstCandidates: [Int] = []
    private var vocabulary = Vocabulary()
    /// The words of the sentence that is being added.
    private var terms = SentenceTerms()

    /// The pool of the comments of a discussion.
    init(
        of discussion: Discussion, graph: ReplyGraph, measures: DiscussionMeasures,
        keepsStems: Bool = false
    ) {
        self.keepsStems = keepsStems
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
        markNames(graph.commenters)
        readOpening(discussion.article)
        placeCommenters()
        weighTerms()
    }

    /// The pool of the body of an article.
    init(ofArticle discussion: Discussion) {
        keepsStems = false
        add(
            OwnWords(discussion.article.body, quotations: [], mentions: []), comment: 0,
            commenter: -1)
        // An article has one author, whose sentences need not take turns.
        for index in candidates.indices { candidates[index].commenter = -1 - index }
        firstCandidates = [0, candidates.count]
        placeCommenters()
        weighTerms()
    }

    /// The hash of a term.
    func hash(of id: Int) -> UInt64 { hashes[id] }

    /// The ordinals of all comments.
    var comments: Range<Int> {
        1..<max(1, firstCandidates.count - 1)
    }

    /// The indices of the candidates of a comment.
    func candidates(of comment: Int) -> Range<Int> {
        comment + 1 < firstCandidates.count
            ? firstCandidates[comment]..<firstCandidates[comment + 1] : 0..<0
    }

    /// Whether a sentence says enough to stand for people: "I have nothing to add to that" agrees,
    /// but out of its place tells nobody with what. Three words of content are ours: what is shown
    /// as the view of a camp, or of all, is read without the comment that it answers.
    func isTelling(_ index: Int) -> Bool { termStarts[index + 1] - termStarts[index] >= 3 }

    /// Adds the sentences of a comment.
    private mutating func add(_ own: OwnWords, comment: Int, commenter: Int) {
        let first = candidates.count
        for piece in own.pieces where piece.bytes.count <= Self.mostBytes {
            terms.read(own.bytes, piece.bytes)
            guard terms.words > 0, terms.words <= Self.mostWords else { continue }
            let judgement = SentenceJudgement(piece, terms, in: own.bytes)
            if keepsStems { stems.append(terms.stems) }
            let different = addTerms()
            candidates.append(
                Candidate(
                    comment: comment, commenter: commenter, span: piece.span, words: terms.words,
                    isGood: judgement.isGood, lack: judgement.lack, marks: judgement.marks,
                    functionShare: 1 - min(1, Double(different) / Double(terms.words)),
                    place: candidates.count - first))
        }
        for index in first..<candidates.count {
            candidates[index].siblings = candidates.count - first
        }
    }

    /// Adds the `terms` of a sentence and says how many of them are different.
    private mutating func addTerms() -> Int {
        let first = termIDs.count
        for place in terms.hashes.indices {
            let id = number(of: terms.hashes[place])
            let shape = terms.shapes[place]
            shapes[id].uses += 1
            if shape.isCapital { shapes[id].capitals += 1 }
            shapes[id].hasDigit = shapes[id].hasDigit || shape.hasDigit
            shapes[id].letters = shape.letters
            // Sentences are short: each term is put where it belongs at once.
            var at = termIDs.count
            while at > first, termIDs[at - 1] > id { at -= 1 }
            if at == first || termIDs[at - 1] != id { termIDs.insert(id, at: at) }
        }
        termStarts.append(termIDs.count)
        return termIDs.count - first
    }

    private mutating func number(of hash: UInt64) -> Int {
        let id = Int(vocabulary.number(of: hash))
        if id == shapes.count {
            shapes.append(Shape())
            hashes.append(hash)
        }
        return id
    }

    /// Says which terms are parts of the names of commenters.
    private mutating func markNames(_ commenters: [Commenter]) {
        for commenter in commenters {
            guard let name = commenter.name else { continue }
            // Of an address of mail the name before the @.
            let bytes = Array(name.prefix { $0 != "@" }.utf8)
            for hash in SentenceTerms(in: bytes, bytes.indices).hashes {
                if let id = vocabulary.existingNumber(of: hash) { shapes[Int(id)].isName = true }
            }
        }
    }

    /// Notes where the title and the first sentences of the article have a term first.
    private mutating func readOpening(_ article: Article) {
        hasArticle = article.body.utf8.contains { $0 > 0x20 }
        var seen: Set<UInt32> = []
        func note(_ hashes: [UInt64], _ sentence: Int, _ vocabulary: Vocabulary) {
            for hash in hashes {
                if let id = vocabulary.existingNumber(of: hash), seen.insert(id).inserted {
                    openingPlaces.append((Int(id), sentence))
                }
            }
        }
        if let title = article.title.map({ Array($0.utf8) }) {
            note(SentenceTerms(in: title, title.indices).hashes, 0, vocabulary)
        }
        guard hasArticle else { return }
        let body = Array(article.body.utf8)
        for (place, sentence) in sentences(in: body).prefix(Self.openingSentences).enumerated() {
            note(SentenceTerms(in: body, sentence.bytes).hashes, place + 1, vocabulary)
        }
    }

    /// More of an article is not its head.
    private static let openingSentences = 20

    /// Nothing longer is ever taken: it is no sentence.
    private static let mostWords = 200
    private static let mostBytes = 4_000

    private mutating func placeCommenters() {
        var places: [Int: Int] = [:]
        for candidate in candidates {
            let place = places[candidate.commenter] ?? places.count
            places[candidate.commenter] = place
            commenterPlaces.append(place)
        }
        commenterCount = places.count
    }

    /// Gives every term of every sentence its weight: ln(1 + N / df), scaled to length 1, where N
    /// is the number of sentences and df that of the sentences with the term.
    private mutating func weighTerms() {
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

    /// ln(1 + r) / 2 + ln(1 + q), with the number r of direct replies to the comment, and q of
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
                FloatMath.log(1 + replies) / 2 + FloatMath.log(1 + quoted[index])
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

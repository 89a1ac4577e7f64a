import DiscussionModel
import LanguageTools

/// Reads the own words of comments: without what they repeat, whom they name and links.
struct OwnWordReader {
    /// The own words of one comment.
    struct Reading {
        /// The sentences that are its own.
        var own: OwnWords
        /// The words that may be part of a term, in order.
        var words: [Word] = []
        /// How many words of its own it has, function words among them.
        var length = 0
    }

    /// A word that may be part of a term.
    struct Word {
        /// How terms know it.
        var unit: TermUnit
        /// Where it stands, in scalars.
        var scalars: Range<Int>
        /// Its first byte.
        var byteStart: Int
        /// Whether it begins a sentence, where a capital letter says nothing.
        var startsSentence: Bool
    }

    /// What a word is to the terms, by its number.
    private enum Role: UInt8 {
        case content, function, negation, name, nameWhereCapital
    }

    let discussion: Discussion
    private var vocabulary: Vocabulary
    private var roles: [Role]
    private let quotations: OrdinalIndex
    private let mentions: OrdinalIndex
    private let graph: ReplyGraph

    /// Longer runs of letters are no words that anybody would read.
    private static let mostScalars = 40

    /// The number of different words so far; the numbers of units are below it.
    var wordCount: Int { vocabulary.count }

    init(discussion: Discussion, graph: ReplyGraph) {
        self.discussion = discussion
        self.graph = graph
        vocabulary = CommonWords.shared.vocabulary
        roles = []
        quotations = OrdinalIndex(
            graph.quotations.map(\.comment), count: discussion.comments.count)
        mentions = OrdinalIndex(graph.mentions.map(\.comment), count: discussion.comments.count)
        noteNames()
        for (hash, role) in Self.closedWords { set(role, of: vocabulary.number(of: hash)) }
    }

    /// The words that are no content, by the hashes of their normal forms.
    private static let closedWords: [(hash: UInt64, role: Role)] = {
        var words: [(UInt64, Role)] = []
        func note(_ word: some StringProtocol, as role: Role) {
            let form = NormalForm.ofWord(String(word))
            words.append((WordHash(ofNormalForm: form).value, role))
        }
        for word in FunctionWords.list.split(whereSeparator: \.isWhitespace) {
            note(word, as: .function)
            // "dont" is written for "don't"; but "hell" is a word.
            if ["n't", "'m", "'s", "'ve"].contains(where: { word.hasSuffix($0) }) {
                note(word.filter { $0 != "'" }, as: .function)
            }
        }
        for word in FunctionWords.negations.split(whereSeparator: \.isWhitespace) {
            note(word, as: .negation)
        }
        return words
    }()

    /// Takes in the words of names that are no everyday words: a name of one word is a name
    /// wherever it stands, the words of longer ones where they have a capital letter. Everyday
    /// words are names only where a mention says so.
    private mutating func noteNames() {
        for commenter in graph.commenters {
            for name in [commenter.name].compactMap(\.self) + commenter.aliases {
                let tokens = TokenizedText(name, vocabulary: &vocabulary).tokens
                for token in tokens {
                    for number in [token.word, token.stem]
                    where Int(number) >= CommonWords.shared.shares.count {
                        let role = tokens.count == 1 ? Role.name : .nameWhereCapital
                        if self.role(of: number) != .name { set(role, of: number) }
                    }
                }
            }
        }
    }

    private mutating func set(_ role: Role, of number: UInt32) {
        while roles.count <= Int(number) { roles.append(.content) }
        roles[Int(number)] = role
    }

    /// Whether a word may be a term by itself, by its number.
    func isContent(_ number: UInt32) -> Bool { role(of: number) == .content }

    private func role(of number: UInt32) -> Role {
        Int(number) < roles.count ? roles[Int(number)] : .content
    }

    /// The own words of the comment at an ordinal; `nil` where it is not there or its words were
    /// taken away.
    ///
    /// - Complexity: O(bytes of the comment) and its quotations and mentions.
    mutating func reading(of ordinal: Int) -> Reading? {
        guard discussion.comments.indices.contains(ordinal - 1) else { return nil }
        let comment = discussion.comments[ordinal - 1]
        guard !comment.isGhost, comment.removal == nil, !comment.text.isEmpty else { return nil }
        let named = mentions[ordinal].map { graph.mentions[$0] }
        let own = OwnWords(
            comment.text,
            quotations: quotations[ordinal].map { graph.quotations[$0].span }
                + comment.statedQuotations.map(\.span),
            mentions: named)
        var reading = Reading(own: own)
        let text = TokenizedText(comment.text, vocabulary: &vocabulary)
        var outside = ForeignPlaces(
            mentions: named.map(\.span), links: LinkRanges.find(in: text.bytes))
        var piece = 0
        var lastToken = -2
        var lastPiece = -1
        for (index, token) in text.tokens.enumerated() {
            let byte = Int(token.byteStart)
            while piece < own.pieces.count, own.pieces[piece].bytes.upperBound <= byte {
                piece += 1
            }
            guard piece < own.pieces.count else { break }
            guard own.pieces[piece].bytes.contains(byte), !outside.hold(token) else { continue }
            reading.length += 1
            guard let unit = unit(of: token, in: text.bytes) else { continue }
            let follows =
                lastToken == index - 1 && lastPiece == piece
                && text.isDirectly(token, behind: text.tokens[index - 1])
            reading.words.append(
                Word(
                    unit: follows ? unit.following : unit,
                    scalars: Int(token.start)..<Int(token.end), byteStart: byte,
                    startsSentence: token.marks.contains(.startsSentence)
                        || byte == own.pieces[piece].bytes.lowerBound))
            lastToken = index
            lastPiece = piece
        }
        return reading
    }

    /// What a word is to the terms; `nil` where it is part of none.
    private func unit(of token: Token, in bytes: [UInt8]) -> TermUnit? {
        if token.marks.contains(.isIdeograph) {
            // Pairs of Han letters and of Katakana tell something; Hiragana holds the sentence
            // together, and of Thai and its like no two letters are a word.
            let scalar = decodedScalar(in: bytes, at: Int(token.byteStart)).scalar
            guard scalar >= 0x30A0 || scalar == 0x3005 else { return nil }
            return TermUnit(token.word, isIdeograph: true)
        }
        let length = token.end - token.start
        let first = bytes[Int(token.byteStart)]
        guard length > 1, length <= Self.mostScalars, first != 0x5F else { return nil }
        // Small numbers number pages, verses and years of age; they tell something beside a word.
        if length < 4, (0x30...0x39).contains(first) {
            return TermUnit(token.word, isAdjunct: true)
        }
        switch role(of: token.word) {
        case .function: return nil
        case .negation: return TermUnit(token.word, isAdjunct: true)
        case .name: return nil
        case .nameWhereCapital:
            let isName = !token.marks.isDisjoint(with: [.isCapitalized, .followsAtSign])
            return isName ? nil : TermUnit(token.stem)
        case .content:
            // A possessive has the stem of the name.
            return role(of: token.stem) == .name ? nil : TermUnit(token.stem)
        }
    }
}

/// Places of a comment whose words are nobody's own: names and links. Asked for in order.
private struct ForeignPlaces {
    private let mentions: [TextSpan]
    private let links: [Range<Int>]
    private var nextMention = 0
    private var nextLink = 0

    init(mentions: [TextSpan], links: [Range<Int>]) {
        self.mentions = mentions.sorted()
        self.links = links
    }

    /// Whether a word stands in one; the words come by rising place.
    mutating func hold(_ token: Token) -> Bool {
        while nextMention < mentions.count, mentions[nextMention].end <= Int(token.start) {
            nextMention += 1
        }
        while nextLink < links.count, links[nextLink].upperBound <= Int(token.byteStart) {
            nextLink += 1
        }
        if nextMention < mentions.count, mentions[nextMention].start < Int(token.end) {
            return true
        }
        return nextLink < links.count && links[nextLink].contains(Int(token.byteStart))
    }
}

extension TokenizedText {
    /// Whether only a space or a hyphen stands between a word and the one before it, or nothing.
    fileprivate func isDirectly(_ token: Token, behind last: Token) -> Bool {
        guard token.marks.isDisjoint(with: [.startsLine, .startsSentence]) else { return false }
        switch token.start - last.end {
        case 0: return true
        case 1:
            return token.byteStart > 0 && [0x20, 0x2D].contains(bytes[Int(token.byteStart) - 1])
        default: return false
        }
    }
}

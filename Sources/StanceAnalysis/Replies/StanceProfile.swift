import LanguageTools

/// What is counted once in the own words of a comment, for its own replies and for those to it.
package struct StanceProfile: Sendable {
    /// The features of the comment as one that answers, in the order of `StanceMeasures.own`.
    var own: [Float] = []
    /// The features of the comment as what is answered, in the order of `StanceMeasures.parent`.
    var parent: [Float] = []
    /// The stems of what it talks about, rising, the lowest bit set where a denial stands before.
    var topics: [UInt32] = []
    /// The number of words.
    var words = 0
    /// Praise less hostility: -1, 0 or 1.
    var polarity: Float = 0
    /// Whether anything is denied.
    var denies = false
    /// The first words, for the words of a parent that count: at most two.
    var opening: [UInt32] = []

    /// No words at all.
    init() {
        own = [Float](repeating: 0, count: StanceMeasures.own.count)
        parent = [Float](repeating: 0, count: StanceMeasures.parent.count)
    }

    /// Counts a text.
    ///
    /// - Complexity: O(n log n) in the tokens.
    init(_ text: StanceText, quotations: Int, quotedShare: Float) {
        let tokens = text.tokens
        self.init()
        guard text.hasWords else { return }
        own.removeAll(keepingCapacity: true)
        parent.removeAll(keepingCapacity: true)
        var counts = [Int32](repeating: 0, count: WordClasses.count)
        var firstCounts = counts
        var seen: UInt32 = 0
        var openingClasses: UInt32 = 0
        var openingWords = 0
        var marks = Marks()
        var sentence = Sentence()
        var isFirstSentence = true
        var denialReach = 0
        var opening: [UInt32] = []
        topics.reserveCapacity(min(256, tokens.count))
        var lastMark: UInt32 = 0
        for token in tokens {
            let classes = token.classes
            if token.isWord {
                words += 1
                lastMark = 0
                if openingWords < 3 {
                    openingClasses |= classes.rawValue
                    openingWords += 1
                    if openingWords <= 2 { opening.append(token.key) }
                }
                sentence.add(token)
                var bits = classes.rawValue & Self.cueBits
                seen |= bits
                while bits != 0 {
                    let bit = bits.trailingZeroBitCount
                    counts[bit] += 1
                    if isFirstSentence { firstCounts[bit] += 1 }
                    bits &= bits - 1
                }
                if classes.contains(.functionWord) {
                    if classes.contains(.link) { marks.links += 1 }
                } else if topics.count < 256 {
                    topics.append(token.stem & ~1 | (denialReach > 0 ? 1 : 0))
                }
                if classes.contains(.capitals) { marks.capitals += 1 }
                if classes.contains(.number) { marks.numbers += 1 }
                if classes.contains(.elongated) { marks.isElongated = true }
                denialReach = classes.contains(.negation) ? 5 : max(0, denialReach - 1)
                continue
            }
            denialReach = 0
            let isDouble =
                lastMark == StanceToken.questionMark || lastMark == StanceToken.exclamationMark
            switch token.key {
            case StanceToken.questionMark:
                marks.questions += 1
                sentence.asks = true
                if isFirstSentence { marks.asksFirst = true }
                if isDouble { marks.hasDoubleQuestion = true }
            case StanceToken.exclamationMark:
                marks.exclamations += 1
                if isDouble {
                    if lastMark == token.key {
                        marks.hasDoubleExclamation = true
                    } else {
                        marks.hasDoubleQuestion = true
                    }
                }
            case StanceToken.ellipsis: marks.ellipses += 1
            case StanceToken.quotationMark: marks.quotationMarks += 1
            case StanceToken.quotation: marks.segments += marks.sawWord ? 1 : 0
            default: break
            }
            lastMark = token.key
            if token.endsSentence {
                if sentence.words > 0 {
                    marks.close(sentence)
                    isFirstSentence = false
                }
                sentence = Sentence()
            }
            marks.sawWord = words > 0
        }
        if sentence.words > 0 { marks.close(sentence) }
        topics.sort()
        let logarithms = Self.logarithms
        func log(_ count: some BinaryInteger) -> Float {
            let count = Int(count)
            return count < logarithms.count
                ? logarithms[max(0, count)] : FloatMath.log(Float(count + 1))
        }
        func count(_ kind: WordClasses) -> Int32 { counts[kind.rawValue.trailingZeroBitCount] }
        let balance = count(.praising) - count(.hostile)
        polarity = balance > 0 ? 1 : balance < 0 ? -1 : 0
        denies = count(.negation) > 0
        self.opening = opening

        let length = log(words)
        own += [length, length * length / 5]
        let perWord = 5 / Float(max(5, words))
        for kind in 0..<WordClasses.count {
            own.append(log(counts[kind]))
            own.append(Float(counts[kind]) * perWord)
            own.append(log(firstCounts[kind]))
            own.append(openingClasses & (1 << UInt32(kind)) != 0 ? 1 : 0)
        }
        let asksLast = tokens.last?.key == StanceToken.questionMark
        func flag(_ value: Bool) -> Float { value ? 1 : 0 }
        let agreesAtFirst = openingClasses & WordClasses.agreeing.rawValue != 0
        own += [
            log(marks.questions), log(marks.exclamations), flag(marks.asksFirst), flag(asksLast),
            flag(marks.sentences > 0 && marks.asking >= marks.sentences),
            flag(marks.sentences == 1 && marks.questions > 0), flag(marks.hasDoubleQuestion),
            flag(marks.hasDoubleExclamation), log(marks.ellipses), log(marks.quotationMarks / 2),
            log(marks.capitals), log(marks.links), log(marks.numbers), flag(marks.isElongated),
            log(marks.hostileToYou), log(marks.denyingYou), log(marks.askingYou),
            log(marks.openQuestions), flag(agreesAtFirst && count(.contrast) > 0 && words < 40),
            FloatMath.tanh(Float(balance) / 2), log(quotations), flag(quotations > 0), quotedShare,
            log(marks.segments + 1),
        ]
        parent.append(length)
        for kind in 0..<WordClasses.count { parent.append(log(counts[kind])) }
        parent += [
            log(marks.questions), flag(asksLast), log(marks.exclamations),
            FloatMath.tanh(Float(balance) / 2),
        ]
    }

    private static let cueBits: UInt32 = (1 << UInt32(WordClasses.count)) - 1

    /// `ln(1 + n)`.
    static func logarithm(_ count: Int) -> Float {
        count < logarithms.count ? logarithms[max(0, count)] : FloatMath.log(Float(count + 1))
    }

    private static let logarithms: [Float] = (0..<64).map { FloatMath.log(Float($0 + 1)) }

    /// What a sentence holds.
    private struct Sentence {
        var words = 0
        var classes: WordClasses = []
        var firstClasses: WordClasses = []
        var asks = false

        mutating func add(_ token: StanceToken) {
            if words == 0 { firstClasses = token.classes }
            words += 1
            classes.formUnion(token.classes)
        }
    }

    /// The counts that are no counts of words.
    private struct Marks {
        var questions = 0
        var exclamations = 0
        var ellipses = 0
        var quotationMarks = 0
        var capitals = 0
        var links = 0
        var numbers = 0
        var segments = 0
        var sentences = 0
        var asking = 0
        var hostileToYou = 0
        var denyingYou = 0
        var askingYou = 0
        var openQuestions = 0
        var asksFirst = false
        var hasDoubleQuestion = false
        var hasDoubleExclamation = false
        var isElongated = false
        var sawWord = false

        mutating func close(_ sentence: Sentence) {
            sentences += 1
            if sentence.asks { asking += 1 }
            if sentence.classes.contains(.secondPerson) {
                if !sentence.classes.isDisjoint(with: [.hostile, .disagreeing]) {
                    hostileToYou += 1
                }
                if sentence.classes.contains(.negation) { denyingYou += 1 }
                if sentence.asks { askingYou += 1 }
            }
            if sentence.asks && sentence.firstClasses.contains(.questionWord) { openQuestions += 1 }
        }
    }
}

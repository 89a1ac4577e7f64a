import LanguageTools

/// What is counted once in the own words of a comment, for its own replies and for those to it.
package struct StanceProfile: Sendable {
    /// The features of the comment as one that answers, in the order of `StanceMeasures.own`.
    var own: [Float]
    /// The features of the comment as what is answered, in the order of `StanceMeasures.parent`.
    var parent: [Float]
    /// The stems of what it talks about, rising, the lowest bit set where a denial stands before.
    var topics: [UInt32] = []
    /// The number of words.
    var words = 0
    /// Praise less hostility: -1, 0 or 1.
    var polarity: Float = 0
    /// Whether anything is denied.
    var denies = false
    /// The first words, for the words of a parent that count: 0 where there is none.
    var opening = SIMD2<UInt32>.zero
    /// How many words are common ones of English, of other languages, and of other scripts.
    var languages = SIMD3<Int32>.zero

    /// No words at all.
    init() {
        own = StanceMeasures.noOwn
        parent = StanceMeasures.noParent
    }

    /// Counts a text.
    ///
    /// - Complexity: O(n log n) in the tokens.
    init(_ text: StanceText, quotations: Int, quotedShare: Float) {
        let tokens = text.tokens
        self.init()
        guard text.hasWords else { return }
        var counts = SIMD32<Int32>.zero
        var firstCounts = counts
        var openingClasses: UInt32 = 0
        var openingWords = 0
        var marks = Marks()
        var sentence = Sentence()
        var isFirstSentence = true
        var denialReach = 0
        topics.reserveCapacity(min(256, tokens.count))
        var lastMark: UInt32 = 0
        for token in tokens {
            let classes = token.classes
            if token.isWord {
                words += 1
                lastMark = 0
                if openingWords < 3 {
                    openingClasses |= classes.rawValue
                    if openingWords < 2 { opening[openingWords] = token.key }
                    openingWords += 1
                }
                sentence.add(token)
                if classes.contains(.english) { languages.x += 1 }
                if classes.contains(.foreign) { languages.y += 1 }
                if classes.contains(.otherScript) { languages.z += 1 }
                var bits = classes.rawValue & WordClasses.cueBits
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
            case StanceToken.quotation: marks.segments += words > 0 ? 1 : 0
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
        }
        if sentence.words > 0 { marks.close(sentence) }
        topics.sort()
        func count(_ kind: WordClasses) -> Int32 { counts[kind.rawValue.trailingZeroBitCount] }
        let balance = count(.praising) - count(.hostile)
        polarity = balance > 0 ? 1 : balance < 0 ? -1 : 0
        denies = count(.negation) > 0
        let asksLast = tokens.last?.key == StanceToken.questionMark
        let agreesAtFirst = openingClasses & WordClasses.agreeing.rawValue != 0
        let mood = FloatMath.tanh(Float(balance) / 2)
        let words = words
        let logarithms = Logarithms.shared
        own = [Float](unsafeUninitializedCapacity: StanceMeasures.ownCount) { values, filled in
            var row = FeatureRow(values: values, logarithms: logarithms)
            row.add(log: words)
            row.add(row.values[0] * row.values[0] / 5)
            let perWord = 5 / Float(max(5, words))
            for kind in 0..<WordClasses.count {
                row.add(log: Int(counts[kind]))
                row.add(Float(counts[kind]) * perWord)
                row.add(log: Int(firstCounts[kind]))
                row.add(openingClasses & (1 << UInt32(kind)) != 0)
            }
            row.add(log: marks.questions)
            row.add(log: marks.exclamations)
            row.add(marks.asksFirst)
            row.add(asksLast)
            row.add(marks.sentences > 0 && marks.asking >= marks.sentences)
            row.add(marks.sentences == 1 && marks.questions > 0)
            row.add(marks.hasDoubleQuestion)
            row.add(marks.hasDoubleExclamation)
            row.add(log: marks.ellipses)
            row.add(log: marks.quotationMarks / 2)
            row.add(log: marks.capitals)
            row.add(log: marks.links)
            row.add(log: marks.numbers)
            row.add(marks.isElongated)
            row.add(log: marks.insultingYou)
            row.add(log: marks.opposingYou)
            row.add(log: marks.praisingYou)
            row.add(log: marks.denyingYou)
            row.add(log: marks.askingYou)
            row.add(log: marks.openQuestions)
            row.add(agreesAtFirst && count(.contrast) > 0 && words < 40)
            row.add(mood)
            row.add(log: quotations)
            row.add(quotations > 0)
            row.add(quotedShare)
            row.add(log: marks.segments)
            filled = row.count
            precondition(filled == StanceMeasures.ownCount, "one value for each measure")
        }
        parent = [Float](unsafeUninitializedCapacity: StanceMeasures.parentCount) {
            values, filled in
            var row = FeatureRow(values: values, logarithms: logarithms)
            row.add(log: words)
            for kind in 0..<WordClasses.count { row.add(log: Int(counts[kind])) }
            row.add(log: marks.questions)
            row.add(asksLast)
            row.add(log: marks.exclamations)
            row.add(mood)
            filled = row.count
            precondition(filled == StanceMeasures.parentCount, "one value for each measure")
        }
    }

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
        var insultingYou = 0
        var opposingYou = 0
        var praisingYou = 0
        var denyingYou = 0
        var askingYou = 0
        var openQuestions = 0
        var asksFirst = false
        var hasDoubleQuestion = false
        var hasDoubleExclamation = false
        var isElongated = false

        mutating func close(_ sentence: Sentence) {
            sentences += 1
            if sentence.asks { asking += 1 }
            if sentence.classes.contains(.secondPerson) {
                let insults = sentence.classes.contains(.insulting)
                if insults { insultingYou += 1 }
                if sentence.classes.contains(.disagreeing) { opposingYou += 1 }
                if sentence.classes.contains(.praising) && !insults
                    && !sentence.classes.contains(.negation)
                {
                    praisingYou += 1
                }
                if sentence.classes.contains(.negation) { denyingYou += 1 }
                if sentence.asks { askingYou += 1 }
            }
            if sentence.asks && sentence.firstClasses.contains(.questionWord) { openQuestions += 1 }
        }
    }
}

package import LanguageTools

/// What was learnt of words and sentences that summaries by people take up; learnt by
/// `rejoinder-evaluate train-summaries`.
package struct SummaryWeights: Sendable {
    /// Per `WordFeature`.
    package var words: [Double]
    package var wordBias: Double
    /// Per `SentenceFeature`.
    package var sentences: [Double]
    package var sentenceBias: Double

    /// The weights of the program.
    package static let shared = SummaryWeights(WeightTable(PackageResources.summary_weights_txt))

    /// Creates weights.
    package init(words: [Double], wordBias: Double, sentences: [Double], sentenceBias: Double) {
        self.words = words
        self.wordBias = wordBias
        self.sentences = sentences
        self.sentenceBias = sentenceBias
    }

    /// Reads the groups `word` and `sentence`; what a table lacks has no weight.
    package init(_ table: WeightTable) {
        let words = table.group("word")
        let sentences = table.group("sentence")
        func weight(_ name: String, _ group: [String: [Float]]) -> Double {
            Double(group[name]?.first ?? 0)
        }
        self.init(
            words: WordFeature.allCases.map { weight($0.rawValue, words) },
            wordBias: weight("bias", words),
            sentences: SentenceFeature.allCases.map { weight($0.rawValue, sentences) },
            sentenceBias: weight("bias", sentences))
    }

    /// The lines of the table.
    package var rows: [[String]] {
        func rows(_ group: String, _ names: [String], _ weights: [Double], _ bias: Double)
            -> [[String]]
        {
            zip(names + ["bias"], weights + [bias]).map {
                [group, $0, FloatMath.fourDigits(Float($1))]
            }
        }
        return rows("word", WordFeature.allCases.map(\.rawValue), words, wordBias)
            + rows(
                "sentence", SentenceFeature.allCases.map(\.rawValue), sentences, sentenceBias)
    }
}

/// What tells whether a summary by people uses a word of content, within the sentences that it
/// can be taken from.
///
/// That others quoted it is left out: in mails, which the weights were learnt from, people quote
/// what they answer line by line, so that it would count against a sentence. Comments quote what
/// matters; `SentenceSelection` adds that.
package enum WordFeature: String, CaseIterable, Sendable {
    /// ln of the number of sentences with the word.
    case logSentences
    /// Five times the share of the sentences with it, at most 1.
    case sentenceShare
    /// The share of the comments with it.
    case commentShare
    /// Whether two comments have it, or more.
    case inTwoComments
    /// ln of the number of commenters who use it.
    case logCommenters
    /// Whether it is in the opening: the title, the article or, without one, the first comment.
    case inOpening
    /// Whether it is in the title or the first two sentences of the opening.
    case inOpeningHead
    /// 1 / (1 + m) where the m-th part has it first; the opening is the 0th, then come comments.
    case early
    /// 1 / (1 + k) where the k-th sentence of that part has it first.
    case earlyInComment
    /// The share of its occurrences that begin with a capital inside a sentence.
    case capital
    /// Whether it has a digit.
    case digit
    /// Its bytes, at most 12, over 12.
    case length
    /// Whether it is part of a commenter's name.
    case name
}

/// What tells how much a sentence has of what a summary by people says.
package enum SentenceFeature: String, CaseIterable, Sendable {
    /// The number of words over 20.
    case words
    /// The share of words without content of their own; some are a sign of a whole sentence.
    case functionShare
    /// The sum of the worths of its different words.
    case worth
    /// Continuous LexRank.
    case centrality
    /// Whether its comment begins with it.
    case first
    /// 1 / (1 + k) for the k-th sentence of its comment.
    case early
    /// 1 / (1 + k) / (1 + m) for the k-th sentence of the m-th comment.
    case earlyInBoth
    /// Whether it is one of the first three sentences of the opening comment.
    case openingHead
    /// ln(1 + n) for a comment of n sentences.
    case logCommentSentences
    /// Whether it ends as a question.
    case question
    /// Whether it ends with a full stop or an exclamation mark.
    case stop
    /// Whether it holds a link.
    case link
    /// The share of digits.
    case digits
    /// The share of signs other than those of punctuation.
    case signs
}

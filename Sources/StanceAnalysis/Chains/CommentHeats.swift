import LanguageTools

/// How heated the comments of chains are.
///
/// The heat of a comment, in nats, is
///
///     h = ln(q / (1 - q)) + 0.5 · [it shouts] + 0.5 · [it insults]
///
/// with q the probability that it disagrees, kept in 0.05...0.95 so that one sure reply does not
/// outweigh all others (|ln(q / (1 - q))| <= 2.94). It shouts with two words of four letters or
/// more in capitals or with two exclamation marks in a row; it insults where `you` and a hostile
/// word stand within eight words of each other in a sentence. What it quotes does not count. The
/// halves are chosen by us.
struct CommentHeats {
    private let steps: DisagreementSteps
    private let reader: OwnSpeechReader
    /// The heats that are known already, since branches share comments; not a number elsewhere.
    private var known: [Double]

    init(_ steps: DisagreementSteps, _ reader: OwnSpeechReader) {
        self.steps = steps
        self.reader = reader
        known = [Double](repeating: .nan, count: steps.parents.count)
    }

    /// The heat of a comment that answers another.
    ///
    /// - Complexity: O(text) for the first time.
    mutating func heat(of comment: Int) -> Double {
        if known[comment].isNaN { known[comment] = newHeat(of: comment) }
        return known[comment]
    }

    private func newHeat(of comment: Int) -> Double {
        let q = min(0.95, max(0.05, steps.probabilities[comment]))
        let speech = reader.speech(of: comment)
        return FloatMath.log(q / (1 - q)) + (Self.shouts(speech) ? 0.5 : 0)
            + (Self.insults(speech) ? 0.5 : 0)
    }

    private static func shouts(_ speech: OwnSpeech) -> Bool {
        speech.exclaims || speech.words.lazy.filter(\.isShouted).prefix(2).count == 2
    }

    private static func insults(_ speech: OwnSpeech) -> Bool {
        var lastYou: Int?
        var lastHostile: Int?
        for (index, word) in speech.words.enumerated() {
            var other: Int?
            if secondPersons.contains(word.hash) {
                lastYou = index
                other = lastHostile
            } else if hostileWords.contains(word.hash) {
                lastHostile = index
                other = lastYou
            }
            if let other, index - other <= 8, speech.words[other].sentence == word.sentence {
                return true
            }
        }
        return false
    }

    private static let secondPersons = OwnSpeech.hashes(
        of: "you your youre youve youd youll yours yourself u ur")

    private static let hostileWords = OwnSpeech.hashes(
        of: """
            idiot idiots idiotic moron morons moronic stupid stupidity dumb dumber fool fools foolish
            ignorant ignorance clueless delusional deluded insane crazy pathetic ridiculous absurd
            laughable liar liars lie lies lying dishonest dishonesty hypocrite hypocrites hypocrisy
            hypocritical coward cowards cowardly childish troll trolls trolling bigot bigots bigoted
            racist brainwashed arrogant nonsense bullshit crap garbage rubbish drivel whine whining
            shame shameful disgusting disgrace clown clowns joke shut hate hateful
            """)
}

/// What a word is to the stance of a reply: the cue classes that it belongs to and how it is
/// written.
///
/// The classes are those that recur in the literature on disagreement in forums (Abbott et al.,
/// 2011; Misra and Walker, SIGDIAL 2013); the words of each were chosen by us.
package struct WordClasses: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << UInt32(bit) }

    static let negation = WordClasses(bit: 0)
    static let secondPerson = WordClasses(bit: 1)
    static let firstPerson = WordClasses(bit: 2)
    static let we = WordClasses(bit: 3)
    static let they = WordClasses(bit: 4)
    static let contrast = WordClasses(bit: 5)
    static let agreeing = WordClasses(bit: 6)
    static let disagreeing = WordClasses(bit: 7)
    static let hedge = WordClasses(bit: 8)
    static let questionWord = WordClasses(bit: 9)
    static let mocking = WordClasses(bit: 10)
    static let praising = WordClasses(bit: 11)
    static let hostile = WordClasses(bit: 12)
    /// Whole turns of phrase, such as "no doubt"; see `StancePhrases`.
    static let agreePhrase = WordClasses(bit: 13)
    static let disagreePhrase = WordClasses(bit: 14)
    static let ironyPhrase = WordClasses(bit: 15)
    static let concession = WordClasses(bit: 16)
    /// Goes on from what was said, as "also" does.
    static let continuing = WordClasses(bit: 17)
    /// What is said of people to hurt them.
    static let insulting = WordClasses(bit: 18)
    /// An assent behind a denial: "not sure", "hardly right".
    static let deniedAssent = WordClasses(bit: 19)

    /// The number of cue classes, the bits from 0.
    static let count = 20
    /// The bits of all cue classes.
    static let cueBits: UInt32 = (1 << UInt32(count)) - 1

    /// A word that says nothing of what the talk is about.
    static let functionWord = WordClasses(bit: 20)
    static let punctuation = WordClasses(bit: 21)
    /// The place of a quotation.
    static let quoted = WordClasses(bit: 22)
    static let capitals = WordClasses(bit: 23)
    static let number = WordClasses(bit: 24)
    static let link = WordClasses(bit: 25)
    static let elongated = WordClasses(bit: 26)
    /// The first word of a turn of phrase.
    static let opensPhrase = WordClasses(bit: 27)
    /// A common word of English.
    static let english = WordClasses(bit: 28)
    /// A common word of another language that is none of English.
    static let foreign = WordClasses(bit: 29)
    /// A word of another script than Latin.
    static let otherScript = WordClasses(bit: 30)
    /// A comma, full stop, bracket and the like: no word, and no part of a pair of words.
    static let isNoWord: WordClasses = [.punctuation, .quoted]
}

/// The number that stands for a word: FNV-1a over the scalars of its normal form.
package enum WordKey {
    package static let start: UInt32 = 2_166_136_261

    @inline(__always)
    package static func adding(_ scalar: UInt32, to key: UInt32) -> UInt32 {
        (key ^ scalar) &* 16_777_619
    }

    /// The number of a word in lower case, with its apostrophes.
    package static func of(_ word: some StringProtocol) -> UInt32 {
        word.unicodeScalars.reduce(start) { adding($1.value, to: $0) }
    }

    /// The number of words or marks together in one role.
    @inline(__always)
    package static func joined(_ salt: UInt32, _ first: UInt32, _ second: UInt32 = 0) -> UInt32 {
        var key = (salt &* 0x9E37_79B9) ^ first
        key = (key ^ key >> 15) &* 0x85EB_CA6B
        key = (key ^ second) &* 0xC2B2_AE35
        return key ^ key >> 13
    }
}

/// The features of a reply that are counted, beside its words: what they are called in the table of
/// weights, and how they are told to a reader.
package enum StanceMeasures {
    /// One feature.
    package struct Measure: Sendable {
        /// Its name in the table.
        package var name: String
        /// The kind of cue.
        package var kind: StanceCueKind
        /// The cue in words.
        var detail: String
        /// The class of words that it counts, where it counts words.
        var words: WordClasses = []
    }

    /// Of the words that answer.
    package static let own: [Measure] =
        [
            Measure(name: "length", kind: .length, detail: "its length"),
            Measure(name: "lengthSquared", kind: .length, detail: "its length"),
        ]
        + classes.enumerated().flatMap { bit, entry -> [Measure] in
            let words = WordClasses(rawValue: 1 << UInt32(bit))
            return [
                Measure(name: entry.name, kind: entry.kind, detail: entry.detail, words: words),
                Measure(
                    name: entry.name + "Share", kind: entry.kind, detail: entry.detail,
                    words: words),
                Measure(
                    name: entry.name + "First", kind: entry.kind,
                    detail: "in its first sentence " + entry.detail, words: words),
                Measure(
                    name: entry.name + "Opening", kind: .opening,
                    detail: "among its first words " + entry.detail, words: words),
            ]
        } + [
            Measure(name: "questions", kind: .question, detail: "asks back"),
            Measure(name: "exclamations", kind: .punctuation, detail: "exclamation marks"),
            Measure(name: "asksFirst", kind: .question, detail: "begins with a question"),
            Measure(name: "asksLast", kind: .question, detail: "ends with a question"),
            Measure(name: "asksOnly", kind: .question, detail: "nothing but questions"),
            Measure(name: "oneQuestion", kind: .question, detail: "one question and no more"),
            Measure(name: "doubleQuestion", kind: .punctuation, detail: "“??” or “?!”"),
            Measure(name: "doubleExclamation", kind: .punctuation, detail: "“!!”"),
            Measure(name: "ellipses", kind: .punctuation, detail: "trailing dots"),
            Measure(name: "quotationMarks", kind: .quoting, detail: "words in quotation marks"),
            Measure(name: "capitals", kind: .punctuation, detail: "words in capitals"),
            Measure(name: "links", kind: .evidence, detail: "a link"),
            Measure(name: "numbers", kind: .evidence, detail: "figures"),
            Measure(name: "elongated", kind: .sarcasm, detail: "a stretched word"),
            Measure(
                name: "insultingYou", kind: .secondPerson, detail: "a hard word to the other",
                words: .insulting),
            Measure(
                name: "opposingYou", kind: .secondPerson, detail: "contradicts the other",
                words: .disagreeing),
            Measure(
                name: "praisingYou", kind: .secondPerson, detail: "a good word to the other",
                words: .praising),
            Measure(
                name: "denyingYou", kind: .secondPerson,
                detail: "denies what the other does or is", words: .negation),
            Measure(name: "askingYou", kind: .secondPerson, detail: "asks the other back"),
            Measure(name: "openQuestions", kind: .question, detail: "asks what, why or how"),
            Measure(name: "agreesBut", kind: .contrast, detail: "agrees at first, then a “but”"),
            Measure(name: "balance", kind: .words, detail: "its praise and blame"),
            Measure(name: "quotations", kind: .quoting, detail: "answers quotation by quotation"),
            Measure(name: "quotes", kind: .quoting, detail: "quotes what it answers"),
            Measure(name: "quotedShare", kind: .quoting, detail: "how much of it is quoted"),
            Measure(name: "segments", kind: .quoting, detail: "answers quotation by quotation"),
        ]

    /// Of the words that are answered.
    package static let parent: [Measure] =
        [Measure(name: "parentLength", kind: .answered, detail: "the length of what it answers")]
        + classes.map {
            Measure(
                name: "parent" + $0.name.prefix(1).uppercased() + $0.name.dropFirst(),
                kind: .answered,
                detail: "what it answers " + ($0.detail.hasPrefix("speaks") ? "" : "has ")
                    + $0.detail)
        } + [
            Measure(
                name: "parentQuestions", kind: .answered, detail: "what it answers is a question"),
            Measure(
                name: "parentAsksLast", kind: .answered, detail: "what it answers is a question"),
            Measure(
                name: "parentExclamations", kind: .answered,
                detail: "what it answers has exclamation marks"),
            Measure(
                name: "parentBalance", kind: .answered,
                detail: "praise and blame in what it answers"
            ),
        ]

    /// Of both together.
    package static let pair: [Measure] = [
        Measure(name: "lengthRatio", kind: .length, detail: "its length beside what it answers"),
        Measure(name: "shared", kind: .overlap, detail: "the words that both share"),
        Measure(name: "sharedOfOwn", kind: .overlap, detail: "the words that both share"),
        Measure(name: "sharedOfParent", kind: .overlap, detail: "the words that both share"),
        Measure(name: "sharedWords", kind: .overlap, detail: "the words that both share"),
        Measure(name: "flipped", kind: .negation, detail: "denies what the other affirms"),
        Measure(name: "alike", kind: .overlap, detail: "affirms or denies the same"),
        Measure(name: "oneDenies", kind: .negation, detail: "one of the two denies"),
        Measure(
            name: "polarity", kind: .words, detail: "praise against praise, blame against blame"),
        Measure(name: "answersBack", kind: .history, detail: "answers an answer to oneself"),
        Measure(name: "exchanged", kind: .history, detail: "the two have answered each other"),
    ]

    /// All, in the order of the vector.
    package static let all = own + parent + pair

    /// The number of `own`.
    static let ownCount = own.count
    /// The number of `parent`.
    static let parentCount = parent.count
    /// `own` of a comment without words.
    static let noOwn = [Float](repeating: 0, count: own.count)
    /// `parent` of a comment without words.
    static let noParent = [Float](repeating: 0, count: parent.count)

    /// The cue classes by bit.
    private static let classes: [(name: String, kind: StanceCueKind, detail: String)] = [
        ("negation", .negation, "a denial"),
        ("secondPerson", .secondPerson, "speaks to the other"),
        ("firstPerson", .words, "speaks of oneself"),
        ("we", .words, "speaks of us"),
        ("they", .words, "speaks of others"),
        ("contrast", .contrast, "a word of contrast"),
        ("agreeing", .words, "a word of assent"),
        ("disagreeing", .words, "a word of dissent"),
        ("hedge", .words, "a word of doubt"),
        ("questionWord", .question, "a word that asks"),
        ("mocking", .sarcasm, "a mocking word"),
        ("praising", .words, "a good word"),
        ("hostile", .words, "a word of blame"),
        ("agreePhrase", .words, "a turn of assent"),
        ("disagreePhrase", .words, "a turn of dissent"),
        ("ironyPhrase", .sarcasm, "an ironic turn"),
        ("concession", .contrast, "a “yes, but”"),
        ("continuing", .words, "a word that goes on from there"),
        ("insulting", .words, "a hard word"),
        ("deniedAssent", .negation, "an assent that is denied"),
    ]
}

/// The kinds of cue, by the names that are stable.
package enum StanceCueKind: String, Sendable, CaseIterable {
    /// The first words.
    case opening
    /// Words, anywhere.
    case words
    /// Denial.
    case negation
    /// "But" and the like.
    case contrast
    /// "You", and what is said to it.
    case secondPerson
    /// Questions.
    case question
    /// What is said and not meant.
    case sarcasm
    /// How it quotes.
    case quoting
    /// Marks and capitals.
    case punctuation
    /// Links and figures.
    case evidence
    /// The words that it shares with what it answers.
    case overlap
    /// How long it is.
    case length
    /// What is answered.
    case answered
    /// What went between the two before.
    case history
    /// Words known of another language.
    case phrase
}

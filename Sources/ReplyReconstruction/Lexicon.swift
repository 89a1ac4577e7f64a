import LanguageTools

/// Small word lists, as numbers of a vocabulary.
struct Lexicon: Sendable {
    /// How a comment begins.
    enum Opening: Int, CaseIterable, Sendable {
        case other, agreement, denial, contrast, answer, thanks, question, greeting
    }

    /// Whether a word is of the second person, by its number.
    private let secondPerson: [Bool]
    private let openings: [UInt32: Opening]

    private static let secondPersonWords = [
        "you", "your", "you're", "youre", "yours", "yourself", "u", "ur", "you've", "you'd",
        "you'll", "du", "dir", "dich", "dein", "deine", "ihr", "euch", "tu", "te", "toi", "vous",
        "votre", "tes", "ton", "usted", "ustedes", "tus", "voce", "voces", "jij", "je", "jullie",
    ]

    private static let openingWords: [(Opening, [String])] = [
        (
            .agreement,
            [
                "yes", "yeah", "yep", "exactly", "agreed", "true", "indeed", "right", "absolutely",
                "correct", "same", "amen", "ditto", "ja", "genau", "stimmt", "oui", "si", "exacto",
            ]
        ),
        (
            .denial,
            [
                "no", "nope", "not", "wrong", "nonsense", "false", "never", "actually", "sorry",
                "nein", "falsch", "non", "nee",
            ]
        ),
        (
            .contrast,
            ["but", "however", "though", "well", "so", "and", "or", "then", "aber", "mais", "pero"]
        ),
        (
            .answer,
            [
                "because", "it", "that's", "that", "this", "those", "these", "he", "she", "they",
                "you", "your",
            ]
        ),
        (.thanks, ["thanks", "thank", "thx", "cheers", "danke", "merci", "gracias"]),
        (
            .question,
            [
                "what", "why", "how", "who", "where", "when", "which", "is", "are", "do", "does",
                "can", "could", "did", "has", "anyone", "anybody",
            ]
        ),
        (.greeting, ["hi", "hello", "hey", "hallo", "welcome", "bonjour", "hola"]),
    ]

    init(vocabulary: inout Vocabulary) {
        let persons = Self.secondPersonWords.map {
            Int(vocabulary.number(of: WordHash(ofNormalForm: $0).value))
        }
        var secondPerson = [Bool](repeating: false, count: vocabulary.count)
        for word in persons { secondPerson[word] = true }
        self.secondPerson = secondPerson
        var openings: [UInt32: Opening] = [:]
        for (opening, words) in Self.openingWords {
            for word in words {
                openings[vocabulary.number(of: WordHash(ofNormalForm: word).value)] = opening
            }
        }
        self.openings = openings
    }

    /// Whether a word is of the second person.
    func isSecondPerson(_ word: UInt32) -> Bool { secondPerson[safe: Int(word)] ?? false }

    /// How a text begins whose first own word is at `first`.
    func opening(_ tokens: [Token], at first: Int) -> Opening {
        openings[tokens[first].word] ?? .other
    }
}

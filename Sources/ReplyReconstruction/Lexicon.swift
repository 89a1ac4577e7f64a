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

    /// The words of the lists that a vocabulary knows.
    init(_ vocabulary: Vocabulary) {
        var secondPerson: [Bool] = []
        for hash in Self.secondPersonHashes {
            guard let number = vocabulary.existingNumber(of: hash).map(Int.init) else { continue }
            if number >= secondPerson.count {
                secondPerson += Array(repeating: false, count: number + 1 - secondPerson.count)
            }
            secondPerson[number] = true
        }
        self.secondPerson = secondPerson
        var openings: [UInt32: Opening] = [:]
        for (hash, opening) in Self.openingHashes {
            guard let number = vocabulary.existingNumber(of: hash) else { continue }
            openings[number] = opening
        }
        self.openings = openings
    }

    private static let secondPersonHashes = secondPersonWords.map {
        WordHash(ofNormalForm: $0).value
    }
    private static let openingHashes = openingWords.flatMap { opening, words in
        words.map { (WordHash(ofNormalForm: $0).value, opening) }
    }

    /// Whether a word is of the second person.
    func isSecondPerson(_ word: UInt32) -> Bool { secondPerson[safe: Int(word)] ?? false }

    /// How a text begins whose first own word is at `first`.
    func opening(_ tokens: [Token], at first: Int) -> Opening {
        openings[tokens[first].word] ?? .other
    }
}

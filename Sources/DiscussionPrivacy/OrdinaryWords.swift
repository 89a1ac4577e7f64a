import LanguageTools

/// Tells words that stand for other things than people from names.
enum OrdinaryWords {
    /// How much a word has of a name.
    enum Likeness {
        /// It is a name wherever it stands.
        case name
        /// It is a word as well, and a name where it has the capital letter of one.
        case word
        /// It is a word that sentences begin with, and a name only amid one.
        case opening
    }

    /// Whether one piece of a name, in normal form, is a word of everyday language as well.
    static func likeness(of piece: String) -> Likeness {
        let scalars = piece.unicodeScalars
        if scalars.allSatisfy({ $0.properties.numericType != nil }) { return .opening }
        if scalars.count < 2, scalars.allSatisfy(\.isASCII) { return .opening }
        if openings.contains(piece) { return .opening }
        if roles.contains(piece) { return .word }
        if scalars.count < 3, scalars.allSatisfy(\.isASCII) { return .word }
        return isCommon(piece) ? .word : .name
    }

    private static func isCommon(_ piece: String) -> Bool {
        guard !givenNames.contains(piece) else { return false }
        let common = CommonWords.shared
        let number = common.vocabulary.existingNumber(of: WordHash(ofNormalForm: piece).value)
        return number.map { Int($0) < common.shares.count } ?? false
    }

    /// The words that a sentence needs.
    private static let openings = Set(
        FunctionWords.list.split(whereSeparator: \.isWhitespace).map {
            NormalForm.of(String($0))
        })

    /// Names that stand among the common words since people are often talked of, and that are
    /// hardly anything else.
    private static let givenNames: Set<String> = [
        "adam", "archie", "brady", "david", "george", "jack", "james", "jim", "joe", "john", "marc",
        "matt", "matthew", "miller", "paul", "peter", "richard",
    ]

    /// What people are called who give no name, or by what they do.
    private static let roles: Set<String> = [
        "admin", "administrator", "anon", "anonym", "anonyme", "anonymous", "bot", "deleted",
        "editor", "gast", "guest", "moderator", "reader", "staff", "system", "unknown", "user",
        "visitor",
    ]

    /// Whether a word tells what somebody does and not who it is.
    static func isRole(_ piece: String) -> Bool { roles.contains(piece) }

    /// Given names that are words as well, and stand before a comma at the head of a line as
    /// others of these do not.
    static let givenNamesThatAreWords: Set<String> = [
        "al", "amber", "an", "art", "autumn", "bill", "bob", "chase", "cliff", "crystal", "daisy",
        "dan", "dawn", "dean", "drew", "earl", "eve", "faith", "frank", "gene", "glen", "grace",
        "grant", "guy", "ha", "heather", "holly", "hope", "ivy", "jo", "joy", "lance", "li", "lily",
        "mark", "max", "may", "miles", "nick", "olive", "pat", "pearl", "penny", "reed", "rich",
        "rob", "robin", "rose", "ruby", "sandy", "sue", "summer", "violet", "wade", "ward", "will",
    ]

    /// Words before a family name.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "sir", "dr", "prof", "professor", "herr", "frau", "mme",
        "mlle", "monsieur", "madame", "senor", "senora", "sr", "sra", "signor", "signora", "pan",
        "pani", "meneer", "mevrouw",
    ]

    /// Words between which and a name of people nothing else stands: `dear Will`.
    static let salutations: Set<String> = [
        "hi", "hey", "hello", "dear", "thanks", "cc", "hallo", "liebe", "lieber", "bonjour", "cher",
        "chere", "hola", "ciao", "quote",
    ]

    /// Words behind which a word in small letters is no name: `the baker`.
    static let determiners: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "our",
        "their", "some", "every", "no", "der", "die", "das", "den", "dem", "ein", "eine", "einen",
        "le", "la", "les", "un", "une", "el", "los", "las", "una", "il", "lo", "de", "het", "een",
    ]

    /// Words behind a name where somebody's words are given.
    static let saying: Set<String> = [
        "wrote", "writes", "said", "says", "posted", "schrieb", "schreibt", "sagt", "sagte",
        "ecrit",
        "dit", "escribio", "dijo", "dice", "scrisse", "escreveu", "disse", "napisal", "skrev",
        "schreef",
    ]
}

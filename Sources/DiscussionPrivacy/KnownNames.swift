import DiscussionModel
import LanguageTools

/// Everyone whose name may stand in a discussion, and every form that it may have there.
struct KnownNames {
    /// A form of a name: the pieces that stand in a row where it is written.
    struct Form {
        var pieces: [String]
        /// Whose it is, as an index of `pseudonyms`; -1 for a part that several names have.
        var person: Int
        var likeness: OrdinaryWords.Likeness
        /// Which of the pieces begin with a capital letter in the name, the first in the lowest bit.
        var capitals: UInt64
        /// Whether it is one word of a name of several.
        var isPart: Bool
    }

    /// Names of more words are found by their first ones.
    private static let mostPieces = 40

    /// What stands for each person.
    private(set) var pseudonyms: [String] = []
    /// The forms by all of their pieces. Thousands of guests may share a first word, so that a
    /// look-up goes by the whole form.
    private var forms: [[String]: Form] = [:]
    /// How many pieces the forms have that begin with a piece, the most first.
    private var lengths: [String: [Int]] = [:]
    /// Who is written in a way that has no letters at all, or is an address.
    private(set) var literals: [String: Int] = [:]
    /// Who has a name of pictures and other signs alone.
    private(set) var signNames: [[Unicode.Scalar]: Int] = [:]
    /// How many scalars these names have that begin with one, the most first.
    private(set) var signLengths: [Unicode.Scalar: [Int]] = [:]
    /// The forms that are also ordinary words.
    var ordinary: Set<String> {
        Set(forms.values.filter { $0.likeness != .name }.map { $0.pieces[0] })
    }
    /// All forms, in no order.
    var allForms: some Collection<Form> { forms.values }

    /// Whose names a part belongs to.
    private var partPeople: [[String]: Set<Int>] = [:]
    private var written: Set<Written> = []

    private struct Written: Hashable {
        var name: String
        var person: Int
    }

    /// Adds somebody and gives the index.
    mutating func addPerson(pseudonym: String) -> Int {
        pseudonyms.append(pseudonym)
        return pseudonyms.count - 1
    }

    /// Whether somebody has a name, whatever its case and typography.
    func has(_ name: String) -> Bool {
        let keys = TextPiece.of(name).map(\.key)
        return keys.isEmpty ? literals[name.lowercased()] != nil : forms[keys] != nil
    }

    /// The form of some pieces.
    func form(of pieces: [String]) -> Form? { forms[pieces] }

    /// The longest form that begins at a piece and is accepted.
    ///
    /// - Parameters:
    ///   - first: what is looked for in the place of the first piece.
    ///   - isGenitive: whether the last piece has an `s` behind the name.
    /// - Complexity: O(1) in the number of names.
    func form(
        in pieces: [TextPiece], at place: Int, first: String? = nil, isGenitive: Bool = false,
        where isAccepted: (Form) -> Bool
    ) -> Form? {
        let first = first ?? pieces[place].key
        let bare = isGenitive && first.hasSuffix("s") ? String(first.dropLast()) : nil
        if let bare, let form = forms[[bare]], isAccepted(form) { return form }
        for length in lengths[first] ?? [] where place + length <= pieces.count {
            var keys = [first] + pieces[place + 1..<place + length].map(\.key)
            if isGenitive {
                guard length > 1, keys[length - 1].hasSuffix("s") else { continue }
                keys[length - 1].removeLast()
            }
            if let form = forms[keys], isAccepted(form) { return form }
        }
        return nil
    }

    /// Notes a name of somebody; a name that two have stays with the first.
    mutating func add(_ name: String, of person: Int) {
        guard written.insert(Written(name: name, person: person)).inserted else { return }
        if name.contains("@") {
            let address = name.split(whereSeparator: { " <>()\"".contains($0) })
                .first { $0.dropFirst().contains("@") }
            if let address { addLiteral(String(address), of: person) }
        }
        for variant in Self.variants(of: name) { addForms(of: variant, person) }
    }

    /// Makes the parts of names into forms, once all names are there.
    mutating func addParts() {
        for (part, people) in partPeople {
            // Who goes by this word alone is meant by it.
            if forms[part] != nil { continue }
            insert(
                Form(
                    pieces: part, person: people.count == 1 ? people.first ?? -1 : -1,
                    likeness: part.count > 1 ? .name : OrdinaryWords.likeness(of: part[0]),
                    capitals: 1, isPart: true))
        }
    }

    private mutating func addLiteral(_ name: String, of person: Int) {
        let key = name.lowercased()
        if literals[key] == nil { literals[key] = person }
    }

    /// The name; without what stands in brackets; each of several people; the part of a mail address
    /// before its at-sign; with the family name last.
    private static func variants(of name: String) -> [String] {
        var variants = [name]
        let plain = withoutUmlauts(name)
        if plain != name { variants.append(plain) }
        let bare = withoutBrackets(name)
        if bare != name { variants.append(bare) }
        if let at = bare.firstIndex(of: "@"), at != bare.startIndex {
            variants.append(String(bare[..<at]))
        }
        for separator in [",", ";", "/", "&", " and ", " und ", " et ", " y ", "|"] {
            let parts = bare.split(separator: separator).filter { $0.contains(where: \.isLetter) }
            guard parts.count > 1, parts.count < 10 else { continue }
            variants += parts.map(String.init)
            if separator == ",", parts.count == 2 { variants.append("\(parts[1]) \(parts[0])") }
        }
        return variants
    }

    /// `Mueller` for `Müller`, as people write who have no umlauts.
    private static func withoutUmlauts(_ name: String) -> String {
        let letters: [Character: String] = [
            "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
            "å": "aa", "Å": "Aa",
        ]
        guard name.contains(where: { letters[$0] != nil }) else { return name }
        return name.map { letters[$0] ?? String($0) }.joined()
    }

    private static func withoutBrackets(_ name: String) -> String {
        var depth = 0
        let kept = name.filter { character in
            if "([".contains(character) { depth += 1 }
            defer { if ")]".contains(character) { depth = max(0, depth - 1) } }
            return depth == 0
        }
        return kept.contains(where: \.isLetter) ? kept : name
    }

    private mutating func addForms(of name: String, _ person: Int) {
        let scalars = Array(name.unicodeScalars)
        let pieces = TextPiece.of(scalars).prefix(Self.mostPieces)
        guard let first = pieces.first else {
            // Signs and pictures alone.
            if !name.allSatisfy(\.isWhitespace) { addLiteral(name, of: person) }
            addSigns(scalars, of: person)
            return
        }
        add(Array(pieces), person)
        if pieces.count > 1 {
            let joined = TextPiece(
                start: first.start, end: first.end, key: pieces.map(\.key).joined(),
                isCapitalized: first.isCapitalized, isIdeograph: first.isIdeograph)
            add([joined], person)
            if name.contains(where: \.isWhitespace) { addParts(of: name, person) }
        } else if let humps = Self.humps(of: first, in: scalars) {
            add(humps, person)
        }
    }

    /// Notes a name of pictures and the like; one of punctuation would be found everywhere.
    private mutating func addSigns(_ scalars: [Unicode.Scalar], of person: Int) {
        var hasPicture = false
        let areSigns = scalars.allSatisfy {
            hasPicture = hasPicture || $0.properties.generalCategory == .otherSymbol
            switch $0.properties.generalCategory {
            case .otherSymbol, .modifierSymbol, .format, .nonspacingMark: return !$0.isASCII
            default: return false
            }
        }
        guard areSigns, hasPicture, scalars.count <= Self.mostPieces, let first = scalars.first,
            signNames[scalars] == nil
        else { return }
        signNames[scalars] = person
        var known = signLengths[first] ?? []
        guard !known.contains(scalars.count) else { return }
        known.insert(
            scalars.count, at: known.firstIndex { $0 < scalars.count } ?? known.endIndex)
        signLengths[first] = known
    }

    /// Notes each word of a name, and what a hyphen holds together also without it.
    private mutating func addParts(of name: String, _ person: Int) {
        for word in name.split(whereSeparator: \.isWhitespace) {
            let pieces = TextPiece.of(String(word)).prefix(Self.mostPieces)
            if pieces.contains(where: \.isIdeograph) {
                if pieces.count > 1 { partPeople[pieces.map(\.key), default: []].insert(person) }
                continue
            }
            // `UK` and `AI` in a name are no names.
            let isShort = word.unicodeScalars.count < 4 && word == word.uppercased()
            for key in pieces.map(\.key) where Self.mayStandAlone(key, isShort: isShort) {
                partPeople[[key], default: []].insert(person)
            }
            if pieces.count > 1, pieces.allSatisfy({ $0.key.utf8.count > 1 }) {
                partPeople[[pieces.map(\.key).joined()], default: []].insert(person)
            }
        }
    }

    /// Whether people are called by a word of their names: not by an initial, a number, a title, a
    /// word that all sentences have, or what tells no more than that somebody is a guest.
    private static func mayStandAlone(_ key: String, isShort: Bool) -> Bool {
        guard key.unicodeScalars.count >= 2, !OrdinaryWords.isRole(key),
            !OrdinaryWords.titles.contains(key)
        else { return false }
        switch OrdinaryWords.likeness(of: key) {
        case .name: return true
        case .word: return !isShort
        case .opening: return OrdinaryWords.givenNamesThatAreWords.contains(key)
        }
    }

    /// The words of `AnnaBerg`.
    private static func humps(
        of piece: TextPiece, in scalars: [Unicode.Scalar]
    ) -> [TextPiece]? {
        var starts = [piece.start]
        for at in (piece.start + 1)..<max(piece.start + 1, piece.end)
        where scalars[at].properties.isUppercase && scalars[at - 1].properties.isLowercase {
            starts.append(at)
        }
        guard starts.count > 1 else { return nil }
        let ends = starts.dropFirst() + [piece.end]
        return zip(starts, ends).flatMap { TextPiece.of(Array(scalars[$0..<$1])) }
    }

    private mutating func add(_ pieces: [TextPiece], _ person: Int) {
        var capitals: UInt64 = 0
        for (at, piece) in pieces.enumerated() where piece.isCapitalized { capitals |= 1 << at }
        insert(
            Form(
                pieces: pieces.map(\.key), person: person,
                likeness: Self.likeness(of: pieces), capitals: capitals, isPart: false))
    }

    /// Of several words one makes it a name; signs of scripts without spaces are names together.
    private static func likeness(of pieces: [TextPiece]) -> OrdinaryWords.Likeness {
        if pieces.contains(where: \.isIdeograph) { return pieces.count > 1 ? .name : .opening }
        let likenesses = pieces.map { OrdinaryWords.likeness(of: $0.key) }
        if likenesses.contains(.name) { return .name }
        return pieces.count == 1 ? likenesses[0] : .word
    }

    private mutating func insert(_ form: Form) {
        guard forms[form.pieces] == nil else { return }
        forms[form.pieces] = form
        let length = form.pieces.count
        var known = lengths[form.pieces[0]] ?? []
        guard !known.contains(length) else { return }
        known.insert(length, at: known.firstIndex { $0 < length } ?? known.endIndex)
        lengths[form.pieces[0]] = known
    }
}

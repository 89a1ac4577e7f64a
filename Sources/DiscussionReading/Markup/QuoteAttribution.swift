/// The line before quoted words that says whose they are: "On 3 May 2020, Ana Berg wrote:".
///
/// Mail programs write it in many languages and orders ("Am 03.05.20 um 10:00 schrieb Ana Berg:",
/// "Le 3 mai 2020, Ana Berg a écrit :", "Ana Berg <ana@example.org> writes:", "Quoting Ana:").
/// Of an address only the part before the `@` is ever taken for a name.
struct QuoteAttribution: Equatable {
    /// The name; `nil` where the line says "she wrote:" or the like.
    private(set) var author: String?
    /// Whether the line begins as such lines do ("On", "Am", "Quoting"), so that nothing of it
    /// stands in the line before.
    private(set) var isWhole: Bool

    /// Whether a line may be the last of such a remark.
    static func mayEnd(_ line: String) -> Bool { line.hasSuffix(":") || line.hasSuffix("：") }

    /// Reads a line, or two that were wrapped, joined with a space.
    ///
    /// - Complexity: O(n) in the words, which are no more than a few lines.
    init?(_ line: String) {
        var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard Self.mayEnd(line), let last = words.popLast() else { return nil }
        if last.count > 1 { words.append(String(last.dropLast())) }
        let text = words.joined(separator: " ")
        let opening = Self.openings.first { text.hasPrefix($0) }
        let address = AddressWords(text)
        isWhole = opening != nil
        author = nil
        var named: String
        if let (left, right) = Self.parted(text) {
            let leftHasName = Self.name(in: left) != nil
            named = left
            if let opening, Self.dateOpenings.contains(opening) || !leftHasName,
                let after = Self.name(in: right),
                right.first(where: \.isNumber) == nil
                    || AddressWords(right) != nil
            {
                author = after
                return
            }
            if left.isEmpty { named = right }
        } else if let opening, Self.sayings.contains(opening) {
            named = text
        } else if address != nil, text.contains(where: \.isNumber) || text.hasPrefix("* ") {
            named = text
        } else {
            return nil
        }
        guard let name = Self.name(in: named) else { return nil }
        let isSure = opening != nil || AddressWords(named) != nil
        guard isSure || Self.isPlausible(name) else { return nil }
        author = Self.pronouns.contains(name.lowercased()) ? nil : name
    }

    /// What stands before and behind the verb.
    private static func parted(_ text: String) -> (left: String, right: String)? {
        let words = text.split(separator: " ")
        // Names hold no verbs, so the last one is it.
        for end in words.indices.reversed() {
            guard let verb = verbs[String(words[end])] else { continue }
            let start = end - verb.count
            guard start >= 0, words[start..<end].elementsEqual(verb, by: { $0 == $1 }) else {
                continue
            }
            return (
                words[..<start].joined(separator: " "),
                words[(end + 1)...].joined(separator: " ")
            )
        }
        for verb in gluedVerbs where text.hasSuffix(verb) {
            return (String(text.dropLast(verb.count)).trimmingWhiteSpace, "")
        }
        return nil
    }

    /// The name in what stands around the verb: dates, addresses and openings left out.
    private static func name(in text: String) -> String? {
        var text = Substring(text)
        let address = AddressWords(String(text))
        if let address { text = Substring(address.before) }
        for opening in sayings + ["* "] where text.hasPrefix(opening) {
            text = text.dropFirst(opening.count)
        }
        for opening in ["In article ", "In message "] where text.hasPrefix(opening) {
            text = text[(text.firstIndex(of: ">") ?? text.startIndex)...]
        }
        if text.utf8.contains(UInt8(ascii: "=")), let equals = text.firstRange(of: " == ") {
            text = text[equals.upperBound...]
        }
        // `"Berg, Ana"` is one name whatever stands before it.
        if text.hasSuffix("\""), let start = text.dropLast().lastIndex(of: "\"") {
            text = text[start...]
        }
        if text.utf8.contains(UInt8(ascii: "'")), let end = text.firstRange(of: "'s message of ") {
            text = text[..<end.lowerBound]
        }
        let hasDate =
            dateOpenings.contains { text.hasPrefix($0) }
            || text.split(separator: " ").contains { $0.first?.isNumber == true }
        if hasDate, let after = afterDate(text) { text = after }
        let name = trimmed(text)
        if name.isEmpty, let address { return address.localPart }
        guard name.contains(where: \.isLetter), name.utf8.count <= 80 else { return nil }
        // Where only an address stands, its owner's part of it.
        if let at = name.firstIndex(of: "@"), at != name.startIndex {
            return trimmed(name[..<at].split(separator: " ").last ?? "")
        }
        let words = name.split(separator: " ")
        if words.count == 3, words[1] == "at", words[2].contains(".") { return String(words[0]) }
        return name
    }

    /// What stands behind the last word of a date.
    private static func afterDate(_ text: Substring) -> Substring? {
        let words = text.split(separator: " ")
        var last = words.lastIndex { word in
            word.contains(where: \.isNumber) && !(word.first?.isLetter ?? false && words.count == 1)
        }
        if last == words.indices.last, let final = words.last, final.first?.isLetter == true {
            // A name may end with a number itself: "On Tuesday, ana7 wrote".
            return Substring(final)
        }
        if last == nil {
            // "On Tuesday, Ana": behind the comma, or the words behind the day.
            if let comma = text.lastIndex(of: ",") { return text[text.index(after: comma)...] }
            last = min(1, words.count - 1)
        }
        guard var place = last else { return nil }
        // "On 3 May, Ana": the month goes to the comma.
        if place + 2 < words.count, words[place + 1].hasSuffix(","), !words[place].hasSuffix(",") {
            place += 1
        }
        while place + 1 < words.count, isTimeWord(words[place + 1]) { place += 1 }
        guard place + 1 < words.count else { return text.suffix(0) }
        return text[words[place + 1].startIndex...]
    }

    private static func isTimeWord(_ word: Substring) -> Bool {
        let bare = word.filter { $0.isLetter }.lowercased()
        return bare.isEmpty || timeWords.contains(bare)
            || word.hasPrefix("(")
                && word.dropFirst().prefix { $0 != ")" }.allSatisfy(\.isUppercase)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let marks: Set<Character> = [
            " ", ",", ";", "\"", "'", "*", "_", "`", "(", ")", "[", "]", "<", ">", "-", "–", "—",
            "“", "”", "«", "»", "„", ":", "@", "\u{A0}", "~",
        ]
        var text = text[...]
        while let first = text.first, marks.contains(first) { text = text.dropFirst() }
        while let last = text.last, marks.contains(last) { text = text.dropLast() }
        return String(text)
    }

    /// Whether words that nothing marks as a name may be one: "Ana Berg", "ana7", no sentence.
    private static func isPlausible(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (1...5).contains(words.count),
            !name.contains(where: { ".!?,;:/=".contains($0) })
                || words.count == 1 || words.allSatisfy({ $0.first?.isUppercase == true })
        else { return false }
        guard words.count > 1 else { return true }
        return words.allSatisfy { word in
            word.first?.isLowercase != true || particles.contains(String(word))
        } && !articles.contains(words[0].lowercased())
    }

    /// The last word of each verb, with the words before it.
    private static let verbs: [String: [String]] = [
        "wrote": [], "writes": [], "said": [], "says": [], "schrieb": [],
        "geschrieben": ["hat"], "écrit": ["a"], "écrivait": [], "escribió": [],
        "scritto": ["ha"], "escreveu": [], "schreef": [], "skrev": [], "napisał(a)": [],
        "napisał": [], "napisała": [], "pisze": [], "napsal(a)": [], "napsal": [],
        "написал(а)": [], "написал": [], "написала": [], "пишет": [], "kirjoitti": [],
        "yazdı": [], "scris": ["a"], "escrit": ["ha"], "írta": [], "έγραψε": [], "viết": ["đã"],
    ]

    private static let gluedVerbs = ["写道", "寫道", "さんは書きました", "さんが書きました", "wrote"]

    /// How lines begin that go on with a date.
    private static let dateOpenings = [
        "On ", "Am ", "Le ", "El ", "Il ", "Em ", "Op ", "Den ", "På ", "W dniu ", "Dne ", "Dnia ",
        "At ", "Il giorno ", "Em ", "Pe ", "V ", "Vào ", "Στις ",
    ]

    /// How lines begin that go on with a name.
    private static let sayings = [
        "Quoting ", "Zitat von ", "According to ", "Excerpts from ", "Citát ", "Citando ",
        "Citat från ", "Originally posted by ", "Originally Posted by ", "Quote from ",
    ]

    private static let openings =
        dateOpenings + sayings + ["* ", "In article ", "In message ", ">>>>> "]

    private static let pronouns: Set<String> = [
        "he", "she", "they", "you", "i", "we", "it", "one", "someone", "somebody", "er", "sie",
        "ich", "du", "man", "il", "elle", "on", "tu", "vous", "él", "ella", "op", "he also",
        "she also", "you also", "who", "which", "that",
    ]

    private static let particles: Set<String> = [
        "van", "von", "de", "der", "den", "da", "di", "du", "del", "della", "la", "le", "bin",
        "ibn", "al", "el", "ten", "ter", "zu", "y", "e", "dos", "das", "via", "af", "av",
    ]

    /// Words that begin sentences and no names.
    private static let articles: Set<String> = [
        "the", "a", "an", "this", "that", "then", "as", "der", "die", "das", "ein", "eine", "les",
        "un", "une", "my", "your", "his", "her", "their", "our", "what", "when", "and", "but",
    ]

    private static let timeWords: Set<String> = [
        "am", "pm", "uhr", "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
        "cet", "cest", "bst", "jst", "z", "h", "at", "um", "à", "a", "las", "alle", "ore", "om",
        "kl", "o", "v", "в", "г", "р", "год", "klo", "de", "the", "schrieb", "wrote", "às", "by",
        "пользователь", "user",
    ]
}

/// A mail address in a line and the words before it.
private struct AddressWords {
    var before: String
    var localPart: String

    /// Finds the last `<name@host>`, `(name@host)`, `[mailto:name@host]` or `<name at host>`.
    init?(_ text: String) {
        guard text.utf8.contains(where: { "<([".utf8.contains($0) }) else { return nil }
        let sign = text.lastIndex(of: "@").map { $0..<text.index(after: $0) }
        guard let at = sign ?? text.lastRange(of: " at ") else { return nil }
        let openers: Set<Character> = ["<", "(", "["]
        guard let start = text[..<at.lowerBound].lastIndex(where: { openers.contains($0) }),
            !text[start..<at.lowerBound].contains(where: { ">)]".contains($0) }),
            text[at.upperBound...].contains(where: { ">)]".contains($0) })
        else { return nil }
        var local = text[text.index(after: start)..<at.lowerBound]
        if local.hasPrefix("mailto:") { local = local.dropFirst(7) }
        localPart = String(local)
        before = String(text[..<start])
        // "In article <id@host>" names no person; what follows it does.
        if ["In article ", "In message "].contains(before) { return nil }
    }
}

extension StringProtocol {
    /// The last place of some words; `nil` where they are not there.
    func lastRange(of words: String) -> Range<Index>? {
        var found: Range<Index>?
        var rest = self[...]
        while let range = rest.firstRange(of: words) {
            found = range
            rest = self[range.upperBound...]
        }
        return found
    }
}

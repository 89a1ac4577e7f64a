import LanguageTools

/// Finds names in a text, the longest first, so that no name is found inside another.
struct NameIndex {
    /// How sure a form of a name points at one person.
    enum Form: Int, Comparable {
        /// A part of a name that no other name has, such as the first name alone.
        case part
        /// The whole name, which is a common word of the language as well.
        case commonWord
        /// The whole name.
        case whole

        static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
    }

    /// A name in a text.
    struct Hit {
        var person: Int
        var form: Form
        /// The number of words.
        var length: Int
    }

    private struct Entry {
        var words: [UInt32]
        var person: Int
        var form: Form
    }

    /// The forms that begin with a word, the longest first.
    private var byFirstWord: [UInt32: [Entry]] = [:]
    /// Whether a name begins with a word, by its number: most words are passed over without a
    /// search.
    private var beginsName: [Bool] = []

    /// Reads the names of all people; the vocabulary learns words that only names have.
    init(_ people: People, vocabulary: inout Vocabulary, common: CommonWords) {
        var parts: [UInt32: [Int]] = [:]
        for (person, who) in people.persons.enumerated() {
            for (at, spelling) in who.spellings.enumerated() {
                for suffix in ["", "'s"] {
                    let name = TokenizedText(spelling + suffix, vocabulary: &vocabulary)
                    let words = name.tokens.map(\.word)
                    guard let first = words.first, words.count <= 12 else { continue }
                    let isCommon = words.count == 1 && Int(first) < common.shares.count
                    add(Entry(words: words, person: person, form: isCommon ? .commonWord : .whole))
                    guard at == 0, words.count > 1, !name.tokens[0].marks.contains(.isIdeograph),
                        name.tokens[0].end - name.tokens[0].start >= 3
                    else { continue }
                    let part = suffix.isEmpty ? first : possessive(of: spelling, &vocabulary)
                    if Int(part) >= common.shares.count || common.shares[Int(part)] < 0.01 {
                        parts[part, default: []].append(person)
                    }
                }
            }
        }
        for word in parts.keys.sorted() {
            guard let people = parts[word], Set(people).count == 1,
                !(byFirstWord[word] ?? []).contains(where: { $0.words.count == 1 })
            else { continue }
            add(Entry(words: [word], person: people[0], form: .part))
        }
        beginsName = Array(repeating: false, count: vocabulary.count)
        for word in byFirstWord.keys {
            beginsName[Int(word)] = true
            byFirstWord[word]?.sort {
                ($0.words.count, $0.form.rawValue, $1.person)
                    > ($1.words.count, $1.form.rawValue, $0.person)
            }
        }
    }

    /// The longest name that begins at a word.
    func hit(in tokens: [Token], at start: Int) -> Hit? {
        let first = tokens[start].word
        guard beginsName[safe: Int(first)] == true, let entries = byFirstWord[first] else {
            return nil
        }
        for entry in entries where start + entry.words.count <= tokens.count {
            var agrees = true
            for (offset, word) in entry.words.enumerated().dropFirst()
            where tokens[start + offset].word != word {
                agrees = false
                break
            }
            if agrees {
                return Hit(person: entry.person, form: entry.form, length: entry.words.count)
            }
        }
        return nil
    }

    private mutating func add(_ entry: Entry) {
        guard let first = entry.words.first else { return }
        let known = byFirstWord[first] ?? []
        if known.contains(where: { $0.words == entry.words && $0.person == entry.person }) {
            return
        }
        byFirstWord[first, default: []].append(entry)
    }

    private func possessive(of name: String, _ vocabulary: inout Vocabulary) -> UInt32 {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        let words = TokenizedText(first + "'s", vocabulary: &vocabulary).tokens
        return words.first?.word ?? 0
    }
}

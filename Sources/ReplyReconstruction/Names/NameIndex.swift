import LanguageTools

/// Finds names in a text, the longest first, so that no name is found inside another.
struct NameIndex {
    /// How sure a form of a name points at one person.
    enum Form: Int, Comparable {
        /// A part of a name that no other name has, such as the first name alone.
        case part
        /// The whole name, all of whose words are common in the language as well.
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
        /// Which of the words have a capital letter in the name, the first in the lowest bit.
        var capitals: UInt16
    }

    private struct Entry {
        var words: [UInt32]
        var hit: Hit
    }

    /// Longer names are found by no one.
    private static let mostWords = 12

    /// The forms by the hash of their words. Thousands of guests may share a first word, so that
    /// a look-up goes by the whole form.
    private var entries: [UInt64: Entry] = [:]
    /// For each word by its number how many words the forms have that begin with it, bit k for k
    /// words: most words begin none and are passed over without a search.
    private var lengths: [UInt16] = []

    /// Reads the names of all people; those with a word that no text has are passed over.
    ///
    /// - Complexity: O(s) in the spellings of all names.
    init(_ people: People, vocabulary: Vocabulary, common: CommonWords) {
        var parts: [UInt32: [Int]] = [:]
        var name: [UInt8] = []
        for (person, who) in people.persons.enumerated() {
            for (at, spelling) in who.spellings.enumerated() {
                name.removeAll(keepingCapacity: true)
                name.append(contentsOf: spelling.utf8)
                for isPossessive in [false, true] {
                    if isPossessive { name.append(contentsOf: "'s".utf8) }
                    let tokens = TokenizedText.tokens(of: name, known: vocabulary)
                    guard let first = tokens.first, tokens.count <= Self.mostWords else { continue }
                    add(tokens, person: person, common: common)
                    guard at == 0, tokens.count > 1, !first.marks.contains(.isIdeograph),
                        first.end - first.start >= 3
                    else { continue }
                    let part = isPossessive ? possessive(of: spelling, vocabulary) : first.word
                    guard part != Token.unknown else { continue }
                    if Int(part) >= common.shares.count || common.shares[Int(part)] < 0.01,
                        parts[part, default: []].last != person
                    {
                        parts[part, default: []].append(person)
                    }
                }
            }
        }
        for (word, people) in parts where people.count == 1 && entry(of: [word][...]) == nil {
            insert(
                Entry(
                    words: [word],
                    hit: Hit(person: people[0], form: .part, length: 1, capitals: 1)))
        }
    }

    /// The longest name that begins at a word.
    ///
    /// - Complexity: O(1); names have at most 12 words.
    func hit(in tokens: [Token], at start: Int) -> Hit? {
        guard let lengths = lengths[safe: Int(tokens[start].word)], lengths != 0 else { return nil }
        var words: [UInt32] = []
        for token in tokens[start...].prefix(Self.mostWords) { words.append(token.word) }
        for length in stride(from: words.count, to: 0, by: -1) where lengths >> length & 1 == 1 {
            if let entry = entry(of: words[..<length]) { return entry.hit }
        }
        return nil
    }

    private mutating func add(_ tokens: [Token], person: Int, common: CommonWords) {
        guard tokens.allSatisfy({ $0.word != Token.unknown }) else { return }
        let words = tokens.map(\.word)
        var capitals: UInt16 = 0
        for (at, token) in tokens.enumerated() where token.marks.contains(.isCapitalized) {
            capitals |= 1 << at
        }
        let isCommon = words.allSatisfy { Int($0) < common.shares.count }
        insert(
            Entry(
                words: words,
                hit: Hit(
                    person: person, form: isCommon ? .commonWord : .whole, length: words.count,
                    capitals: capitals)))
    }

    /// Of people who share a form the first keeps it; a person who also writes it in small letters
    /// may be so written.
    private mutating func insert(_ entry: Entry) {
        let key = Self.key(of: entry.words[...])
        let first = Int(entry.words[0])
        if first >= lengths.count {
            lengths += Array(repeating: 0, count: first + 1 - lengths.count)
        }
        lengths[first] |= 1 << entry.words.count
        guard let known = entries[key] else {
            entries[key] = entry
            return
        }
        if known.words == entry.words && known.hit.person == entry.hit.person {
            entries[key]?.hit.capitals &= entry.hit.capitals
        }
    }

    private func entry(of words: ArraySlice<UInt32>) -> Entry? {
        guard let entry = entries[Self.key(of: words)], entry.words[...] == words else {
            return nil
        }
        return entry
    }

    private static func key(of words: ArraySlice<UInt32>) -> UInt64 {
        var hash = WordHash()
        for word in words { hash.combine(word) }
        return hash.value
    }

    private func possessive(of name: String, _ vocabulary: Vocabulary) -> UInt32 {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        let words = TokenizedText.tokens(of: Array((first + "'s").utf8), known: vocabulary)
        return words.first?.word ?? Token.unknown
    }
}

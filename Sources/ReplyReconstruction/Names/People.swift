package import DiscussionModel
import Foundation
import LanguageTools

/// Everyone who is known in a discussion, and who wrote each comment as far as the source says.
///
/// One person may be written in several ways: names are the same when they agree in letters and
/// digits, whatever their case, spacing and typography. Accounts are told apart where the source
/// has them.
package struct People: Sendable {
    /// One person.
    package struct Person: Sendable {
        package var id: String
        package var name: String?
        package var spellings: [String]
        package var isArticleAuthor = false
    }

    /// The people in order of first appearance.
    package private(set) var persons: [Person] = []
    /// Who wrote each text, by ordinal; -1 where the source does not say.
    package private(set) var authors: [Int]

    private var byKey: [String: Int] = [:]
    /// Who alone goes by a name, with or without an account; -1 where several do.
    private var byName: [String: Int] = [:]
    private var bySpelling: [Spelling: Int] = [:]
    private var ids: Set<String> = []

    /// Gathers the authors of the comments and of the article.
    ///
    /// - Complexity: O(n) in the comments.
    package init(_ discussion: Discussion) {
        authors = Array(repeating: -1, count: discussion.comments.count + 1)
        for (at, comment) in discussion.comments.enumerated() {
            let account = comment.accountID.flatMap { $0.isEmpty ? nil : $0 }
            guard let name = comment.nameAsWritten.flatMap(Self.visible) ?? account else {
                continue
            }
            authors[at + 1] = person(named: name, account: account)
        }
        let account = discussion.article.accountID.flatMap { $0.isEmpty ? nil : $0 }
        // What the site marks as the article author's is no guess; several names are a team.
        for (at, comment) in discussion.comments.enumerated()
        where comment.isByArticleAuthor && authors[at + 1] >= 0 {
            persons[authors[at + 1]].isArticleAuthor = true
            if authors[0] < 0 { authors[0] = authors[at + 1] }
        }
        if let author = discussion.article.author.flatMap(Self.visible) ?? account {
            let person =
                account.map { self.person(named: author, account: $0) } ?? onlyAccount(
                    named: author)
                ?? markedAuthor(named: author) ?? self.person(named: author, account: nil)
            persons[person].isArticleAuthor = true
            authors[0] = person
        }
    }

    /// The person with a name, a new one where there is none yet.
    ///
    /// - Complexity: O(1) for a name as it was written before, else O(`name`).
    package mutating func person(named name: String, account: String?) -> Int {
        let spelling = Spelling(name: name, account: account)
        if let known = bySpelling[spelling] { return known }
        let nameKey = Self.key(of: name)
        let key = account.map { "account " + $0 } ?? nameKey
        let person = byKey[key] ?? persons.count
        if person == persons.count {
            persons.append(Person(id: freeID(account ?? name), name: name, spellings: [name]))
            byKey[key] = person
        } else if account == nil || !persons[person].spellings.contains(name) {
            persons[person].spellings.append(name)
        }
        bySpelling[spelling] = person
        note(nameKey, of: person)
        return person
    }

    /// A person of whom nothing is known but one comment.
    package mutating func unknownPerson(for commentID: String) -> Int {
        persons.append(Person(id: freeID("unknown-" + commentID), name: nil, spellings: []))
        return persons.count - 1
    }

    /// Sets who wrote a text.
    mutating func setAuthor(_ person: Int, of ordinal: Int) {
        authors[ordinal] = person
    }

    /// Notes another name that a person goes by.
    package mutating func addSpelling(_ name: String, of person: Int) {
        if !persons[person].spellings.contains(name) { persons[person].spellings.append(name) }
        note(Self.key(of: name), of: person)
    }

    /// The only person who goes by the letters and digits of a name, with or without an account.
    package func onlyPerson(named name: String) -> Int? {
        byName[Self.key(of: name)].flatMap { $0 < 0 ? nil : $0 }
    }

    /// Notes that a person goes by a name with a key.
    private mutating func note(_ key: String, of person: Int) {
        if let known = byName.updateValue(person, forKey: key), known != person {
            byName[key] = -1
        }
    }

    /// The person marked as the article's author whose name begins with the same word, such as
    /// "Mira" for "Mira Holm".
    private func markedAuthor(named name: String) -> Int? {
        let first = name.split(separator: " ").first.map { Self.key(of: String($0)) }
        let marked = persons.indices.filter { persons[$0].isArticleAuthor }
        guard marked.count == 1, let person = marked.first, let other = persons[person].name,
            other.split(separator: " ").first.map({ Self.key(of: String($0)) }) == first
        else { return nil }
        return person
    }

    /// The person whose name has the letters and digits of `name`, if there is one.
    package func existingPerson(named name: String) -> Int? { byKey[Self.key(of: name)] }

    /// The only account that goes by a name where nobody without an account does: a source with
    /// accounts gives the article's author by name alone.
    private func onlyAccount(named name: String) -> Int? {
        byKey[Self.key(of: name)] == nil ? onlyPerson(named: name) : nil
    }

    private mutating func freeID(_ wanted: String) -> String {
        var id = wanted
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(wanted)#\(number)"
            number += 1
        }
        return id
    }

    /// A name, or `nil` where it is of blanks and invisible characters alone.
    static func visible(_ name: String) -> String? {
        let isVisible = name.unicodeScalars.contains { scalar in
            !scalar.properties.isWhitespace && NormalForm.of(scalar.value).kind != .invisible
        }
        return isVisible ? name : nil
    }

    /// The letters and digits of a name in normal form; the name itself when it has none.
    static func key(of name: String) -> String {
        if let plain = plainKey(of: name) { return plain }
        // Letters that may be written as one character or as several.
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        let composed = isPlain ? name : name.precomposedStringWithCompatibilityMapping
        let letters = NormalForm.of(composed).filter { $0 != " " }
        return letters.isEmpty ? name : letters
    }

    /// The key of a name of letters and digits of ASCII, which is the name in small letters; most
    /// accounts have such a one.
    private static func plainKey(of name: String) -> String? {
        var hasCapital = false
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x5F, 0x61...0x7A: continue
            case 0x41...0x5A: hasCapital = true
            default: return nil
            }
        }
        if name.isEmpty || !hasCapital { return name }
        return String(
            decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
            as: UTF8.self)
    }

    /// A name as written, and by whom.
    private struct Spelling: Hashable {
        var name: String
        var account: String?
    }
}

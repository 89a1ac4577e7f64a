package import DiscussionModel
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
    private var ids: Set<String> = []

    /// Gathers the authors of the comments and of the article.
    ///
    /// - Complexity: O(n) in the comments.
    package init(_ discussion: Discussion) {
        authors = Array(repeating: -1, count: discussion.comments.count + 1)
        for (at, comment) in discussion.comments.enumerated() {
            guard let name = comment.nameAsWritten ?? comment.accountID, !name.isEmpty else {
                continue
            }
            authors[at + 1] = person(named: name, account: comment.accountID)
        }
        if let author = discussion.article.author, !author.isEmpty {
            let person = person(named: author, account: nil)
            persons[person].isArticleAuthor = true
            authors[0] = person
        }
    }

    /// The person with a name, a new one where there is none yet.
    package mutating func person(named name: String, account: String?) -> Int {
        let key = account.map { "account " + $0 } ?? Self.key(of: name)
        if let known = byKey[key] {
            if !persons[known].spellings.contains(name) { persons[known].spellings.append(name) }
            return known
        }
        persons.append(
            Person(id: freeID(account ?? name), name: name, spellings: [name]))
        byKey[key] = persons.count - 1
        return persons.count - 1
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
    }

    /// The person whose name has the letters and digits of `name`, if there is one.
    package func existingPerson(named name: String) -> Int? { byKey[Self.key(of: name)] }

    private mutating func freeID(_ wanted: String) -> String {
        var id = wanted
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(wanted)#\(number)"
            number += 1
        }
        return id
    }

    /// The letters and digits of a name in normal form; the name itself when it has none.
    private static func key(of name: String) -> String {
        let letters = NormalForm.of(name).filter { $0 != " " }
        return letters.isEmpty ? name : letters
    }
}

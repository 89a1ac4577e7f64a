import DiscussionModel
import Foundation
import LanguageTools

/// Which pseudonym everybody in a discussion has, and under which names they are known there.
struct PeopleTokens {
    /// By the index in `ReplyGraph.commenters`.
    private(set) var commenters: [String] = []
    /// The names to look for.
    private(set) var names = KnownNames()

    private let key: PseudonymKey

    /// - Complexity: O(n) in the comments and names.
    init(_ analysis: Analysis, key: PseudonymKey) {
        self.key = key
        let (discussion, graph) = (analysis.discussion, analysis.graph)
        name(graph.commenters, of: analysis)
        for token in commenters { _ = names.addPerson(pseudonym: token) }
        for (index, commenter) in graph.commenters.enumerated() where commenter.name != nil {
            for name in [commenter.name, commenter.id].compactMap(\.self) + commenter.aliases {
                names.add(name, of: index)
            }
        }
        for (comment, authorship) in zip(discussion.comments, graph.authorships) {
            // Of a comment whose author somebody has set the source's name is another's.
            let person =
                authorship.inference == nil && commenters.indices.contains(authorship.commenter)
                ? authorship.commenter : nil
            add(comment.nameAsWritten, comment.accountID, person)
            for quotation in comment.statedQuotations { add(quotation.author, nil, nil) }
        }
        add(discussion.article.author, discussion.article.accountID, graph.articleAuthor)
        for pingback in discussion.pingbacks { add(pingback.nameAsWritten, nil, nil) }
        names.addParts()
    }

    /// The pseudonym of somebody whom the graph does not know, or who is not told apart there.
    func token(name: String?, account: String?) -> String? {
        Self.token(name: name, account: account, key: key)
    }

    /// The pseudonym of whoever has an account, else of whoever has a name.
    static func token(name: String?, account: String?, key: PseudonymKey) -> String? {
        if let account, !account.isEmpty { return prefix + key.token(of: account, as: .account) }
        return name.map { prefix + key.token(of: Self.key(of: $0), as: .name) }
    }

    /// What every pseudonym begins with.
    static let prefix = "person-"

    /// The pseudonyms of all commenters: of the account, else of the name; no two have the same.
    private mutating func name(_ people: [Commenter], of analysis: Analysis) {
        let discussion = analysis.discussion
        var identities = [(name: String?, account: String?)?](repeating: nil, count: people.count)
        for (comment, authorship) in zip(discussion.comments, analysis.graph.authorships)
        where authorship.inference == nil && identities.indices.contains(authorship.commenter) {
            guard identities[authorship.commenter] == nil else { continue }
            let (name, account) = (comment.nameAsWritten, comment.accountID)
            if account?.isEmpty == false || name?.isEmpty == false {
                identities[authorship.commenter] = (name, account)
            }
        }
        if let author = analysis.graph.articleAuthor, identities[author] == nil {
            identities[author] = (discussion.article.author, discussion.article.accountID)
        }
        var taken: Set<String> = []
        for (index, person) in people.enumerated() {
            if identities[index] == nil, let name = person.name, Pseudonymizer.isPseudonym(name) {
                // Somebody has set the author of a comment by a pseudonym.
                taken.insert(name)
                commenters.append(name)
                continue
            }
            let identity = identities[index] ?? (person.name, nil)
            var token =
                token(name: identity.name ?? person.name, account: identity.account)
                ?? Self.prefix + key.token(of: person.id, as: .name)
            // Ids are unique: whoever else has this name or account is told apart by them.
            if !taken.insert(token).inserted {
                token = Self.prefix + key.token(of: "\u{0}" + person.id, as: .name)
                taken.insert(token)
            }
            commenters.append(token)
        }
    }

    private mutating func add(_ name: String?, _ account: String?, _ person: Int?) {
        for written in [name, account].compactMap(\.self) where !written.isEmpty {
            if let person {
                names.add(written, of: person)
            } else if !names.has(written), let token = token(name: name, account: account) {
                names.add(written, of: names.addPerson(pseudonym: token))
            }
        }
    }

    /// The letters and digits of a name in normal form; the name itself when it has none.
    private static func key(of name: String) -> String {
        let letters = NormalForm.of(name.precomposedStringWithCompatibilityMapping)
            .filter { $0 != " " }
        return letters.isEmpty ? name : letters
    }
}

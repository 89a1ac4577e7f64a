import DiscussionModel
import LanguageTools

/// Puts what was found together: people in their final order, mentions, quotations, replies.
struct GraphAssembly {
    private let situation: Situation
    private let inferred: [Int: InferredAuthor]
    private var replies: [Reply] = []
    private var further: [Reply] = []

    init(_ situation: Situation, inferred: [Int: InferredAuthor]) {
        self.situation = situation
        self.inferred = inferred
    }

    mutating func add(_ reply: Reply) { replies.append(reply) }

    mutating func addFurther(_ reply: Reply) { further.append(reply) }

    func graph() -> ReplyGraph {
        var people = situation.people
        var order: [Int] = []
        var place: [Int: Int] = [:]
        func placed(_ person: Int) -> Int {
            if let known = place[person] { return known }
            place[person] = order.count
            order.append(person)
            return order.count - 1
        }
        var authorships: [Authorship] = []
        for (at, comment) in situation.discussion.comments.enumerated() {
            var person = situation.authors[at + 1]
            if person < 0 { person = people.unknownPerson(for: comment.id) }
            authorships.append(
                Authorship(
                    commenter: placed(person), inference: inferred[at + 1].map(\.inference)))
        }
        if situation.authors[0] >= 0 { _ = placed(situation.authors[0]) }
        var mentions: [Mention] = []
        for (ordinal, list) in situation.mentions.enumerated() {
            for mention in list {
                mentions.append(
                    Mention(
                        comment: ordinal, commenter: placed(mention.person), span: mention.span,
                        written: mention.written))
            }
        }
        var aliases: [Int: Set<String>] = [:]
        for list in situation.mentions {
            for mention in list where mention.isPart {
                aliases[mention.person, default: []].insert(Self.name(in: mention.written))
            }
        }
        let commenters = order.map { person -> Commenter in
            let known = people.persons[person]
            var names = Set(known.spellings.dropFirst())
            names.formUnion(aliases[person] ?? [])
            if let name = known.name { names.remove(name) }
            return Commenter(
                id: known.id, name: known.name, aliases: names.sorted(),
                isArticleAuthor: known.isArticleAuthor)
        }
        return ReplyGraph(
            commenters: commenters, authorships: authorships, mentions: mentions,
            quotations: quotations(), replies: replies, alsoAnswers: further,
            findings: findings())
    }

    /// A name without the at-sign before it and the possessive ending behind.
    private static func name(in written: String) -> String {
        var scalars = written.unicodeScalars[...]
        if let first = scalars.first, ["@", "\u{FF20}"].contains(first) {
            scalars = scalars.drop {
                !$0.properties.isAlphabetic && $0.properties.numericType == nil
            }
        }
        if let last = scalars.last, ["s", "S"].contains(last),
            let sign = scalars.dropLast().last, NormalForm.of(sign.value).kind == .apostrophe
        {
            scalars = scalars.dropLast(2)
        }
        return String(scalars)
    }

    private func quotations() -> [Quotation] {
        var result: [Quotation] = []
        for (ordinal, list) in situation.quotations.enumerated() {
            for found in list {
                result.append(
                    Quotation(
                        comment: ordinal, span: found.span, source: found.passage.source,
                        sourceSpan: found.sourceSpan,
                        similarity: Double(found.passage.matched)
                            / Double(max(1, found.passage.length))))
            }
        }
        return result
    }

    /// A comment that addresses its own author's name may be of another person of that name.
    private func findings() -> [Finding] {
        var result: [Finding] = []
        for (ordinal, list) in situation.mentions.enumerated() {
            let author = situation.authors[ordinal]
            for mention in list
            where mention.person == author && mention.use == .atSign && !mention.isPart {
                let id = situation.discussion.id(at: ordinal)
                result.append(
                    Finding(
                        id: "name-addresses-itself", severity: .warning,
                        message:
                            "comment \(id) addresses \(mention.written), the name of its own "
                            + "author: two people may share the name",
                        file: situation.discussion.source))
                break
            }
        }
        return result
    }
}

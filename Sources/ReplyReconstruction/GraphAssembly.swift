import DiscussionModel
import LanguageTools

/// Puts what was found together: people in their final order, mentions, quotations, replies.
struct GraphAssembly {
    private let traces: Traces
    private let inferred: [Int: InferredAuthor]
    private var replies: [Reply] = []
    private var further: [Reply] = []

    init(_ traces: Traces, inferred: [Int: InferredAuthor]) {
        self.traces = traces
        self.inferred = inferred
    }

    mutating func add(_ reply: Reply) { replies.append(reply) }

    mutating func addFurther(_ reply: Reply) { further.append(reply) }

    func graph() -> ReplyGraph {
        var people = traces.people
        var order: [Int] = []
        // Where each person stands in it; -1 where nowhere yet.
        var place = [Int](repeating: -1, count: people.persons.count)
        func placed(_ person: Int) -> Int {
            if person >= place.count {
                place += Array(repeating: -1, count: person + 1 - place.count)
            }
            if place[person] < 0 {
                place[person] = order.count
                order.append(person)
            }
            return place[person]
        }
        var authorships: [Authorship] = []
        authorships.reserveCapacity(traces.discussion.comments.count)
        for (at, comment) in traces.discussion.comments.enumerated() {
            var person = traces.authors[at + 1]
            if person < 0 { person = people.unknownPerson(for: comment.id) }
            authorships.append(
                Authorship(
                    commenter: placed(person), inference: inferred[at + 1].map(\.inference)))
        }
        if traces.authors[0] >= 0 { _ = placed(traces.authors[0]) }
        var mentions: [Mention] = []
        for (ordinal, list) in traces.mentions.enumerated() {
            for mention in list {
                mentions.append(
                    Mention(
                        comment: ordinal, commenter: placed(mention.person), span: mention.span,
                        written: mention.written))
            }
        }
        var aliases: [Int: Set<String>] = [:]
        for list in traces.mentions {
            for mention in list where mention.isPart {
                aliases[mention.person, default: []].insert(Self.name(in: mention.written))
            }
        }
        let commenters = order.map { person -> Commenter in
            let known = people.persons[person]
            if known.spellings.count < 2 && aliases[person] == nil {
                return Commenter(
                    id: known.id, name: known.name, aliases: [],
                    isArticleAuthor: known.isArticleAuthor)
            }
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
        for (ordinal, list) in traces.quotations.enumerated() {
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
        for (ordinal, list) in traces.mentions.enumerated() {
            let author = traces.authors[ordinal]
            for mention in list
            where mention.person == author && mention.use == .atSign && !mention.isPart {
                let id = traces.discussion.id(at: ordinal)
                result.append(
                    Finding(
                        id: "name-addresses-itself", severity: .warning,
                        message:
                            "comment \(id) addresses \(mention.written), the name of its own "
                            + "author: two people may share the name",
                        file: traces.discussion.source))
                break
            }
        }
        return result
    }
}
